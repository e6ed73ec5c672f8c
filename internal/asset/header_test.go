package asset

import (
	"slices"
	"strings"
	"testing"
)

// TestAStaticHostSaysOfAFileWhatTheServerSays reads _headers as its hosts do: every rule whose path matches counts.
func TestAStaticHostSaysOfAFileWhatTheServerSays(t *testing.T) {
	page, hashed, worker := NewFile("en/strict/index.html", HTMLType, []byte("page")), NewHashed("a.js", JSType, []byte("let a")), NewFile("sw.js", JSType, []byte("let b"))
	page.Policy, worker.Policy, worker.MustRevalidate = "default-src 'self'", "default-src 'none'", true
	plain := NewFile("en/index.html", HTMLType, []byte("another"))
	files := []*File{page, hashed, worker, plain}
	text := string(StaticHeaders(files))
	for _, f := range files {
		var said []Field
		matches := false
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if rule, ok := strings.CutPrefix(line, "/"); ok {
				start, open := strings.CutSuffix(rule, "*")
				matches = rule == f.Path || open && strings.HasPrefix(f.Path, start)
			} else if name, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && matches {
				said = append(said, Field{name, value})
			}
		}
		for _, want := range f.Header() {
			if want.Name == "Cache-Control" && !f.Immutable && !f.MustRevalidate {
				continue // the host's own way
			}
			if !slices.Contains(said, want) {
				t.Errorf("%s: a static host is not told %v", f.Path, want)
			}
		}
		for _, extra := range said {
			if !slices.Contains(f.Header(), extra) {
				t.Errorf("%s: a static host is told %v, the server does not say it", f.Path, extra)
			}
		}
	}
}
