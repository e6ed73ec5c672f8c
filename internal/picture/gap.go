package picture

import (
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// plot is a chart area with a time axis and a scale of counts from 0 at the bottom to most at the top.
type plot struct {
	l, t, r, b float64
	most       float64
}

func (p plot) y(n float64) float64 { return p.b - (p.b-p.t)*n/p.most }

// point is one month's figure of a series; a month without a figure has none.
type point struct {
	month month.Month
	fig   record.Figure
	n     float64
}

// series are the points of a column of the releases up to the scene's month.
func (lay *layout) series(column string) []point {
	var points []point
	for m := lay.scene.From; m <= min(lay.scene.To, lay.Month); m++ {
		f := lay.cell(m, column)
		if n, ok := f.Count.Float(); ok {
			points = append(points, point{m, f, n})
		}
	}
	return points
}

// gap shows how many reports were found credible in all, how many were open at each month's end, and the
// distance between the two. A month without a figure breaks the line.
func (lay *layout) gap() {
	e := lay.edge()
	right := lay.Viewport.W * .26
	if lay.Composition == Narrow {
		right = lay.Viewport.W * .24
	}
	left := e + 26
	lay.axis(left, lay.Viewport.W-right)
	p := plot{l: lay.Axis.X0, t: e + 30, r: lay.Axis.X1, b: lay.Viewport.H - 6, most: lay.mostOpen()}
	lay.grid(p)
	open, credible := lay.series("open"), lay.series("credible_total")
	lay.blankMonths(p, "open")
	if lay.scene.Asking == story.AskLine {
		lay.askedLine(p, open, credible)
		return
	}
	lay.distances(p, open, credible)
	lay.curve(p, "credible", InkCredible, Disc, credible)
	lay.curve(p, "open", InkOpen, Ring, open)
	if len(lay.scene.Guess) > 0 {
		lay.guessLine(p)
	}
	lay.gapLabels(p, open, credible)
	lay.gapHots(p, open, credible)
	lay.Description = lay.gapDescription(open, credible)
}

// mostOpen is the top of the scale: the next full step above the largest figure in the window. A drawn line and its
// answer keep one scale, so that the line stays where it was drawn.
func (lay *layout) mostOpen() float64 {
	const step = 100
	if lay.scene.Asking == story.AskLine || lay.scene.Focus == "asked" {
		return AskedMost
	}
	most := 0.
	for _, a := range lay.rec.Assessments() {
		if a.Month >= lay.scene.From && a.Month <= lay.scene.To {
			open, _ := a.Open.Float()
			credible, _ := a.CredibleTotal.Float()
			most = max(most, open, credible)
		}
	}
	return step * float64(int(most/step)+1)
}

// grid draws quiet lines of the scale with their counts at the left.
func (lay *layout) grid(p plot) {
	step := 200.
	if p.most > 1200 {
		step = 500
	}
	if p.most > 4000 {
		step = 4000
	}
	for n := 0.; n <= p.most; n += step {
		y := p.y(n)
		lay.line("grid/"+lay.lang.Number(int(n)), InkRule, 1, [2]float64{p.l, y}, [2]float64{p.r, y})
		lay.label(Label{ID: "grid/" + lay.lang.Number(int(n)), Role: AxisLabel, Ink: InkQuiet}, false,
			wording{Text: words.Text{{Text: lay.lang.Number(int(n))}}}, place{x: p.l - 4, y: max(0, min(y-7, lay.Viewport.H-15)), anchor: Right, width: p.l})
	}
}

// blankMonths hatches the months up to the scene's in which no figure of a column was found.
func (lay *layout) blankMonths(p plot, column string) {
	for m := lay.scene.From; m <= min(lay.scene.To, lay.Month); m++ {
		if !lay.cell(m, column).Count.Absent() || lay.scene.Asking == story.AskLine && m >= asked.From {
			continue
		}
		x0, x1 := lay.Axis.at(m.Start()), lay.Axis.end(m)
		id := "blank/" + m.String()
		lay.Paths = append(lay.Paths, Path{ID: id, Ink: InkBlank, Hatch: true, Closed: true, Alpha: 1,
			Points: [][2]float64{{x0, p.t}, {x1, p.t}, {x1, p.b}, {x0, p.b}}})
		lay.addHot(Hot{ID: id, Ref: lay.cell(m, column).Ref, X: x0, Y: p.t, W: x1 - x0, H: p.b - p.t, Series: "open", Month: m,
			Text: lay.text("label.blank.month", words.Mon("month", m))})
	}
}

// distances joins the two figures of every month that has both: the gap itself.
func (lay *layout) distances(p plot, open, credible []point) {
	for _, o := range open {
		for _, c := range credible {
			if o.month != c.month {
				continue
			}
			x := lay.Axis.end(o.month)
			lay.Paths = append(lay.Paths, Path{ID: "gap/" + o.month.String(), Ink: InkOpen, Width: lay.markSize() * 1.2, Alpha: .28,
				Points: [][2]float64{{x, p.y(c.n)}, {x, p.y(o.n)}}})
		}
	}
}

// markSize is the diameter of a month's mark.
func (lay *layout) markSize() float64 {
	per := (lay.Axis.X1 - lay.Axis.X0) / float64(lay.Axis.To-lay.Axis.From+1)
	return max(5, min(9, per*.42))
}

// curve draws a series: lines only between neighbouring months, a mark at every figure.
func (lay *layout) curve(p plot, id string, ink Ink, shape Shape, points []point) {
	r := lay.markSize() / 2
	for i, at := range points {
		x, y := lay.Axis.end(at.month), p.y(at.n)
		if i > 0 && points[i-1].month == at.month-1 {
			lay.Paths = append(lay.Paths, Path{ID: id + "/" + at.month.String(), Ink: ink, Width: 2, Alpha: lay.dim(id),
				Points: [][2]float64{{lay.Axis.end(at.month - 1), p.y(points[i-1].n)}, {x, y}}})
			lay.keepClearLine(lay.Axis.end(at.month-1), p.y(points[i-1].n), x, y)
		}
		lay.Dots = append(lay.Dots, Dot{ID: id + "/" + at.month.String(), Ref: at.fig.Ref, X: x, Y: y, R: r, Shape: shape, Ink: ink, Alpha: lay.dim(id)})
		lay.keepClear(box{x - r - 1, y - r - 1, x + r + 1, y + r + 1})
	}
}

// keepClearLine keeps labels off a sloping line by a row of small boxes.
func (lay *layout) keepClearLine(x0, y0, x1, y1 float64) {
	const pieces = 8
	for i := range pieces {
		a, b := float64(i)/pieces, float64(i+1)/pieces
		ya, yb := y0+(y1-y0)*a, y0+(y1-y0)*b
		lay.keepClear(box{x0 + (x1-x0)*a, min(ya, yb) - 1, x0 + (x1-x0)*b, max(ya, yb) + 1})
	}
}

// gapLabels names both series at the month, with their figures, and the turning points before it.
func (lay *layout) gapLabels(p plot, open, credible []point) {
	role := Value
	if lay.Composition == Narrow || lay.View == story.After {
		role = Name
	}
	for _, end := range []struct {
		id     string
		ink    Ink
		points []point
	}{{"open", InkOpen, open}, {"credible", InkCredible, credible}} {
		if len(end.points) == 0 {
			continue
		}
		last := end.points[len(end.points)-1]
		text := lay.wording("label."+end.id, words.Fig("n", last.fig))
		if last.month != lay.Month {
			text = lay.wording("label."+end.id+".in", words.Fig("n", last.fig), words.Mon("month", last.month))
		}
		lx, ly := lay.Axis.end(last.month)+lay.markSize()/2+5, p.y(last.n)
		size, _ := FontSize(role, lay.Composition)
		half, room := size*.62, min(lay.Viewport.W-lx-1, lay.Viewport.W*.34)
		lay.label(Label{ID: "gap/" + end.id, Role: role, Ink: end.ink, Names: end.id + "/" + last.month.String()}, true, text,
			place{x: lx, y: ly - half, width: room},
			place{x: lx, y: ly - 2*half, width: room},
			place{x: lx, y: ly - 6, width: room},
			place{x: lx, y: ly, width: room},
			place{x: lx - 10, y: ly - 8, anchor: Right, width: lay.Viewport.W * .3, above: true},
			place{x: lx - 10, y: ly + 8, anchor: Right, width: lay.Viewport.W * .3})
	}
	lay.carried(p, open)
	if lay.scene.Focus == "finding" {
		lay.finding(p)
	}
	lay.blankNote(p)
}

// finding adds the total of which the two figures are parts.
func (lay *layout) finding(p plot) {
	f := lay.cell(lay.Month, "reports_total")
	if f.Count.Absent() {
		return
	}
	x := lay.Axis.end(lay.Month) + lay.markSize()/2 + 5
	lay.label(Label{ID: "gap/of", Role: Note, Ink: InkText}, false, lay.wording("label.cases.of", words.Fig("n", f), words.Mon("month", lay.Month)),
		place{x: x, y: (p.t + p.b) / 2, width: lay.Viewport.W - x - 1},
		place{x: p.l + 6, y: p.t + (p.b-p.t)*.3, width: lay.Viewport.W * .4})
}

// carried points out the figure that the press called "nearly 700": the number carried into the article's month.
func (lay *layout) carried(p plot, open []point) {
	if lay.Month < story.ArticleMonth {
		return
	}
	for _, o := range open {
		if o.month != story.ArticleMonth-1 {
			continue
		}
		f := lay.cell(story.ArticleMonth, "carried_over")
		if f.Count.Absent() {
			return
		}
		x, y := lay.Axis.end(o.month), p.y(o.n)
		lay.label(Label{ID: "gap/carried", Role: Note, Ink: InkText, Names: "open/" + o.month.String()}, false,
			lay.wording("label.carried", words.Fig("n", f), words.Mon("month", story.ArticleMonth)),
			place{x: x - 8, y: y - 14, anchor: Right, width: lay.Viewport.W * .4},
			place{x: x - 8, y: y - 8, anchor: Right, width: lay.Viewport.W * .3, above: true},
			place{x: x + 8, y: y - 14, width: lay.Viewport.W * .25})
	}
}

// blankNote says what hatching means, once, and that the scene's own month is blank if it is.
func (lay *layout) blankNote(p plot) {
	first := month.Month(0)
	for m := lay.scene.From; m <= min(lay.scene.To, lay.Month); m++ {
		if lay.cell(m, "open").Count.Absent() {
			first = m
			break
		}
	}
	if first == 0 {
		return
	}
	text := lay.wording("label.blank")
	if lay.cell(lay.Month, "open").Count.Absent() {
		text = lay.wording("label.blank.month", words.Mon("month", lay.Month))
	}
	x := lay.Axis.at(first.Start())
	lay.label(Label{ID: "gap/blank", Role: Note, Ink: InkQuiet}, false, text,
		place{x: x, y: p.t - 4, width: lay.Viewport.W * .5, above: true},
		place{x: p.l, y: 2, width: lay.Viewport.W * .6})
}

func (lay *layout) gapHots(p plot, open, credible []point) {
	half := max(12, (lay.Axis.X1-lay.Axis.X0)/float64(lay.Axis.To-lay.Axis.From+1)/2)
	for _, each := range []struct {
		id, key string
		points  []point
	}{{"credible", "hot.month.credible", credible}, {"open", "hot.month.open", open}} {
		for _, at := range each.points {
			x, y := lay.Axis.end(at.month), p.y(at.n)
			lay.addHot(Hot{ID: each.id + "/" + at.month.String(), Ref: at.fig.Ref, X: x - half, Y: y - 12, W: 2 * half, H: 24, Series: each.id, Month: at.month,
				Text: lay.text(each.key, words.Fig("n", at.fig), words.Mon("month", at.month))})
		}
	}
}

func (lay *layout) gapDescription(open, credible []point) words.Text {
	o, c := lay.cell(lay.Month, "open"), lay.cell(lay.Month, "credible_total")
	if len(open) == 0 && len(credible) == 0 {
		return lay.text("describe.gap.blank", words.Mon("month", lay.Month))
	}
	switch {
	case !o.Count.Absent() && !c.Count.Absent():
		return lay.text("describe.gap", words.Fig("credible", c), words.Fig("open", o), words.Mon("month", lay.Month))
	case !o.Count.Absent():
		return lay.text("describe.gap.open", words.Fig("open", o), words.Mon("month", lay.Month))
	case !c.Count.Absent():
		return lay.text("describe.gap.credible", words.Fig("credible", c), words.Mon("month", lay.Month))
	}
	return lay.text("describe.gap.blank", words.Mon("month", lay.Month))
}
