package mesh

import (
	"math"
	"slices"

	"opencases/internal/picture"
)

// slabs divides an area at every corner and crossing into upright strips, within which edges neither end nor cross.
type slabs struct {
	xs    []float32
	edges []edge
}

// edge is an edge of an area within one strip.
type edge struct {
	slope, at float32 // y = at + slope*(x-x0), x0 the strip's left side
	middle    float32 // y in the middle of the strip
	turn      int     // +1 from left to right, -1 from right to left
}

// fill makes quads of the inside of a path, by the non-zero rule. Slanting edges are soft; upright ones end at a
// pixel's edge.
func (q *Mesh) fill(p *picture.DrawnPath) {
	points := q.corners(p)
	if len(points) < 3 {
		return
	}
	s := &q.slabs
	s.cut(points)
	v := Vertex{ColorR: packInks(p.Ink, p.FromInk, p.Mix), ColorG: filled, Custom3: float32(p.Alpha)}
	if p.Hatch {
		v.ColorG = filled | hatched
		v.ColorB, v.ColorA = picture.HatchPitch*q.scale, picture.HatchLine*q.scale
	}
	for i := 1; i < len(s.xs); i++ {
		x0, x1 := s.xs[i-1], s.xs[i]
		if x1-x0 < 1e-3 {
			continue
		}
		s.strip(points, x0, x1)
		turns := 0
		for k, e := range s.edges {
			if turns != 0 {
				q.trapezoid(v, s.edges[k-1], e, x0, x1)
			}
			turns += e.turn
		}
	}
}

// cut lists where strips begin and end.
func (s *slabs) cut(points []vec) {
	s.xs = s.xs[:0]
	for i, a := range points {
		s.xs = append(s.xs, a.x)
		b := points[(i+1)%len(points)]
		for k := i + 2; k < len(points); k++ {
			if x, ok := crossing(a, b, points[k], points[(k+1)%len(points)]); ok {
				s.xs = append(s.xs, x)
			}
		}
	}
	slices.Sort(s.xs)
}

// crossing is where two edges cross, if they do between their ends.
func crossing(a, b, c, d vec) (x float32, ok bool) {
	det := (b.x-a.x)*(d.y-c.y) - (b.y-a.y)*(d.x-c.x)
	if det == 0 {
		return 0, false
	}
	t := ((c.x-a.x)*(d.y-c.y) - (c.y-a.y)*(d.x-c.x)) / det
	u := ((c.x-a.x)*(b.y-a.y) - (c.y-a.y)*(b.x-a.x)) / det
	return a.x + t*(b.x-a.x), t > 0 && t < 1 && u > 0 && u < 1
}

// strip lists the edges between x0 and x1 from top to bottom.
func (s *slabs) strip(points []vec, x0, x1 float32) {
	s.edges = s.edges[:0]
	middle := (x0 + x1) / 2
	for i, a := range points {
		b, turn := points[(i+1)%len(points)], 1
		if a.x > b.x {
			a, b, turn = b, a, -1
		}
		if a.x >= middle || b.x <= middle {
			continue
		}
		slope := (b.y - a.y) / (b.x - a.x)
		e := edge{slope, a.y + slope*(x0-a.x), a.y + slope*(middle-a.x), turn}
		k := len(s.edges)
		s.edges = append(s.edges, e)
		for ; k > 0 && s.edges[k-1].middle > e.middle; k-- {
			s.edges[k] = s.edges[k-1]
		}
		s.edges[k] = e
	}
}

// trapezoid makes a quad between two edges of a strip.
func (q *Mesh) trapezoid(v Vertex, top, bottom edge, x0, x1 float32) {
	const steepest = 8 // a soft edge reaches at most this many px up or down
	up, down := steepness(top.slope), steepness(bottom.slope)
	for i, x := range [2]float32{x0, x1} {
		t, b := top.at+top.slope*(x-x0), bottom.at+bottom.slope*(x-x0)
		y := [2]float32{t - min(fringe*up, steepest), b + min(fringe*down, steepest)}
		for k := range y {
			q.pair[2*i+k] = corner{x, y[k], (y[k] - t) / up, (b - y[k]) / down}
		}
	}
	n := len(q.Vertices)
	q.quad(v, q.pair)
	for i := n; i < n+4; i++ {
		q.Vertices[i].Custom0 = q.Vertices[i].DstX + q.Vertices[i].DstY // where hatching lines are counted
	}
}

// steepness is the length of an edge over its breadth.
func steepness(slope float32) float32 { return float32(math.Sqrt(float64(1 + slope*slope))) }
