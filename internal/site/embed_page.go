package site

import (
	"encoding/json"
	"html/template"
	"io/fs"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/story"
	"opencases/web"
	"opencases/web/pages"
)

// builderDoc is what web/pages/embed.html is given.
type builderDoc struct {
	pageHead
	Address   string // stands in the code where the site does not know its own
	Chapters  []link
	Snippets  []shownSnippet
	Settings  []setting
	Recipes   []recipe
	Voice     []voiceTable
	Script    string
	EmbedJS   string
	Config    template.JS
	Frame     builderInfo
	Picture   string
	Page      string
	Article   string
	Strict    string
	Known     bool // the site knows its address
	Fonts     []string
	Languages []languageLink
}

type shownSnippet struct{ ID, Title, Text, Code string }

// setting is a row of the table of all settings.
type setting struct{ Name, Values, Text string }

// recipe says how it is done in one kind of system; Code may be empty.
type recipe struct{ Title, Text, Code string }

// builderConfig is what the builder's script is told.
type builderConfig struct {
	Site     string                            `json:"site"` // public address, or "" for that of the page
	Root     string                            `json:"root"` // leads from the page to it
	Lang     string                            `json:"lang"`
	Snippets []snippet                         `json:"snippets"`
	About    map[string]map[string]builderInfo `json:"about"` // by language and chapter
	Say      map[string]string                 `json:"say"`
}

// settings are the parameters of an embed with the values they take, for the table; web/embed/parameters.js has them all.
var settings = []struct{ name, values string }{
	{"chapter", namesOf(story.ChapterNames())},
	{"lang", ""}, {"beat", "1, 2, 3 …"}, {"view", namesOf(story.Views)}, {"month", "2017-03"},
	{"theme", "auto, light, dark"}, {"accent", "#1f5f9e"}, {"ground", "#ffffff"},
	{"font", "own, system, sans, serif, arial, helvetica, georgia, times, palatino"},
	{"controls", "full, minimal, none"}, {"autoplay", "on, off"}, {"guess", "on, off"}, {"numerals", "auto, latn, arab"},
	{"caption", "on, off"}, {"height", "auto, fit, 600"},
}

// namesOf lists names as a reader of the table writes them.
func namesOf[T ~string](names []T) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = string(name)
	}
	return strings.Join(list, ", ")
}

// builderFonts are the faces the form offers, after our own.
var builderFonts = []string{"system", "sans", "serif", "georgia", "palatino", "helvetica"}

// recipes are shown in this order; code is what follows the text, if anything.
var recipes = []struct{ name, code string }{
	{"wordpress", ""}, {"ghost", ""},
	{"static", `<script async src="{site}embed.js"></script>
<open-cases{attributes}><a href="{story}">{title}</a></open-cases>`},
	{"learn", ""},
	{"scroll", `<open-cases{attributes}>
  <p data-open-cases-step="gap 2">…</p>
  <p data-open-cases-step="gap 3">…</p>
  <p data-open-cases-step="gap 4">…</p>
</open-cases>`},
	{"csp", `script-src {site}embed.js;
frame-src {site};

open-cases:not(:defined) { display: grid; grid-template-columns: minmax(0, 100vw); height: 0; padding-bottom: {hold}; }`},
	{"host", `opencases build -out public -url {site}

Access-Control-Allow-Origin: *
Cross-Origin-Resource-Policy: cross-origin
Cross-Origin-Embedder-Policy: require-corp`},
	{"print", ""},
}

// addBuilder adds the page on which an embed is put together.
func (e *edition) addBuilder(editions []*finished) error {
	const name, root = "embed/", deepRoot
	head, err := e.pageHead(name, root, e.lang.String("embed.title"), e.lang.String("embed.lead"), "embed.css")
	if err != nil {
		return err
	}
	d := builderDoc{
		pageHead: head, Address: e.lang.String("embed.address"), Known: e.url != "", Script: root + e.builder.Path, EmbedJS: root + embedPath,
		Frame: e.chapterInfo(cover), Page: head.Home, Article: "../demo/article/", Strict: "../demo/strict/", Fonts: builderFonts,
	}
	d.Picture = root + d.Frame.Image
	for _, ch := range story.Chapters {
		d.Chapters = append(d.Chapters, link{Name: ch.Name, Title: e.chapterTitle(ch.Name)})
	}
	d.Languages = e.inLanguages("", "")
	site := e.url
	if site == "" {
		site = d.Address
	}
	values := e.values(site, cover)
	for _, s := range snippets {
		key := "embed.snippet." + s.ID + "."
		d.Snippets = append(d.Snippets, shownSnippet{s.ID, e.lang.String(key + "title"), e.lang.String(key + "text"), s.filled(values)})
	}
	for _, s := range settings {
		if s.name == "lang" {
			s.values = strings.Join(e.languages, ", ")
		}
		d.Settings = append(d.Settings, setting{s.name, s.values, e.lang.String("embed.names." + s.name)})
	}
	d.Voice = e.voiceTables()
	values = e.values(site, "gap")
	for _, r := range recipes {
		key := "embed.recipe." + r.name + "."
		d.Recipes = append(d.Recipes, recipe{e.lang.String(key + "title"), e.lang.String(key + "text"), snippet{Kind: "text", Form: r.code}.filled(values)})
	}
	config, err := json.Marshal(e.builderConfig(editions))
	if err != nil {
		return err
	}
	d.Config = template.JS(config)
	_, err = e.addPage(name, root, "embed", d)
	return err
}

func (e *edition) builderConfig(editions []*finished) builderConfig {
	c := builderConfig{
		Site: e.url, Root: deepRoot, Lang: e.lang.Tag(), Snippets: snippets, About: map[string]map[string]builderInfo{},
		Say: map[string]string{},
	}
	for _, other := range editions {
		tag := other.lang.Tag()
		c.About[tag] = map[string]builderInfo{}
		for _, ch := range story.Chapters {
			c.About[tag][ch.Name] = other.chapterInfo(ch.Name)
		}
	}
	for _, key := range []string{"embed.copied", "embed.copy", "embed.copy.select", "embed.snippet.amp.more", "embed.address"} {
		c.Say[key] = e.lang.String(key)
	}
	return c
}

// builderFiles are the scripts of web, with those of its pages, which the bundler finds in a file system of their own.
type builderFiles struct{}

// Open implements fs.FS.
func (builderFiles) Open(name string) (fs.File, error) {
	if page, ok := strings.CutPrefix(name, "pages/"); ok {
		return pages.FS.Open(page)
	}
	return web.FS.Open(name)
}

// addBuilderScript adds the script of the builder's page.
func (s *shared) addBuilderScript() (*asset.File, error) {
	made, err := s.files.AddScripts(builderFiles{}, "pages/embed.js")
	if err != nil {
		return nil, err
	}
	return made["embed.js"], nil
}
