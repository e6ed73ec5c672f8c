package picture

import (
	"slices"

	"opencases/internal/record"
	"opencases/internal/words"
)

// strikes heaps every strike over the stretch of time between two official totals. A heap's area is its
// number of strikes; where within the stretch they fell is not known and not claimed.
func (s *sheet) strikes() {
	e := s.edge()
	s.axis(e, s.Viewport.W-e)
	baseline := s.Viewport.H - 4
	top := e + flagRows*flagHeight
	spans := s.spans()
	unit, pitch := fitPiles(spanPiles(s.Axis, spans), baseline-top, 12, leastPitch)

	first := 0
	for _, span := range spans {
		n := marks(span.Strikes, unit)
		if span.To.Last() <= s.Month.End() {
			s.span(span, first, n, unit, pitch, baseline)
		}
		first += n
	}
	s.line("strikes/baseline", InkRule, 1, [2]float64{s.Axis.X0, baseline}, [2]float64{s.Axis.X1, baseline})
	s.flags(baseline)
	s.strikesTotal(unit)
}

// spans are the official stretches that end within the axis; the record has them in the order of time.
func (s *sheet) spans() []record.Span {
	spans, end := s.rec.Spans(), s.scene.To.End()
	if after := slices.IndexFunc(spans, func(span record.Span) bool { return span.To.Last() > end }); after >= 0 {
		return spans[:after]
	}
	return spans
}

func spanPiles(a Axis, spans []record.Span) []pile {
	piles := make([]pile, len(spans))
	for i, span := range spans {
		piles[i] = pile{a.at(span.To.Last()+1) - a.at(span.From.Last()+1), span.Strikes}
	}
	return piles
}

func (s *sheet) span(span record.Span, first, n, unit int, pitch, baseline float64) {
	x0, x1 := s.Axis.at(span.From.Last()+1), s.Axis.at(span.To.Last()+1)
	if span.From.IsZero() || x0 < s.Axis.X0 {
		x0 = s.Axis.X0
	}
	cells := across(x1-x0, pitch)
	b := Block{
		ID: "strikes/" + span.To.String(), Ref: span.Ref, Shape: Square, Ink: InkStrike,
		First: first, Count: n, Unit: unit,
		X: x0 + (x1-x0-cells*pitch)/2, Y: baseline, PX: pitch, PY: pitch, Size: pitch * .78,
		Across: int(cells), Fill: RowsUp, Alpha: 1,
	}
	s.block(b)
	area := b.bounds()
	s.hot(Hot{
		ID: b.ID, Ref: span.Ref, X: x0, Y: area.t, W: x1 - x0, H: baseline - area.t,
		Series: "strikes", Month: span.To.In(),
		Text: s.text("hot.span", words.Fig("n", s.figure(span.Ref)), words.Day("from", span.From), words.Day("to", span.To)),
	})
}

// strikesTotal says how many strikes there were by the month, and what one square stands for.
func (s *sheet) strikesTotal(unit int) {
	f := s.figure("named/strikes@" + s.Month.String())
	s.Description = s.text("describe.strikes", words.Fig("n", f), words.Mon("month", s.Month), words.Day("date", f.AsOf))
	if f.Count.Absent() {
		s.Description = s.text("describe.strikes.blank", words.Mon("month", s.Month))
	}
	s.headline("strikes", InkText, f, "label.strikes", "label.unit.strike", unit)
}

// headline sets the total at the left of the stage, where the heaps are low, with its date and the unit of count.
func (s *sheet) headline(id string, ink Ink, f record.Figure, key, unitKey string, unit int) {
	x, y := s.Axis.at(clearOfFlags.Start())+4, s.Viewport.H*.34
	width := s.Viewport.W * .52
	var below float64
	if f.Count.Absent() {
		below = s.label(Label{ID: id + "/total", Role: Name, Ink: InkQuiet}, true,
			s.wording("label.nodata", words.Mon("month", s.Month)), place{x: x, y: y, width: width}).b
	} else {
		below = s.label(Label{ID: id + "/total", Role: Value, Ink: ink}, true,
			s.wording(key, words.Fig("n", f)), place{x: x, y: y, width: width}).b
		below = s.label(Label{ID: id + "/asof", Role: Note, Ink: InkQuiet}, true,
			s.wording("label.asof", words.Day("date", f.AsOf)), place{x: x, y: below + 3, width: width}).b
	}
	s.label(Label{ID: id + "/unit", Role: Note, Ink: InkQuiet}, false,
		s.wording(unitKey, words.Num("n", unit)), place{x: x, y: below + 3, width: width})
}

func (s *sheet) line(id string, ink Ink, width float64, points ...[2]float64) {
	s.Paths = append(s.Paths, Path{ID: id, Points: points, Ink: ink, Width: width, Alpha: 1})
}
