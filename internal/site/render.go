package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"sync"

	"opencases/internal/asset"
	"opencases/web"
	"opencases/web/pages"
)

// templates are parsed once for each edition and root. The lock is held for that alone: a page for a missing address
// must not wait for the single file, which is made of the same templates.
type templates struct {
	sync.Mutex
	by map[string]*template.Template // by root
}

// at is every page's template for a place in the tree.
func (t *templates) at(root string, parse func(root string) (*template.Template, error)) (*template.Template, error) {
	t.Lock()
	defer t.Unlock()
	if made := t.by[root]; made != nil {
		return made, nil
	}
	made, err := parse(root)
	if err != nil {
		return nil, err
	}
	if t.by == nil {
		t.by = map[string]*template.Template{}
	}
	t.by[root] = made
	return made, nil
}

func (e *edition) parse(root string) (*template.Template, error) {
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
	return t, nil
}

// render executes a template for documents that reach the site's root by root, and minifies the result.
func (e *edition) render(name, root string, data any) ([]byte, error) {
	t, err := e.parsed.at(root, e.parse)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	out, err := asset.MinifyDocument(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("page %s cannot be minified: %w", name, err)
	}
	return out, nil
}
