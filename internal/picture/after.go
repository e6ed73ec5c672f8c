package picture

import (
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// after takes the timeline on to the last monthly release: first how the open cases were closed, then what
// the acknowledged and the independent counts became.
func (s *sheet) after() {
	if s.scene.Focus == "counts" {
		s.counts()
		return
	}
	e := s.edge()
	s.axis(e+30, s.Viewport.W-s.Viewport.W*.13)
	p := plot{l: s.Axis.X0, t: e + 30, r: s.Axis.X1, b: s.Viewport.H - 6, most: s.mostOpen()}
	s.grid(p)
	s.blankMonths(p, "open")
	open, credible := s.series("open"), s.series("credible_total")
	s.curve(p, "credible", InkCredible, Disc, credible)
	s.curve(p, "open", InkOpen, Ring, open)
	s.gapLabels(p, open, credible)
	s.lowest(p, open)
	s.gapHots(p, open, credible)
	s.Description = s.afterDescription(open)
}

// lowest names the fewest open reports since the month of the article, and that month itself.
func (s *sheet) lowest(p plot, open []point) {
	var low *point
	for i, o := range open {
		if o.month == story.ArticleMonth {
			s.openNote(p, open[i])
		}
		if o.month > story.ArticleMonth && (low == nil || o.n < low.n) {
			low = &open[i]
		}
	}
	if low != nil && low.month != open[len(open)-1].month {
		s.openNote(p, *low)
	}
}

func (s *sheet) openNote(p plot, at point) {
	x, y := s.Axis.end(at.month), p.y(at.n)
	s.label(Label{ID: "after/" + at.month.String(), Role: Note, Ink: InkText, Names: "open/" + at.month.String()}, false,
		s.wording("label.open.in", words.Fig("n", at.fig), words.Mon("month", at.month)),
		place{x: x + 8, y: y - 14, width: 110}, place{x: x, y: y - 9, anchor: Middle, width: 110, above: true},
		place{x: x - 8, y: y - 9, anchor: Right, width: 110, above: true})
}

func (s *sheet) afterDescription(open []point) words.Text {
	if len(open) == 0 {
		return s.text("describe.gap.blank", words.Mon("month", s.Month))
	}
	last := open[len(open)-1]
	return s.text("describe.after", words.Fig("open", last.fig), words.Mon("last", last.month), words.Mon("month", s.Month))
}

// counts draws, at one scale, the deaths acknowledged release by release and the independent counts as dots or as
// lines from their lower to their upper bound. Counts later than the axis stand in columns behind it.
func (s *sheet) counts() {
	e := s.edge()
	later := s.Viewport.W * .33
	if s.Composition == Narrow {
		later = s.Viewport.W * .36
	}
	s.axis(e+36, s.Viewport.W-later)
	inside, outside := s.estimates()
	p := plot{l: s.Axis.X0, t: e + 44, r: s.Viewport.W - e, b: s.Viewport.H - 22, most: s.mostKilled()}
	s.grid(p)
	killed := s.series("killed_total")
	s.curve(p, "acknowledged", InkCredible, Disc, killed)
	for _, est := range inside {
		s.estimate(p, est, s.Axis.at(est.AsOf().Last()))
	}
	s.laterCounts(p, outside)
	s.countsLabels(p, killed, inside)
	for _, k := range killed {
		s.hot(Hot{ID: "acknowledged/" + k.month.String(), Ref: k.fig.Ref, X: s.Axis.end(k.month) - 5, Y: p.y(k.n) - 12, W: 10, H: 24, Series: "acknowledged", Month: k.month,
			Text: s.text("hot.killed", words.Fig("n", k.fig), words.Day("date", k.fig.AsOf), words.Who("by", k.fig.By))})
	}
	low, high := s.figure("named/latest_independent_low"), s.figure("named/latest_independent_high")
	s.Description = s.text("describe.after.counts", words.Fig("n", s.figure("named/acknowledged@"+s.Month.String())), words.Fig("low", low), words.Fig("high", high), words.Mon("month", s.Month))
}

// estimates are the independent counts for the whole campaign: those inside the axis up to the month, and the
// later ones once the axis has run out.
func (s *sheet) estimates() (inside, outside []*record.Estimate) {
	for _, est := range s.rec.Campaign() {
		switch {
		case est.Low.Absent():
		case est.KnownAt(s.scene.To):
			if est.KnownAt(s.Month) && est.AsOf().Last() >= s.scene.From.Start() {
				inside = append(inside, est)
			}
		case s.Month >= s.scene.To:
			outside = append(outside, est)
		}
	}
	return inside, outside
}

// mostKilled is the top of the scale: the next full step above the largest independent count.
func (s *sheet) mostKilled() float64 {
	most := 1000.
	for _, est := range s.rec.Campaign() {
		for _, c := range []record.Count{est.Low, est.High} {
			n, _ := c.Float()
			most = max(most, n)
		}
	}
	const step = 2000
	return step * float64(int(most/step)+1)
}

// estimate draws one count: a dot for a single number, a line with two ends for a range.
func (s *sheet) estimate(p plot, est *record.Estimate, x float64) {
	low, _ := est.Low.Float()
	top := low
	id := "independent/" + est.Key
	if high, ok := est.High.Float(); ok {
		top = high
		s.Paths = append(s.Paths, Path{ID: id, Ref: est.Ref("high"), Ink: InkIndependent, Width: 3, Alpha: s.dim("independent"),
			Points: [][2]float64{{x, p.y(low)}, {x, p.y(high)}}})
		s.Dots = append(s.Dots, Dot{ID: id + "/high", Ref: est.Ref("high"), X: x, Y: p.y(high), R: 4, Shape: Ring, Ink: InkIndependent, Alpha: s.dim("independent")})
	}
	s.Dots = append(s.Dots, Dot{ID: id, Ref: est.Ref("low"), X: x, Y: p.y(low), R: 4, Shape: Disc, Ink: InkIndependent, Alpha: s.dim("independent")})
	s.keepClear(box{x - 5, p.y(top) - 5, x + 5, p.y(low) + 5})
	text := s.text("hot.estimate", words.Fig("n", s.figure(est.Ref("low"))), words.Day("date", est.AsOf()), words.Who("by", est.By))
	if !est.High.Absent() {
		text = s.text("hot.estimate.range", words.Fig("low", s.figure(est.Ref("low"))), words.Fig("high", s.figure(est.Ref("high"))), words.Day("date", est.AsOf()), words.Who("by", est.By))
	}
	s.hot(Hot{ID: id, Ref: est.Ref("low"), X: x - 8, Y: p.y(top) - 6, W: 16, H: p.y(low) - p.y(top) + 12, Series: "independent", Month: asOfMonth(est.AsOf()), Text: text})
}

// laterCounts stands the counts that are newer than the axis in columns to its right, under their years.
func (s *sheet) laterCounts(p plot, later []*record.Estimate) {
	if len(later) == 0 {
		return
	}
	from := s.Axis.X1 + 14
	step := (p.r - from) / float64(len(later))
	s.line("after/break", InkRule, 1, [2]float64{from - 7, p.t}, [2]float64{from - 7, p.b})
	for i, est := range later {
		x := from + (float64(i)+.5)*step
		s.estimate(p, est, x)
		text := s.wording("label.undated.short")
		if !est.AsOf().IsZero() {
			text = wording{Text: words.Text{{Text: s.lang.Year(est.AsOf().Year)}}}
		}
		at := place{x: x, y: p.b + 3, anchor: Middle}
		switch {
		case step > 44:
		case i == 0:
			at = place{x: from, y: p.b + 3}
		case i == len(later)-1:
			at = place{x: s.Viewport.W, y: p.b + 3, anchor: Right}
		default:
			continue // too narrow for every year: the first and the last are named
		}
		s.label(Label{ID: "after/year/" + est.Key, Role: AxisLabel, Ink: InkQuiet}, false, text, at)
	}
}

func (s *sheet) countsLabels(p plot, killed []point, inside []*record.Estimate) {
	if len(killed) > 0 {
		last := killed[len(killed)-1]
		x, y := s.Axis.end(last.month), p.y(last.n)
		s.label(Label{ID: "after/acknowledged", Role: Name, Ink: InkCredible}, true, s.wording("label.acknowledged.short", words.Fig("n", last.fig)),
			place{x: x, y: y - 10, anchor: Right, width: s.Viewport.W * .45, above: true})
	}
	if len(inside) > 0 {
		last := inside[len(inside)-1]
		low, high := s.figure(last.Ref("low")), s.figure(last.Ref("high"))
		text := s.wording("label.independent.short", words.Fig("n", low))
		if !last.High.Absent() {
			text = s.wording("label.independent.range", words.Fig("low", low), words.Fig("high", high))
		}
		n, _ := low.Count.Float()
		if h, ok := last.High.Float(); ok {
			n = h
		}
		s.label(Label{ID: "after/independent", Role: Name, Ink: InkIndependent}, true, text,
			place{x: s.Axis.at(last.AsOf().Last()) - 10, y: p.y(n) - 8, anchor: Right, width: s.Viewport.W * .4},
			place{x: p.l, y: p.t, width: s.Viewport.W * .5})
	}
	if s.Month >= s.scene.To {
		low, high := s.figure("named/latest_independent_low"), s.figure("named/latest_independent_high")
		s.label(Label{ID: "after/latest", Role: Name, Ink: InkIndependent}, true,
			s.wording("label.independent.range", words.Fig("low", low), words.Fig("high", high)),
			place{x: p.r, y: p.t - 2, anchor: Right, width: s.Viewport.W * .5, above: true})
	}
}

// asOfMonth is the month at whose end a date is over, 0 without a date.
func asOfMonth(d month.Date) month.Month {
	switch {
	case d.IsZero():
		return 0
	case d.Month == 0:
		return month.Of(d.Year, 12)
	}
	return d.In()
}
