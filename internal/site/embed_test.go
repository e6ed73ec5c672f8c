package site

import (
	"strings"
	"testing"

	"opencases/internal/oembed"
	"opencases/web/licences"
)

// code gives every snippet that the builder's page shows without scripts.
func code(t *testing.T) map[string]string {
	t.Helper()
	body := string(mustFile(t, "en/embed/index.html").MustBody())
	found := map[string]string{}
	for _, sn := range snippets {
		_, after, ok := strings.Cut(body, `id="code-`+sn.ID+`"`)
		_, after, _ = strings.Cut(after, "<code>")
		text, _, closed := strings.Cut(after, "</code>")
		if !ok || !closed {
			t.Fatalf("the page does not show the snippet %s", sn.ID)
		}
		found[sn.ID] = unescape(text)
	}
	return found
}

func TestTheCodeIsWholeHTMLThatLeadsToTheSite(t *testing.T) {
	all := code(t)
	for _, s := range snippets {
		text := all[s.ID]
		if strings.ContainsAny(text, "{}") {
			t.Errorf("%s is not filled in: %s", s.ID, text)
		}
		if s.Kind != "html" {
			continue
		}
		for _, e := range elements(t, s.ID, []byte(text)) { // fails where an element is not closed
			for _, name := range []string{"src", "href"} {
				address, own := strings.CutPrefix(e.attrs[name], here)
				if e.attrs[name] == "" || strings.HasPrefix(e.attrs[name], "https://cdn.ampproject.org/") {
					continue
				}
				if strings.HasSuffix(address, "/") {
					address += "index.html"
				}
				if _, ok := mustMake(t).File(address); !own || !ok {
					t.Errorf("%s: <%s> leads to %s, which the site does not have", s.ID, e.name, e.attrs[name])
				}
			}
			switch e.name {
			case "iframe", "amp-iframe":
				if e.attrs["title"] == "" || e.attrs["sandbox"] != oembed.Sandbox {
					t.Errorf("%s: %v", s.ID, e.attrs)
				}
			case "img", "amp-img":
				if e.attrs["alt"] == "" {
					t.Errorf("%s: a picture without words", s.ID)
				}
			}
		}
	}
	amp := all["amp"]
	if !strings.Contains(amp, " placeholder") || !strings.Contains(amp, " overflow ") || !strings.Contains(amp, " resizable") {
		t.Errorf("amp: %s", amp)
	}
	for id, held := range map[string]string{"script": ";height:0;padding-bottom:max(", "div": ";height:env(held,0px);padding-bottom:env(held,max(", "frame": ` style="height:max(`} {
		if !strings.Contains(all[id], held) {
			t.Errorf("%s does not hold its place: %s", id, all[id])
		}
	}
	if all["oembed"] != here+"en/" {
		t.Errorf("oembed: %s", all["oembed"])
	}
}

func TestWhatIsFilledInIsEscapedByItsKind(t *testing.T) {
	values := map[string]string{"title": `a "b" <c> [d]`, "attributes": ` x="1"`}
	for kind, want := range map[string]string{
		"html":     `a &quot;b&quot; &lt;c&gt; [d] x="1"`,
		"markdown": `a "b" <c> \[d\] x="1"`,
		"text":     `a "b" <c> [d] x="1"`,
	} {
		if got := (snippet{Kind: kind, Form: "{title}{attributes}"}).filled(values); got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
}

func TestTheStrictPageIsSentWithItsPolicy(t *testing.T) {
	f := mustFile(t, "en/demo/strict/index.html")
	for _, part := range []string{"default-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"} {
		if !strings.Contains(f.Policy, part) {
			t.Errorf("its policy %q lacks %s", f.Policy, part)
		}
	}
	if strings.Contains(f.Policy, "unsafe") {
		t.Errorf("its policy is %q", f.Policy)
	}
}

func TestEveryPartThatOthersMadeHasItsLicence(t *testing.T) {
	page := string(mustFile(t, "en/licences/index.html").MustBody())
	for _, p := range licences.Parts {
		if text := mustFile(t, "licences/"+p.File).MustBody(); len(text) < 900 || !strings.Contains(page, p.Home) || !strings.Contains(page, "../../licences/"+p.File) {
			t.Errorf("%s: a licence of %d bytes, or the page does not name it", p.Name, len(text))
		}
	}
}
