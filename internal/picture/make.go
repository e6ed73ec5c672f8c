package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Make lays a scene of the record out for a viewport. The language must know the record (words.Language.With).
// It does not fail: what the record does not hold is drawn and said as blank.
func Make(r *record.Record, l *words.Language, sc story.Scene, vp Viewport) Picture {
	s := &sheet{rec: r, lang: l, scene: sc}
	s.layOut(vp)
	return s.Picture
}

func (s *sheet) layOut(vp Viewport) {
	sc := s.scene
	s.Viewport, s.View, s.Month = vp, sc.View, sc.Month
	s.Composition = CompositionFor(vp.W)
	switch sc.View {
	case story.Strikes:
		s.strikes()
	case story.Reports:
		s.reports()
	case story.Cases:
		s.cases()
	case story.Count:
		s.count()
	case story.If:
		s.suppose()
	case story.After:
		s.after()
	default:
		s.gap()
	}
}

// edge is the margin around the stage's content, in px.
func (s *sheet) edge() float64 {
	if s.Composition == Narrow {
		return 6
	}
	return 10
}
