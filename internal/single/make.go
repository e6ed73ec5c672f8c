// Package single makes one file of a whole site, which needs no network: a page with everything else packed in it.
package single

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/story"
	"opencases/wasm/built"
	"opencases/web"
)

// Path is where a site has the file that holds all of it.
const Path = "open-cases.html"

// Mark is in the first kilobyte of the file, so that the command knows its own.
const Mark = `<meta name="generator" content="opencases bundle">`

// Limit is how big the single file may be, in bytes, with so many languages.
func Limit(languages int) int { return 2_500_000 + (languages-1)*600_000 }

// Source is what the single file is made of.
type Source struct {
	Files          *asset.Set // of the finished site
	URL            string     // public address of the site, or ""
	Player         built.Player
	Wasm, WasmExec *asset.File
	Icon           *asset.File
	Fonts          map[string]*asset.File
	Editions       []Edition // the default language first
}

// Edition is what the file needs of a language besides the site's files.
type Edition struct {
	Lang         string
	Page         []byte             // the page, with its great parts to be filled in from the pack
	Headings     map[string]Heading // by chapter
	FontFaces    string             // CSS that names the font files from the site's root
	Damaged, Old string             // what is said where the file cannot be unpacked
}

// Heading is what a chapter's page has of its own.
type Heading struct {
	Title   string        `json:"title"`
	Heading string        `json:"heading"`
	Lead    template.HTML `json:"lead"`
}

// build is the one file while it is being made: a document that shows the page of the first language with scripts off, the
// whole site packed as text behind it, and a script (web/bundle/boot.js) that unpacks it and shows any of its documents.
type build struct {
	Source
	top    string            // path of the page that stands in it as it is
	covers map[string][]byte // the player's document on each language's page
	styles map[string]bool   // hashes of all styles, for the policy
	pack   pack
}

// cover is the chapter that a language's page opens with.
var cover = story.Chapters[0].Name

// documents are the documents it holds in every language besides the page with its chapters, and the player.
var documents = []string{"present/", "present/speaker/", "teach/", "handout/", "licences/"}

// scriptNames are the scripts that it starts in its documents, by their names in web/bundle.
var scriptNames = []string{"player.js", "presenter.js", "speaker.js"}

// Make makes the file.
func Make(from Source) ([]byte, error) {
	s := &build{Source: from, top: from.Editions[0].Lang + "/index.html", styles: map[string]bool{}, covers: map[string][]byte{}}
	late, err := fs.ReadFile(web.FS, "player/late.css")
	if err != nil {
		return nil, err
	}
	if late, err = asset.Minify(asset.CSSType, late); err != nil {
		return nil, err
	}
	s.styles[asset.SourceHash(string(late))] = true
	s.pack.add("styles/late.css", asset.CSSType, late)
	scripts, err := s.addScripts()
	if err != nil {
		return nil, err
	}
	if err := s.addDocuments(); err != nil {
		return nil, err
	}
	if err := s.addFiles(); err != nil {
		return nil, err
	}
	top, err := s.document(s.top, s.Editions[0].Page)
	if err != nil {
		return nil, err
	}
	return s.join(top, scripts)
}

// addScripts packs what runs in the file's documents. The answer is their texts, for the policy.
func (s *build) addScripts() (texts []string, err error) {
	for _, name := range scriptNames {
		text, err := asset.BundleInlineModule(web.FS, "bundle/"+name)
		if err != nil {
			return nil, err
		}
		s.pack.add("scripts/"+name, asset.JSType, []byte(text))
		texts = append(texts, text)
	}
	support := s.WasmExec.MustBody()
	s.pack.add("scripts/"+built.SupportFile, asset.JSType, support)
	return append(texts, string(support)), nil
}

// addDocuments packs every document but the page that stands in the file as it is.
func (s *build) addDocuments() error {
	for i, e := range s.Editions {
		tag := e.Lang
		var paths []string
		for _, ch := range story.Chapters {
			paths = append(paths, tag+"/player/"+ch.Name+"/index.html")
		}
		for _, doc := range documents {
			paths = append(paths, tag+"/"+doc+"index.html")
		}
		for _, name := range paths {
			f, ok := s.Files.File(name)
			if !ok {
				return fmt.Errorf("the single file cannot hold %s: the site has no such file", name)
			}
			body, err := s.document(name, f.MustBody())
			if err != nil {
				return err
			}
			if name == tag+"/player/"+cover+"/index.html" {
				s.covers[tag] = body
			}
			s.pack.add(name, asset.HTMLType, body)
		}
		if err := s.addHeadings(e); err != nil {
			return err
		}
		if i == 0 {
			continue
		}
		body, err := s.document(tag+"/index.html", e.Page)
		if err != nil {
			return err
		}
		s.pack.add(tag+"/index.html", asset.HTMLType, body)
		s.pack.add("fonts/"+tag+".css", asset.CSSType, []byte(s.fonts(e)))
	}
	return nil
}

func (s *build) addHeadings(e Edition) error {
	for chapter, h := range e.Headings {
		lead, err := s.document(e.Lang+"/index.html", []byte(h.Lead))
		if err != nil {
			return err
		}
		h.Lead = template.HTML(lead)
		e.Headings[chapter] = h
	}
	body, err := json.Marshal(e.Headings)
	s.pack.add(e.Lang+"/headings.json", asset.JSONType, body)
	return err
}

// fonts are the fonts of a language as a style with the files in it.
func (s *build) fonts(e Edition) string {
	css := e.FontFaces
	for _, f := range s.Fonts {
		css = strings.ReplaceAll(css, f.Path, "data:font/woff2;base64,"+base64.StdEncoding.EncodeToString(f.MustBody()))
	}
	s.styles[asset.SourceHash(css)] = true
	return css
}

// fromPlayer leads from a player's document to the site's root. The cards that hold it are those of the player.
const fromPlayer = "../../../"

// addFiles packs what the scripts ask for, and the files that links lead to.
func (s *build) addFiles() error {
	for _, f := range s.Files.Files() {
		lang, name, _ := strings.Cut(strings.TrimPrefix(f.Path, asset.Dir), "-")
		hashed := strings.HasPrefix(f.Path, asset.Dir)
		switch {
		case strings.HasPrefix(f.Path, "data/"), strings.HasPrefix(f.Path, "licences/"), hashed && lang == "record" && f.Type == asset.JSONType:
			s.pack.add(f.Path, f.Type, f.MustBody())
		case !hashed || !slices.Contains(s.languages(), lang):
		case f.Type == asset.JSONType:
			from := lang + "/player/" + cover + "/index.html"
			switch {
			case strings.HasPrefix(name, "deck-"), strings.HasPrefix(name, "cards-") && !strings.Contains(string(f.MustBody()), fromPlayer):
				from = lang + "/present/index.html"
			}
			s.pack.add(f.Path, f.Type, plainJSON(s.jsonLinks(from, f.MustBody())))
		case f.Type == asset.HTMLType:
			body, err := s.document(lang+"/player/"+cover+"/part", f.MustBody())
			if err != nil {
				return err
			}
			s.pack.add(f.Path, f.Type, body)
		}
	}
	return nil
}

// join writes the file: the page, then the fonts, the packs and the script that reads them.
func (s *build) join(top []byte, scripts []string) ([]byte, error) {
	plain, err := s.pack.bytes()
	if err != nil {
		return nil, err
	}
	if _, err := asset.Decompress(s.Player.Gzip); err != nil {
		return nil, fmt.Errorf("the player: %w; run: make clean build", err)
	}
	boot, err := asset.BundleInlineModule(web.FS, "bundle/boot.js")
	if err != nil {
		return nil, err
	}
	wait, err := asset.BundleInlineModule(web.FS, "bundle/wait.js")
	if err != nil {
		return nil, err
	}
	e := s.Editions[0]
	say, err := json.Marshal(map[string]string{"damaged": e.Damaged, "old": e.Old})
	if err != nil {
		return nil, err
	}
	fontCSS := s.fonts(e)
	head := `<meta http-equiv="Content-Security-Policy" content="` + asset.SinglePolicy(s.styles, append(scripts, boot, wait)).String() + `">` +
		`<link rel="icon" href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString(s.Icon.MustBody()) + `"><script>` + wait + `</script>`
	out := strings.Replace(string(top), `<meta charset="utf-8">`, `<meta charset="utf-8">`+Mark+head, 1)
	if len(out) == len(top) {
		return nil, fmt.Errorf("the single file's page has no <meta charset> to put its policy behind")
	}
	foot := `<style id="fonts">` + fontCSS + "</style>\n" +
		`<script type="application/json" id="single" data-engine="` + s.Wasm.Path + `">` + string(say) + "</script>\n" +
		string(packedScript("packed-site", asset.CompressGzip(plain))) + string(packedScript("packed-engine", s.Player.Gzip)) +
		`<script type="module">` + boot + "</script>\n"
	i := strings.LastIndex(out, "</body>")
	if i < 0 {
		return nil, fmt.Errorf("the single file's page has no end")
	}
	return []byte(out[:i] + foot + out[i:]), nil
}

func (s *build) languages() (tags []string) {
	for _, e := range s.Editions {
		tags = append(tags, e.Lang)
	}
	return tags
}
