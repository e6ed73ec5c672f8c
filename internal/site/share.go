package site

import (
	"fmt"
	"sync"

	"opencases/internal/paint/png"
	"opencases/internal/paint/svg"
	"opencases/internal/picture"
	"opencases/internal/story"
)

const pngType = "image/png"

// shareCard adds the picture that stands beside a shared link to a chapter. Painting takes a while, so it waits until
// somebody asks for the file; the name carries the hash of everything that goes into it, and of the program that paints.
func (e *edition) shareCard(ch story.Chapter) *File {
	p := picture.Make(e.rec, e.lang, e.opened(ch.Name).Scene(), picture.Article)
	w := png.Words{Site: e.lang.String("site.title"), Title: e.chapterTitle(ch.Name), Lead: e.lang.String("chapter." + ch.Name + ".lead"), RTL: e.lang.RTL()}
	sum := hash(fmt.Appendf(svg.Draw(p, svg.Options{Words: true}), "%v %v %s", w, e.colours, e.program))
	f := &File{Path: hashed(e.lang.Tag()+"-"+ch.Name+".png", sum), Type: pngType, Immutable: true, Hash: sum, br: none, gz: none}
	f.body = sync.OnceValues(func() ([]byte, error) { return png.Card(p, w, e.colours) })
	return e.add(f)
}
