package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Make lays a scene of the record out in a composition. The language must know the record (words.Language.With).
// It has no error: what the record does not hold is drawn and described as blank.
func Make(r *record.Record, l *words.Language, sc story.Scene, c Composition) Picture {
	lay := &layout{rec: r, lang: l, scene: sc}
	lay.make(c, Design(c))
	return lay.Picture
}

func (lay *layout) make(c Composition, stage Viewport) {
	sc := lay.scene
	lay.Composition, lay.Viewport, lay.View, lay.Month = c, stage, sc.View, sc.Month
	switch sc.View {
	case story.Strikes:
		lay.strikes()
	case story.Reports:
		lay.reports()
	case story.Cases:
		lay.cases()
	case story.Count:
		lay.count()
	case story.If:
		lay.suppose()
	case story.After:
		lay.after()
	default:
		lay.gap()
	}
}

// edge is the margin around the stage's content, in px.
func (lay *layout) edge() float64 {
	if lay.Composition == Narrow {
		return 6
	}
	return 10
}
