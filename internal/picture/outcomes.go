package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// cases sorts the reports into three heaps: credible, open, and the rest that the coalition found
// non-credible or duplicate. Which report ended how is not known: a mark stands for one of a number.
func (s *sheet) cases() {
	e := s.edge()
	s.axis(e, s.Viewport.W-e)
	unit, _ := s.reportPitch(s.reportSpansOfStory(), s.Viewport.H-4-e)
	o, known := s.rec.OutcomeAt(s.Month)
	s.Description = s.casesDescription(o, known)
	if s.scene.Asking != story.AskNothing {
		s.unsorted(unit)
		return
	}
	if !known {
		s.label(Label{ID: "cases/blank", Role: Name, Ink: InkQuiet}, true,
			s.wording("label.cases.blank", words.Mon("month", s.Month)),
			place{x: s.Viewport.W / 2, y: s.Viewport.H * .4, anchor: Middle, width: s.Viewport.W * .7})
		return
	}
	heaps := []heap{
		{"credible", Disc, InkCredible, o.Credible, "label.credible"},
		{"open", Ring, InkOpen, o.Open, "label.open"},
		{"rest", Pale, InkRest, o.Rest, "label.rest"},
	}
	s.heaps(heaps, s.tallestHeap(), unit)
	s.heapsFoot(o, unit)
}

// heap is one outcome's marks.
type heap struct {
	id    string
	shape Shape
	ink   Ink
	count record.Figure
	key   string
}

// reportSpansOfStory are the heaps of the story's own window: they decide the unit, whatever window is open.
func (s *sheet) reportSpansOfStory() []record.ReportSpan {
	var spans []record.ReportSpan
	for _, span := range s.rec.ReportSpans() {
		if span.To <= story.ArticleMonth {
			spans = append(spans, span)
		}
	}
	return spans
}

// tallestHeap is the largest outcome anywhere in the window, so that the scale stays the same through time.
func (s *sheet) tallestHeap() int {
	most := 1
	for m := s.scene.From; m <= s.scene.To; m++ {
		if o, ok := s.rec.Outcome(m); ok {
			for _, f := range []record.Figure{o.Credible, o.Open, o.Rest} {
				n, _ := f.Count.Int()
				most = max(most, n)
			}
		}
	}
	return most
}

// heaps stands the heaps side by side on a baseline, each under its name.
func (s *sheet) heaps(heaps []heap, tallest, unit int) {
	e, gap := s.edge(), s.Viewport.W*.045
	width := (s.Viewport.W - 2*e - gap*float64(len(heaps)-1)) / float64(len(heaps))
	baseline := s.Viewport.H - 40
	nameHeight := 58.
	if s.Composition == Narrow {
		nameHeight, baseline = 78, s.Viewport.H-52
	}
	pitch := fitPitch([]pile{{width, tallest}}, unit, baseline-nameHeight-e, 24)
	first := 0
	for i, h := range heaps {
		x := e + float64(i)*(width+gap)
		n, _ := h.count.Count.Int()
		s.heap(h, first, marks(n, unit), unit, x, width, pitch, baseline)
		first += marks(n, unit)
	}
}

func (s *sheet) heap(h heap, first, n, unit int, x, width, pitch, baseline float64) {
	cells := across(width, pitch)
	size := pitch * .8
	if h.shape == Pale {
		size = pitch * .6
	}
	b := Block{ID: "reports/" + h.id, Ref: h.count.Ref, Shape: h.shape, Ink: h.ink, First: first, Count: n, Unit: unit,
		X: x, Y: baseline, PX: pitch, PY: pitch, Size: size, Across: int(cells), Fill: RowsUp, Alpha: s.dim(h.id), Travels: true}
	s.block(b)
	s.line("cases/base/"+h.id, InkRule, 1, [2]float64{x, baseline + 2}, [2]float64{x + width, baseline + 2})
	top := b.bounds().t
	if n == 0 {
		top = baseline
	}
	text := s.wording(h.key, words.Fig("n", h.count))
	s.label(Label{ID: "cases/" + h.id, Role: Name, Ink: h.ink, Names: b.ID}, true, text,
		place{x: x, y: top - 5, width: width + 4, above: true})
	s.hot(Hot{ID: b.ID, Ref: h.count.Ref, X: x, Y: top, W: width, H: baseline - top, Series: h.id, Month: h.count.AsOf.In(),
		Text: s.text("hot.block", words.Fig("n", h.count), words.Day("date", h.count.AsOf), words.Str("what", s.lang.String("series."+h.id)))})
}

// heapsFoot says of which total and date the heaps are, and what one disc stands for.
func (s *sheet) heapsFoot(o record.Outcome, unit int) {
	key := "label.cases.of"
	if o.Month != s.Month {
		key = "label.cases.latest"
	}
	e := s.edge()
	y := s.Viewport.H - 33
	if s.Composition == Narrow {
		y = s.Viewport.H - 45
	}
	below := s.label(Label{ID: "cases/of", Role: Note, Ink: InkQuiet}, true,
		s.wording(key, words.Fig("n", o.Reports), words.Mon("month", o.Month), words.Mon("now", s.Month)),
		place{x: e, y: y, width: s.Viewport.W - 2*e}).b
	s.label(Label{ID: "cases/unit", Role: Note, Ink: InkQuiet}, false, s.wording("label.unit.report", words.Num("n", unit)),
		place{x: e, y: below + 2, width: s.Viewport.W - 2*e})
}

// unsorted shows all reports as one field, with nothing of their outcome, while a guess is asked for; the guess
// is set apart as hollow discs.
func (s *sheet) unsorted(unit int) {
	e := s.edge()
	f := s.cell(story.ArticleMonth, "reports_total")
	n, ok := f.Count.Int()
	if !ok {
		return
	}
	guessed := 0
	if len(s.scene.Guess) > 0 {
		guessed = min(max(int(s.scene.Guess[0]), 0), n)
	}
	top, bottom := 46., s.Viewport.H-e
	width := s.Viewport.W - 2*e
	px := fitField([]int{marks(guessed, unit), marks(n, unit) - marks(guessed, unit)}, width, bottom-top-8, 1, 24)
	cells := across(width, px)
	y := top
	below := s.label(Label{ID: "cases/all", Role: Name, Ink: InkText}, true, s.wording("label.reports", words.Fig("n", f)), place{x: e, y: e, width: width * .5}).b
	s.label(Label{ID: "cases/unit", Role: Note, Ink: InkQuiet}, false, s.wording("label.unit.report", words.Num("n", unit)),
		place{x: e, y: below + 1, width: width * .5})
	if len(s.scene.Guess) > 0 {
		s.label(Label{ID: "cases/guess", Role: Name, Ink: InkGuess}, true, s.wording("ask.cases.yours", words.Num("n", guessed)),
			place{x: s.Viewport.W - e, y: e, anchor: Right, width: width * .48})
		g := Block{ID: "reports/guess", Shape: Disc, Ink: InkGuess, Count: marks(guessed, unit), Unit: unit,
			X: e, Y: y, PX: px, PY: px, Size: px * .8, Across: int(cells), Fill: RowsDown, Alpha: 1, Travels: true}
		s.block(g)
		if guessed > 0 {
			y = g.bounds().b + 6
		}
	}
	s.block(Block{ID: "reports/all", Ref: f.Ref, Shape: Disc, Ink: InkReport, First: marks(guessed, unit), Count: marks(n, unit) - marks(guessed, unit), Unit: unit,
		X: e, Y: y, PX: px, PY: px, Size: px * .8, Across: int(cells), Fill: RowsDown, Alpha: 1, Travels: true})
}

func (s *sheet) casesDescription(o record.Outcome, known bool) words.Text {
	switch {
	case s.scene.Asking != story.AskNothing:
		return s.text("describe.cases.asking", words.Fig("n", s.cell(story.ArticleMonth, "reports_total")))
	case !known:
		return s.text("describe.cases.blank", words.Mon("month", s.Month))
	}
	return s.text("describe.cases", words.Fig("n", o.Reports), words.Fig("credible", o.Credible), words.Fig("open", o.Open),
		words.Fig("rest", o.Rest), words.Mon("month", o.Month))
}

// dim steps the other series back when one is brought forward.
func (s *sheet) dim(series string) float64 {
	if s.scene.Only != "" && s.scene.Only != series {
		return .25
	}
	return 1
}
