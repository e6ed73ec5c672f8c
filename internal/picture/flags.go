package picture

import (
	"opencases/internal/month"
	"opencases/internal/words"
)

// flagHeight is one row of event names above the mark groups, in px.
const flagHeight = 17

// flagged are the events the story names, by date; their short names are label.event.DATE. The early ones
// stand to the right of their line, the late ones to the left, in steps, so that no line crosses a name.
var flagged = []struct {
	date month.Date
	late bool
	row  float64
}{
	{month.Date{Year: 2014, Month: 8, Day: 8}, false, 0},
	{month.Date{Year: 2014, Month: 9, Day: 22}, false, 1},
	{month.Date{Year: 2016, Month: 10, Day: 17}, true, 2},
	{month.Date{Year: 2017, Month: 3, Day: 17}, true, 1},
	{month.Date{Year: 2017, Month: 6, Day: 6}, true, 0},
}

// clearOfFlags is the month from which words may stand between the early and the late events' lines.
var clearOfFlags = month.Of(2014, 10)

// flagRows is how many rows of names there are.
const flagRows = 3

// flags marks the events reached by the month with a thin line and a name.
func (lay *layout) flags(baseline float64) {
	for _, f := range flagged {
		for _, e := range lay.rec.Events() {
			if e.Date != f.date || e.Date.First() > lay.Month.End() || e.Date.First() < lay.Axis.From.Start() {
				continue
			}
			x, y := lay.Axis.at(e.Date.First()), lay.edge()+f.row*flagHeight
			at := place{x: x + 5, y: y, anchor: Left, width: lay.Viewport.W * .3}
			if f.late {
				at = place{x: x - 5, y: y, anchor: Right, width: lay.Viewport.W * .45}
			}
			date := f.date.String()
			ref, key := "events/"+date, "label.event."+date
			if lay.label(Label{ID: ref, Role: Note, Ink: InkQuiet}, false, lay.wording(key), at).empty() {
				continue
			}
			lay.line(ref, InkRule, 1, [2]float64{x, y + 1}, [2]float64{x, baseline})
			lay.keepClear(box{x - 2, y, x + 2, baseline})
			lay.addHot(Hot{ID: ref, Ref: ref, X: x - 4, Y: y, W: 8, H: flagHeight, Series: "events", Month: e.Date.In(),
				Text: lay.text("hot.event", words.Day("date", e.Date), words.Str("event", lay.lang.String(key)))})
		}
	}
}
