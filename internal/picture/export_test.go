package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// MakeSized lays a scene out on a stage of any size, in the composition that suits its width.
func MakeSized(r *record.Record, l *words.Language, sc story.Scene, stage Viewport) Picture {
	c := Wide
	switch {
	case stage.W < 500:
		c = Narrow
	case stage.W < 700:
		c = Article
	}
	lay := &layout{rec: r, lang: l, scene: sc}
	lay.make(c, stage)
	return lay.Picture
}
