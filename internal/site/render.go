package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"

	"github.com/tdewolff/minify/v2"

	"opencases/web"
	"opencases/web/pages"
)

// pageMinifier leaves inline styles and scripts alone: they are minified before, and their hashes stand in the
// page's policy.
var pageMinifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", htmlMinifier)
	return m
}()

// templates parses every page for a place in the tree; it is done once for each edition and root.
func (e *edition) templates(root string) (*template.Template, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if t := e.parsed[root]; t != nil {
		return t, nil
	}
	t, err := template.New("").Funcs(e.funcs(root)).ParseFS(pages.FS, "*.html")
	if err != nil {
		return nil, err
	}
	for name, file := range map[string]string{"player": "player/player.html", "presenter": "present/presenter.html", "speaker": "present/speaker.html", "poll": "poll/phone.html"} {
		text, err := fs.ReadFile(web.FS, file)
		if err != nil {
			return nil, err
		}
		if _, err = t.New(name).Parse(string(text)); err != nil {
			return nil, err
		}
	}
	e.parsed[root] = t
	return t, nil
}

// render executes a template for documents that reach the site's root by root, and minifies the result.
func (e *edition) render(name, root string, data any) ([]byte, error) {
	t, err := e.templates(root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	out, err := pageMinifier.Bytes("text/html", b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("page %s cannot be minified: %w", name, err)
	}
	return out, nil
}
