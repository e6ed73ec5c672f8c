package site

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/web"
)

// said finds what a script names by a pattern with one group, each once and in order.
func said(t *testing.T, path, pattern string) []string {
	t.Helper()
	text, err := fs.ReadFile(web.FS, path)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(text, -1) {
		all = append(all, string(m[1]))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func named(key string) (all []string) {
	for _, s := range sayings[key] {
		all = append(all, s.Name)
	}
	slices.Sort(all)
	return all
}

// The builder's page is where a host's developer reads the protocol: it has all of it, and nothing else.
func TestTheBuilderDocumentsTheWholeProtocol(t *testing.T) {
	var verbs []string
	for _, v := range story.Verbs() {
		verbs = append(verbs, string(v))
	}
	slices.Sort(verbs)
	for key, spoken := range map[string][]string{
		"embed.say":     said(t, "player/host/protocol.js", `data\.type === "(\w+)"`),
		"embed.hear":    said(t, "player/host/protocol.js", `send\("(\w+)"`),
		"embed.method":  said(t, "embed/element.js", `(?m)^  (command|play|pause|next|back|go|seek|state)\b`),
		"embed.command": verbs,
	} {
		if !slices.Equal(spoken, named(key)) {
			t.Errorf("%s documents %q; the scripts speak %q", key, named(key), spoken)
		}
	}
	page := string(mustFile(t, "en/embed/index.html").MustBody())
	for key, list := range sayings {
		for _, s := range list {
			if !strings.Contains(page, `<code>`+s.Name+`</code>`) {
				t.Errorf("the page leaves out %s of %s", s.Name, key)
			}
		}
	}
	for _, s := range sayings["embed.command"] {
		if _, err := story.ParseCommand(s.Form); err != nil {
			t.Errorf("the example %q: %v", s.Form, err)
		}
	}
}

// The names of parameters are the same in the script, in the player and on the page.
func TestTheBuilderListsTheParametersThatTheScriptTakes(t *testing.T) {
	text, err := fs.ReadFile(web.FS, "embed/parameters.js")
	if err != nil {
		t.Fatal(err)
	}
	list, _, _ := strings.Cut(string(text[strings.Index(string(text), "names = ["):]), "]")
	taken := regexp.MustCompile(`"([a-z]+)"`).FindAllStringSubmatch(list, -1)
	for _, s := range settings {
		if !slices.ContainsFunc(taken, func(m []string) bool { return m[1] == s.name }) {
			t.Errorf("%s is documented, and the script does not take it", s.name)
		}
	}
	for _, m := range taken {
		// The rest are parts of a state, which the player says in its query.
		if !slices.ContainsFunc(settings, func(s struct{ name, values string }) bool { return s.name == m[1] }) && !slices.Contains([]string{"only", "select", "suppose", "speed"}, m[1]) {
			t.Errorf("%s is taken, and not documented", m[1])
		}
	}
}
