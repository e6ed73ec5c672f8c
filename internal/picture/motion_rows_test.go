package picture

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Each mark of a row is also interpolated by itself.
func TestARowShowsEachOfItsMarksWhereItWouldBeByItself(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	var m Motion
	m.Retarget(randomPicture(rng), false)
	worst, rows, marks := 0., 0, 0
	for range 80 {
		m.Retarget(randomPicture(rng), false)
		for range 1 + rng.IntN(30) {
			m.Step(1. / 40)
			for _, r := range m.Rows() {
				rows, marks = rows+1, marks+r.Count
				for k := range r.Count {
					x, y := r.At(k)
					own := m.markTransitions[r.First+k].at(m.elapsed)
					off := math.Hypot(x-own.x, y-own.y)
					if worst = max(worst, off); off > .5 || math.Abs(r.Size-own.size) > rowTolerance*own.size+1e-9 || math.Abs(r.AlphaAt(k)-own.alpha) > rowTolerance {
						t.Fatalf("mark %d of %+v is %g px from where it should be: %+v", k, r, off, own)
					}
				}
			}
		}
	}
	t.Logf("%d marks in %d rows, at most %.2f px from their place", marks, rows, worst)
	if marks < 4*rows {
		t.Errorf("%d marks make %d rows: most stand alone", marks, rows)
	}
}
