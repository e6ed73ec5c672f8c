package picture

import (
	"opencases/internal/record"
	"opencases/internal/words"
)

// suppose is an exercise, not an estimate: a share of the open reports moves onto the heap of credible ones.
func (s *sheet) suppose() {
	e := s.edge()
	s.axis(e, s.Viewport.W-e)
	unit, _ := s.reportPitch(s.reportSpansOfStory(), s.Viewport.H-4-e)
	sup, ok := s.rec.Suppose(s.Month, s.scene.Supposed)
	if !ok {
		s.Description = s.text("describe.if.blank", words.Mon("month", s.Month))
		s.label(Label{ID: "if/blank", Role: Name, Ink: InkQuiet}, true, s.wording("label.cases.blank", words.Mon("month", s.Month)),
			place{x: s.Viewport.W / 2, y: s.Viewport.H * .4, anchor: Middle, width: s.Viewport.W * .7})
		return
	}
	s.Description = s.text("describe.if", words.Fig("credible", sup.Credible), words.Fig("open", sup.Open),
		words.Pct("share", sup.Share), words.Num("more", sup.More), words.Num("sum", sup.Sum), words.Mon("month", sup.Month))
	s.label(Label{ID: "if/notice", Role: Name, Ink: InkText}, true, s.wording("label.if.notice"), place{x: e, y: e, width: s.Viewport.W - 2*e})
	s.supposedHeaps(sup, unit)
}

func (s *sheet) supposedHeaps(sup record.Supposed, unit int) {
	e, between := s.edge(), s.Viewport.W*.06
	width := (s.Viewport.W - 2*e - between) / 2
	baseline, top := s.Viewport.H-8, e+72
	credible, _ := sup.Credible.Count.Int()
	open, _ := sup.Open.Count.Int()
	const gap = 5.
	// The scale is made for the fullest heap there can be, so that it never changes while the share does.
	pitch := fitPitch([]pile{{width, credible}, {width, open}, {width, credible + open}}, unit, baseline-top-gap-20, 24)
	cells := int(across(width, pitch))
	more := marks(sup.More, unit)
	heap := func(id, ref string, shape Shape, ink Ink, first, n int, x, y float64) Block {
		b := Block{ID: "reports/" + id, Ref: ref, Shape: shape, Ink: ink, First: first, Count: n, Unit: unit,
			X: x, Y: y, PX: pitch, PY: pitch, Size: pitch * .8, Across: cells, Fill: RowsUp, Alpha: 1, Travels: true}
		s.block(b)
		return b
	}
	has := heap("credible", sup.Credible.Ref, Disc, InkCredible, 0, marks(credible, unit), e, baseline)
	ends := marks(credible, unit)
	supposed := heap("supposed", "", Disc, InkOpen, ends, more, e, has.bounds().t-gap)
	left := max(0, marks(open, unit)-more)
	rest := heap("open", sup.Open.Ref, Ring, InkOpen, ends+more, left, e+width+between, baseline)

	y := has.bounds().t
	if more > 0 {
		y = supposed.bounds().t
	}
	s.label(Label{ID: "if/sum", Role: Name, Ink: InkText, Names: supposed.ID}, true,
		s.wording("label.if.sum", words.Fig("credible", sup.Credible), words.Num("more", sup.More), words.Num("sum", sup.Sum)),
		place{x: e, y: y - 5, width: width + 8, above: true})
	y = baseline
	if left > 0 {
		y = rest.bounds().t
	}
	openLeft, _ := sup.Open.Count.Int()
	s.label(Label{ID: "if/left", Role: Name, Ink: InkOpen, Names: rest.ID}, true,
		s.wording("label.if.left", words.Num("n", openLeft-sup.More), words.Fig("open", sup.Open)),
		place{x: e + width + between, y: y - 5, width: width, above: true})
	if area := has.bounds(); credible > 0 {
		s.hot(Hot{ID: has.ID, Ref: has.Ref, X: e, Y: area.t, W: width, H: area.b - area.t, Series: "credible", Month: sup.Month,
			Text: s.text("hot.block", words.Fig("n", sup.Credible), words.Day("date", sup.Credible.AsOf), words.Str("what", s.lang.String("series.credible")))})
	}
	s.hot(Hot{ID: rest.ID, Ref: rest.Ref, X: e + width + between, Y: y, W: width, H: max(8, baseline-y), Series: "open", Month: sup.Month,
		Text: s.text("hot.block", words.Fig("n", sup.Open), words.Day("date", sup.Open.AsOf), words.Str("what", s.lang.String("series.open")))})
}
