package site

import (
	"encoding/json"
	"html/template"

	cards "opencases/internal/paint/png"
	"opencases/internal/story"
	"opencases/internal/words"
)

// meta is what a page says of itself to search engines and to whoever shows a link to it; web/pages/meta.html writes it.
type meta struct {
	Type               string // of Open Graph
	Title, Description string
	URL                string   // public address of the page, or ""
	Others             []string // locales of the other languages
	Image, ImageAlt    string
	Width, Height      int         // px, of the image
	JSON, XML          string      // addresses of the oEmbed answers, "" for pages that cannot be embedded
	LD                 template.JS // JSON-LD of the page and of the record
}

// meta describes the page at a path. chapter is the one it shows or stands for; root leads to the site's root. Addresses
// are absolute where the site knows its own, as those who read them want.
func (e *edition) meta(chapter story.Chapter, root, path, title, description string) (meta, error) {
	base := root
	if e.url != "" {
		base = e.url
	}
	image := e.shareCard(chapter)
	m := meta{
		Type: "article", Title: title, Description: description, Image: base + image.Path, Width: cards.CardWidth, Height: cards.CardHeight,
		ImageAlt: e.shareAlt(chapter.Name),
	}
	if page := pagePath(e.lang.Tag(), chapter.Name); path == page { // other pages have no player of their own to offer
		m.JSON, m.XML = base+page+"oembed.json?format=json", base+page+"oembed.xml?format=xml"
	}
	if e.url != "" {
		m.URL = e.url + path
	}
	for _, tag := range e.languages {
		if l := e.locales[tag]; tag != e.lang.Tag() {
			m.Others = append(m.Others, l)
		}
	}
	err := m.link(e.work(m, base, base+path), e.dataset(base))
	return m, err
}

// playerMeta describes a player's document, which must stay small, as the page whose player it is; the files of the
// record are listed on that page.
func (e *edition) playerMeta(ch story.Chapter, title, description string) (meta, error) {
	path := pagePath(e.lang.Tag(), ch.Name)
	m, err := e.meta(ch, playerRoot, path, title, description)
	if err != nil {
		return m, err
	}
	base := playerRoot
	if e.url != "" {
		base = e.url
	}
	data := e.dataset(base)
	delete(data, "distribution")
	return m, m.link(e.work(m, base, base+path), data)
}

// link writes nodes of schema.org's vocabulary as JSON-LD.
func (m *meta) link(nodes ...node) error {
	ld, err := json.Marshal(node{"@context": "https://schema.org", "@graph": nodes})
	m.LD = template.JS(ld) // encoding/json escapes what could end the element
	return err
}

// shareAlt says what is on a chapter's share card, for those who cannot see it.
func (e *edition) shareAlt(chapter string) string {
	what := e.lang.String("chapter." + chapter + ".lead")
	return e.lang.String("share.alt", words.Str("title", e.chapterTitle(chapter)), words.Str("what", what))
}

// node is one of schema.org's vocabulary.
type node map[string]any

// work describes a page as a work; base is the address of the site.
func (e *edition) work(m meta, base, page string) node {
	return node{
		"@type": "CreativeWork", "@id": page, "url": page, "name": m.Title, "description": m.Description, "inLanguage": e.lang.Tag(),
		"image": m.Image, "isAccessibleForFree": true, "creator": e.maker(base), "isBasedOn": node{"@id": e.recordID(base)},
	}
}

// dataset describes the record.
func (e *edition) dataset(base string) node {
	var files []node
	for _, name := range e.rec.Tables() {
		files = append(files, node{
			"@type": "DataDownload", "name": e.lang.String("table." + name + ".title"),
			"encodingFormat": "text/csv", "contentUrl": base + "data/" + name + ".csv",
		})
	}
	var places []node
	for _, name := range []string{"iraq", "syria"} {
		places = append(places, node{"@type": "Place", "name": e.lang.String("embed.place." + name)})
	}
	record := e.recordID(base)
	data := node{
		"@type": "Dataset", "@id": record, "url": record, "name": e.lang.String("embed.record.name"), "description": e.lang.String("embed.record.text"),
		"inLanguage": words.Reference, "isAccessibleForFree": true, "creator": e.maker(base), "spatialCoverage": places, "distribution": files,
	}
	if covers := e.covers(); covers != "" {
		data["temporalCoverage"] = covers
	}
	return data
}

func (e *edition) maker(base string) node {
	return node{"@type": "Organization", "name": e.lang.String("site.title"), "url": base}
}

// recordID is the address by which the record is known: that of its tables on the page.
func (e *edition) recordID(base string) string { return base + e.lang.Tag() + "/#record" }

// covers is the stretch of time of the record, as ISO 8601 writes one: from the first event to the last monthly release.
func (e *edition) covers() string {
	events, months := e.rec.Events(), e.rec.Assessments()
	if len(events) == 0 || len(months) == 0 {
		return ""
	}
	first := events[0].Date
	for _, ev := range events {
		if ev.Date.First() < first.First() {
			first = ev.Date
		}
	}
	return first.String() + "/" + months[len(months)-1].Month.String()
}
