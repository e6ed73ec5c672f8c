// Command readme puts what was measured last into internal/bench/RESULTS.md: each table of bench/ between its two marks,
//
//	<!-- bench/page -->
//	<!-- /bench/page -->
//
// so that figures are never typed. Marks whose file is not in bench/ keep what stands between them.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

func main() {
	from := flag.String("from", "bench", "`folder` with the tables")
	to := flag.String("to", "internal/bench/RESULTS.md", "`file` with the marks")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "bench readme:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	text, err := os.ReadFile(to)
	if err != nil {
		return err
	}
	out, err := fill(string(text), func(name string) (string, bool) {
		table, err := os.ReadFile(filepath.Join(from, name+".md"))
		return string(table), err == nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", to, err)
	}
	return os.WriteFile(to, []byte(out), 0o644)
}

var (
	opens = regexp.MustCompile(`<!-- bench/([a-z-]+) -->\n`)
	title = regexp.MustCompile(`(?m)^### `)
)

// fill replaces what stands between marks by the tables that there are.
func fill(text string, table func(name string) (string, bool)) (string, error) {
	out := ""
	for {
		at := opens.FindStringSubmatchIndex(text)
		if at == nil {
			return out + text, nil
		}
		name := text[at[2]:at[3]]
		shut := regexp.MustCompile(`<!-- /bench/` + name + ` -->`).FindStringIndex(text[at[1]:])
		if shut == nil {
			return "", fmt.Errorf("bench/%s is opened and not closed", name)
		}
		inside := text[at[1] : at[1]+shut[0]]
		if made, ok := table(name); ok {
			inside = "\n" + title.ReplaceAllString(made, "#### ") + "\n"
		}
		out += text[:at[1]] + inside
		text = text[at[1]+shut[0]:]
	}
}
