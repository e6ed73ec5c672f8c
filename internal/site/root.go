package site

import (
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"strings"
	"time"

	"opencases/internal/asset"
	"opencases/internal/story"
	"opencases/web/pages"
)

// moved is what the template of an address that leads elsewhere is given.
type moved struct {
	Lang, Dir, CSP, To string
	Script             template.JS
	Links              []languageLink
}

// follow keeps the rest of the address: an embed's parameters stand there.
const follow = `location.replace(document.querySelector("a").getAttribute("href")+location.search+location.hash)`

// addMovedPages adds the addresses that only lead on: the way in, for hosts that only serve files, and those that a
// reader may write. The answer is where each leads, by its path.
func addMovedPages(editions []*finished) (map[string]string, error) {
	leads := map[string]string{}
	first := editions[0]
	if err := first.addMoved(leads, "index.html", "./", first.inLanguages("./", "/")...); err != nil {
		return nil, err
	}
	for _, e := range editions {
		tag := e.lang.Tag()
		if err := e.addMoved(leads, tag+"/player/index.html", playerRoot, languageLink{tag, e.chapterTitle(cover), "./" + cover + "/"}); err != nil {
			return nil, err
		}
		if err := e.addMoved(leads, tag+"/"+cover+"/index.html", deepRoot, languageLink{tag, e.chapterTitle(cover), "../"}); err != nil {
			return nil, err
		}
	}
	return leads, nil
}

// addRoot adds the small files that crawlers and hosts look for.
func (e *edition) addRoot() error {
	page, err := e.notFound(rootOf(e.url))
	if err != nil {
		return err
	}
	e.files.Add(asset.NewFile("404.html", asset.HTMLType, page))
	svg, err := fs.ReadFile(pages.FS, "favicon.svg")
	if err != nil {
		return err
	}
	ico, err := icon(svg)
	if err != nil {
		return err
	}
	e.files.Add(asset.NewFile(iconFile, "image/x-icon", ico))
	e.files.Add(asset.NewFile("robots.txt", asset.TextType, []byte("User-agent: *\nAllow: /\n")))
	return nil
}

// SecurityFile is where those look who have found a fault.
const SecurityFile = ".well-known/security.txt"

// addSecurity adds it where somebody is named.
func (s *shared) addSecurity(c Config) {
	if c.SecurityContact == "" {
		return
	}
	text := fmt.Sprintf("Contact: %s\nExpires: %s\nPreferred-Languages: %s\n", c.SecurityContact, c.SecurityExpires.UTC().Format(time.RFC3339), strings.Join(s.languages, ", "))
	if s.url != "" {
		text += "Canonical: " + s.url + SecurityFile + "\n"
	}
	s.files.Add(asset.NewFile(SecurityFile, asset.TextType, []byte(text)))
}

// rootOf is the root as 404.html must name it: hosts of plain files show that one page at any depth, so only the path
// of the public address leads back. Without one it holds for addresses at the root.
func rootOf(public string) string {
	if u, err := url.Parse(public); err == nil && u.Path != "" {
		return u.Path
	}
	return "./"
}

// addMoved adds a page that leads to its first link, with and without scripts, and notes where.
func (e *edition) addMoved(leads map[string]string, path, root string, links ...languageLink) error {
	body, err := e.render("moved", root, moved{
		Lang: e.lang.Tag(), Dir: e.lang.Direction(), To: links[0].Href, Script: follow, Links: links,
		CSP: asset.PagePolicy("", follow).String(),
	})
	if err != nil {
		return err
	}
	e.files.Add(asset.NewFile(path, asset.HTMLType, body))
	leads[path] = links[0].Href
	return nil
}

// notFoundDoc is what the template of a missing page is given.
type notFoundDoc struct {
	Lang, Dir, CSP, Root string
	CSS                  template.CSS
	Chapters             []link
}

// notFound is the page for an address that is not there.
func (e *edition) notFound(root string) ([]byte, error) {
	style, err := fs.ReadFile(pages.FS, "page.css")
	if err != nil {
		return nil, err
	}
	css, err := e.css(root, string(style))
	if err != nil {
		return nil, err
	}
	d := notFoundDoc{Lang: e.lang.Tag(), Dir: e.lang.Direction(), CSP: asset.PagePolicy(css).String(), Root: root, CSS: template.CSS(css)}
	for _, ch := range story.Chapters {
		if ch.Name != cover {
			d.Chapters = append(d.Chapters, link{Name: ch.Name, Title: e.chapterTitle(ch.Name)})
		}
	}
	return e.render("lost", root, d)
}
