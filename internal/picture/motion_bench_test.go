package picture

import "testing"

func TestSteadyMotionAllocatesNothing(t *testing.T) {
	m := busyMotion()
	if n := testing.AllocsPerRun(20, func() { m.Step(.001) }); n != 0 {
		t.Errorf("%g allocations a step", n)
	}
}

// busyMotion is a Motion with 30,000 strikes that enter and 1,799 reports that move.
func busyMotion() *Motion {
	m := new(Motion)
	strikes := marks("strikes/a", 0, 0, 0, 380)
	a, b := marks("reports/a", 0, 1799, 0, 380), marks("reports/b", 0, 1799, 200, 380)
	a.Across, b.Across = 20, 30
	m.Retarget(pictureOf(strikes, a), false)
	strikes.Count = 30000
	m.Retarget(pictureOf(strikes, b), false)
	m.Step(.01)
	return m
}

func BenchmarkMotionStep(b *testing.B) {
	m := busyMotion()
	b.ReportAllocs()
	for b.Loop() {
		m.Step(1e-9)
	}
}
