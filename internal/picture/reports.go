package picture

import (
	"math"
	"slices"

	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// reports lays out every report of possible civilian harm as a mark over the months between two printed totals. Before
// the monthly series the stage is hatched: nothing monthly was published.
func (lay *layout) reports() {
	e := lay.edge()
	lay.axis(e, lay.Viewport.W-e)
	baseline := lay.Viewport.H - 4
	spans := lay.reportSpans()
	unit, pitch := lay.reportPitch(spans, baseline-e)
	first, ground := 0, baseline
	for _, span := range spans {
		n := markCount(span.Reports, unit)
		if span.From < story.FirstMonthly {
			width := lay.Axis.end(span.To) - lay.Axis.at(span.From.Start())
			ground = min(ground, baseline-pitch*math.Ceil(float64(n)/across(width, pitch)))
		}
		if span.To <= lay.Month && n > 0 {
			lay.addReportGroup(span, first, n, unit, pitch, baseline)
		}
		first += n
	}
	lay.line("reports/baseline", InkRule, 1, [2]float64{lay.Axis.X0, baseline}, [2]float64{lay.Axis.X1, baseline})
	lay.unpublished(e, baseline, ground)
	lay.reportsTotal(unit)
}

func (lay *layout) reportSpans() []record.ReportSpan {
	var spans []record.ReportSpan
	for _, span := range lay.rec.ReportSpans() {
		if span.To <= lay.scene.To {
			spans = append(spans, span)
		}
	}
	return spans
}

// reportPitch fits the groups of reports; the unit it finds is the unit of `cases` and `if` too, so that the same mark
// stays the same mark.
func (lay *layout) reportPitch(spans []record.ReportSpan, height float64) (unit int, pitch float64) {
	groups := make([]groupSize, len(spans))
	perMonth := (lay.Axis.X1 - lay.Axis.X0) / float64(lay.Axis.To-lay.Axis.From+1)
	for i, span := range spans {
		groups[i] = groupSize{perMonth * float64(span.To-span.From+1), span.Reports}
	}
	return fitGroups(groups, height, 14, leastPitch)
}

// unpublished hatches the time before the first monthly release and says so. Ground is the top of the group that will
// stand there.
func (lay *layout) unpublished(top, baseline, ground float64) {
	until := min(story.FirstMonthly, lay.scene.To+1)
	if lay.Axis.From >= until {
		return
	}
	x0, x1 := lay.Axis.X0, lay.Axis.at(until.Start())
	lay.Paths = append(lay.Paths, Path{ID: "reports/unpublished", Ink: InkBlank, Hatch: true, Closed: true, Alpha: .5,
		Points: [][2]float64{{x0, top}, {x1, top}, {x1, baseline}, {x0, baseline}}})
	lay.label(Label{ID: "reports/unpublished", Role: Note, Ink: InkQuiet}, true,
		lay.wording("label.blank.before", words.Mon("month", story.FirstMonthly)),
		place{x: x0 + 8, y: top + 6, width: x1 - x0 - 16})
	lay.earlyAnnouncements(ground - 7)
}

// earlyAnnouncements marks the announcements before the monthly series that gave a number of reports. The last one
// must be named; the others are where there is room.
func (lay *layout) earlyAnnouncements(y float64) {
	early := slices.DeleteFunc(slices.Clone(lay.rec.Announcements()), func(a *record.Announcement) bool {
		return a.ReportsTotal.Absent() || a.Announced.First() > lay.Month.End() || a.Announced.In() >= story.FirstMonthly
	})
	for _, a := range early {
		x, ref := lay.Axis.at(a.Announced.First()), a.Ref("reports_total")
		lay.Dots = append(lay.Dots, Dot{ID: ref, Ref: ref, X: x, Y: y, R: 3.5, Shape: Disc, Ink: InkReport, Alpha: 1})
		lay.keepClear(box{x - 4, y - 4, x + 4, y + 4})
		lay.addHot(Hot{ID: ref, Ref: ref, X: x - 12, Y: y - 12, W: 24, H: 24, Series: "reports", Month: a.Announced.In(),
			Text: lay.text("label.announced", words.Fig("n", lay.figure(ref)), words.Day("date", a.Announced))})
	}
	for i, a := range slices.Backward(early) {
		x, ref := lay.Axis.at(a.Announced.First()), a.Ref("reports_total")
		lay.label(Label{ID: ref, Role: Note, Ink: InkText, Names: ref}, i == len(early)-1,
			lay.wording("label.announced", words.Fig("n", lay.figure(ref)), words.Day("date", a.Announced)),
			place{x: x + 4, y: y - 5, anchor: Right, width: lay.Viewport.W * .5, above: true},
			place{x: lay.Axis.X0 + 8, y: y - 5, width: lay.Viewport.W * .5, above: true},
			place{x: x + 4, y: y - 24, anchor: Right, width: lay.Viewport.W * .5, above: true},
			place{x: x + 4, y: y - 40, anchor: Right, width: lay.Viewport.W * .5, above: true})
	}
}

func (lay *layout) addReportGroup(span record.ReportSpan, first, n, unit int, pitch, baseline float64) {
	x0, x1 := lay.Axis.at(span.From.Start()), lay.Axis.end(span.To)
	cells := across(x1-x0, pitch)
	b := MarkGroup{
		ID: "reports/" + span.To.String(), Ref: span.Ref, Shape: Disc, Ink: InkReport,
		First: first, Count: n, Unit: unit,
		X: x0 + (x1-x0-cells*pitch)/2, Y: baseline, PX: pitch, PY: pitch, Size: pitch * .82,
		Across: int(cells), Fill: RowsUp, Alpha: 1, Travels: true,
	}
	lay.addMarkGroup(b)
	area := b.bounds()
	lay.addHot(Hot{ID: b.ID, Ref: span.Ref, X: x0, Y: area.t, W: x1 - x0, H: baseline - area.t, Series: "reports", Month: span.To,
		Text: lay.text("hot.report_span", words.Fig("n", lay.figure(span.Ref)), words.Mon("from", span.From), words.Mon("to", span.To))})
}

// reportsTotal says how many reports there were by the month and, in the month itself, how many were stated as new.
func (lay *layout) reportsTotal(unit int) {
	f, _ := lay.rec.At(lay.Month, "reports_total")
	key := "describe.reports"
	if f.Count.Absent() {
		key = "describe.reports.blank"
	}
	lay.Description = lay.text(key, words.Fig("n", f), words.Mon("month", lay.Month), words.Day("date", f.AsOf))
	if f.Count.Absent() {
		return
	}
	x, y := lay.Axis.X0+8, lay.Viewport.H*.36
	width := lay.Viewport.W * .55
	below := lay.label(Label{ID: "reports/total", Role: Value, Ink: InkText}, true, lay.wording("label.reports", words.Fig("n", f)), place{x: x, y: y, width: width}).b
	for _, note := range []struct {
		id   string
		text wording
	}{
		{"reports/asof", lay.wording("label.asof", words.Day("date", f.AsOf))},
		{"reports/new", lay.newReports()},
		{"reports/step", lay.unexplainedStep()},
		{"reports/unit", lay.wording("label.unit.report", words.Num("n", unit))},
	} {
		if len(note.text.Text) == 0 {
			continue
		}
		below = lay.label(Label{ID: note.id, Role: Note, Ink: InkQuiet}, false, note.text, place{x: x, y: below + 3, width: width}).b
	}
}

// newReports says how many reports the month's own release counts as new; a blank stays blank.
func (lay *layout) newReports() wording {
	if lay.Month < story.FirstMonthly {
		return wording{}
	}
	f := lay.cell(lay.Month, "received")
	if f.Count.Absent() {
		return lay.wording("label.received.blank", words.Mon("month", lay.Month))
	}
	return lay.wording("label.received", words.Fig("n", f), words.Mon("month", lay.Month))
}

// unexplainedStep says by how much more, or less, the total rose in the month than reports were stated as received.
func (lay *layout) unexplainedStep() wording {
	f := lay.figure("derived/unexplained/" + lay.Month.String())
	n, ok := f.Count.Int()
	switch {
	case !ok || n == 0:
		return wording{}
	case n < 0:
		return lay.wording("label.step.fewer", words.Num("n", -n))
	}
	return lay.wording("label.step.unexplained", words.Fig("n", f))
}
