package picture

import (
	"slices"

	"opencases/internal/record"
	"opencases/internal/words"
)

// strikes lays out every strike as a mark over the time between two official totals. A group's area is its number of
// strikes; when within that time they fell is not known and not claimed.
func (lay *layout) strikes() {
	e := lay.edge()
	lay.axis(e, lay.Viewport.W-e)
	baseline := lay.Viewport.H - 4
	top := e + flagRows*flagHeight
	spans := lay.spans()
	unit, pitch := fitGroups(strikeGroupSizes(lay.Axis, spans), baseline-top, 12, leastPitch)

	first := 0
	for _, span := range spans {
		n := markCount(span.Strikes, unit)
		if span.To.Last() <= lay.Month.End() {
			lay.addStrikeGroup(span, first, n, unit, pitch, baseline)
		}
		first += n
	}
	lay.line("strikes/baseline", InkRule, 1, [2]float64{lay.Axis.X0, baseline}, [2]float64{lay.Axis.X1, baseline})
	lay.flags(baseline)
	lay.strikesTotal(unit)
}

// spans are the times between official totals that end within the axis; the record has them in order.
func (lay *layout) spans() []record.Span {
	spans, end := lay.rec.Spans(), lay.scene.To.End()
	if after := slices.IndexFunc(spans, func(span record.Span) bool { return span.To.Last() > end }); after >= 0 {
		return spans[:after]
	}
	return spans
}

func strikeGroupSizes(a Axis, spans []record.Span) []groupSize {
	groups := make([]groupSize, len(spans))
	for i, span := range spans {
		groups[i] = groupSize{a.at(span.To.Last()+1) - a.at(span.From.Last()+1), span.Strikes}
	}
	return groups
}

func (lay *layout) addStrikeGroup(span record.Span, first, n, unit int, pitch, baseline float64) {
	x0, x1 := lay.Axis.at(span.From.Last()+1), lay.Axis.at(span.To.Last()+1)
	if span.From.IsZero() || x0 < lay.Axis.X0 {
		x0 = lay.Axis.X0
	}
	cells := across(x1-x0, pitch)
	b := MarkGroup{
		ID: "strikes/" + span.To.String(), Ref: span.Ref, Shape: Square, Ink: InkStrike,
		First: first, Count: n, Unit: unit,
		X: x0 + (x1-x0-cells*pitch)/2, Y: baseline, PX: pitch, PY: pitch, Size: pitch * .78,
		Across: int(cells), Fill: RowsUp, Alpha: 1,
	}
	lay.addMarkGroup(b)
	area := b.bounds()
	lay.addHot(Hot{
		ID: b.ID, Ref: span.Ref, X: x0, Y: area.t, W: x1 - x0, H: baseline - area.t,
		Series: "strikes", Month: span.To.In(),
		Text: lay.text("hot.span", words.Fig("n", lay.figure(span.Ref)), words.Day("from", span.From), words.Day("to", span.To)),
	})
}

// strikesTotal says how many strikes there were by the month, and what one square stands for.
func (lay *layout) strikesTotal(unit int) {
	f := lay.figure("named/strikes@" + lay.Month.String())
	lay.Description = lay.text("describe.strikes", words.Fig("n", f), words.Mon("month", lay.Month), words.Day("date", f.AsOf))
	if f.Count.Absent() {
		lay.Description = lay.text("describe.strikes.blank", words.Mon("month", lay.Month))
	}
	lay.headline("strikes", InkText, f, "label.strikes", "label.unit.strike", unit)
}

// headline places the total at the left of the stage, where the groups are low, with its date and the unit of count.
func (lay *layout) headline(id string, ink Ink, f record.Figure, key, unitKey string, unit int) {
	x, y := lay.Axis.at(clearOfFlags.Start())+4, lay.Viewport.H*.34
	width := lay.Viewport.W * .52
	var below float64
	if f.Count.Absent() {
		below = lay.label(Label{ID: id + "/total", Role: Name, Ink: InkQuiet}, true,
			lay.wording("label.nodata", words.Mon("month", lay.Month)), place{x: x, y: y, width: width}).b
	} else {
		below = lay.label(Label{ID: id + "/total", Role: Value, Ink: ink}, true,
			lay.wording(key, words.Fig("n", f)), place{x: x, y: y, width: width}).b
		below = lay.label(Label{ID: id + "/asof", Role: Note, Ink: InkQuiet}, true,
			lay.wording("label.asof", words.Day("date", f.AsOf)), place{x: x, y: below + 3, width: width}).b
	}
	lay.label(Label{ID: id + "/unit", Role: Note, Ink: InkQuiet}, false,
		lay.wording(unitKey, words.Num("n", unit)), place{x: x, y: below + 3, width: width})
}

func (lay *layout) line(id string, ink Ink, width float64, points ...[2]float64) {
	lay.Paths = append(lay.Paths, Path{ID: id, Points: points, Ink: ink, Width: width, Alpha: 1})
}
