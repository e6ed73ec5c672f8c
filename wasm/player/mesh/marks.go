package mesh

import (
	"math"

	"opencases/internal/picture"
)

// fringe is how far a quad reaches beyond its marks, in canvas px, so that soft edges are not cut.
const fringe = 1

// markGroup makes one quad of a group: the rows that hold marks.
func (q *Mesh) markGroup(b *picture.DrawnMarkGroup) {
	n := b.Visible()
	if n == 0 || b.Alpha <= 0 || b.Across <= 0 {
		return
	}
	s := q.scale
	cells := n + b.Skip
	along, rows := min(cells, b.Across), (cells+b.Across-1)/b.Across
	px, py := float32(b.PX)*s, float32(b.PY)*s
	v := Vertex{
		ColorR:  packInks(b.Ink, b.FromInk, b.Mix),
		ColorG:  packShapes(b.Shape, b.FromShape) + 64*float32(b.Across),
		ColorB:  float32(b.Full + float64(b.Skip)),
		ColorA:  float32(b.Lead + float64(b.Skip)),
		Custom0: px, Custom1: py,
		Custom2: float32(b.Size) * s,
		Custom3: float32(b.Alpha) + 2*float32(b.Skip),
	}
	// u runs along a row, v from row to row; (ox, oy) is the corner of the first cell.
	ox, oy := float32(b.X)*s, float32(b.Y)*s
	u0, u1 := float32(-fringe), float32(along)*px+fringe
	v0, v1 := float32(-fringe), float32(rows)*py+fringe
	if b.Fill == picture.RowsUp {
		v.Custom1 = -py
		q.quad(v, [4]corner{{ox + u0, oy - v1, u0, v1}, {ox + u1, oy - v1, u1, v1}, {ox + u0, oy - v0, u0, v0}, {ox + u1, oy - v0, u1, v0}})
		return
	}
	q.quad(v, [4]corner{{ox + u0, oy + v0, u0, v0}, {ox + u1, oy + v0, u1, v0}, {ox + u0, oy + v1, u0, v1}, {ox + u1, oy + v1, u1, v1}})
}

// mark makes a quad of a single mark: a grid of one cell.
func (q *Mesh) mark(x, y, size, alpha float64, look float32, shape, before picture.Shape) {
	if alpha <= 0 {
		return
	}
	if shape.Round() && before.Round() {
		q.marks(x, y, 1, 0, 1, size, alpha, alpha, look, packShapes(shape, before))
		return
	}
	cx, cy, d := float32(x)*q.scale, float32(y)*q.scale, float32(size)*q.scale
	h := d/2 + fringe
	v := Vertex{ColorR: look, ColorG: packShapes(shape, before) + 64, ColorB: 1, ColorA: 1, Custom0: 2 * h, Custom1: 2 * h, Custom2: d, Custom3: float32(alpha)}
	q.quad(v, [4]corner{{cx - h, cy - h, 0, 0}, {cx + h, cy - h, 2 * h, 0}, {cx - h, cy + h, 0, 2 * h}, {cx + h, cy + h, 2 * h, 2 * h}})
}

// row makes one quad of a row of marks, which may lie at any angle.
func (q *Mesh) row(r *picture.DrawnRow) {
	look := packInks(r.Ink, r.FromInk, r.Mix)
	const together = 1. / 64 // px of the picture: all marks are in one place
	if r.Count == 1 || math.Abs(r.DX)+math.Abs(r.DY) < together {
		q.mark(r.X, r.Y, r.Size, r.Alpha, look, r.Shape, r.FromShape)
		return
	}
	q.marks(r.X, r.Y, r.DX, r.DY, r.Count, r.Size, r.Alpha, r.AlphaEnd, look, packShapes(r.Shape, r.FromShape))
}

// marks makes a quad of round marks, the first at (x, y), each (dx, dy) from the one before.
func (q *Mesh) marks(x, y, dx, dy float64, count int, size, alpha, alphaEnd float64, look, shapes float32) {
	n, d := float32(count), float32(size)*q.scale
	step := math.Sqrt(dx*dx + dy*dy)
	ux, uy, pitch := float32(dx/step), float32(dy/step), float32(step)*q.scale
	x0, y0, h := float32(x)*q.scale, float32(y)*q.scale, d/2+fringe
	v := Vertex{ColorR: look, ColorG: -shapes - 64*n, Custom0: pitch, Custom1: 2 * h, Custom2: d, Custom3: float32(alpha)}
	var at [4]corner
	for i, along := range [2]float32{-h, (n-1)*pitch + h} {
		for k, across := range [2]float32{-h, h} {
			at[2*i+k] = corner{x0 + ux*along - uy*across, y0 + uy*along + ux*across, along + pitch/2, across + h}
		}
	}
	first := len(q.Vertices)
	q.quad(v, at)
	q.Vertices[first+2].Custom3, q.Vertices[first+3].Custom3 = float32(alphaEnd), float32(alphaEnd)
}

// corner is a place on the canvas and what Src is there.
type corner struct{ x, y, u, v float32 }

// quad adds v at four corners: the first two on one side, the other two opposite, in the same order.
func (q *Mesh) quad(v Vertex, at [4]corner) {
	n := len(q.Vertices)
	if n+4 > cap(q.Vertices) {
		q.Vertices = append(q.Vertices, Vertex{}, Vertex{}, Vertex{}, Vertex{})
	} else {
		q.Vertices = q.Vertices[:n+4]
	}
	out := q.Vertices[n : n+4 : n+4]
	for i := range out {
		v.DstX, v.DstY, v.SrcX, v.SrcY = at[i].x, at[i].y, at[i].u, at[i].v
		out[i] = v
	}
}
