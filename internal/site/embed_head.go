package site

import (
	"html/template"
	"io/fs"

	"opencases/internal/asset"
	"opencases/internal/oembed"
	"opencases/internal/story"
	"opencases/internal/words"
	"opencases/web/pages"
)

// pageHead is what the smaller pages have in common: the builder, the demonstrations, the licences.
type pageHead struct {
	Lang, Dir  string
	Title      string // of the document
	Heading    string
	Lead       string
	Icon, Home string
	CSP        string
	CSS        template.CSS
	Meta       meta
	Others     []languageLink // the page in every language, if there is more than one
}

// pageHead begins a page of this language. name is its path below the language, "embed/"; more are style sheets of
// web/pages after page.css.
func (e *edition) pageHead(name, root, heading, description string, more ...string) (pageHead, error) {
	h := pageHead{
		Lang: e.lang.Tag(), Dir: e.lang.Direction(), Heading: heading, Lead: description,
		Title: e.lang.String("page.title.document", words.Str("title", heading), words.Str("site", e.lang.String("site.title"))),
		Icon:  root + e.icon.Path, Home: root + e.lang.Tag() + "/",
	}
	if len(e.languages) > 1 {
		h.Others = e.inLanguages(root, "/"+name)
	}
	var sheets []string
	for _, sheet := range append([]string{"page.css"}, more...) {
		text, err := fs.ReadFile(pages.FS, sheet)
		if err != nil {
			return h, err
		}
		sheets = append(sheets, string(text))
	}
	css, err := e.css(root, append(sheets, placeHolder())...)
	if err != nil {
		return h, err
	}
	h.CSS, h.CSP = template.CSS(css), embedderPolicy(css).String()
	h.Meta, err = e.meta(story.Chapters[0], root, e.lang.Tag()+"/"+name, h.Title, description)
	return h, err
}

// placeHolder keeps the place of players until the script comes, for pages that allow no inline style.
func placeHolder() string {
	return "open-cases:not(:defined){" + room + "height:0;padding-bottom:" + oembed.HeightCSS(oembed.Look{}) + "}"
}

// embedderPolicy is for pages that use the public script, as a host would.
func embedderPolicy(css string) asset.Policy {
	p := asset.PagePolicy(css)
	for i := range p {
		if p[i][0] == "script-src" {
			p[i][1] = "'self'"
		}
	}
	return p
}

// addPage renders a page and adds it. name is its path below the language.
func (e *edition) addPage(name, root, template string, data any) (*asset.File, error) {
	body, err := e.render(template, root, data)
	if err != nil {
		return nil, err
	}
	return e.files.Add(asset.NewFile(e.lang.Tag()+"/"+name+"index.html", asset.HTMLType, body)), nil
}
