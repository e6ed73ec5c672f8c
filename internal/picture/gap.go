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
func (s *sheet) series(column string) []point {
	var points []point
	for m := s.scene.From; m <= min(s.scene.To, s.Month); m++ {
		f := s.cell(m, column)
		if n, ok := f.Count.Float(); ok {
			points = append(points, point{m, f, n})
		}
	}
	return points
}

// gap shows how many reports were found credible in all, how many were open at each month's end, and the
// distance between the two. A month without a figure breaks the line.
func (s *sheet) gap() {
	e := s.edge()
	right := s.Viewport.W * .26
	if s.Composition == Narrow {
		right = s.Viewport.W * .24
	}
	left := e + 26
	s.axis(left, s.Viewport.W-right)
	p := plot{l: s.Axis.X0, t: e + 30, r: s.Axis.X1, b: s.Viewport.H - 6, most: s.mostOpen()}
	s.grid(p)
	open, credible := s.series("open"), s.series("credible_total")
	s.blankMonths(p, "open")
	if s.scene.Asking == story.AskLine {
		s.askedLine(p, open, credible)
		return
	}
	s.distances(p, open, credible)
	s.curve(p, "credible", InkCredible, Disc, credible)
	s.curve(p, "open", InkOpen, Ring, open)
	if len(s.scene.Guess) > 0 {
		s.guessLine(p)
	}
	s.gapLabels(p, open, credible)
	s.gapHots(p, open, credible)
	s.Description = s.gapDescription(open, credible)
}

// mostOpen is the top of the scale: the next full step above the largest figure in the window. A drawn line and its
// answer keep one scale, so that the line stays where it was drawn.
func (s *sheet) mostOpen() float64 {
	const step = 100
	if s.scene.Asking == story.AskLine || s.scene.Focus == "asked" {
		return AskedMost
	}
	most := 0.
	for _, a := range s.rec.Assessments() {
		if a.Month >= s.scene.From && a.Month <= s.scene.To {
			open, _ := a.Open.Float()
			credible, _ := a.CredibleTotal.Float()
			most = max(most, open, credible)
		}
	}
	return step * float64(int(most/step)+1)
}

// grid draws quiet lines of the scale with their counts at the left.
func (s *sheet) grid(p plot) {
	step := 200.
	if p.most > 1200 {
		step = 500
	}
	if p.most > 4000 {
		step = 4000
	}
	for n := 0.; n <= p.most; n += step {
		y := p.y(n)
		s.line("grid/"+s.lang.Number(int(n)), InkRule, 1, [2]float64{p.l, y}, [2]float64{p.r, y})
		s.label(Label{ID: "grid/" + s.lang.Number(int(n)), Role: AxisLabel, Ink: InkQuiet}, false,
			wording{Text: words.Text{{Text: s.lang.Number(int(n))}}}, place{x: p.l - 4, y: max(0, min(y-7, s.Viewport.H-15)), anchor: Right, width: p.l})
	}
}

// blankMonths hatches the months up to the scene's in which no figure of a column was found.
func (s *sheet) blankMonths(p plot, column string) {
	for m := s.scene.From; m <= min(s.scene.To, s.Month); m++ {
		if !s.cell(m, column).Count.Absent() || s.scene.Asking == story.AskLine && m >= asked.From {
			continue
		}
		x0, x1 := s.Axis.at(m.Start()), s.Axis.end(m)
		id := "blank/" + m.String()
		s.Paths = append(s.Paths, Path{ID: id, Ink: InkBlank, Hatch: true, Closed: true, Alpha: 1,
			Points: [][2]float64{{x0, p.t}, {x1, p.t}, {x1, p.b}, {x0, p.b}}})
		s.hot(Hot{ID: id, Ref: s.cell(m, column).Ref, X: x0, Y: p.t, W: x1 - x0, H: p.b - p.t, Series: "open", Month: m,
			Text: s.text("label.blank.month", words.Mon("month", m))})
	}
}

// distances joins the two figures of every month that has both: the gap itself.
func (s *sheet) distances(p plot, open, credible []point) {
	for _, o := range open {
		for _, c := range credible {
			if o.month != c.month {
				continue
			}
			x := s.Axis.end(o.month)
			s.Paths = append(s.Paths, Path{ID: "gap/" + o.month.String(), Ink: InkOpen, Width: s.markSize() * 1.2, Alpha: .28,
				Points: [][2]float64{{x, p.y(c.n)}, {x, p.y(o.n)}}})
		}
	}
}

// markSize is the diameter of a month's mark.
func (s *sheet) markSize() float64 {
	per := (s.Axis.X1 - s.Axis.X0) / float64(s.Axis.To-s.Axis.From+1)
	return max(5, min(9, per*.42))
}

// curve draws a series: lines only between neighbouring months, a mark at every figure.
func (s *sheet) curve(p plot, id string, ink Ink, shape Shape, points []point) {
	r := s.markSize() / 2
	for i, at := range points {
		x, y := s.Axis.end(at.month), p.y(at.n)
		if i > 0 && points[i-1].month == at.month-1 {
			s.Paths = append(s.Paths, Path{ID: id + "/" + at.month.String(), Ink: ink, Width: 2, Alpha: s.dim(id),
				Points: [][2]float64{{s.Axis.end(at.month - 1), p.y(points[i-1].n)}, {x, y}}})
			s.keepClearLine(s.Axis.end(at.month-1), p.y(points[i-1].n), x, y)
		}
		s.Dots = append(s.Dots, Dot{ID: id + "/" + at.month.String(), Ref: at.fig.Ref, X: x, Y: y, R: r, Shape: shape, Ink: ink, Alpha: s.dim(id)})
		s.keepClear(box{x - r - 1, y - r - 1, x + r + 1, y + r + 1})
	}
}

// keepClearLine keeps labels off a sloping line by a row of small boxes.
func (s *sheet) keepClearLine(x0, y0, x1, y1 float64) {
	const pieces = 8
	for i := range pieces {
		a, b := float64(i)/pieces, float64(i+1)/pieces
		ya, yb := y0+(y1-y0)*a, y0+(y1-y0)*b
		s.keepClear(box{x0 + (x1-x0)*a, min(ya, yb) - 1, x0 + (x1-x0)*b, max(ya, yb) + 1})
	}
}

// gapLabels names both series at the month, with their figures, and the turning points before it.
func (s *sheet) gapLabels(p plot, open, credible []point) {
	role := Value
	if s.Composition == Narrow || s.View == story.After {
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
		text := s.wording("label."+end.id, words.Fig("n", last.fig))
		if last.month != s.Month {
			text = s.wording("label."+end.id+".in", words.Fig("n", last.fig), words.Mon("month", last.month))
		}
		lx, ly := s.Axis.end(last.month)+s.markSize()/2+5, p.y(last.n)
		size, _ := FontSize(role, s.Composition)
		half, room := size*.62, min(s.Viewport.W-lx-1, s.Viewport.W*.34)
		s.label(Label{ID: "gap/" + end.id, Role: role, Ink: end.ink, Names: end.id + "/" + last.month.String()}, true, text,
			place{x: lx, y: ly - half, width: room},
			place{x: lx, y: ly - 2*half, width: room},
			place{x: lx, y: ly - 6, width: room},
			place{x: lx, y: ly, width: room},
			place{x: lx - 10, y: ly - 8, anchor: Right, width: s.Viewport.W * .3, above: true},
			place{x: lx - 10, y: ly + 8, anchor: Right, width: s.Viewport.W * .3})
	}
	s.carried(p, open)
	if s.scene.Focus == "finding" {
		s.finding(p)
	}
	s.blankNote(p)
}

// finding adds the total of which the two figures are parts.
func (s *sheet) finding(p plot) {
	f := s.cell(s.Month, "reports_total")
	if f.Count.Absent() {
		return
	}
	x := s.Axis.end(s.Month) + s.markSize()/2 + 5
	s.label(Label{ID: "gap/of", Role: Note, Ink: InkText}, false, s.wording("label.cases.of", words.Fig("n", f), words.Mon("month", s.Month)),
		place{x: x, y: (p.t + p.b) / 2, width: s.Viewport.W - x - 1},
		place{x: p.l + 6, y: p.t + (p.b-p.t)*.3, width: s.Viewport.W * .4})
}

// carried points out the figure that the press called "nearly 700": the number carried into the article's month.
func (s *sheet) carried(p plot, open []point) {
	if s.Month < story.ArticleMonth {
		return
	}
	for _, o := range open {
		if o.month != story.ArticleMonth-1 {
			continue
		}
		f := s.cell(story.ArticleMonth, "carried_over")
		if f.Count.Absent() {
			return
		}
		x, y := s.Axis.end(o.month), p.y(o.n)
		s.label(Label{ID: "gap/carried", Role: Note, Ink: InkText, Names: "open/" + o.month.String()}, false,
			s.wording("label.carried", words.Fig("n", f), words.Mon("month", story.ArticleMonth)),
			place{x: x - 8, y: y - 14, anchor: Right, width: s.Viewport.W * .4},
			place{x: x - 8, y: y - 8, anchor: Right, width: s.Viewport.W * .3, above: true},
			place{x: x + 8, y: y - 14, width: s.Viewport.W * .25})
	}
}

// blankNote says what hatching means, once, and that the scene's own month is blank if it is.
func (s *sheet) blankNote(p plot) {
	first := month.Month(0)
	for m := s.scene.From; m <= min(s.scene.To, s.Month); m++ {
		if s.cell(m, "open").Count.Absent() {
			first = m
			break
		}
	}
	if first == 0 {
		return
	}
	text := s.wording("label.blank")
	if s.cell(s.Month, "open").Count.Absent() {
		text = s.wording("label.blank.month", words.Mon("month", s.Month))
	}
	x := s.Axis.at(first.Start())
	s.label(Label{ID: "gap/blank", Role: Note, Ink: InkQuiet}, false, text,
		place{x: x, y: p.t - 4, width: s.Viewport.W * .5, above: true},
		place{x: p.l, y: 2, width: s.Viewport.W * .6})
}

func (s *sheet) gapHots(p plot, open, credible []point) {
	half := max(12, (s.Axis.X1-s.Axis.X0)/float64(s.Axis.To-s.Axis.From+1)/2)
	for _, each := range []struct {
		id, key string
		points  []point
	}{{"credible", "hot.month.credible", credible}, {"open", "hot.month.open", open}} {
		for _, at := range each.points {
			x, y := s.Axis.end(at.month), p.y(at.n)
			s.hot(Hot{ID: each.id + "/" + at.month.String(), Ref: at.fig.Ref, X: x - half, Y: y - 12, W: 2 * half, H: 24, Series: each.id, Month: at.month,
				Text: s.text(each.key, words.Fig("n", at.fig), words.Mon("month", at.month))})
		}
	}
}

func (s *sheet) gapDescription(open, credible []point) words.Text {
	o, c := s.cell(s.Month, "open"), s.cell(s.Month, "credible_total")
	if len(open) == 0 && len(credible) == 0 {
		return s.text("describe.gap.blank", words.Mon("month", s.Month))
	}
	switch {
	case !o.Count.Absent() && !c.Count.Absent():
		return s.text("describe.gap", words.Fig("credible", c), words.Fig("open", o), words.Mon("month", s.Month))
	case !o.Count.Absent():
		return s.text("describe.gap.open", words.Fig("open", o), words.Mon("month", s.Month))
	case !c.Count.Absent():
		return s.text("describe.gap.credible", words.Fig("credible", c), words.Mon("month", s.Month))
	}
	return s.text("describe.gap.blank", words.Mon("month", s.Month))
}
