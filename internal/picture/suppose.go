package picture

import (
	"opencases/internal/record"
	"opencases/internal/words"
)

// suppose is an exercise, not an estimate: a share of the open reports moves onto the group of credible ones.
func (lay *layout) suppose() {
	e := lay.edge()
	lay.axis(e, lay.Viewport.W-e)
	unit, _ := lay.reportPitch(lay.reportSpansOfStory(), lay.Viewport.H-4-e)
	sup, ok := lay.rec.Suppose(lay.Month, lay.scene.Supposed)
	if !ok {
		lay.Description = lay.text("describe.if.blank", words.Mon("month", lay.Month))
		lay.label(Label{ID: "if/blank", Role: Name, Ink: InkQuiet}, true, lay.wording("label.cases.blank", words.Mon("month", lay.Month)),
			place{x: lay.Viewport.W / 2, y: lay.Viewport.H * .4, anchor: Middle, width: lay.Viewport.W * .7})
		return
	}
	lay.Description = lay.text("describe.if", words.Fig("credible", sup.Credible), words.Fig("open", sup.Open),
		words.Pct("share", sup.Share), words.Num("more", sup.More), words.Num("sum", sup.Sum), words.Mon("month", sup.Month))
	lay.label(Label{ID: "if/notice", Role: Name, Ink: InkText}, true, lay.wording("label.if.notice"), place{x: e, y: e, width: lay.Viewport.W - 2*e})
	lay.supposedGroups(sup, unit)
}

func (lay *layout) supposedGroups(sup record.Supposed, unit int) {
	e, between := lay.edge(), lay.Viewport.W*.06
	width := (lay.Viewport.W - 2*e - between) / 2
	baseline, top := lay.Viewport.H-8, e+72
	credible, _ := sup.Credible.Count.Int()
	open, _ := sup.Open.Count.Int()
	const gap = 5.
	// The scale is made for the fullest group there can be, so that it never changes while the share does.
	pitch := fitPitch([]groupSize{{width, credible}, {width, open}, {width, credible + open}}, unit, baseline-top-gap-20, 24)
	cells := int(across(width, pitch))
	more := markCount(sup.More, unit)
	group := func(id, ref string, shape Shape, ink Ink, first, n int, x, y float64) MarkGroup {
		b := MarkGroup{ID: "reports/" + id, Ref: ref, Shape: shape, Ink: ink, First: first, Count: n, Unit: unit,
			X: x, Y: y, PX: pitch, PY: pitch, Size: pitch * .8, Across: cells, Fill: RowsUp, Alpha: 1, Travels: true}
		lay.addMarkGroup(b)
		return b
	}
	has := group("credible", sup.Credible.Ref, Disc, InkCredible, 0, markCount(credible, unit), e, baseline)
	ends := markCount(credible, unit)
	supposed := group("supposed", "", Disc, InkOpen, ends, more, e, has.bounds().t-gap)
	left := max(0, markCount(open, unit)-more)
	rest := group("open", sup.Open.Ref, Ring, InkOpen, ends+more, left, e+width+between, baseline)

	y := has.bounds().t
	if more > 0 {
		y = supposed.bounds().t
	}
	lay.label(Label{ID: "if/sum", Role: Name, Ink: InkText, Names: supposed.ID}, true,
		lay.wording("label.if.sum", words.Fig("credible", sup.Credible), words.Num("more", sup.More), words.Num("sum", sup.Sum)),
		place{x: e, y: y - 5, width: width + 8, above: true})
	y = baseline
	if left > 0 {
		y = rest.bounds().t
	}
	openLeft, _ := sup.Open.Count.Int()
	lay.label(Label{ID: "if/left", Role: Name, Ink: InkOpen, Names: rest.ID}, true,
		lay.wording("label.if.left", words.Num("n", openLeft-sup.More), words.Fig("open", sup.Open)),
		place{x: e + width + between, y: y - 5, width: width, above: true})
	if area := has.bounds(); credible > 0 {
		lay.addHot(Hot{ID: has.ID, Ref: has.Ref, X: e, Y: area.t, W: width, H: area.b - area.t, Series: "credible", Month: sup.Month,
			Text: lay.text("hot.block", words.Fig("n", sup.Credible), words.Day("date", sup.Credible.AsOf), words.Str("what", lay.lang.String("series.credible")))})
	}
	lay.addHot(Hot{ID: rest.ID, Ref: rest.Ref, X: e + width + between, Y: y, W: width, H: max(8, baseline-y), Series: "open", Month: sup.Month,
		Text: lay.text("hot.block", words.Fig("n", sup.Open), words.Day("date", sup.Open.AsOf), words.Str("what", lay.lang.String("series.open")))})
}
