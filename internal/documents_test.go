package internal_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	// quoted is code in a document; a path in it, and the names in brackets behind it.
	quoted = regexp.MustCompile("`([^`\n]+)`(?:\\s+\\(((?:`\\w+`(?:, )?)+)\\))?")
	link   = regexp.MustCompile(`\]\(([^)#]+)\)|(?:src|srcset)="([^"]+)"`)
	path   = regexp.MustCompile(`^(\.readme|cmd|data|internal|wasm|web)/[\w./-]+$`)
	fence  = regexp.MustCompile("(?ms)^ *```.*?^ *```")
	word   = regexp.MustCompile(`\w+`)
)

func TestPathsAndNamesInTheDocumentsAreThere(t *testing.T) {
	found := 0
	err := fs.WalkDir(os.DirFS(".."), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "build" || d.Name() == ".git") {
			return fs.SkipDir
		}
		if filepath.Ext(file) == ".md" {
			found++
			check(t, file)
		}
		return nil
	})
	if err != nil || found < 8 {
		t.Fatalf("%d documents, %v", found, err)
	}
}

func check(t *testing.T, document string) {
	text, err := os.ReadFile(filepath.Join("..", document))
	if err != nil {
		t.Fatal(err)
	}
	prose := fence.ReplaceAllString(string(text), "")
	for _, m := range quoted.FindAllStringSubmatch(prose, -1) {
		if !path.MatchString(m[1]) {
			continue
		}
		name := filepath.Join("..", m[1])
		if _, err := os.Stat(name); err != nil {
			t.Errorf("%s names %s, which is not there", document, m[1])
			continue
		}
		for _, ident := range word.FindAllString(m[2], -1) {
			code, err := os.ReadFile(name)
			if err != nil || !regexp.MustCompile(`\b`+ident+`\b`).Match(code) {
				t.Errorf("%s names %s in %s, where it is not", document, ident, m[1])
			}
		}
	}
	for _, m := range link.FindAllStringSubmatch(prose, -1) {
		to := m[1] + m[2]
		if strings.Contains(to, ":") {
			continue
		}
		if _, err := os.Stat(filepath.Join("..", filepath.Dir(document), to)); err != nil {
			t.Errorf("%s links to %s, which is not there", document, to)
		}
	}
}

// The page of a repository shows the README first: it must be short, and begin with what a visitor needs.
func TestTheREADMEIsShortAndItsFirstScreenHasTheTwoCommands(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(text) > 9000 {
		t.Errorf("README.md has %d bytes and may have 9,000", len(text))
	}
	first := strings.Join(strings.SplitN(string(text), "\n", 31)[:30], "\n")
	for _, command := range []string{"make run", "make test"} {
		if !strings.Contains(first, command) {
			t.Errorf("%s does not stand in the README's first lines", command)
		}
	}
}

func TestTheREADMESaysOfEveryDependencyWhatItIsFor(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	modules, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(string(modules), -1) {
		if !strings.Contains(string(text), m[1]) {
			t.Errorf("README.md does not say what %s is for", m[1])
		}
	}
}
