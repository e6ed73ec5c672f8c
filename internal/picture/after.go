package picture

import (
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// after takes the timeline on to the last monthly release: first how the open cases were closed, then what
// the acknowledged and the independent counts became.
func (lay *layout) after() {
	if lay.scene.Focus == "counts" {
		lay.counts()
		return
	}
	e := lay.edge()
	lay.axis(e+30, lay.Viewport.W-lay.Viewport.W*.13)
	p := plot{l: lay.Axis.X0, t: e + 30, r: lay.Axis.X1, b: lay.Viewport.H - 6, most: lay.mostOpen()}
	lay.grid(p)
	lay.blankMonths(p, "open")
	open, credible := lay.series("open"), lay.series("credible_total")
	lay.curve(p, "credible", InkCredible, Disc, credible)
	lay.curve(p, "open", InkOpen, Ring, open)
	lay.gapLabels(p, open, credible)
	lay.lowest(p, open)
	lay.gapHots(p, open, credible)
	lay.Description = lay.afterDescription(open)
}

// lowest names the fewest open reports since the month of the article, and that month itself.
func (lay *layout) lowest(p plot, open []point) {
	var low *point
	for i, o := range open {
		if o.month == story.ArticleMonth {
			lay.openNote(p, open[i])
		}
		if o.month > story.ArticleMonth && (low == nil || o.n < low.n) {
			low = &open[i]
		}
	}
	if low != nil && low.month != open[len(open)-1].month {
		lay.openNote(p, *low)
	}
}

func (lay *layout) openNote(p plot, at point) {
	x, y := lay.Axis.end(at.month), p.y(at.n)
	lay.label(Label{ID: "after/" + at.month.String(), Role: Note, Ink: InkText, Names: "open/" + at.month.String()}, false,
		lay.wording("label.open.in", words.Fig("n", at.fig), words.Mon("month", at.month)),
		place{x: x + 8, y: y - 14, width: 110}, place{x: x, y: y - 9, anchor: Middle, width: 110, above: true},
		place{x: x - 8, y: y - 9, anchor: Right, width: 110, above: true})
}

func (lay *layout) afterDescription(open []point) words.Text {
	if len(open) == 0 {
		return lay.text("describe.gap.blank", words.Mon("month", lay.Month))
	}
	last := open[len(open)-1]
	return lay.text("describe.after", words.Fig("open", last.fig), words.Mon("last", last.month), words.Mon("month", lay.Month))
}

// counts draws, at one scale, the deaths acknowledged release by release and the independent counts as dots or as
// lines from their lower to their upper bound. Counts later than the axis stand in columns behind it.
func (lay *layout) counts() {
	e := lay.edge()
	later := lay.Viewport.W * .33
	if lay.Composition == Narrow {
		later = lay.Viewport.W * .36
	}
	lay.axis(e+36, lay.Viewport.W-later)
	inside, outside := lay.estimates()
	p := plot{l: lay.Axis.X0, t: e + 44, r: lay.Viewport.W - e, b: lay.Viewport.H - 22, most: lay.mostKilled()}
	lay.grid(p)
	killed := lay.series("killed_total")
	lay.curve(p, "acknowledged", InkCredible, Disc, killed)
	for _, est := range inside {
		lay.estimate(p, est, lay.Axis.at(est.AsOf().Last()))
	}
	lay.laterCounts(p, outside)
	lay.countsLabels(p, killed, inside)
	for _, k := range killed {
		lay.addHot(Hot{ID: "acknowledged/" + k.month.String(), Ref: k.fig.Ref, X: lay.Axis.end(k.month) - 5, Y: p.y(k.n) - 12, W: 10, H: 24, Series: "acknowledged", Month: k.month,
			Text: lay.text("hot.killed", words.Fig("n", k.fig), words.Day("date", k.fig.AsOf), words.Who("by", k.fig.By))})
	}
	low, high := lay.figure("named/latest_independent_low"), lay.figure("named/latest_independent_high")
	lay.Description = lay.text("describe.after.counts", words.Fig("n", lay.figure("named/acknowledged@"+lay.Month.String())), words.Fig("low", low), words.Fig("high", high), words.Mon("month", lay.Month))
}

// estimates are the independent counts for the whole campaign: those inside the axis up to the month, and the
// later ones once the axis has run out.
func (lay *layout) estimates() (inside, outside []*record.Estimate) {
	for _, est := range lay.rec.Campaign() {
		switch {
		case est.Low.Absent():
		case est.KnownAt(lay.scene.To):
			if est.KnownAt(lay.Month) && est.AsOf().Last() >= lay.scene.From.Start() {
				inside = append(inside, est)
			}
		case lay.Month >= lay.scene.To:
			outside = append(outside, est)
		}
	}
	return inside, outside
}

// mostKilled is the top of the scale: the next full step above the largest independent count.
func (lay *layout) mostKilled() float64 {
	most := 1000.
	for _, est := range lay.rec.Campaign() {
		for _, c := range []record.Count{est.Low, est.High} {
			n, _ := c.Float()
			most = max(most, n)
		}
	}
	const step = 2000
	return step * float64(int(most/step)+1)
}

// estimate draws one count: a dot for a single number, a line with two ends for a range.
func (lay *layout) estimate(p plot, est *record.Estimate, x float64) {
	low, _ := est.Low.Float()
	top := low
	id := "independent/" + est.Key
	if high, ok := est.High.Float(); ok {
		top = high
		lay.Paths = append(lay.Paths, Path{ID: id, Ref: est.Ref("high"), Ink: InkIndependent, Width: 3, Alpha: lay.dim("independent"),
			Points: [][2]float64{{x, p.y(low)}, {x, p.y(high)}}})
		lay.Dots = append(lay.Dots, Dot{ID: id + "/high", Ref: est.Ref("high"), X: x, Y: p.y(high), R: 4, Shape: Ring, Ink: InkIndependent, Alpha: lay.dim("independent")})
	}
	lay.Dots = append(lay.Dots, Dot{ID: id, Ref: est.Ref("low"), X: x, Y: p.y(low), R: 4, Shape: Disc, Ink: InkIndependent, Alpha: lay.dim("independent")})
	lay.keepClear(box{x - 5, p.y(top) - 5, x + 5, p.y(low) + 5})
	text := lay.text("hot.estimate", words.Fig("n", lay.figure(est.Ref("low"))), words.Day("date", est.AsOf()), words.Who("by", est.By))
	if !est.High.Absent() {
		text = lay.text("hot.estimate.range", words.Fig("low", lay.figure(est.Ref("low"))), words.Fig("high", lay.figure(est.Ref("high"))), words.Day("date", est.AsOf()), words.Who("by", est.By))
	}
	lay.addHot(Hot{ID: id, Ref: est.Ref("low"), X: x - 8, Y: p.y(top) - 6, W: 16, H: p.y(low) - p.y(top) + 12, Series: "independent", Month: asOfMonth(est.AsOf()), Text: text})
}

// laterCounts places the counts that are newer than the axis in columns to its right, over their years.
func (lay *layout) laterCounts(p plot, later []*record.Estimate) {
	if len(later) == 0 {
		return
	}
	from := lay.Axis.X1 + 14
	step := (p.r - from) / float64(len(later))
	lay.line("after/break", InkRule, 1, [2]float64{from - 7, p.t}, [2]float64{from - 7, p.b})
	for i, est := range later {
		x := from + (float64(i)+.5)*step
		lay.estimate(p, est, x)
		text := lay.wording("label.undated.short")
		if !est.AsOf().IsZero() {
			text = wording{Text: words.Text{{Text: lay.lang.Year(est.AsOf().Year)}}}
		}
		at := place{x: x, y: p.b + 3, anchor: Middle}
		switch {
		case step > 44:
		case i == 0:
			at = place{x: from, y: p.b + 3}
		case i == len(later)-1:
			at = place{x: lay.Viewport.W, y: p.b + 3, anchor: Right}
		default:
			continue // too narrow for every year: the first and the last are named
		}
		lay.label(Label{ID: "after/year/" + est.Key, Role: AxisLabel, Ink: InkQuiet}, false, text, at)
	}
}

func (lay *layout) countsLabels(p plot, killed []point, inside []*record.Estimate) {
	if len(killed) > 0 {
		last := killed[len(killed)-1]
		x, y := lay.Axis.end(last.month), p.y(last.n)
		lay.label(Label{ID: "after/acknowledged", Role: Name, Ink: InkCredible}, true, lay.wording("label.acknowledged.short", words.Fig("n", last.fig)),
			place{x: x, y: y - 10, anchor: Right, width: lay.Viewport.W * .45, above: true})
	}
	if len(inside) > 0 {
		last := inside[len(inside)-1]
		low, high := lay.figure(last.Ref("low")), lay.figure(last.Ref("high"))
		text := lay.wording("label.independent.short", words.Fig("n", low))
		if !last.High.Absent() {
			text = lay.wording("label.independent.range", words.Fig("low", low), words.Fig("high", high))
		}
		n, _ := low.Count.Float()
		if h, ok := last.High.Float(); ok {
			n = h
		}
		lay.label(Label{ID: "after/independent", Role: Name, Ink: InkIndependent}, true, text,
			place{x: lay.Axis.at(last.AsOf().Last()) - 10, y: p.y(n) - 8, anchor: Right, width: lay.Viewport.W * .4},
			place{x: p.l, y: p.t, width: lay.Viewport.W * .5})
	}
	if lay.Month >= lay.scene.To {
		low, high := lay.figure("named/latest_independent_low"), lay.figure("named/latest_independent_high")
		lay.label(Label{ID: "after/latest", Role: Name, Ink: InkIndependent}, true,
			lay.wording("label.independent.range", words.Fig("low", low), words.Fig("high", high)),
			place{x: p.r, y: p.t - 2, anchor: Right, width: lay.Viewport.W * .5, above: true})
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
