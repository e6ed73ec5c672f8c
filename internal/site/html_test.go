package site

import (
	"io"
	"strings"
	"testing"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"

	"opencases/internal/asset"
)

// element is one start tag of a page.
type element struct {
	name  string
	attrs map[string]string
	text  string // directly inside, for style and script
}

var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true}

// elements reads a page or fragment and fails the test where an element is not closed, or closed twice.
func elements(t *testing.T, name string, body []byte) (all []element) {
	t.Helper()
	lexer := html.NewLexer(parse.NewInputBytes(body))
	var open []string
	for {
		kind, data := lexer.Next()
		switch kind {
		case html.ErrorToken:
			if lexer.Err() != io.EOF {
				t.Errorf("%s: %v", name, lexer.Err())
			}
			if len(open) > 0 {
				t.Errorf("%s: not closed: %v", name, open)
			}
			return all
		case html.SVGToken, html.MathToken:
			// The lexer hands the whole subtree over; its tags are read like any other.
			all = append(all, elements(t, name+" svg", append([]byte("<!>"), stripOuter(data)...))...)
			all = append(all, element{name: "svg", attrs: map[string]string{}})
		case html.StartTagToken:
			tag := strings.ToLower(string(lexer.Text()))
			all = append(all, element{name: tag, attrs: map[string]string{}})
			if !void[tag] {
				open = append(open, tag)
			}
		case html.AttributeToken:
			last := all[len(all)-1]
			last.attrs[strings.ToLower(string(lexer.AttrKey()))] = unescape(unquote(string(lexer.AttrVal())))
		case html.StartTagVoidToken:
			open = open[:len(open)-1]
		case html.EndTagToken:
			tag := strings.ToLower(string(lexer.Text()))
			if len(open) == 0 || open[len(open)-1] != tag {
				t.Errorf("%s: </%s> closes %v", name, tag, open)
				return all
			}
			open = open[:len(open)-1]
		case html.TextToken:
			if len(all) > 0 && len(open) > 0 && (open[len(open)-1] == "style" || open[len(open)-1] == "script") {
				all[len(all)-1].text = string(data)
			}
		}
	}
}

// stripOuter takes <svg ...> and </svg> off.
func stripOuter(svg []byte) []byte {
	s := string(svg)
	return []byte(s[strings.IndexByte(s, '>')+1 : strings.LastIndex(s, "</")])
}

var unescapes = strings.NewReplacer("&amp;", "&", "&#39;", "'", "&#34;", `"`, "&quot;", `"`, "&lt;", "<", "&gt;", ">", "&#43;", "+")

func unescape(s string) string { return unescapes.Replace(s) }

// unquote takes the quotation marks off an attribute's value. Those inside it stay: a policy may end with one.
func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// isDocument tells pages from the fragments that scripts put into one.
func isDocument(f *asset.File) bool {
	return strings.HasPrefix(f.Type, "text/html") && !strings.HasPrefix(f.Path, asset.Dir)
}

func TestPagesAreWellFormedAndIdsAreUnique(t *testing.T) {
	for _, f := range mustMake(t).Files() {
		if !strings.HasPrefix(f.Type, "text/html") {
			continue
		}
		seen := map[string]bool{}
		h1 := 0
		for _, e := range elements(t, f.Path, f.MustBody()) {
			if id := e.attrs["id"]; id != "" {
				if seen[id] {
					t.Errorf("%s: the id %s stands twice", f.Path, id)
				}
				seen[id] = true
			}
			if e.name == "h1" {
				h1++
			}
		}
		if isDocument(f) && h1 != 1 {
			t.Errorf("%s has %d h1, want one", f.Path, h1)
		}
	}
}

func TestHeadingsStepDownOneAtATime(t *testing.T) {
	for _, f := range mustMake(t).Files() {
		if !isDocument(f) || strings.Contains(f.Path, "/player/") {
			continue // the player's later headings stand in dialogs
		}
		level := 0
		for _, e := range elements(t, f.Path, f.MustBody()) {
			if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' {
				next := int(e.name[1] - '0')
				if next > level+1 {
					t.Errorf("%s: h%d follows h%d", f.Path, next, level)
				}
				level = next
			}
		}
	}
}

func TestLabelsOfRegionsExist(t *testing.T) {
	for _, f := range mustMake(t).Files() {
		if !isDocument(f) {
			continue
		}
		all := elements(t, f.Path, f.MustBody())
		ids := map[string]bool{}
		for _, e := range all {
			ids[e.attrs["id"]] = true
		}
		for _, e := range all {
			for _, by := range strings.Fields(e.attrs["aria-labelledby"] + " " + e.attrs["aria-describedby"]) {
				// The card and the help dialog are filled, and labelled, by script.
				if !ids[by] && by != "card-title" {
					t.Errorf("%s: <%s> is labelled by %s, which is not there", f.Path, e.name, by)
				}
			}
			if e.name == "iframe" && e.attrs["title"] == "" {
				t.Errorf("%s has a frame without a title", f.Path)
			}
		}
	}
}

func TestInlineStylesAndScriptsStandInThePolicy(t *testing.T) {
	for _, f := range mustMake(t).Files() {
		if !isDocument(f) {
			continue
		}
		var policy string
		for _, e := range elements(t, f.Path, f.MustBody()) {
			switch {
			case e.name == "meta" && strings.EqualFold(e.attrs["http-equiv"], "content-security-policy"):
				policy = e.attrs["content"]
			case e.name == "style" || e.name == "script" && e.attrs["src"] == "" && !strings.HasPrefix(e.attrs["type"], "application/"):
				if !strings.Contains(policy, asset.SourceHash(e.text)) {
					t.Errorf("%s: its inline %s is not allowed by its policy %s", f.Path, e.name, policy)
				}
			}
			for name := range e.attrs {
				if name == "style" || strings.HasPrefix(name, "on") {
					t.Errorf("%s: <%s %s> is blocked by its policy", f.Path, e.name, name)
				}
			}
		}
	}
}
