package picture

import (
	"math"
	"slices"

	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// reports heaps every report of possible civilian harm over the months between two printed totals. Before the
// monthly series the stage is hatched: nothing monthly was published.
func (s *sheet) reports() {
	e := s.edge()
	s.axis(e, s.Viewport.W-e)
	baseline := s.Viewport.H - 4
	spans := s.reportSpans()
	unit, pitch := s.reportPitch(spans, baseline-e)
	first, ground := 0, baseline
	for _, span := range spans {
		n := marks(span.Reports, unit)
		if span.From < story.FirstMonthly {
			width := s.Axis.end(span.To) - s.Axis.at(span.From.Start())
			ground = min(ground, baseline-pitch*math.Ceil(float64(n)/across(width, pitch)))
		}
		if span.To <= s.Month && n > 0 {
			s.reportSpan(span, first, n, unit, pitch, baseline)
		}
		first += n
	}
	s.line("reports/baseline", InkRule, 1, [2]float64{s.Axis.X0, baseline}, [2]float64{s.Axis.X1, baseline})
	s.unpublished(e, baseline, ground)
	s.reportsTotal(unit)
}

func (s *sheet) reportSpans() []record.ReportSpan {
	var spans []record.ReportSpan
	for _, span := range s.rec.ReportSpans() {
		if span.To <= s.scene.To {
			spans = append(spans, span)
		}
	}
	return spans
}

// reportPitch fits the heaps of reports; the unit it finds is the unit of `cases` and `if` too, so that the same
// mark stays the same mark.
func (s *sheet) reportPitch(spans []record.ReportSpan, height float64) (unit int, pitch float64) {
	piles := make([]pile, len(spans))
	perMonth := (s.Axis.X1 - s.Axis.X0) / float64(s.Axis.To-s.Axis.From+1)
	for i, span := range spans {
		piles[i] = pile{perMonth * float64(span.To-span.From+1), span.Reports}
	}
	return fitPiles(piles, height, 14, leastPitch)
}

// unpublished hatches the time before the first monthly release and says so. Ground is the top of the heap that
// will stand there.
func (s *sheet) unpublished(top, baseline, ground float64) {
	until := min(story.FirstMonthly, s.scene.To+1)
	if s.Axis.From >= until {
		return
	}
	x0, x1 := s.Axis.X0, s.Axis.at(until.Start())
	s.Paths = append(s.Paths, Path{ID: "reports/unpublished", Ink: InkBlank, Hatch: true, Closed: true, Alpha: .5,
		Points: [][2]float64{{x0, top}, {x1, top}, {x1, baseline}, {x0, baseline}}})
	s.label(Label{ID: "reports/unpublished", Role: Note, Ink: InkQuiet}, true,
		s.wording("label.blank.before", words.Mon("month", story.FirstMonthly)),
		place{x: x0 + 8, y: top + 6, width: x1 - x0 - 16})
	s.earlyAnnouncements(ground - 7)
}

// earlyAnnouncements marks the announcements before the monthly series that gave a number of reports. The last one
// must be named; the others are where there is room.
func (s *sheet) earlyAnnouncements(y float64) {
	early := slices.DeleteFunc(slices.Clone(s.rec.Announcements()), func(a *record.Announcement) bool {
		return a.ReportsTotal.Absent() || a.Announced.First() > s.Month.End() || a.Announced.In() >= story.FirstMonthly
	})
	for _, a := range early {
		x, ref := s.Axis.at(a.Announced.First()), a.Ref("reports_total")
		s.Dots = append(s.Dots, Dot{ID: ref, Ref: ref, X: x, Y: y, R: 3.5, Shape: Disc, Ink: InkReport, Alpha: 1})
		s.keepClear(box{x - 4, y - 4, x + 4, y + 4})
		s.hot(Hot{ID: ref, Ref: ref, X: x - 12, Y: y - 12, W: 24, H: 24, Series: "reports", Month: a.Announced.In(),
			Text: s.text("label.announced", words.Fig("n", s.figure(ref)), words.Day("date", a.Announced))})
	}
	for i, a := range slices.Backward(early) {
		x, ref := s.Axis.at(a.Announced.First()), a.Ref("reports_total")
		s.label(Label{ID: ref, Role: Note, Ink: InkText, Names: ref}, i == len(early)-1,
			s.wording("label.announced", words.Fig("n", s.figure(ref)), words.Day("date", a.Announced)),
			place{x: x + 4, y: y - 5, anchor: Right, width: s.Viewport.W * .5, above: true},
			place{x: s.Axis.X0 + 8, y: y - 5, width: s.Viewport.W * .5, above: true},
			place{x: x + 4, y: y - 24, anchor: Right, width: s.Viewport.W * .5, above: true},
			place{x: x + 4, y: y - 40, anchor: Right, width: s.Viewport.W * .5, above: true})
	}
}

func (s *sheet) reportSpan(span record.ReportSpan, first, n, unit int, pitch, baseline float64) {
	x0, x1 := s.Axis.at(span.From.Start()), s.Axis.end(span.To)
	cells := across(x1-x0, pitch)
	b := Block{
		ID: "reports/" + span.To.String(), Ref: span.Ref, Shape: Disc, Ink: InkReport,
		First: first, Count: n, Unit: unit,
		X: x0 + (x1-x0-cells*pitch)/2, Y: baseline, PX: pitch, PY: pitch, Size: pitch * .82,
		Across: int(cells), Fill: RowsUp, Alpha: 1, Travels: true,
	}
	s.block(b)
	area := b.bounds()
	s.hot(Hot{ID: b.ID, Ref: span.Ref, X: x0, Y: area.t, W: x1 - x0, H: baseline - area.t, Series: "reports", Month: span.To,
		Text: s.text("hot.report_span", words.Fig("n", s.figure(span.Ref)), words.Mon("from", span.From), words.Mon("to", span.To))})
}

// reportsTotal says how many reports there were by the month and, in the month itself, how many were stated as new.
func (s *sheet) reportsTotal(unit int) {
	f, _ := s.rec.At(s.Month, "reports_total")
	key := "describe.reports"
	if f.Count.Absent() {
		key = "describe.reports.blank"
	}
	s.Description = s.text(key, words.Fig("n", f), words.Mon("month", s.Month), words.Day("date", f.AsOf))
	if f.Count.Absent() {
		return
	}
	x, y := s.Axis.X0+8, s.Viewport.H*.36
	width := s.Viewport.W * .55
	below := s.label(Label{ID: "reports/total", Role: Value, Ink: InkText}, true, s.wording("label.reports", words.Fig("n", f)), place{x: x, y: y, width: width}).b
	for _, note := range []struct {
		id   string
		text wording
	}{
		{"reports/asof", s.wording("label.asof", words.Day("date", f.AsOf))},
		{"reports/new", s.newReports()},
		{"reports/step", s.unexplainedStep()},
		{"reports/unit", s.wording("label.unit.report", words.Num("n", unit))},
	} {
		if len(note.text.Text) == 0 {
			continue
		}
		below = s.label(Label{ID: note.id, Role: Note, Ink: InkQuiet}, false, note.text, place{x: x, y: below + 3, width: width}).b
	}
}

// newReports says how many reports the month's own release counts as new; a blank stays blank.
func (s *sheet) newReports() wording {
	if s.Month < story.FirstMonthly {
		return wording{}
	}
	f := s.cell(s.Month, "received")
	if f.Count.Absent() {
		return s.wording("label.received.blank", words.Mon("month", s.Month))
	}
	return s.wording("label.received", words.Fig("n", f), words.Mon("month", s.Month))
}

// unexplainedStep says by how much more, or less, the total rose in the month than reports were stated as received.
func (s *sheet) unexplainedStep() wording {
	f := s.figure("derived/unexplained/" + s.Month.String())
	n, ok := f.Count.Int()
	switch {
	case !ok || n == 0:
		return wording{}
	case n < 0:
		return s.wording("label.step.fewer", words.Num("n", -n))
	}
	return s.wording("label.step.unexplained", words.Fig("n", f))
}
