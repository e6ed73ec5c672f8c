package story

import (
	"math"
	"testing"
)

// asked plays from the last beat before a chapter until its question stands there.
func asked(t *testing.T, clock *Clock, chapter string) State {
	t.Helper()
	s := do(t, Initial(), "chapter "+chapter, "back", "play")
	for s.Playing && !s.Asking {
		s = clock.Advance(s, clock.Wait(s))
	}
	if s.Chapter != chapter || !s.Asking || !s.Playing {
		t.Fatalf("play does not come to the question of %s: %+v", chapter, s)
	}
	return s
}

// tenWords takes longer to read than the least a beat has: the question 10 s, with its answer 16 s, any other beat 12 s.
func tenWords(s State) float64 {
	switch {
	case s.Asking:
		return 10
	case s.beat().Ask != AskNothing && s.Options.Guess:
		return 16
	}
	return 12
}

func close(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestPlayFromTheCoverReachesTheEndAndAnswersEachQuestion(t *testing.T) {
	_, seen := run(t, do(t, Initial(), "play"))
	stands(t, seen[len(seen)-1], "after", 2, After, "2020-09")
	answered := map[string]bool{}
	for i, s := range seen[1:] {
		before := seen[i]
		if before.Asking {
			if answered[s.Chapter] = s.Step() == before.Step() && !s.Asking && s.Playing; s.Guesses[s.Chapter].Values != nil {
				t.Errorf("%s is answered with a guess that nobody made", s.Chapter)
			}
		}
	}
	if len(answered) != len(askingChapters()) {
		t.Errorf("play came to the questions of %v", answered)
	}
	for chapter, shown := range answered {
		if !shown {
			t.Errorf("after the question of %s the answer is not shown", chapter)
		}
	}
}

func TestAQuestionIsHeldForReadingAndThinkingAndItsAnswerForReading(t *testing.T) {
	for _, chapter := range askingChapters() {
		clock := Clock{Reading: tenWords}
		s := asked(t, &clock, chapter)
		if got := clock.Wait(s); !close(got, 10+thinkSeconds) {
			t.Errorf("%s: the question waits %v s", chapter, got)
		}
		s = clock.Advance(s, clock.Wait(s))
		if s.Asking || !s.Guesses[chapter].Revealed || !s.Playing {
			t.Fatalf("%s is not answered: %+v", chapter, s)
		}
		if got := clock.Wait(s); !close(got, 6) {
			t.Errorf("%s: the answer waits %v s", chapter, got)
		}
		if s = clock.Advance(s, clock.Wait(s)); s.Chapter != chapter || s.Beat != 1 || !s.Playing {
			t.Errorf("%s: play does not go on from the answer: %+v", chapter, s)
		}
	}
}

func TestAShortAnswerIsHeldForTheLeastTime(t *testing.T) {
	var clock Clock
	s := asked(t, &clock, "count")
	if got := clock.Wait(s); !close(got, LeastSeconds+thinkSeconds) {
		t.Errorf("the question waits %v s", got)
	}
	s = clock.Advance(s, clock.Wait(s))
	if got := clock.Wait(s); !close(got, LeastSeconds) {
		t.Errorf("the answer waits %v s", got)
	}
}

func TestAnAnswerGivenBeforeIsHeldForAllItsTexts(t *testing.T) {
	clock := Clock{Reading: tenWords}
	s := do(t, Initial(), "chapter cases", "reveal", "back", "play")
	for s.Chapter != "cases" {
		s = clock.Advance(s, clock.Wait(s))
	}
	if got := clock.Wait(s); s.Beat != 0 || s.Asking || !close(got, 16) {
		t.Errorf("at beat %d it waits %v s", s.Beat+1, got)
	}
}

func TestPlayWaitsForAReaderWhoHasBegunToAnswer(t *testing.T) {
	for chapter, guess := range map[string]string{"cases": "guess 400", "gap": "guess -,-,3,-,-,-,-,-,-,-,-", "count": "guess 900"} {
		var clock Clock
		s := do(t, clock.Advance(asked(t, &clock, chapter), 1), guess)
		if s.Playing || !s.Asking || !math.IsInf(clock.Wait(s), 1) {
			t.Errorf("%s: play goes on under the reader's hand: %+v", chapter, s)
		}
		// Play then plays the question as one that it comes to, and keeps the guess.
		values := s.Guesses[chapter].Values
		s = do(t, s, "play")
		if !s.Playing || !s.Asking || clock.Wait(s) < thinkSeconds {
			t.Errorf("%s: play goes on over the question: %+v", chapter, s)
		}
		s = clock.Advance(s, clock.Wait(s))
		if g := s.Guesses[chapter]; !g.Revealed || !sameValues(g.Values, values) || !s.Playing {
			t.Errorf("%s: %+v", chapter, s)
		}
	}
}

func TestAfterTheAnswerIsShownTheStoryContinues(t *testing.T) {
	clock := Clock{Reading: tenWords}
	s := do(t, clock.Advance(asked(t, &clock, "cases"), 4), "reveal")
	if got := clock.Wait(s); !s.Playing || !close(got, 12) {
		t.Errorf("after 4 s of the question its answer waits %v s, playing %t", got, s.Playing)
	}
	s = do(t, clock.Advance(asked(t, &clock, "cases"), 12), "reveal")
	if got := clock.Wait(s); !close(got, 6) {
		t.Errorf("after the question was read its answer waits %v s", got)
	}
	if rests := do(t, Initial(), "chapter cases", "reveal"); rests.Playing {
		t.Error("to show the answer of a story at rest starts it")
	}
}

func TestAPausedQuestionWaitsTheRestOfItsTime(t *testing.T) {
	var clock Clock
	s := do(t, clock.Advance(asked(t, &clock, "gap"), 3), "pause")
	if s.Playing || !s.Asking {
		t.Errorf("%+v", s)
	}
	if s = do(t, s, "seek 2017-05", "play"); !close(clock.Wait(s), LeastSeconds+thinkSeconds-3) {
		t.Errorf("it waits %v s", clock.Wait(s))
	}
	stands(t, s, "gap", 1, Gap, "2017-11")
}

func TestASweepIsHeldUntilItsTextIsReadAndForAMinimumTime(t *testing.T) {
	for _, reading := range []float64{0, 3, 12} {
		clock := Clock{Reading: func(State) float64 { return reading }}
		for i, st := range steps {
			beat := st.beat()
			if beat.From == beat.To {
				continue
			}
			s, seconds := Initial().playFrom(i), 0.
			for s.Step() == i && s.Playing {
				wait := clock.Wait(s)
				s, seconds = clock.Advance(s, wait), seconds+wait
			}
			sweep := float64(beat.To-beat.From) * monthSeconds
			if want := max(sweep+restSeconds, reading, LeastSeconds); s.Playing && !close(seconds, want) {
				t.Errorf("%s %d lasts %v s for %v s of reading, want %v", st.Chapter, st.Beat+1, seconds, reading, want)
			}
		}
	}
}

func TestASweepEndedEarlyLeavesTimeToRead(t *testing.T) {
	clock := Clock{Reading: tenWords}
	s := do(t, clock.Advance(do(t, Initial(), "chapter strikes 2", "play"), 3), "next")
	if got := clock.Wait(s); !close(got, 9) {
		t.Errorf("it waits %v s more", got)
	}
}

func TestABeatThatInvitesToTheSliderIsHeldLongerAndTheSliderPauses(t *testing.T) {
	clock := Clock{Reading: tenWords}
	s := do(t, Initial(), "chapter if 1", "play")
	if got := clock.Wait(s); s.Beat != 1 || !close(got, 12+thinkSeconds) {
		t.Errorf("beat %d waits %v s", s.Beat+1, got)
	}
	if s = do(t, s, "suppose 0.3"); s.Playing || s.Supposed != .3 {
		t.Errorf("%+v", s)
	}
}
