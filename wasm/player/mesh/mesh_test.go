package mesh

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"opencases/internal/picture"
)

var stage = picture.Viewport{W: 560, H: 380}

func motionAtRest(p picture.Picture) *picture.Motion {
	m := new(picture.Motion)
	p.Viewport = stage
	m.Retarget(p, true)
	return m
}

func strikes(n int, fill picture.Fill) picture.MarkGroup {
	return picture.MarkGroup{ID: "strikes/a", Shape: picture.Square, Ink: picture.InkStrike, Count: n, Unit: 1,
		X: 100, Y: 200, PX: 3, PY: 4, Size: 2.5, Across: 7, Skip: 2, Fill: fill, Alpha: 1}
}

// srcAt is what Src is at a place of the canvas, by the first three corners of a quad.
func srcAt(v []Vertex, x, y float64) (u, w float64) {
	ax, ay := float64(v[1].DstX-v[0].DstX), float64(v[1].DstY-v[0].DstY)
	bx, by := float64(v[2].DstX-v[0].DstX), float64(v[2].DstY-v[0].DstY)
	px, py := x-float64(v[0].DstX), y-float64(v[0].DstY)
	det := ax*by - ay*bx
	s, t := (px*by-py*bx)/det, (ax*py-ay*px)/det
	mix := func(c func(Vertex) float32) float64 {
		return float64(c(v[0])) + s*float64(c(v[1])-c(v[0])) + t*float64(c(v[2])-c(v[0]))
	}
	return mix(func(v Vertex) float32 { return v.SrcX }), mix(func(v Vertex) float32 { return v.SrcY })
}

// The shader counts cells along Src; here the same is done at the place where the picture says that mark i is.
func TestEveryMarkOfAGroupIsInItsOwnCell(t *testing.T) {
	for _, fill := range []picture.Fill{picture.RowsUp, picture.RowsDown} {
		for _, scale := range []float64{1, 1.37, 2} {
			b := strikes(40, fill)
			var q Mesh
			q.Build(motionAtRest(picture.Picture{MarkGroups: []picture.MarkGroup{b}}), scale)
			if len(q.Vertices) != 4 || len(q.Indices) != 6 {
				t.Fatalf("fill %d: %d vertices and %d indices, want one quad", fill, len(q.Vertices), len(q.Indices))
			}
			v := q.Vertices[0]
			pu, pv := math.Abs(float64(v.Custom0)), math.Abs(float64(v.Custom1))
			across, skip := math.Floor(float64(v.ColorG)/64), math.Floor(float64(v.Custom3)/2)
			for i := range b.Count {
				x, y := b.At(i)
				u, w := srcAt(q.Vertices, x*scale, y*scale)
				cu, cw := u/pu, w/pv
				if index := math.Floor(cw)*across + math.Floor(cu); int(index-skip) != i ||
					math.Abs(cu-math.Floor(cu)-.5) > 1e-3 || math.Abs(cw-math.Floor(cw)-.5) > 1e-3 {
					t.Fatalf("fill %d, scale %g: mark %d is found at cell %.3f, %.3f", fill, scale, i, cu, cw)
				}
			}
			if int(v.ColorB-v.ColorA) != 0 || int(v.ColorA)-int(skip) != b.Count {
				t.Errorf("fill %d: fronts at %g and %g, want %d cells", fill, v.ColorB, v.ColorA, b.Count+b.Skip)
			}
		}
	}
}

func TestAMarkGroupIsOneQuadHoweverManyMarksItHolds(t *testing.T) {
	for _, n := range []int{1, 1000, 300000} {
		var q Mesh
		q.Build(motionAtRest(picture.Picture{MarkGroups: []picture.MarkGroup{strikes(n, picture.RowsUp)}}), 1)
		if len(q.Vertices) != 4 {
			t.Errorf("%d marks: %d vertices", n, len(q.Vertices))
		}
	}
}

func TestLayersAreDrawnInTheOrderOfAStill(t *testing.T) {
	line := picture.Path{ID: "line", Ink: picture.InkOpen, Width: 2, Alpha: 1, Points: [][2]float64{{0, 0}, {50, 9}}}
	rule, hatch := line, line
	rule.ID, rule.Ink = "rule", picture.InkRule
	hatch.ID, hatch.Ink, hatch.Hatch, hatch.Closed = "blank", picture.InkBlank, true, true
	hatch.Points = [][2]float64{{0, 0}, {50, 0}, {50, 20}, {0, 20}}
	var q Mesh
	q.Build(motionAtRest(picture.Picture{
		MarkGroups: []picture.MarkGroup{strikes(9, picture.RowsUp)},
		Paths:      []picture.Path{line, rule, hatch},
		Dots:       []picture.Dot{{ID: "d", X: 9, Y: 9, R: 3, Shape: picture.Ring, Ink: picture.InkGuess, Alpha: 1}},
	}), 1)
	var order []picture.Ink
	for i := 0; i < len(q.Vertices); i += 4 {
		order = append(order, picture.Ink(int(q.Vertices[i].ColorR)%16))
	}
	want := []picture.Ink{picture.InkBlank, picture.InkRule, picture.InkStrike, picture.InkOpen, picture.InkGuess}
	if fmt.Sprint(order) != fmt.Sprint(want) {
		t.Errorf("drawn in the order %v, want %v", order, want)
	}
}

func TestPartsOfALineMeetWithoutGapOrOverlap(t *testing.T) {
	line := picture.Path{ID: "l", Width: 3, Alpha: .5, Points: [][2]float64{{0, 100}, {50, 60}, {50, 60}, {100, 140}, {180, 140}}}
	var q Mesh
	q.Build(motionAtRest(picture.Picture{Paths: []picture.Path{line}}), 2)
	if len(q.Vertices) != 12 {
		t.Fatalf("%d vertices, want three pieces: the repeated point makes none", len(q.Vertices))
	}
	for i := 4; i < len(q.Vertices); i += 4 {
		for side := range 2 {
			a, b := q.Vertices[i-2+side], q.Vertices[i+side]
			if math.Hypot(float64(a.DstX-b.DstX), float64(a.DstY-b.DstY)) > 1e-3 {
				t.Errorf("piece %d begins at %g,%g, but the one before ends at %g,%g", i/4, b.DstX, b.DstY, a.DstX, a.DstY)
			}
		}
	}
}

func TestALineReachesNotFarBeyondASharpCorner(t *testing.T) {
	const width, scale = 3., 2.
	reach := width/2*scale + fringe
	for angle := 5.; angle < 180; angle += 5 {
		sin, cos := math.Sincos(angle * math.Pi / 180)
		line := picture.Path{ID: "l", Width: width, Alpha: 1, Points: [][2]float64{{0, 100}, {100, 100}, {100 + 100*cos, 100 + 100*sin}}}
		var q Mesh
		q.Build(motionAtRest(picture.Picture{Paths: []picture.Path{line}}), scale)
		for _, v := range q.Vertices {
			// A joint reaches twice as far along the line as across it, at most.
			if d := math.Hypot(float64(v.DstX)-100*scale, float64(v.DstY)-100*scale); d < 100 && d > math.Sqrt(5)*reach+1e-3 {
				t.Errorf("where the line turns by %g degrees it reaches %.1f px beyond its corner", angle, d)
			}
		}
	}
}

func TestAnAreaIsFilledOnce(t *testing.T) {
	for name, c := range map[string]struct {
		points [][2]float64
		area   float64
	}{
		"rectangle": {[][2]float64{{10, 10}, {90, 10}, {90, 60}, {10, 60}}, 4000},
		"triangle":  {[][2]float64{{0, 0}, {100, 0}, {100, 50}}, 2500},
		"crossing":  {[][2]float64{{0, 0}, {100, 100}, {100, 0}, {0, 100}}, 5000},
		"notched":   {[][2]float64{{0, 0}, {100, 0}, {100, 100}, {50, 50}, {0, 100}}, 7500},
	} {
		var q Mesh
		q.Build(motionAtRest(picture.Picture{Paths: []picture.Path{{ID: "a", Closed: true, Alpha: 1, Points: c.points}}}), 1)
		if got := filledArea(q.Vertices); math.Abs(got-c.area) > c.area*1e-3 {
			t.Errorf("%s: fills %g px, want %g", name, got, c.area)
		}
	}
}

// filledArea is the area between the edges that the quads carry in Src: where both distances are positive.
func filledArea(v []Vertex) (area float64) {
	for i := 0; i < len(v); i += 4 {
		edge := func(k int) (top, bottom float64) {
			a, b := v[k], v[k+1]
			h := float64(b.DstY - a.DstY)
			// SrcX rises down the side from the upper edge, SrcY falls towards the lower one.
			rise := float64(b.SrcX-a.SrcX) / h
			fall := float64(a.SrcY-b.SrcY) / h
			return float64(a.DstY) - float64(a.SrcX)/rise, float64(b.DstY) + float64(b.SrcY)/fall
		}
		t0, b0 := edge(i)
		t1, b1 := edge(i + 2)
		area += float64(v[i+2].DstX-v[i].DstX) * ((b0 - t0) + (b1 - t1)) / 2
	}
	return area
}

func TestTheShaderHasTheSharesAndShapesOfThePicture(t *testing.T) {
	text, err := os.ReadFile("marks.kage")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		fmt.Sprintf("const ringShare = %g\n", picture.RingShare),
		fmt.Sprintf("const strokeShare = %g\n", picture.StrokeShare),
		fmt.Sprintf("size := custom.z * (%g + %g*strength)", picture.EnterScale, 1-picture.EnterScale),
		fmt.Sprintf("const hollowShare = %g\n", picture.HollowShare),
		fmt.Sprintf("if kind < %d.5 {\n\t\treturn box(p, vec2(r))\n", picture.Square),
		fmt.Sprintf("if kind < %d.5 || kind > %d.5 && kind < %d.5 {\n\t\treturn disc(p, r)\n", picture.Disc, picture.Ring, picture.Pale),
		fmt.Sprintf("if kind < %d.5 {\n\t\treturn disc(p, r) - ", picture.Ring),
		fmt.Sprintf("if kind < %d.5 {\n\t\treturn box(p, stroke)\n", picture.Stroke),
	} {
		if !strings.Contains(string(text), line) {
			t.Errorf("marks.kage lacks %q", line)
		}
	}
}

func TestBuildingAllocatesNothing(t *testing.T) {
	m := motionAtRest(picture.Picture{MarkGroups: []picture.MarkGroup{strikes(9000, picture.RowsUp)}, Paths: []picture.Path{
		{ID: "l", Width: 2, Alpha: 1, Points: [][2]float64{{0, 0}, {9, 5}, {20, 3}}},
		{ID: "a", Closed: true, Alpha: 1, Points: [][2]float64{{0, 0}, {90, 0}, {50, 60}}}}})
	var q Mesh
	q.Build(m, 2)
	if n := testing.AllocsPerRun(50, func() { q.Build(m, 2) }); n != 0 {
		t.Errorf("%g allocations a frame", n)
	}
}

// movingReports is a Motion whose reports move from one group to another, and how many rows that makes.
func movingReports(n int) (m *picture.Motion, rows int) {
	p := picture.Picture{MarkGroups: []picture.MarkGroup{strikes(n, picture.RowsUp)}}
	b := &p.MarkGroups[0]
	b.ID, b.Shape, b.PX, b.Across, b.Skip, b.Travels = "reports/a", picture.Disc, 4, 40, 0, true
	m = motionAtRest(p)
	b.X, b.Y, b.PX, b.PY, b.Across, p.Viewport = 300, 20, 5, 3, 24, stage
	m.Retarget(p, false)
	m.Step(.4)
	return m, len(m.Rows())
}

// The shader counts marks along Src; here the same is done at the place where the Motion says that a mark is.
func TestARowIsOneQuadInWhichEveryMarkHasItsCell(t *testing.T) {
	for _, scale := range []float64{1, 1.37, 2} {
		m, rows := movingReports(500)
		var q Mesh
		q.Build(m, scale)
		if len(q.Vertices) != 4*rows || rows > 500/8 {
			t.Fatalf("%d vertices of %d rows", len(q.Vertices), rows)
		}
		for i, r := range m.Rows() {
			corners := q.Vertices[4*i : 4*i+4]
			v := corners[0]
			if count := math.Floor(float64(-v.ColorG) / 64); int(count) != r.Count {
				t.Fatalf("row %d has %d marks, the quad %g", i, r.Count, count)
			}
			for k := range r.Count {
				x, y := r.At(k)
				u, w := srcAt(corners, x*scale, y*scale)
				if along, across := u/float64(v.Custom0), w/float64(v.Custom1); math.Abs(along-float64(k)-.5) > 1e-3 || math.Abs(across-.5) > 1e-3 {
					t.Fatalf("scale %g: mark %d of row %d is found at %.3f, %.3f", scale, k, i, along, across)
				}
			}
		}
	}
}

func BenchmarkBuildMovingReports(b *testing.B) {
	m, _ := movingReports(1799)
	var q Mesh
	b.ReportAllocs()
	for b.Loop() {
		m.Step(1e-9)
		q.Build(m, 2)
	}
}
