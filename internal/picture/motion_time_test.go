package picture

import "testing"

// However many reports move, the whole transition takes .9 s: .75 for one mark, and .15 of stagger.
func TestAThousandReportsMoveWithinNineTenthsOfASecond(t *testing.T) {
	var m Motion
	a := marks("reports/all", 0, 1000, 20, 380)
	a.Across = 40
	m.Retarget(pictureOf(a), false)
	a.X = 300
	m.Retarget(pictureOf(a), false)
	took := 0.
	for m.Step(.005) {
		took += .005
	}
	if took < .885 || took > .905 {
		t.Errorf("the change took %.3f s, want .9", took)
	}
}
