package site

import (
	"fmt"

	"opencases/internal/asset"
	"opencases/internal/paint/png"
	"opencases/internal/paint/svg"
	"opencases/internal/picture"
	"opencases/internal/story"
)

// shareCard adds the picture that stands beside a shared link to a chapter. Painting takes a while, so it waits until
// somebody asks for the file; the name carries the hash of everything that goes into it, and of the program that paints.
func (e *edition) shareCard(ch story.Chapter) *asset.File {
	p := picture.Make(e.rec, e.lang, e.opened(ch.Name).Scene(), picture.Article)
	w := png.Words{Site: e.lang.String("site.title"), Title: e.chapterTitle(ch.Name), Lead: e.lang.String("chapter." + ch.Name + ".lead"), RTL: e.lang.RTL()}
	sum := asset.Hash(fmt.Appendf(svg.Draw(p, svg.Options{Words: true}), "%v %v %s", w, e.colours, e.program))
	f := asset.NewDeferred(asset.HashedPath(e.lang.Tag()+"-"+ch.Name+".png", sum), asset.PNGType, sum, func() ([]byte, error) { return png.Card(p, w, e.colours) })
	f.Immutable = true
	return e.files.Add(f)
}
