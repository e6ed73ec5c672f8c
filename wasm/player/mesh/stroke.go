package mesh

import (
	"math"

	"opencases/internal/picture"
)

// Flags of a quad that is a stroke or an area; they stay below 64.
const (
	dashed    = 1 // ColorB and ColorA say how
	flatStart = 2 // the line begins here
	flatEnd   = 4 // the line ends here
	filled    = 8 // a part of an area
	hatched   = 16
)

// vec is a place or a direction, in canvas px.
type vec struct{ x, y float32 }

func (q *Mesh) path(p *picture.DrawnPath) {
	switch {
	case p.Alpha <= 0:
	case p.Closed || p.Hatch:
		q.fill(p)
	default:
		q.stroke(p)
	}
}

// corners brings a path's points to the canvas, without repeated ones.
func (q *Mesh) corners(p *picture.DrawnPath) []vec {
	q.points = q.points[:0]
	for _, at := range p.Points {
		v := vec{float32(at[0]) * q.scale, float32(at[1]) * q.scale}
		if n := len(q.points); n == 0 || q.points[n-1] != v {
			q.points = append(q.points, v)
		}
	}
	return q.points
}

// stroke makes a quad of each straight part of a line. Two parts meet on the line that halves their angle, so that
// nothing is drawn twice where they join and a line may be translucent.
func (q *Mesh) stroke(p *picture.DrawnPath) {
	points := q.corners(p)
	half := float32(p.Width) / 2 * q.scale
	v := Vertex{ColorR: packInks(p.Ink, p.FromInk, p.Mix), Custom1: half, Custom3: float32(p.Alpha)}
	flags := 0
	if p.Dash {
		flags = dashed
		v.ColorB, v.ColorA = picture.DashOn*q.scale, picture.DashOff*q.scale
	}
	reach := half + fringe
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		d, length := direction(a, b)
		f := flags
		// How far the quad begins and ends on its two sides, at -reach and reach across the line.
		begin, end := [2]float32{-fringe, -fringe}, [2]float32{length + fringe, length + fringe}
		if i == 1 {
			f |= flatStart
		} else {
			k := joint(points[i-2], a, b, reach)
			begin = [2]float32{-reach * k[0], -reach * k[1]}
		}
		if i == len(points)-1 {
			f |= flatEnd
		} else {
			k := joint(a, b, points[i+1], reach)
			end = [2]float32{length + reach*k[0], length + reach*k[1]}
		}
		v.ColorG, v.Custom0 = float32(f), length
		var at [4]corner
		for side, w := range [2]float32{-reach, reach} {
			at[side] = corner{a.x + d.x*begin[side] - d.y*w, a.y + d.y*begin[side] + d.x*w, begin[side], w}
			at[2+side] = corner{a.x + d.x*end[side] - d.y*w, a.y + d.y*end[side] + d.x*w, end[side], w}
		}
		q.quad(v, at)
		v.Custom2 += length
	}
}

// direction is the unit vector from a to b, and their distance.
func direction(a, b vec) (vec, float32) {
	dx, dy := b.x-a.x, b.y-a.y
	l := float32(math.Hypot(float64(dx), float64(dy)))
	return vec{dx / l, dy / l}, l
}

// joint says how far, in units of reach, two parts a-b and b-c extend beyond b on the sides at -reach and reach:
// up to the line that halves their angle. Where that line is too far away they overlap.
func joint(a, b, c vec, reach float32) [2]float32 {
	d, l1 := direction(a, b)
	e, l2 := direction(b, c)
	sin, cos := d.x*e.y-d.y*e.x, d.x*e.x+d.y*e.y
	const sharpest = 2 // tangent of half the angle
	if k := sin / (1 + cos); cos > -.9 && abs(k) < sharpest && abs(k)*reach < min(l1, l2) {
		return [2]float32{k, -k}
	}
	return [2]float32{1, 1}
}

func abs(x float32) float32 { return max(x, -x) }
