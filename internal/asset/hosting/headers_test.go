package hosting

import (
	"slices"
	"strings"
	"testing"

	"opencases/internal/asset"
)

// TestAStaticHostSaysOfAFileWhatTheServerSays reads _headers as its hosts do: every rule whose path matches counts.
func TestAStaticHostSaysOfAFileWhatTheServerSays(t *testing.T) {
	page, hashed, worker := asset.NewFile("en/strict/index.html", asset.HTMLType, []byte("page")), asset.NewHashed("a.js", asset.JSType, []byte("let a")), asset.NewFile("sw.js", asset.JSType, []byte("let b"))
	page.Policy, worker.Policy, worker.MustRevalidate = "default-src 'self'", "default-src 'none'", true
	files := []*asset.File{page, hashed, worker, asset.NewFile("en/index.html", asset.HTMLType, []byte("another")), asset.NewFile("index.html", asset.HTMLType, []byte("x")),
		asset.NewFile("data/a.csv", asset.CSVType, []byte("x"))}
	var entries []Entry
	for _, f := range files {
		e, err := NewEntry(f)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
		pin := e
		pin.Path = "v/abc/" + e.Path
		entries = append(entries, pin)
	}
	settings, err := New("abc", entries).Settings([]string{"abc"})
	if err != nil {
		t.Fatal(err)
	}
	said := func(path string) (all []asset.Field) {
		matches := false
		for line := range strings.Lines(string(settings["_headers"])) {
			line = strings.TrimSuffix(line, "\n")
			if rule, ok := strings.CutPrefix(line, "/"); ok {
				start, open := strings.CutSuffix(rule, "*")
				matches = rule == path || open && strings.HasPrefix(path, start)
			} else if name, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && matches {
				all = append(all, asset.Field{Name: name, Value: value})
			}
		}
		return all
	}
	for _, f := range files {
		for _, path := range []string{strings.TrimSuffix(f.Path, "index.html"), "v/abc/" + strings.TrimSuffix(f.Path, "index.html")} {
			all := said(path)
			for _, want := range f.Header() {
				if want.Name == "Cache-Control" && !f.Immutable && (!f.MustRevalidate || path != f.Path) {
					continue // the host's own way
				}
				if want.Name == policyField && path != strings.TrimSuffix(f.Path, "index.html") {
					continue // of a version that stays, the policy in the page itself counts
				}
				if !slices.Contains(all, want) {
					t.Errorf("%s: a static host is not told %v", path, want)
				}
			}
			names := map[string]bool{}
			for _, f := range all {
				if names[f.Name] {
					t.Errorf("%s: two rules say %s, and hosts would join them", path, f.Name)
				}
				names[f.Name] = true
			}
			for _, extra := range all {
				document := extra.Name == "Permissions-Policy" // counts with documents alone
				if !slices.Contains(f.Header(), extra) && !document {
					t.Errorf("%s: a static host is told %v, the server does not say it", path, extra)
				}
			}
		}
	}
}

func TestTheManifestNamesEveryFileOnceInOrder(t *testing.T) {
	text := strings.Repeat("text ", 100)
	var entries []Entry
	for _, f := range []*asset.File{asset.NewFile("b.txt", asset.TextType, []byte(text)), asset.NewFile("a.png", asset.PNGType, []byte("x"))} {
		e, err := NewEntry(f)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	m := New("v", entries)
	if len(m.Files) != 2 || m.Files[0].Path != "a.png" || len(m.Files[0].Encodings) != 0 || !slices.Equal(m.Files[1].Encodings, []string{"br", "gzip"}) ||
		m.Files[0].SHA256 != "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" || m.Files[1].Bytes != 500 || m.Files[0].Cache != "no-cache" {
		t.Errorf("%+v", m.Files)
	}
}
