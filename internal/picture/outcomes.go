package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// cases lays the reports out in three groups: credible, open, and the rest that the coalition found non-credible or
// duplicate. Which report ended how is not known: a mark stands for one of a number.
func (lay *layout) cases() {
	e := lay.edge()
	lay.axis(e, lay.Viewport.W-e)
	unit, _ := lay.reportPitch(lay.reportSpansOfStory(), lay.Viewport.H-4-e)
	o, known := lay.rec.OutcomeAt(lay.Month)
	lay.Description = lay.casesDescription(o, known)
	if lay.scene.Asking != story.AskNothing {
		lay.unsorted(unit)
		return
	}
	if !known {
		lay.label(Label{ID: "cases/blank", Role: Name, Ink: InkQuiet}, true,
			lay.wording("label.cases.blank", words.Mon("month", lay.Month)),
			place{x: lay.Viewport.W / 2, y: lay.Viewport.H * .4, anchor: Middle, width: lay.Viewport.W * .7})
		return
	}
	groups := []outcomeGroup{
		{"credible", Disc, InkCredible, o.Credible, "label.credible"},
		{"open", Ring, InkOpen, o.Open, "label.open"},
		{"rest", Pale, InkRest, o.Rest, "label.rest"},
	}
	lay.addOutcomeGroups(groups, lay.largestOutcome(), unit)
	lay.outcomeNotes(o, unit)
}

// outcomeGroup is the reports with one outcome: a mark group over its name.
type outcomeGroup struct {
	id    string
	shape Shape
	ink   Ink
	count record.Figure
	key   string
}

// reportSpansOfStory are those of the story's own window: they decide the unit, whatever window is open.
func (lay *layout) reportSpansOfStory() []record.ReportSpan {
	var spans []record.ReportSpan
	for _, span := range lay.rec.ReportSpans() {
		if span.To <= story.ArticleMonth {
			spans = append(spans, span)
		}
	}
	return spans
}

// largestOutcome is the largest one anywhere in the window, so that the scale stays the same through time.
func (lay *layout) largestOutcome() int {
	most := 1
	for m := lay.scene.From; m <= lay.scene.To; m++ {
		if o, ok := lay.rec.Outcome(m); ok {
			for _, f := range []record.Figure{o.Credible, o.Open, o.Rest} {
				n, _ := f.Count.Int()
				most = max(most, n)
			}
		}
	}
	return most
}

// addOutcomeGroups places the groups side by side on a baseline, each under its name.
func (lay *layout) addOutcomeGroups(groups []outcomeGroup, tallest, unit int) {
	e, gap := lay.edge(), lay.Viewport.W*.045
	width := (lay.Viewport.W - 2*e - gap*float64(len(groups)-1)) / float64(len(groups))
	baseline := lay.Viewport.H - 40
	nameHeight := 58.
	if lay.Composition == Narrow {
		nameHeight, baseline = 78, lay.Viewport.H-52
	}
	pitch := fitPitch([]groupSize{{width, tallest}}, unit, baseline-nameHeight-e, 24)
	first := 0
	for i, h := range groups {
		x := e + float64(i)*(width+gap)
		n, _ := h.count.Count.Int()
		lay.addOutcomeGroup(h, first, markCount(n, unit), unit, x, width, pitch, baseline)
		first += markCount(n, unit)
	}
}

func (lay *layout) addOutcomeGroup(h outcomeGroup, first, n, unit int, x, width, pitch, baseline float64) {
	cells := across(width, pitch)
	size := pitch * .8
	if h.shape == Pale {
		size = pitch * .6
	}
	b := MarkGroup{ID: "reports/" + h.id, Ref: h.count.Ref, Shape: h.shape, Ink: h.ink, First: first, Count: n, Unit: unit,
		X: x, Y: baseline, PX: pitch, PY: pitch, Size: size, Across: int(cells), Fill: RowsUp, Alpha: lay.dim(h.id), Travels: true}
	lay.addMarkGroup(b)
	lay.line("cases/base/"+h.id, InkRule, 1, [2]float64{x, baseline + 2}, [2]float64{x + width, baseline + 2})
	top := b.bounds().t
	if n == 0 {
		top = baseline
	}
	text := lay.wording(h.key, words.Fig("n", h.count))
	lay.label(Label{ID: "cases/" + h.id, Role: Name, Ink: h.ink, Names: b.ID}, true, text,
		place{x: x, y: top - 5, width: width + 4, above: true})
	lay.addHot(Hot{ID: b.ID, Ref: h.count.Ref, X: x, Y: top, W: width, H: baseline - top, Series: h.id, Month: h.count.AsOf.In(),
		Text: lay.text("hot.block", words.Fig("n", h.count), words.Day("date", h.count.AsOf), words.Str("what", lay.lang.String("series."+h.id)))})
}

// outcomeNotes says of which total and date the groups are, and what one disc stands for.
func (lay *layout) outcomeNotes(o record.Outcome, unit int) {
	key := "label.cases.of"
	if o.Month != lay.Month {
		key = "label.cases.latest"
	}
	e := lay.edge()
	y := lay.Viewport.H - 33
	if lay.Composition == Narrow {
		y = lay.Viewport.H - 45
	}
	below := lay.label(Label{ID: "cases/of", Role: Note, Ink: InkQuiet}, true,
		lay.wording(key, words.Fig("n", o.Reports), words.Mon("month", o.Month), words.Mon("now", lay.Month)),
		place{x: e, y: y, width: lay.Viewport.W - 2*e}).b
	lay.label(Label{ID: "cases/unit", Role: Note, Ink: InkQuiet}, false, lay.wording("label.unit.report", words.Num("n", unit)),
		place{x: e, y: below + 2, width: lay.Viewport.W - 2*e})
}

// unsorted shows all reports as one group, with nothing of their outcome, while a guess is asked for; the guess is a
// group of its own.
func (lay *layout) unsorted(unit int) {
	e := lay.edge()
	f := lay.cell(story.ArticleMonth, "reports_total")
	n, ok := f.Count.Int()
	if !ok {
		return
	}
	guessed := 0
	if len(lay.scene.Guess) > 0 {
		guessed = min(max(int(lay.scene.Guess[0]), 0), n)
	}
	top, bottom := 46., lay.Viewport.H-e
	width := lay.Viewport.W - 2*e
	px := fitStackedGroups([]int{markCount(guessed, unit), markCount(n, unit) - markCount(guessed, unit)}, width, bottom-top-8, 1, 24)
	cells := across(width, px)
	y := top
	below := lay.label(Label{ID: "cases/all", Role: Name, Ink: InkText}, true, lay.wording("label.reports", words.Fig("n", f)), place{x: e, y: e, width: width * .5}).b
	lay.label(Label{ID: "cases/unit", Role: Note, Ink: InkQuiet}, false, lay.wording("label.unit.report", words.Num("n", unit)),
		place{x: e, y: below + 1, width: width * .5})
	if len(lay.scene.Guess) > 0 {
		lay.label(Label{ID: "cases/guess", Role: Name, Ink: InkGuess}, true, lay.wording("ask.cases.yours", words.Num("n", guessed)),
			place{x: lay.Viewport.W - e, y: e, anchor: Right, width: width * .48})
		g := MarkGroup{ID: "reports/guess", Shape: Disc, Ink: InkGuess, Count: markCount(guessed, unit), Unit: unit,
			X: e, Y: y, PX: px, PY: px, Size: px * .8, Across: int(cells), Fill: RowsDown, Alpha: 1, Travels: true}
		lay.addMarkGroup(g)
		if guessed > 0 {
			y = g.bounds().b + 6
		}
	}
	lay.addMarkGroup(MarkGroup{ID: "reports/all", Ref: f.Ref, Shape: Disc, Ink: InkReport, First: markCount(guessed, unit), Count: markCount(n, unit) - markCount(guessed, unit), Unit: unit,
		X: e, Y: y, PX: px, PY: px, Size: px * .8, Across: int(cells), Fill: RowsDown, Alpha: 1, Travels: true})
}

func (lay *layout) casesDescription(o record.Outcome, known bool) words.Text {
	switch {
	case lay.scene.Asking != story.AskNothing:
		return lay.text("describe.cases.asking", words.Fig("n", lay.cell(story.ArticleMonth, "reports_total")))
	case !known:
		return lay.text("describe.cases.blank", words.Mon("month", lay.Month))
	}
	return lay.text("describe.cases", words.Fig("n", o.Reports), words.Fig("credible", o.Credible), words.Fig("open", o.Open),
		words.Fig("rest", o.Rest), words.Mon("month", o.Month))
}

// dim is the opacity of a series: less than 1 when another one is brought forward.
func (lay *layout) dim(series string) float64 {
	if lay.scene.Only != "" && lay.scene.Only != series {
		return .25
	}
	return 1
}
