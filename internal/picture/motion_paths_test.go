package picture

import "testing"

func TestALineGrowsFromItsEnd(t *testing.T) {
	line := func(n int) Picture {
		p := pictureOf()
		q := Path{ID: "gap/open", Width: 2, Alpha: 1}
		for i := range n {
			q.Points = append(q.Points, [2]float64{float64(i * 20), float64(100 + i*i)})
		}
		p.Paths = []Path{q}
		return p
	}
	var m Motion
	m.Retarget(line(8), false)
	m.Retarget(line(9), false)
	m.Step(.3)
	m.Retarget(line(10), false)
	m.Step(.3)
	if n := len(m.Paths()); n != 1 {
		t.Fatalf("%d lines are seen, want the one that grows", n)
	}
	for i, p := range m.Paths()[0].Points[:8] {
		if want := [2]float64{float64(i * 20), float64(100 + i*i)}; p != want {
			t.Errorf("point %d moved to %v", i, p)
		}
	}
	m.Retarget(line(6), false)
	if !settled(&m) || len(m.Paths()[0].Points) != 6 {
		t.Errorf("the line shrank to %d points, want 6", len(m.Paths()[0].Points))
	}
}
