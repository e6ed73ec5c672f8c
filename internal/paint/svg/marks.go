package svg

import "opencases/internal/picture"

// A mark group is drawn as a few dashed lines, one a row or column of its grid, whose dashes are the marks: a group of
// 3,000 squares is a path of a dozen commands. A dash of no length with round ends is a disc.

// markGroup draws a group; rings and hollow strokes are marks with a smaller mark in the colour of the ground on top.
func (d *drawing) markGroup(b picture.MarkGroup) {
	lines := gridLines(b)
	wide, along := b.Size, b.Size // across the line and along it
	round := false
	switch b.Shape {
	case picture.Disc, picture.Ring, picture.Pale:
		round = true
	case picture.Stroke, picture.HollowStroke:
		wide = b.PX * picture.StrokeShare
		if !lines.down {
			wide, along = along, wide
		}
	}
	d.dashes(b, lines, b.Ink, wide, along, round)
	switch b.Shape {
	case picture.Ring:
		inner := b.Size - 2*ringWidth(b.Size)
		d.dashes(b, lines, picture.InkGround, inner, inner, true)
	case picture.HollowStroke:
		d.dashes(b, lines, picture.InkGround, wide*(1-2*picture.HollowShare), along-2*picture.HollowShare*wide, false)
	}
}

// dashedLines are the rows or columns of a grid that hold marks.
type dashedLines struct {
	down  bool // columns rather than rows
	pitch float64
	runs  []run
}

// run is one row or column: the centre of its first mark, the direction to the last, and how many marks.
type run struct {
	x, y, dir float64
	n         int
}

// gridLines follows rows or columns, whichever are fewer.
func gridLines(b picture.MarkGroup) dashedLines {
	total := b.Count + b.Skip
	rows := (total + b.Across - 1) / b.Across
	alongRows := rows <= b.Across
	l := dashedLines{pitch: b.PX, down: !alongRows}
	if l.down {
		l.pitch = b.PY
	}
	if alongRows {
		for r := range rows {
			from, to := max(b.Skip, r*b.Across), min(total, (r+1)*b.Across)
			if from < to {
				x, y := b.At(from - b.Skip)
				l.runs = append(l.runs, run{x, y, 1, to - from})
			}
		}
		return l
	}
	dir := 1.
	if b.Fill == picture.RowsUp {
		dir = -1
	}
	for a := range min(b.Across, total) {
		first := a
		if first < b.Skip {
			first += b.Across
		}
		if first >= total {
			continue
		}
		x, y := b.At(first - b.Skip)
		l.runs = append(l.runs, run{x, y, dir, (total-1-first)/b.Across + 1})
	}
	return l
}

func (d *drawing) dashes(b picture.MarkGroup, l dashedLines, ink picture.Ink, wide, along float64, round bool) {
	d.WriteString(`<path fill="none" stroke="currentColor"`)
	d.ink(ink)
	d.alpha(b.Alpha)
	d.WriteString(` stroke-width="`)
	d.num(wide)
	if round {
		d.WriteString(`" stroke-linecap="round" stroke-dasharray="0 `)
		d.num(l.pitch)
	} else {
		d.WriteString(`" stroke-dasharray="`)
		d.num(along)
		d.WriteByte(' ')
		d.num(l.pitch - along)
	}
	d.WriteString(`" d="`)
	for _, r := range l.runs {
		// The line ends in the middle of the gap after the last mark: rounded numbers neither lose a mark nor add one.
		back, length := 0., (float64(r.n)-.5)*l.pitch
		if !round {
			back, length = along/2, float64(r.n)*l.pitch-(l.pitch-along)/2
		}
		x, y := r.x, r.y
		if l.down {
			y -= back * r.dir
		} else {
			x -= back * r.dir
		}
		d.WriteByte('M')
		d.num(x)
		d.WriteByte(' ')
		d.num(y)
		d.WriteByte("hv"[btoi(l.down)])
		d.num(length * r.dir)
	}
	d.WriteString(`"/>`)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
