package main

import (
	"math"
	"testing"

	"opencases/internal/picture"
	"opencases/internal/story"
)

func studioOf(t *testing.T) *studio {
	t.Helper()
	s, err := openStudio()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRivalsAreGivenEveryStrikeAndEveryReport(t *testing.T) {
	s := studioOf(t)
	sc, err := s.scene(picture.Wide)
	if err != nil {
		t.Fatal(err)
	}
	figure := func(ref string) int {
		f, ok := s.rec.Figure(ref)
		n, known := f.Count.Int()
		if !ok || !known {
			t.Fatalf("the record has no %s", ref)
		}
		return n
	}
	strikes, reports := figure("named/strikes@"+story.ArticleMonth.String()), figure("assessments/"+story.ArticleMonth.String()+"/reports_total")
	if got := sc.Strikes.marks(); got != strikes {
		t.Errorf("%d squares, the record has %d strikes", got, strikes)
	}
	for _, v := range []view{sc.Reports, sc.Cases} {
		if got := v.marks(); got != reports {
			t.Errorf("%d discs, the record has %d reports", got, reports)
		}
	}
	for i, b := range sc.Strikes.Blocks {
		if b.Month <= 0 || i > 0 && b.Month < sc.Strikes.Blocks[i-1].Month {
			t.Errorf("heap %d comes with month %d", i, b.Month)
		}
	}
	if len(sc.Totals) != len(sc.Months) || sc.Totals[len(sc.Totals)-1] == "" {
		t.Errorf("%d months, %d totals, the last %q", len(sc.Months), len(sc.Totals), sc.Totals[len(sc.Totals)-1])
	}
}

// The scenes move marks by these curves (scenes/marks.js). They must be the product's.
func TestRivalsMoveAsOurMarksDo(t *testing.T) {
	s := studioOf(t)
	var m picture.Motion
	before, after := s.picture(story.Strikes, story.FirstStrike, picture.Wide), s.picture(story.Strikes, story.ArticleMonth, picture.Wide)
	m.Retarget(before, true)
	m.Retarget(after, false)
	const dt = .005
	for step, moving := 1, true; moving; step++ {
		moving = m.Step(dt)
		for _, b := range m.MarkGroups() {
			u := min(1, 1000*dt*float64(step)/settleTime(b.Count))
			n := float64(b.Count)
			lead, full := n*(2*u-u*u), n*u*u*(3-2*u)
			if math.Abs(b.Lead-lead) > 1e-6*n || math.Abs(b.Full-full) > 1e-6*n {
				t.Fatalf("%s at %.3f: fronts at %g and %g, the scenes have %g and %g", b.ID, u, b.Full, b.Lead, full, lead)
			}
		}
	}

	reports, cases := s.picture(story.Reports, story.ArticleMonth, picture.Wide), s.picture(story.Cases, story.ArticleMonth, picture.Wide)
	m.Retarget(reports, true)
	m.Retarget(cases, false)
	for step, moving := 1, true; moving; step++ {
		moving = m.Step(dt)
		total := 0
		for _, r := range m.Rows() {
			total += r.Count
		}
		if total != sum(cases.MarkGroups) {
			continue // some stand in their blocks
		}
		for _, r := range m.Rows() {
			for _, k := range []int{0, r.Count - 1} { // the ends of a row are where they are by themselves; picture's tests hold the others to them
				n := r.First + k
				from, to := place(reports.MarkGroups, n), place(cases.MarkGroups, n)
				delay := reportsTravel.Stagger * float64(n%reportsTravel.Stream) / float64(reportsTravel.Stream)
				u := min(1, max(0, (1000*dt*float64(step)-delay)/reportsTravel.Time))
				e := u * u * (3 - 2*u)
				got, _ := r.At(k)
				if want := from[0] + (to[0]-from[0])*e; math.Abs(got-want) > 1e-6 {
					t.Fatalf("report %d at step %d stands at %g, the scenes have %g", n, step, got, want)
				}
			}
		}
	}
}

func sum(blocks []picture.MarkGroup) (n int) {
	for _, b := range blocks {
		n += b.Count
	}
	return n
}

func place(blocks []picture.MarkGroup, n int) [2]float64 {
	for _, b := range blocks {
		if n >= b.First && n < b.First+b.Count {
			x, y := b.At(n - b.First)
			return [2]float64{x, y}
		}
	}
	return [2]float64{}
}
