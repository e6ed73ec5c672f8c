package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strconv"

	"opencases/internal/asset"
	"opencases/internal/frame"
	"opencases/internal/paint/png"
	"opencases/internal/paint/svg"
	"opencases/internal/picture"
	"opencases/internal/single"
	"opencases/internal/story"
	"opencases/internal/words"
	"opencases/web/pages"
)

// pageDoc is what web/pages/page.html is given.
type pageDoc struct {
	Lang, Dir          string
	Chapter            string // the one the page is opened at
	Title, Description string
	Heading            string
	Lead               template.HTML
	Meta               meta
	Icon, Home, Player string
	FrameTitle         string
	CSP                string
	CSS                template.CSS
	Keep               template.JS // asks for the service worker
	Languages          []languageLink
	Alternates         []languageLink
	Summary            []template.HTML
	Chapters           []pageChapter
	CardWidth          int // px
	CardHeight         int
	How, Careful       []entry
	Glossary           []entry
	Downloads          []link
	Parts              map[string]template.HTML // by name, made once for all pages of a depth
	Single             string                   // address of the single file
	SingleMB           int                      // than which it is smaller
	Version            string                   // of the site
}

// parts is what the templates of the page's parts are given.
type parts struct {
	Here       string // address of the page from where the parts stand, "" on the page itself
	Foreign    bool   // the page's language is not the record's
	Statements []statement
	Tables     []table
	Derived    []derivedTable
	Groups     []sourceGroup
}

// languageLink leads to a page in one of the site's languages.
type languageLink struct{ Tag, Name, Href string }

// inLanguages are the forms of a page in all languages; path is the page's, without its language.
func (s *shared) inLanguages(root, path string) (all []languageLink) {
	for _, tag := range s.languages {
		all = append(all, languageLink{tag, s.names[tag], root + tag + path})
	}
	return all
}

// alternates are inLanguages for search engines, which want whole addresses; none where there is one language.
func (e *edition) alternates(root, path string) []languageLink {
	if e.url != "" {
		root = e.url
	}
	if len(e.languages) == 1 {
		return nil
	}
	return e.inLanguages(root, path)
}

type entry struct {
	Title string
	Text  template.HTML
}

type pageChapter struct {
	Name, Title, Href string
	Beats             []entry
	Card              string // the picture as a file
	Pictures          []docStill
	Caption           string
}

// notes are the entries of "how this was counted", and glossary the terms, in the order a reader needs them.
var (
	notes    = []string{"releases", "marks", "spans", "derived", "blank", "exercise", "counts"}
	glossary = []string{"strike", "engagement", "report", "assessment", "credible", "non-credible", "duplicate", "open", "reopened", "acknowledged", "independent", "derived", "blank", "coalition", "airwars"}
)

// tableOrder is the order of the tables on the page: what the story rests on first. Statements and sources have
// sections of their own.
var tableOrder = []string{"assessments", "strike_totals", "estimates", "announcements", "events", "strikes_by_month", "weapons_by_month"}

// cover is the chapter that the page without a chapter's name opens with.
const cover = "cover"

// partNames are the templates of web/pages/parts.html.
var partNames = []string{"statements", "tables", "sources", "help"}

// parts renders what pages and the player's dialogs share, by name. root leads to the site's root from where they
// stand, here to the page.
func (e *edition) parts(root, here string) (map[string]template.HTML, error) {
	p := parts{Here: here, Foreign: e.lang.Tag() != words.Reference, Statements: e.statements(root), Derived: e.derived(), Groups: e.sources()}
	for _, name := range tableOrder {
		p.Tables = append(p.Tables, e.table(name))
	}
	made := map[string]template.HTML{}
	for _, name := range partNames {
		body, err := e.render(name, root, p)
		if err != nil {
			return nil, err
		}
		made[name] = template.HTML(body)
	}
	return made, nil
}

// addPages adds the standalone page of every chapter, with its player.
func (e *edition) addPages(players map[string]*asset.File) error {
	style, err := fs.ReadFile(pages.FS, "page.css")
	if err != nil {
		return err
	}
	parts := map[string]map[string]template.HTML{}
	for _, root := range []string{pageRoot, deepRoot} {
		if parts[root], err = e.parts(root, ""); err != nil {
			return err
		}
	}
	for _, ch := range story.Chapters {
		root, path := deepRoot, e.lang.Tag()+"/"+ch.Name+"/"
		if ch.Name == cover {
			root, path = pageRoot, e.lang.Tag()+"/"
		}
		css, err := e.css(root, string(style))
		if err != nil {
			return err
		}
		doc := e.pageDoc(ch, root, path, players[ch.Name], parts[root])
		if doc.Meta, err = e.meta(ch, root, path, doc.Title, doc.Description); err != nil {
			return err
		}
		script, err := registration(root)
		if err != nil {
			return err
		}
		doc.CSS, doc.CSP, doc.Keep = template.CSS(css), keepingPolicy(css, script).String(), template.JS(script)
		body, err := e.render("page", root, doc)
		if err != nil {
			return err
		}
		e.files.Add(asset.NewFile(path+"index.html", asset.HTMLType, body))
	}
	return nil
}

func (e *edition) pageDoc(ch story.Chapter, root, path string, player *asset.File, parts map[string]template.HTML) pageDoc {
	home := root + e.lang.Tag() + "/"
	d := pageDoc{
		Lang: e.lang.Tag(), Dir: e.lang.Direction(), Chapter: ch.Name,
		Title: e.pageTitle(ch.Name), Description: e.lang.String("chapter." + ch.Name + ".lead"),
		Heading: e.lang.String("page.title"), Lead: e.markup(root, "page.lead"),
		Icon: root + e.icon.Path, Home: home, Player: pinned(root, player),
		FrameTitle: e.frameTitle(ch.Name),
		Parts:      parts, Single: root + single.Path, SingleMB: e.singleMB, Version: e.version.Version,
		CardWidth: png.CardWidth, CardHeight: png.CardHeight,
	}
	if ch.Name == cover {
		d.Description = e.lang.String("page.description")
	} else {
		d.Heading, d.Lead = e.chapterTitle(ch.Name), e.markup(root, "chapter."+ch.Name+".lead")
	}
	d.Languages = e.inLanguages(root, path[len(e.lang.Tag()):])
	d.Alternates = e.alternates(root, path[len(e.lang.Tag()):])
	for i := 1; e.lang.Has("page.summary." + strconv.Itoa(i)); i++ {
		d.Summary = append(d.Summary, e.markup(root, "page.summary."+strconv.Itoa(i)))
	}
	for i := 1; e.lang.Has(fmt.Sprintf("page.careful.%d.text", i)); i++ {
		d.Careful = append(d.Careful, e.entry(root, fmt.Sprintf("page.careful.%d.", i), "title"))
	}
	for _, name := range notes {
		d.How = append(d.How, e.entry(root, "page.how."+name+".", "title"))
	}
	for _, name := range glossary {
		d.Glossary = append(d.Glossary, e.entry(root, "word."+name+".", "name"))
	}
	for _, name := range e.rec.Tables() {
		d.Downloads = append(d.Downloads, link{name + ".csv", e.lang.String("table." + name + ".title"), root + "data/" + name + ".csv"})
	}
	for _, other := range story.Chapters {
		if other.Name == cover || other.Name == "explore" {
			continue // the page's own beginning, and the page itself
		}
		d.Chapters = append(d.Chapters, e.pageChapter(other, root))
	}
	return d
}

func (e *edition) entry(root, key, title string) entry {
	return entry{e.lang.String(key + title), e.markup(root, key+"text")}
}

// pageChapter is a chapter to be read: its beats but for those that ask, and the picture of its finding.
func (e *edition) pageChapter(ch story.Chapter, root string) pageChapter {
	c := pageChapter{Name: ch.Name, Title: e.chapterTitle(ch.Name), Href: root + e.lang.Tag() + "/" + ch.Name + "/"}
	c.Card = c.Href + cardName
	for i, b := range ch.Beats {
		if b.Ask == story.AskNothing {
			key := fmt.Sprintf("beat.%s.%d.", ch.Name, i+1)
			c.Beats = append(c.Beats, e.entry(root, key, "title"))
		}
	}
	s := e.opened(ch.Name)
	for _, comp := range []picture.Composition{picture.Narrow, picture.Article} {
		p := picture.Make(e.rec, e.lang, s.Scene(), comp)
		drawn := svg.Draw(p, svg.Options{Words: true, ID: fmt.Sprintf("%.1s%s", comp, ch.Name)})
		drawn = bytes.ReplaceAll(drawn, []byte("</text>"), []byte("</text> ")) // text browsers show the labels one after the other
		c.Pictures = append(c.Pictures, docStill{Comp: comp.String(), SVG: template.HTML(drawn) + axisStrip(p)})
		c.Caption = e.lang.String("page.beat.figure", words.Str("what", p.Description.String()))
	}
	return c
}

// timed are the views whose marks stand over the timeline; in the others it is a control only.
var timed = []story.View{story.Strikes, story.Reports, story.Gap, story.After}

// axisStrip draws the timeline's labels under a still, as wide as the picture.
func axisStrip(p picture.Picture) template.HTML {
	if !slices.Contains(timed, p.View) || p.Axis.X1 <= p.Axis.X0 {
		return ""
	}
	const height, size = 20, 12
	text := fmt.Sprintf(`<svg class="axis" viewBox="0 0 %g %d" aria-hidden="true"><path d="M%g .5H%g" class="k-quiet" stroke="currentColor"/>`, p.Viewport.W, height, p.Axis.X0, p.Axis.X1)
	for _, t := range p.Axis.Ticks {
		if t.Text != "" {
			text += fmt.Sprintf(`<text class="k-quiet" fill="currentColor" font-size="%d" x="%.1f" y="15">%s</text> `, size, t.X, frame.Escape(t.Text))
		}
	}
	return template.HTML(text + "</svg>")
}

func (e *edition) chapterTitle(name string) string {
	return e.lang.String("chapter." + name + ".title")
}

// pageTitle is the title of a chapter's documents: "The gap – Open Cases".
func (e *edition) pageTitle(chapter string) string {
	if chapter == cover {
		return e.lang.String("site.title") + ": " + e.lang.String("site.tagline")
	}
	return e.lang.String("page.title.document", words.Str("title", e.chapterTitle(chapter)), words.Str("site", e.lang.String("site.title")))
}
