package picture

import "math"

// DrawnRow is a row of report marks in transition, as it is drawn now: mark k of Count is centred at (X+k*DX, Y+k*DY).
// Marks that start side by side stay so, and a row costs the same for one mark as for many.
type DrawnRow struct {
	First, Count    int // number of the first mark; marks
	X, Y, DX, DY    float64
	Size            float64
	Alpha, AlphaEnd float64 // of the first mark and the last, 0 to 1; those between are evenly between
	Shape           Shape   // a round one, if Count is more than 1
	Ink             Ink
	crossFade
}

// At is the centre of mark k, counted from 0 to Count-1.
func (r *DrawnRow) At(k int) (x, y float64) { return r.X + float64(k)*r.DX, r.Y + float64(k)*r.DY }

// AlphaAt is the opacity of mark k, 0 to 1.
func (r *DrawnRow) AlphaAt(k int) float64 {
	return r.Alpha + (r.AlphaEnd-r.Alpha)*float64(k)/float64(max(1, r.Count-1))
}

// markRow is a run of mark transitions of which only the first and the last are interpolated.
type markRow struct{ first, count int }

// What may be one row. At its fastest a mark then lies within half a px of where it would be by itself; at its start and
// its end it is exactly there.
const (
	rowMaxMarks  = 20
	rowMaxDelay  = .025 // between the starts of a row's first and last mark, as a share of the duration
	rowMaxGap    = 3.   // between neighbours, in sizes of a mark
	rowMaxOffset = .05  // px between a mark and its place in the row
	rowTolerance = .05  // by which sizes, opacities and velocities may differ
)

// groupRows puts marks that move side by side into rows, and notes how long the last one takes.
func (m *Motion) groupRows() {
	m.rows, m.duration = m.rows[:0], 0
	for id := range m.markTransitions {
		t := &m.markTransitions[id]
		if t.state == absent || t.state == atRest && m.drawnByGroup(t, id) {
			continue
		}
		if t.state == running {
			m.duration = max(m.duration, t.timing.delay+t.timing.duration-t.timing.elapsed)
		}
		if n := len(m.rows); n > 0 && m.continues(m.rows[n-1], id) {
			m.rows[n-1].count++
		} else {
			m.rows = append(m.rows, markRow{id, 1})
		}
	}
}

// continues reports whether mark id can be the next one of r.
func (m *Motion) continues(r markRow, id int) bool {
	if id != r.first+r.count || r.count == rowMaxMarks {
		return false
	}
	a, z := &m.markTransitions[r.first], &m.markTransitions[id]
	if a.state != z.state || a.shape != z.shape || a.ink != z.ink || a.fromShape != z.fromShape || a.fromInk != z.fromInk ||
		!a.shape.Round() || !a.fromShape.Round() || a.timing.duration != z.timing.duration || math.Abs(a.velocity-z.velocity) > rowTolerance ||
		!similar(a.from, z.from) || !similar(a.to, z.to) {
		return false
	}
	ahead := func(t *markTransition) float64 { return (t.timing.delay - t.timing.elapsed) / t.timing.duration }
	if a.state == running && math.Abs(ahead(z)-ahead(a)) > rowMaxDelay {
		return false
	}
	if r.count == 1 {
		return near(a.from, z.from, rowMaxGap*a.from.size) && near(a.to, z.to, rowMaxGap*a.to.size)
	}
	b, k := &m.markTransitions[r.first+1], float64(r.count)
	const tick = 1e-4 // of the duration
	return near(a.from.extrapolate(b.from, k), z.from, rowMaxOffset) && near(a.to.extrapolate(b.to, k), z.to, rowMaxOffset) &&
		(a.state != running || math.Abs(ahead(a)+(ahead(b)-ahead(a))*k-ahead(z)) < tick)
}

func similar(a, b attributes) bool {
	return math.Abs(a.size-b.size) <= rowTolerance*a.size && math.Abs(a.alpha-b.alpha) <= rowTolerance && math.Abs(a.mix-b.mix) <= rowTolerance
}

func near(a, b attributes, px float64) bool {
	return math.Abs(a.x-b.x) <= px && math.Abs(a.y-b.y) <= px
}

// extrapolate is the place k times as far from a as b is, on b's side.
func (a attributes) extrapolate(b attributes, k float64) attributes {
	return attributes{x: a.x + (b.x-a.x)*k, y: a.y + (b.y-a.y)*k}
}

// drawRows brings drawnRows up to date.
func (m *Motion) drawRows() {
	m.drawnRows = m.drawnRows[:0]
	for _, r := range m.rows {
		t := &m.markTransitions[r.first]
		a := t.at(m.elapsed)
		z, steps := a, 1.
		if r.count > 1 {
			z, steps = m.markTransitions[r.first+r.count-1].at(m.elapsed), float64(r.count-1)
		}
		if a.alpha > 0 || z.alpha > 0 {
			m.drawnRows = append(m.drawnRows, DrawnRow{r.first, r.count, a.x, a.y, (z.x - a.x) / steps, (z.y - a.y) / steps,
				(a.size + z.size) / 2, a.alpha, z.alpha, t.shape, t.ink, crossFade{t.fromShape, t.fromInk, (a.mix + z.mix) / 2}})
		}
	}
}
