package site

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"sync"

	"opencases/internal/asset"
	"opencases/internal/single"
	"opencases/internal/story"
	"opencases/web"
	"opencases/web/pages"
)

// addSingle puts the single file at its address. It is made once, when somebody first wants it, and only they wait for it.
func (s *Site) addSingle(c Config, editions []*finished) error {
	sum, err := s.singleHash(c.Program)
	if err != nil {
		return err
	}
	s.makeSingle = sync.OnceValues(func() ([]byte, error) {
		first := editions[0]
		from := single.Source{
			Files: s.files, URL: c.URL, Player: c.Player, Wasm: first.wasm, WasmExec: first.wasmExec, Icon: first.icon, Fonts: first.fonts,
		}
		for _, e := range editions {
			edition, err := e.forSingle()
			if err != nil {
				return nil, err
			}
			from.Editions = append(from.Editions, edition)
		}
		return single.Make(from)
	})
	s.single = asset.NewDeferred(single.Path, asset.HTMLType, sum, s.makeSingle)
	return nil
}

// singleHash tells the file before it is made: from all that goes into it, and the program that makes it.
func (s *Site) singleHash(program string) (string, error) {
	sum := program
	for _, f := range s.Files() {
		sum += f.Hash
	}
	err := fs.WalkDir(web.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(web.FS, name)
		sum += asset.Hash(body)
		return err
	})
	return asset.Hash([]byte(sum)), err
}

// MakeSingle makes the single file's content, if that has not been done yet.
func (s *Site) MakeSingle() ([]byte, error) { return s.makeSingle() }

// forSingle is what the single file needs of this language.
func (e *finished) forSingle() (single.Edition, error) {
	made := single.Edition{
		Lang: e.lang.Tag(), Headings: map[string]single.Heading{}, FontFaces: e.fontFaces(""),
		Damaged: e.lang.String("page.single.damaged"), Old: e.lang.String("page.single.old"),
	}
	for _, ch := range story.Chapters {
		d := e.pageDoc(ch, pageRoot, e.lang.Tag()+"/", e.players[ch.Name], nil)
		made.Headings[ch.Name] = single.Heading{Title: d.Title, Heading: d.Heading, Lead: d.Lead}
	}
	var err error
	made.Page, err = e.singlePage()
	return made, err
}

// singlePage is the page as it stands in the single file. Its tables, its sources and the article beside the record come
// from the pack.
func (e *finished) singlePage() ([]byte, error) {
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
		address := path.Join(e.lang.Tag(), "player", cover, e.partFiles[file])
		filled[part] = template.HTML(fmt.Sprintf(`<div data-fill=%q><noscript><p class="quiet">%s</p></noscript></div>`, address, e.lang.String("page.single.noscript")))
	}
	d := e.pageDoc(story.Chapters[0], pageRoot, e.lang.Tag()+"/", e.players[cover], filled)
	d.CSS = template.CSS(css)
	return e.render("page", pageRoot, d)
}
