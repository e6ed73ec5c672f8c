package picture

import "math"

// SeenRow is a row of report marks on their way, as it is seen now: mark k of Count is centred at (X+k*DX, Y+k*DY). Marks
// that set out side by side stay so, and what holds for a row costs the same for one mark as for many.
type SeenRow struct {
	First, Count    int // number of the first mark; marks
	X, Y, DX, DY    float64
	Size            float64
	Alpha, AlphaEnd float64 // of the first mark and the last, 0 to 1; those between are evenly between
	Shape           Shape   // a round one, if Count is more than 1
	Ink             Ink
	look
}

// At is the centre of mark k, counted from 0 to Count-1.
func (r *SeenRow) At(k int) (x, y float64) { return r.X + float64(k)*r.DX, r.Y + float64(k)*r.DY }

// AlphaAt is how much is seen of mark k, 0 to 1.
func (r *SeenRow) AlphaAt(k int) float64 {
	return r.Alpha + (r.AlphaEnd-r.Alpha)*float64(k)/float64(max(1, r.Count-1))
}

// row is a run of flights of which only the first and the last are followed.
type row struct{ first, count int }

// What may be one row. In the middle of its way, at its fastest, a mark then lies within half a px of where it would be by
// itself; at both ends it is exactly there.
const (
	longestRow = 20
	rowSpan    = .025 // between the starts of a row's first and last mark, as a share of the way's duration
	rowStep    = 3.   // between neighbours, in sizes of a mark
	rowPlace   = .05  // px that a mark may stand beside its place in the row
	rowLook    = .05  // by which sizes, strengths and paces may differ
)

// gather puts marks that go side by side into rows, and notes how long the last one takes.
func (m *Motion) gather() {
	m.rows, m.longest = m.rows[:0], 0
	for id := range m.flights {
		f := &m.flights[id]
		if f.state == absent || f.state == arrived && m.drawnByBlock(f, id) {
			continue
		}
		if f.state == flying {
			m.longest = max(m.longest, f.run.delay+f.run.dur-f.run.t)
		}
		if n := len(m.rows); n > 0 && m.joins(m.rows[n-1], id) {
			m.rows[n-1].count++
		} else {
			m.rows = append(m.rows, row{id, 1})
		}
	}
}

// joins reports whether mark id can be the next one of r.
func (m *Motion) joins(r row, id int) bool {
	if id != r.first+r.count || r.count == longestRow {
		return false
	}
	a, z := &m.flights[r.first], &m.flights[id]
	if a.state != z.state || a.shape != z.shape || a.ink != z.ink || a.fromShape != z.fromShape || a.fromInk != z.fromInk ||
		!a.shape.Round() || !a.fromShape.Round() || a.run.dur != z.run.dur || math.Abs(a.pace-z.pace) > rowLook ||
		!alike(a.start, z.start) || !alike(a.goal, z.goal) {
		return false
	}
	ahead := func(f *flight) float64 { return (f.run.delay - f.run.t) / f.run.dur }
	if a.state == flying && math.Abs(ahead(z)-ahead(a)) > rowSpan {
		return false
	}
	if r.count == 1 {
		return near(a.start, z.start, rowStep*a.start.size) && near(a.goal, z.goal, rowStep*a.goal.size)
	}
	b, k := &m.flights[r.first+1], float64(r.count)
	const tick = 1e-4 // of the way's duration
	return near(a.start.toward(b.start, k), z.start, rowPlace) && near(a.goal.toward(b.goal, k), z.goal, rowPlace) &&
		(a.state != flying || math.Abs(ahead(a)+(ahead(b)-ahead(a))*k-ahead(z)) < tick)
}

func alike(a, b spot) bool {
	return math.Abs(a.size-b.size) <= rowLook*a.size && math.Abs(a.alpha-b.alpha) <= rowLook && math.Abs(a.mix-b.mix) <= rowLook
}

func near(a, b spot, px float64) bool { return math.Abs(a.x-b.x) <= px && math.Abs(a.y-b.y) <= px }

// toward is the place k times as far from a as b is, on b's side.
func (a spot) toward(b spot, k float64) spot { return spot{x: a.x + (b.x-a.x)*k, y: a.y + (b.y-a.y)*k} }

// seeRows brings what is seen of the rows up to date.
func (m *Motion) seeRows() {
	m.seenRows = m.seenRows[:0]
	for _, r := range m.rows {
		f := &m.flights[r.first]
		a := f.at(m.elapsed)
		z, steps := a, 1.
		if r.count > 1 {
			z, steps = m.flights[r.first+r.count-1].at(m.elapsed), float64(r.count-1)
		}
		if a.alpha > 0 || z.alpha > 0 {
			m.seenRows = append(m.seenRows, SeenRow{r.first, r.count, a.x, a.y, (z.x - a.x) / steps, (z.y - a.y) / steps,
				(a.size + z.size) / 2, a.alpha, z.alpha, f.shape, f.ink, look{f.fromShape, f.fromInk, (a.mix + z.mix) / 2}})
		}
	}
}
