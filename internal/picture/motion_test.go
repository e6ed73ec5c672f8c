package picture

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

var stage = Viewport{W: 560, H: 380}

// marks is a mark group at (x, y) of the stage.
func marks(id string, first, count int, x, y float64) MarkGroup {
	return MarkGroup{ID: id, Shape: Disc, Ink: InkReport, First: first, Count: count, Unit: 1,
		X: x, Y: y, PX: 5, PY: 5, Size: 4, Across: 12, Alpha: 1, Travels: strings.HasPrefix(id, "reports/")}
}

func pictureOf(blocks ...MarkGroup) Picture {
	return Picture{Viewport: stage, Composition: Article, MarkGroups: blocks}
}

// randomPicture has the same reports in a random number of groups at random places, and strikes behind them.
func randomPicture(rng *rand.Rand) Picture {
	p := pictureOf()
	for i := range rng.IntN(4) {
		b := marks(fmt.Sprint("strikes/", i), 0, rng.IntN(900), float64(i)*130, 370)
		b.Shape, b.Ink, b.PX, b.PY, b.Size = Square, InkStrike, 3, 3, 2
		b.Across, b.Alpha = 40, .2+.8*rng.Float64()
		p.MarkGroups = append(p.MarkGroups, b)
	}
	all, first := rng.IntN(600), 0
	for i := 0; first < all; i++ {
		n := min(all-first, 1+rng.IntN(300))
		b := marks(fmt.Sprint("reports/", i), first, n, rng.Float64()*500, 200+rng.Float64()*180)
		b.Shape, b.Ink = Shape(1+rng.IntN(3)), Ink(rng.IntN(6))
		b.Fill = []Fill{RowsUp, RowsDown}[rng.IntN(2)]
		if b.Fill == RowsDown {
			b.Y -= 180
		}
		p.MarkGroups = append(p.MarkGroups, b)
		first += n
	}
	line := Path{ID: "line", Ink: InkOpen, Width: 2, Alpha: 1}
	for i := range rng.IntN(12) {
		line.Points = append(line.Points, [2]float64{float64(i) * 40, rng.Float64() * 380})
	}
	p.Paths = append(p.Paths, line)
	for i := range rng.IntN(5) {
		p.Dots = append(p.Dots, Dot{ID: fmt.Sprint(i), X: 10 + rng.Float64()*540, Y: 10 + rng.Float64()*360, R: 5, Shape: Disc, Alpha: 1})
	}
	return p
}

// attributes lists every mark as drawn now: reports by their number, others by group and index.
func (m *Motion) attributes() map[string]attributes {
	seen := map[string]attributes{}
	for i := range m.groups {
		b := &m.groups[i]
		for k := range b.Visible() {
			s := b.Strength(k)
			if s == 0 {
				continue
			}
			x, y := b.At(k)
			id := fmt.Sprint(b.ID, "#", k, " at ", x, " ", y)
			if b.hasMarkTransitions() {
				id = fmt.Sprint("report ", b.First+k)
			}
			seen[id] = attributes{x, y, b.Size * (EnterScale + (1-EnterScale)*s), b.Alpha * s, 1}
		}
	}
	// A report by itself; motion_rows_test.go says how near to it the row shows it.
	for id := range m.markTransitions {
		f := &m.markTransitions[id]
		now := f.at(m.elapsed)
		if f.state == running && now.alpha > 0 || f.state == atRest && !m.drawnByGroup(f, id) {
			seen[fmt.Sprint("report ", id)] = now
		}
	}
	for _, d := range m.dots {
		seen[fmt.Sprint("dot ", d.ID)] = d.attributes()
	}
	return seen
}

func settled(m *Motion) bool {
	for range 200 {
		if !m.Step(1. / 60) {
			return true
		}
	}
	return false
}

func TestMarksNeitherLeaveTheStageNorJumpHoweverOftenTheyAreRetargeted(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var m Motion
	m.Retarget(randomPicture(rng), false)
	for range 60 {
		before := m.attributes()
		m.Retarget(randomPicture(rng), false)
		after := m.attributes()
		for id, a := range before {
			b, ok := after[id]
			if !ok && a.alpha > 1e-9 || ok && (math.Hypot(a.x-b.x, a.y-b.y) > 1e-9 || math.Abs(a.size-b.size) > 1e-9 || math.Abs(a.alpha-b.alpha) > 1e-9) {
				t.Fatalf("%s jumped from %v to %v (seen: %t) when the goal changed", id, a, b, ok)
			}
		}
		for range rng.IntN(12) {
			m.Step(1. / 20)
			for id, s := range m.attributes() {
				r := s.size / 2
				if s.x-r < 0 || s.y-r < 0 || s.x+r > stage.W || s.y+r > stage.H || s.alpha > 1 {
					t.Fatalf("%s left the stage: %v", id, s)
				}
			}
		}
	}
}

func TestATransitionEndsWithThePictureItself(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var moved, cut Motion
	moved.Retarget(randomPicture(rng), false)
	for i := range 40 {
		p := randomPicture(rng)
		moved.Retarget(p, false)
		if i%3 == 0 { // also when the goal changed on the way
			moved.Step(.3)
			p = randomPicture(rng)
			moved.Retarget(p, false)
		}
		if !settled(&moved) {
			t.Fatal("still moving after three seconds")
		}
		cut.Retarget(p, true)
		if got, want := fmt.Sprint(moved.MarkGroups(), moved.Rows(), moved.Dots()), fmt.Sprint(cut.MarkGroups(), cut.Rows(), cut.Dots()); got != want && !sameButCrossFades(&moved, &cut) {
			t.Fatalf("scene %d: came to rest as\n%s\nwant\n%s", i, got, want)
		}
		for k, q := range p.Paths {
			if got := moved.Paths()[k]; fmt.Sprint(got.Points) != fmt.Sprint(q.Points) || got.Alpha != q.Alpha {
				t.Fatalf("scene %d: line came to rest as %v, want %v", i, got, q)
			}
		}
	}
}

// sameButCrossFades compares what is drawn at rest; what a cross-fade started from does not matter at Mix 1.
func sameButCrossFades(a, b *Motion) bool {
	if len(a.MarkGroups()) != len(b.MarkGroups()) || len(a.Rows())+len(b.Rows()) > 0 || len(a.Dots()) != len(b.Dots()) {
		return false
	}
	for i, x := range a.MarkGroups() {
		y := b.MarkGroups()[i]
		if x.crossFade = y.crossFade; x != y || a.MarkGroups()[i].Mix != 1 {
			return false
		}
	}
	for i, x := range a.Dots() {
		y := b.Dots()[i]
		if x.crossFade = y.crossFade; x != y || a.Dots()[i].Mix != 1 {
			return false
		}
	}
	return true
}

func TestReducedMotionHasNoTransitions(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var m Motion
	for range 20 {
		m.Retarget(randomPicture(rng), true)
		if m.Step(0) || len(m.Rows()) > 0 {
			t.Fatal("something moves though the motion is still")
		}
	}
}

func TestAnotherStageSizeHasNoTransition(t *testing.T) {
	var m Motion
	m.Retarget(pictureOf(marks("strikes/a", 0, 10, 0, 380)), false)
	p := pictureOf(marks("strikes/a", 0, 90, 0, 380))
	p.Viewport.W = 740
	m.Retarget(p, false)
	if m.Step(0) || m.MarkGroups()[0].Lead != 90 {
		t.Errorf("a new stage size moves marks: %+v", m.MarkGroups()[0])
	}
}

func TestMarksEnterInFillOrderWithinTheirDuration(t *testing.T) {
	for _, n := range []int{1, 5, 300, 30000} {
		var m Motion
		m.Retarget(pictureOf(marks("strikes/a", 0, 100, 0, 380)), false)
		m.Retarget(pictureOf(marks("strikes/a", 0, 100+n, 0, 380)), false)
		b := &m.MarkGroups()[0]
		if b.Strength(99) != 1 || b.Strength(100) != 0 {
			t.Fatalf("+%d: at the start mark 99 has %g, mark 100 %g", n, b.Strength(99), b.Strength(100))
		}
		last := make([]float64, 100+n)
		took := 0.
		for moving := true; moving; took += .01 {
			moving = m.Step(.01)
			for i, was := range last {
				s := m.MarkGroups()[0].Strength(i)
				if s < was {
					t.Fatalf("+%d: mark %d fell back from %g to %g after %g s", n, i, was, s, took)
				}
				if i > 0 && s > last[i-1] {
					t.Fatalf("+%d: mark %d is ahead of its predecessor after %g s", n, i, took)
				}
				last[i] = s
			}
		}
		if took < .4-1e-9 || took > .92 || last[99+n] != 1 {
			t.Errorf("+%d: settled in %g s to %g", n, took, last[99+n])
		}
	}
}

func TestNoMarkFlickersWhenTheTimelineGoesBackWhileMarksEnter(t *testing.T) {
	var m Motion
	m.Retarget(pictureOf(marks("strikes/a", 0, 100, 0, 380)), false)
	m.Retarget(pictureOf(marks("strikes/a", 0, 900, 0, 380)), false)
	m.Step(.3)
	m.Retarget(pictureOf(marks("strikes/a", 0, 400, 0, 380)), false)
	last := make([]float64, 900)
	for i := range last {
		last[i] = m.MarkGroups()[0].Strength(i)
	}
	for moving := true; moving; {
		moving = m.Step(.01)
		for i, was := range last {
			s := m.MarkGroups()[0].Strength(i)
			if i < 400 && s < was-1e-9 || i >= 400 && s > was+1e-9 {
				t.Fatalf("mark %d went from %g to %g", i, was, s)
			}
			last[i] = s
		}
	}
	if last[399] != 1 || last[400] != 0 {
		t.Errorf("came to rest with mark 399 at %g and mark 400 at %g", last[399], last[400])
	}
}

func TestAReportMovesStraightToItsNewPlace(t *testing.T) {
	var m Motion
	a, b := marks("reports/all", 0, 200, 20, 380), marks("reports/open", 100, 100, 400, 380)
	m.Retarget(pictureOf(a), false)
	a.ID, a.Count = "reports/rest", 100
	b.Shape, b.Ink = Ring, InkOpen
	m.Retarget(pictureOf(a, b), false)
	start := m.attributes()
	if n := movingMarks(&m); n != 100 || m.MarkGroups()[0].Lead != 100 {
		t.Fatalf("%d marks on their way and %g at rest, want 100 and 100", n, m.MarkGroups()[0].Lead)
	}
	took := 0.
	for m.Step(.01) {
		took += .01
		now := m.attributes()
		for i := range 100 {
			id := fmt.Sprint("report ", 100+i)
			x, y := b.At(i)
			dx, dy, s := x-start[id].x, y-start[id].y, now[id]
			if cross := dx*(s.y-start[id].y) - dy*(s.x-start[id].x); math.Abs(cross) > 1e-6 || s.alpha != 1 {
				t.Fatalf("mark %d is off its straight way: %+v", i, s)
			}
		}
	}
	if took < .7 || took > .91 {
		t.Errorf("the way took %g s", took)
	}
}

// movingMarks counts the report marks in transition.
func movingMarks(m *Motion) (n int) {
	for _, r := range m.Rows() {
		n += r.Count
	}
	return n
}
