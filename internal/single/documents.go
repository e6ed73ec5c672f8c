package single

import (
	"fmt"
	"regexp"
	"strings"

	"opencases/internal/asset"
)

// Style sheets as they stand in the site's documents name the font files; in the single file the fonts are one style of
// their own, which every document of it takes over.
var loadedFace = regexp.MustCompile(`@font-face\s*\{[^}]*url\([^}]*\}`)

// document makes a document or a fragment of the site one of the single file: without policy, scripts and what only
// crawlers read, its links leading inside. The hashes of its styles are kept for the file's one policy.
func (s *build) document(from string, body []byte) ([]byte, error) {
	var fault error
	lang, _, _ := strings.Cut(from, "/")
	r := rewriting{
		tag: func(t *tag) bool {
			switch {
			case t.has("data-online") && (t.get("data-online") == "only" || s.URL == ""):
				return false
			case t.name == "meta":
				return !t.has("http-equiv") && !t.has("property") && t.get("name") != "robots" && !strings.HasPrefix(t.get("name"), "twitter:")
			case t.name == "link":
				return false
			case t.name == "script":
				return t.get("type") == "application/json"
			case t.name == "html" && strings.Contains(from, "/player/"):
				t.set("data-eager", "") // nothing has to be fetched
			case t.name == "iframe":
				t.remove("src", "sandbox", "loading")
				t.set("srcdoc", string(s.covers[lang]))
				return true
			}
			if href := t.get("href"); href != "" {
				to, ok := s.inside(from, href)
				if !ok {
					return false
				}
				t.set("href", to)
				if strings.HasPrefix(to, "#") && !strings.Contains(from, "/present/") {
					t.remove("target", "rel") // it leads through the file, and Back leads back
				}
				if !strings.HasPrefix(to, "#") && t.name == "a" && t.get("target") == "" {
					t.set("target", "_blank")
					t.set("rel", "noopener")
				}
			}
			if src := t.get("src"); src != "" && !strings.HasPrefix(src, "data:") {
				fault = fmt.Errorf("%s: <%s src=%q> would ask for a file", from, t.name, src)
			}
			return true
		},
		text: func(t *tag, text string) string {
			switch {
			case t.name == "style":
				text = loadedFace.ReplaceAllString(text, "")
				s.styles[asset.SourceHash(text)] = true
			case t.get("id") == "config":
				made, err := s.config(from, text)
				if err != nil {
					fault = fmt.Errorf("%s: %w", from, err)
				}
				return made
			}
			return text
		},
	}
	out, err := r.do(body)
	if err == nil {
		err = fault
	}
	if err != nil {
		return nil, fmt.Errorf("the single file cannot hold %s: %w", from, err)
	}
	return out, nil
}
