package site

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/story"
)

// contentOf is a file's content.
func contentOf(f *asset.File) []byte { return f.MustBody() }

// policyIn reads the policy that a document carries: each directive with its sources in order. A hash is written as
// HASH, and must be that of a text that stands in the document.
func policyIn(t *testing.T, f *asset.File) map[string]string {
	t.Helper()
	var policies []string
	inline := map[string]bool{asset.SourceHash(""): true} // a page without styles allows an empty one
	for _, e := range elements(t, f.Path, contentOf(f)) {
		switch {
		case e.name == "meta" && strings.EqualFold(e.attrs["http-equiv"], "content-security-policy"):
			policies = append(policies, e.attrs["content"])
		case e.name == "style" || e.name == "script":
			inline[asset.SourceHash(e.text)] = true
		}
	}
	if len(policies) != 1 {
		t.Fatalf("%s has %d policies, want one", f.Path, len(policies))
	}
	directives := map[string]string{}
	for _, directive := range strings.Split(policies[0], ";") {
		sources := strings.Fields(directive)
		for i, source := range sources {
			if !strings.HasPrefix(source, "'sha") {
				continue
			}
			if sources[i] = "HASH"; !inline[source] {
				t.Errorf("%s allows the text with the hash %s, which is not in it", f.Path, source)
			}
		}
		name, rest := sources[0], sources[1:]
		if _, twice := directives[name]; twice {
			t.Errorf("%s: the directive %s stands twice; only the first counts", f.Path, name)
		}
		directives[name] = sorted(rest)
	}
	return directives
}

// What each kind of document may do, and nothing else.
const (
	closed     = "base-uri 'none'; default-src 'none'; form-action 'none'; font-src 'self'; connect-src 'self'; "
	pageMay    = closed + "img-src 'self'; frame-src 'self'; style-src HASH; "
	playerMay  = "base-uri 'none'; default-src 'self'; object-src 'none'; frame-src 'none'; form-action 'none'; img-src 'self' blob: data:; style-src 'self' HASH; worker-src 'self'; "
	redirectTo = pageMay + "script-src HASH"
)

// mayDo is the policy of a document by its path.
func mayDo(path string) string {
	_, inLanguage, _ := strings.Cut(path, "/")
	switch inLanguage {
	case "":
		if path == "404.html" {
			return pageMay + "script-src 'none'"
		}
		return redirectTo
	case "cover/index.html", "player/index.html":
		return redirectTo
	case "demo/strict/index.html":
		return pageMay + "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
	case "demo/article/index.html", "embed/index.html", "licences/index.html":
		return pageMay + "script-src 'self'"
	case "present/index.html", "present/speaker/index.html":
		return playerMay + "script-src 'self' 'wasm-unsafe-eval'"
	}
	if strings.HasPrefix(inLanguage, "player/") {
		return playerMay + "script-src 'self' 'wasm-unsafe-eval' HASH"
	}
	return pageMay + "script-src HASH; worker-src 'self'"
}

func TestADocumentMayDoWhatItsKindNeedsAndNothingElse(t *testing.T) {
	players := 0
	for _, f := range mustMake(t).Files() {
		if !isDocument(f) {
			continue
		}
		got, want := policyIn(t, f), map[string]string{}
		for _, directive := range strings.Split(mayDo(f.Path), "; ") {
			name, sources, _ := strings.Cut(directive, " ")
			want[name] = sorted(strings.Fields(sources))
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: its policy is\n%q, want\n%q", f.Path, got, want)
		}
		if want["script-src"] == sorted([]string{"'self'", "'wasm-unsafe-eval'", "HASH"}) {
			players++
		}
	}
	if want := len(story.Chapters) * len(mustMake(t).Languages); players != want {
		t.Errorf("%d player documents, want %d", players, want)
	}
}

func sorted(sources []string) string {
	slices.Sort(sources)
	return strings.Join(slices.Compact(sources), " ")
}

// The single file asks nothing of anybody: not even of where it came from.
func TestTheSingleFileMayDoNothingButRunItself(t *testing.T) {
	got := asset.SinglePolicy(map[string]bool{asset.SourceHash("a {}"): true}, []string{"run()"}).String()
	want := "default-src 'none'; style-src " + asset.SourceHash("a {}") + "; script-src " + asset.SourceHash("run()") + " 'wasm-unsafe-eval'; " +
		"img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
	if got != want {
		t.Errorf("its policy is %s, want %s", got, want)
	}
}
