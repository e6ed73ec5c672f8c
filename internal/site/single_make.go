package site

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/story"
	"opencases/wasm/built"
	"opencases/web"
	"opencases/web/pages"
)

// single is the one file while it is being made: a document that shows the page of the first language with scripts off, the
// whole site packed as text behind it, and a script (web/bundle/boot.js) that unpacks it and shows any of its documents.
type single struct {
	site     *Site
	url      string
	player   built.Player
	editions []*finished       // the default language first
	top      string            // path of the page that stands in it as it is
	covers   map[string][]byte // the player's document on each language's page
	styles   map[string]bool   // hashes of all styles, for the policy
	pack     pack
}

// singleDocs are the documents it holds in every language besides the page with its chapters, and the player.
var singleDocs = []string{"present/", "present/speaker/", "teach/", "handout/", "licences/"}

// singleScripts are the scripts that it starts in its documents, by their names in web/bundle.
var singleScripts = []string{"player.js", "presenter.js", "speaker.js"}

func makeSingle(site *Site, c Config, editions []*finished) ([]byte, error) {
	s := &single{site: site, url: c.URL, player: c.Player, editions: editions, top: site.Languages[0] + "/index.html", styles: map[string]bool{}, covers: map[string][]byte{}}
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
	top, err := s.page(s.editions[0], s.top)
	if err != nil {
		return nil, err
	}
	return s.join(top, scripts)
}

// addScripts packs what runs in the file's documents. The answer is their texts, for the policy.
func (s *single) addScripts() (texts []string, err error) {
	for _, name := range singleScripts {
		text, err := asset.BundleInlineModule(web.FS, "bundle/"+name)
		if err != nil {
			return nil, err
		}
		s.pack.add("scripts/"+name, asset.JSType, []byte(text))
		texts = append(texts, text)
	}
	support := s.editions[0].wasmExec.MustBody()
	s.pack.add("scripts/"+built.SupportFile, asset.JSType, support)
	return append(texts, string(support)), nil
}

// addDocuments packs every document but the page that stands in the file as it is.
func (s *single) addDocuments() error {
	for i, tag := range s.site.Languages {
		var paths []string
		for _, ch := range story.Chapters {
			paths = append(paths, tag+"/player/"+ch.Name+"/index.html")
		}
		for _, doc := range singleDocs {
			paths = append(paths, tag+"/"+doc+"index.html")
		}
		for _, name := range paths {
			f, ok := s.site.File(name)
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
		e := s.editions[i]
		if err := s.addHeadings(e); err != nil {
			return err
		}
		if i == 0 {
			continue
		}
		body, err := s.page(e, tag+"/index.html")
		if err != nil {
			return err
		}
		s.pack.add(tag+"/index.html", asset.HTMLType, body)
		s.pack.add("fonts/"+tag+".css", asset.CSSType, []byte(s.fonts(e)))
	}
	return nil
}

// heading is what a chapter's page has of its own.
type heading struct {
	Title   string        `json:"title"`
	Heading string        `json:"heading"`
	Lead    template.HTML `json:"lead"`
}

func (s *single) addHeadings(e *finished) error {
	all := map[string]heading{}
	for _, ch := range story.Chapters {
		d := e.pageDoc(ch, pageRoot, e.lang.Tag()+"/", e.players[ch.Name], nil)
		lead, err := s.document(e.lang.Tag()+"/index.html", []byte(d.Lead))
		if err != nil {
			return err
		}
		all[ch.Name] = heading{d.Title, d.Heading, template.HTML(lead)}
	}
	body, err := json.Marshal(all)
	s.pack.add(e.lang.Tag()+"/headings.json", asset.JSONType, body)
	return err
}

// page is a language's page. Its tables, its sources and the article beside the record come from the pack.
func (s *single) page(e *finished, name string) ([]byte, error) {
	sheet, err := fs.ReadFile(pages.FS, "page.css")
	if err != nil {
		return nil, err
	}
	own, err := fs.ReadFile(web.FS, "bundle/single.css")
	if err != nil {
		return nil, err
	}
	css, err := e.css(pageRoot, string(sheet), string(own))
	if err != nil {
		return nil, err
	}
	filled := map[string]template.HTML{}
	for part, file := range map[string]string{"tables": "table", "sources": "sources", "statements": "article"} {
		address := path.Join(path.Dir(name), "player", cover, e.partFiles[file])
		filled[part] = template.HTML(fmt.Sprintf(`<div data-fill=%q><noscript><p class="quiet">%s</p></noscript></div>`, address, e.lang.String("page.single.noscript")))
	}
	d := e.pageDoc(story.Chapters[0], pageRoot, e.lang.Tag()+"/", e.players[story.Chapters[0].Name], filled)
	d.CSS = template.CSS(css)
	body, err := e.render("page", pageRoot, d)
	if err != nil {
		return nil, err
	}
	return s.document(name, body)
}

// fonts are the fonts of a language as a style with the files in it.
func (s *single) fonts(e *finished) string {
	css := e.fontFaces("")
	for _, f := range e.shared.fonts {
		css = strings.ReplaceAll(css, f.Path, "data:font/woff2;base64,"+base64.StdEncoding.EncodeToString(f.MustBody()))
	}
	s.styles[asset.SourceHash(css)] = true
	return css
}

// addFiles packs what the scripts ask for, and the files that links lead to.
func (s *single) addFiles() error {
	for _, f := range s.site.Files() {
		lang, name, _ := strings.Cut(strings.TrimPrefix(f.Path, asset.Dir), "-")
		hashed := strings.HasPrefix(f.Path, asset.Dir)
		switch {
		case strings.HasPrefix(f.Path, "data/"), strings.HasPrefix(f.Path, "licences/"), hashed && lang == "record" && f.Type == asset.JSONType:
			s.pack.add(f.Path, f.Type, f.MustBody())
		case !hashed || !slices.Contains(s.site.Languages, lang):
		case f.Type == asset.JSONType:
			from := lang + "/player/" + cover + "/index.html"
			switch {
			case strings.HasPrefix(name, "deck-"), strings.HasPrefix(name, "cards-") && !strings.Contains(string(f.MustBody()), playerRoot):
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
func (s *single) join(top []byte, scripts []string) ([]byte, error) {
	plain, err := s.pack.bytes()
	if err != nil {
		return nil, err
	}
	if _, err := asset.Decompress(s.player.Gzip); err != nil {
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
	e := s.editions[0]
	say, err := json.Marshal(map[string]string{"damaged": e.lang.String("page.single.damaged"), "old": e.lang.String("page.single.old")})
	if err != nil {
		return nil, err
	}
	fontCSS := s.fonts(e)
	head := `<meta http-equiv="Content-Security-Policy" content="` + asset.SinglePolicy(s.styles, append(scripts, boot, wait)).String() + `">` +
		`<link rel="icon" href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString(e.icon.MustBody()) + `"><script>` + wait + `</script>`
	out := strings.Replace(string(top), `<meta charset="utf-8">`, `<meta charset="utf-8">`+SingleMark+head, 1)
	if len(out) == len(top) {
		return nil, fmt.Errorf("the single file's page has no <meta charset> to put its policy behind")
	}
	foot := `<style id="fonts">` + fontCSS + "</style>\n" +
		`<script type="application/json" id="single" data-engine="` + e.wasm.Path + `">` + string(say) + "</script>\n" +
		string(packedScript("packed-site", asset.CompressGzip(plain))) + string(packedScript("packed-engine", s.player.Gzip)) +
		`<script type="module">` + boot + "</script>\n"
	i := strings.LastIndex(out, "</body>")
	if i < 0 {
		return nil, fmt.Errorf("the single file's page has no end")
	}
	return []byte(out[:i] + foot + out[i:]), nil
}
