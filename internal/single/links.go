package single

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"

	"opencases/internal/story"
)

// Inside the single file an address is what stands after its #: "#en/gap/", "#en/#sources-airwars-1", "#data/events.csv".
// It is the path, query and fragment that the file would have on a site.

// inside turns an address as the site's document at from writes it into one inside the file, or into a public one where
// the file does not hold what it leads to. ok is false when there is neither: then no link is left.
func (s *build) inside(from, href string) (to string, ok bool) {
	switch {
	case strings.Contains(href, "://") || strings.HasPrefix(href, "mailto:") || strings.HasPrefix(href, "data:"):
		return href, true
	case strings.HasPrefix(href, "#") && from == s.top:
		return href, true
	}
	rest := ""
	if i := strings.IndexAny(href, "?#"); i >= 0 {
		href, rest = href[:i], href[i:]
	}
	at := from
	if href != "" {
		if at = path.Join(path.Dir(from), href); strings.HasSuffix(href, "/") || strings.HasSuffix(href, ".") {
			at = path.Join(at, "index.html")
		}
	}
	address := strings.TrimSuffix(at, "index.html")
	for _, tag := range s.languages() {
		// The player stands on the page.
		if chapter, found := strings.CutPrefix(address, tag+"/player/"); found {
			address = tag + "/" + chapter
		}
		if address == tag+"/"+cover+"/" {
			address = tag + "/"
		}
	}
	if s.holds(address) {
		return "#" + address + rest, true
	}
	if s.URL != "" && at != Path {
		return s.URL + address + rest, true
	}
	return "", false
}

// holds reports whether the file has what an address inside leads to.
func (s *build) holds(address string) bool {
	lang, rest, _ := strings.Cut(address, "/")
	if slices.Contains(s.languages(), lang) {
		return rest == "" || slices.ContainsFunc(story.Chapters, func(c story.Chapter) bool { return rest == c.Name+"/" }) ||
			slices.Contains(documents, rest)
	}
	return strings.HasPrefix(address, "data/") || strings.HasPrefix(address, "licences/")
}

var jsonHref = regexp.MustCompile(`(href=\\")([^"\\]*)(\\")`)

// jsonLinks turns the links of markup inside JSON.
func (s *build) jsonLinks(from string, body []byte) []byte {
	return jsonHref.ReplaceAllFunc(body, func(m []byte) []byte {
		p := jsonHref.FindSubmatch(m)
		to, _ := s.inside(from, string(p[2]))
		return []byte(string(p[1]) + to + string(p[3]))
	})
}

// plainJSON writes < > & as they are, where encoding/json has written them for a script inside a page: shorter to pack, to
// unpack and to read.
func plainJSON(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for i := 0; i < len(body); i++ {
		if body[i] != '\\' || i+1 == len(body) {
			out = append(out, body[i])
			continue
		}
		if i+6 <= len(body) {
			if c, ok := map[string]byte{`\u003c`: '<', `\u003e`: '>', `\u0026`: '&'}[string(body[i:i+6])]; ok {
				out = append(out, c)
				i += 5
				continue
			}
		}
		out = append(out, body[i], body[i+1])
		i++
	}
	return out
}

// config rewrites what a document tells its scripts: addresses are paths of the site's root, and inside is the document's
// own. What the document brings along itself has no address.
func (s *build) config(from, text string) (string, error) {
	var c map[string]any
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return "", err
	}
	file := func(v any) any {
		if href, ok := v.(string); ok && href != "" {
			trailing := ""
			if strings.HasSuffix(href, "/") {
				trailing = "/"
			}
			return path.Join(path.Dir(from), href) + trailing
		}
		return v
	}
	for _, key := range []string{"stills", "cards", "record", "words", "wasm", "deck", "upright"} {
		if v, ok := c[key]; ok {
			c[key] = file(v)
		}
	}
	if parts, ok := c["parts"].(map[string]any); ok {
		for name := range parts {
			parts[name] = file(parts[name])
		}
	}
	for _, key := range []string{"page", "speaker", "help"} {
		if href, ok := c[key].(string); ok && href != "" {
			href, _, _ = strings.Cut(href, "?") // which would name a version: here is only one
			c[key], _ = s.inside(from, href)
		}
	}
	c["wasmExec"], c["late"] = "", ""
	c["inside"] = strings.TrimSuffix(from, "index.html")
	out, err := json.Marshal(c)
	return string(out), err
}
