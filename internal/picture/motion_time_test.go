package picture

import "testing"

// However many reports set out, the whole change takes .9 s: .75 for the way, and .15 until the last has left.
func TestAThousandReportsAreOnTheirWayForNoLongerThanNineTenthsOfASecond(t *testing.T) {
	var m Motion
	a := bunch("reports/all", 0, 1000, 20, 380)
	a.Across = 40
	m.Retarget(moment(a), false)
	a.X = 300
	m.Retarget(moment(a), false)
	took := 0.
	for m.Step(.005) {
		took += .005
	}
	if took < .885 || took > .905 {
		t.Errorf("the change took %.3f s, want .9", took)
	}
}
