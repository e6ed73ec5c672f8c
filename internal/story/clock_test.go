package story

import (
	"math"
	"testing"
)

// run plays until the State rests, waking only when the clock says so, and returns the seconds it took and every
// State on the way.
func run(t *testing.T, s State) (seconds float64, seen []State) {
	t.Helper()
	var clock Clock
	for seen = []State{s}; s.Playing; seen = append(seen, s) {
		wait := clock.Wait(s)
		next := clock.Advance(s, wait)
		if next.Equal(s) {
			t.Fatalf("nothing changed at %q after the %v s that Wait gave", s.Query(), wait)
		}
		if err := next.Validate(); err != nil {
			t.Fatalf("%q: %v", next.Query(), err)
		}
		seconds, s = seconds+wait, next
		if len(seen) > 1000 {
			t.Fatal("play does not end")
		}
	}
	if wait := clock.Wait(s); !math.IsInf(wait, 1) {
		t.Errorf("at rest the clock wakes after %v s", wait)
	}
	return seconds, seen
}

func TestPlayShowsEveryBeatInOrderAndEndsWithAfter(t *testing.T) {
	start, _ := Initial().With("guess=off")
	_, seen := run(t, do(t, start, "play"))
	var told []int
	for _, s := range seen {
		if n := len(told); n == 0 || told[n-1] != s.Step() {
			told = append(told, s.Step())
			if s.Month != s.beat().From {
				t.Errorf("%s %d starts at %v", s.Chapter, s.Beat+1, s.Month)
			}
		}
	}
	want := start
	for _, step := range told {
		want = do(t, want, "next")
		if want.Step() != step {
			t.Fatalf("play went to step %d, next to %d", step, want.Step())
		}
	}
	end := seen[len(seen)-1]
	stands(t, end, "after", 2, After, "2020-09")
}

func TestTheTimelineMovesMonthByMonthAndOnlyForward(t *testing.T) {
	_, seen := run(t, do(t, Initial(), "play"))
	for i, s := range seen[1:] {
		if before := seen[i]; !before.Asking && s.Step() == before.Step() && s.Month != before.Month+1 {
			t.Errorf("from %q to %q", before.Query(), s.Query())
		}
	}
}

func TestTheCampaignIsSweptInTheDesignedTime(t *testing.T) {
	var clock Clock
	seconds := 0.
	s := do(t, Initial(), "play")
	for s.Chapter == "strikes" {
		wait := clock.Wait(s)
		if s.isSweeping() {
			seconds += wait
		}
		s = clock.Advance(s, wait)
	}
	if math.Abs(seconds-CampaignSeconds) > 1e-6 {
		t.Errorf("the campaign takes %v s", seconds)
	}
}

func TestPlayGoesOnFromTheMonthWhereItWasPaused(t *testing.T) {
	s := do(t, Initial(), "chapter strikes 2", "seek 2015-06", "play")
	stands(t, s, "strikes", 2, Strikes, "2015-06")
	s = do(t, s, "pause", "toggle", "toggle", "toggle")
	stands(t, s, "strikes", 2, Strikes, "2015-06")
	if !s.Playing {
		t.Error("toggle three times does not play")
	}
	s = do(t, s, "seek 2017-01", "play")
	stands(t, s, "strikes", 2, Strikes, "2014-12")
}

func TestPlayReturnsToTheBeatsViewAndClosesTheCard(t *testing.T) {
	s := do(t, Initial(), "chapter strikes 2", "view gap", "select a/b", "play")
	stands(t, s, "strikes", 2, Strikes, "2014-12")
	if s.Selected != "" || !s.Playing {
		t.Errorf("%+v", s)
	}
}

func TestPlayFromABeatThatRestsMovesAtOnce(t *testing.T) {
	stands(t, do(t, Initial(), "play"), "strikes", 1, Strikes, "2014-08")
}

func TestPlayAtTheEndStartsAgain(t *testing.T) {
	s := do(t, Initial(), "chapter after 2", "play")
	stands(t, s, "cover", 1, Gap, "2017-11")
	if !s.Playing {
		t.Error("it does not play")
	}
}

func TestNextWhilePlayingEndsTheSweepThenPlaysOn(t *testing.T) {
	s := do(t, Initial(), "play", "next")
	stands(t, s, "strikes", 1, Strikes, "2014-12")
	if !s.Playing {
		t.Fatal("next at the sweep's end stops play")
	}
	s = do(t, s, "next")
	stands(t, s, "strikes", 2, Strikes, "2014-12")
	if !s.Playing {
		t.Fatal("next stops play")
	}
	s = do(t, s, "back")
	stands(t, s, "strikes", 1, Strikes, "2014-12")
	if s.Playing {
		t.Error("back goes on playing")
	}
}

func TestEveryMoveElsewherePauses(t *testing.T) {
	for _, command := range []string{"pause", "toggle", "back", "seek 2015-01", "step 1", "view gap", "select a/b", "chapter gap", "restart", "suppose 0.1"} {
		if do(t, Initial(), "play", "next", "next", command).Playing {
			t.Errorf("%s goes on playing", command)
		}
	}
	for _, command := range []string{"next", "speed 2", "theme dark", "lang ar", "only all", "close"} {
		if !do(t, Initial(), "play", "next", "next", command).Playing {
			t.Errorf("%s stops play", command)
		}
	}
}

func TestExplorePlaysTheWholeAxisOfItsView(t *testing.T) {
	s := do(t, Initial(), "chapter explore", "view cases", "seek 2017-01", "play")
	_, seen := run(t, s)
	stands(t, seen[0], explore, 1, Cases, "2017-01")
	stands(t, seen[len(seen)-1], explore, 1, Cases, "2020-09")
	again := do(t, seen[len(seen)-1], "play")
	stands(t, again, explore, 1, Cases, "2014-08")
	if end := do(t, again, "next"); end.Playing || end.Month != LastMonthly {
		t.Errorf("next does not end the sweep: %+v", end)
	}
}

func TestWithReducedMotionPlayStepsAndNothingSweeps(t *testing.T) {
	start, _ := Initial().With("guess=off")
	start.Options.ReducedMotion = true
	seconds, seen := run(t, do(t, start, "play"))
	for i, s := range seen {
		if s.Month != s.beat().To || i > 0 && s.Step() == seen[i-1].Step() {
			t.Errorf("%q is not a beat at its end", s.Query())
		}
		if s.isSweeping() {
			t.Errorf("%q sweeps", s.Query())
		}
	}
	if want := float64(len(seen)-1)*LeastSeconds + thinkSeconds; math.Abs(seconds-want) > 1e-6 {
		t.Errorf("%d beats take %v s, want %v", len(seen), seconds, want)
	}
	still := do(t, start, "chapter explore", "play")
	stands(t, still, explore, 1, Gap, "2020-09")
	if still = do(t, still, "play"); still.Playing || still.Month != FirstMonthly {
		t.Errorf("explore under reduced motion: %+v", still)
	}
}

func TestSpeedScalesTime(t *testing.T) {
	slow, _ := run(t, do(t, Initial(), "speed 0.5", "play"))
	fast, _ := run(t, do(t, Initial(), "speed 2", "play"))
	if math.Abs(slow-4*fast) > 1e-6 {
		t.Errorf("%v s at half speed, %v s at double", slow, fast)
	}
}

func TestHowOftenTheClockIsAskedDoesNotMatter(t *testing.T) {
	whole, _ := run(t, do(t, Initial(), "play"))
	for _, frame := range []float64{1. / 240, 1. / 60, 1. / 24, .1} {
		var clock Clock
		s, seconds := do(t, Initial(), "play"), 0.
		for s.Playing {
			s = clock.Advance(s, frame)
			seconds += frame
			if f := clock.Fraction(s); f < 0 || f >= 1 || f > 0 && !s.isSweeping() {
				t.Fatalf("fraction %v at %q", f, s.Query())
			}
		}
		// Sweeps, holds and answers may each lose what is late beyond lateSeconds.
		if seconds < whole-1e-6 || seconds > whole+frame+2*float64(len(steps))*max(0, frame-maxLateSeconds) {
			t.Errorf("with a frame every %v s play takes %v s, want %v", frame, seconds, whole)
		}
	}
}

func TestATabThatSleptSkipsNoBeat(t *testing.T) {
	for _, asleep := range []float64{60, 3600, 1e12, math.Inf(1)} {
		var clock Clock
		s := do(t, Initial(), "play")
		for s.Playing {
			next := clock.Advance(s, asleep)
			if next.Step() > s.Step()+1 {
				t.Fatalf("%v s lead from step %d to %d", asleep, s.Step(), next.Step())
			}
			if next.Step() != s.Step() && s.isSweeping() {
				t.Fatalf("%v s lead out of a sweep that was not seen to end", asleep)
			}
			s = next
		}
	}
}

func TestNoTimeChangesNothing(t *testing.T) {
	var clock Clock
	s := clock.Advance(do(t, Initial(), "play"), .2)
	f := clock.Fraction(s)
	for _, dt := range []float64{0, -1, math.Inf(-1), math.NaN()} {
		if got := clock.Advance(s, dt); !got.Equal(s) || clock.Fraction(got) != f {
			t.Errorf("%v s change the State or the clock", dt)
		}
	}
	if f <= 0 || f >= 1 {
		t.Errorf("after .2 s the fraction of a month is %v", f)
	}
}

func TestACommandStartsTheClockAnew(t *testing.T) {
	var clock Clock
	s := clock.Advance(do(t, Initial(), "play"), .2)
	moved := do(t, s, "chapter reports 3", "play")
	if clock.Fraction(moved) != 0 || clock.Wait(moved) != monthSeconds {
		t.Errorf("fraction %v, wait %v", clock.Fraction(moved), clock.Wait(moved))
	}
}
