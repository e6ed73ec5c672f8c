package oembed

import (
	"net/url"
	"strings"

	"opencases/internal/asset"
)

// Page is one page that can be embedded: a chapter in a language.
type Page struct {
	Lang, Chapter string
	Path          string // of the page, from the site's root: "en/gap/"
	Title         string
	FrameTitle    string
	Cards         []Card // the greatest first
}

// Card is a share card in one of its sizes, in px.
type Card struct {
	Path          string
	Width, Height int
}

// Provider answers for the pages of one site.
type Provider struct {
	name      string                     // of the site
	public    string                     // address with a slash at the end, or ""
	languages []string                   // the default first
	pages     map[string]map[string]Page // by language and chapter
	places    map[string]Place           // by path below the site's address: "en/gap"
	documents map[string]bool            // folders of what carries links to answers: pages and players
	answers   map[string]string          // content types of answers as files, by path
}

// New makes a Provider of a site. The root of the site shows the first page.
func New(name, public string, languages []string, pages []Page) *Provider {
	p := &Provider{
		name: name, public: public, languages: languages, pages: map[string]map[string]Page{},
		places: map[string]Place{}, documents: map[string]bool{}, answers: map[string]string{},
	}
	for i, page := range pages {
		if p.pages[page.Lang] == nil {
			p.pages[page.Lang] = map[string]Page{}
		}
		p.pages[page.Lang][page.Chapter] = page
		at, player := Place{Lang: page.Lang, Chapter: page.Chapter}, page.Lang+"/player/"+page.Chapter
		for _, path := range []string{pageName(page.Path), page.Lang + "/" + page.Chapter, player} {
			p.places[path] = at
		}
		if i == 0 {
			p.places[""] = at
		}
		p.documents[page.Path], p.documents[player+"/"] = true, true
		for format, kind := range types {
			p.answers[page.Path+"oembed."+format] = kind
		}
	}
	return p
}

// Files are the answers as files, for hosts that only serve files: one beside each page, in both formats. A site that does
// not know its address answers with a link.
func (p *Provider) Files() (all []*asset.File, err error) {
	for _, pages := range p.pages {
		for _, page := range pages {
			at := Place{Base: p.public, Lang: page.Lang, Chapter: page.Chapter}
			for format, kind := range types {
				body, err := p.Describe(at, maxPixels, maxPixels).encode(format)
				if err != nil {
					return nil, err
				}
				all = append(all, asset.NewFile(page.Path+"oembed."+format, kind, body))
			}
		}
	}
	return all, nil
}

// AnswerFile answers for one of Files, where a server can do better than the file: it knows the maxima that a consumer
// asks with, and the address that was pasted. ok is false for every other path.
func (p *Provider) AnswerFile(path string, q url.Values, origin string) (body []byte, contentType string, ok bool) {
	dir, format, _ := strings.Cut(path, "oembed.")
	base := p.public
	if base == "" {
		base = origin
	}
	if p.answers[path] == "" || base == "" {
		return nil, "", false
	}
	asked := url.Values{"url": {base + dir}, "format": {format}, "maxwidth": q["maxwidth"], "maxheight": q["maxheight"]}
	if _, known := p.Find(q.Get("url"), origin); known {
		asked.Set("url", q.Get("url")) // the page that was pasted, with its settings
	}
	body, contentType, err := p.Answer(asked, origin)
	return body, contentType, err == nil
}
