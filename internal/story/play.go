package story

import "opencases/internal/month"

// sweepEnd is the month at which the present sweep ends: the beat's last, or in explore the end of the axis.
func (s State) sweepEnd() month.Month {
	if s.Chapter == explore {
		_, to := Window(s.Chapter, s.View)
		return to
	}
	return s.beat().To
}

// sweeping reports that the timeline moves; a playing State that does not sweep holds, to be read.
func (s State) sweeping() bool { return s.Playing && s.Month < s.sweepEnd() }

// done reports that play has nothing left: the end of the story, or of the axis in explore.
func (s State) done() bool {
	if s.Chapter == explore {
		return s.Month >= s.sweepEnd()
	}
	return s.Step() == closing() && s.Month >= s.sweepEnd()
}

// play starts where the reader is. A beat that sweeps goes on from the present month if that lies inside the
// sweep, else from its start. An unanswered question is played like one that play comes to. Another beat with nothing
// to sweep has been read: play goes on to the next. At the story's end play starts again from the cover.
func (s State) play() State {
	if s.Playing {
		return s
	}
	s.Selected = ""
	if s.Chapter == explore {
		return s.playAxis()
	}
	if s.Asking {
		return s.arrive(s.Step())
	}
	beat := s.beat()
	if beat.From == beat.To || s.Options.Still {
		return s.goOn()
	}
	if s.View != beat.View {
		s = s.show(beat.View)
	}
	if s.Month < beat.From || s.Month >= beat.To {
		s.Month = beat.From
	}
	s.Playing = true
	return s
}

// playAxis sweeps the whole axis in explore. Under reduced motion nothing sweeps: play goes to the axis's end, and
// from there to its start.
func (s State) playAxis() State {
	from, to := Window(s.Chapter, s.View)
	again := s.Month >= to
	if again {
		s.Month = from
	}
	if s.Options.Still {
		if !again {
			s.Month = to
		}
		return s
	}
	s.Playing = true
	return s
}

// replay plays the chapter from its first beat that tells: who has just seen the finding is not asked to guess it.
// Where that beat is shown already and nothing sweeps in it, play goes on to the next, so that something moves at once.
func (s State) replay() State {
	s.Selected, s.Playing = "", false
	if s.Chapter == explore {
		s.Month, _ = Window(s.Chapter, s.View)
		return s.playAxis()
	}
	first := s.firstTelling()
	begun := s.arrive(first)
	if first == s.Step() && !begun.sweeping() && begun.Scene().Equal(s.Scene()) {
		return s.goOn()
	}
	return begun
}

// firstTelling is the chapter's first beat that asks nothing.
func (s State) firstTelling() int {
	s.Options.Guess = false
	return s.opening(s.Chapter)
}

// goOn plays into the next beat of the story, or from its last into its first.
func (s State) goOn() State {
	if i := s.nearest(1); i >= 0 && i <= closing() {
		return s.arrive(i)
	}
	return s.arrive(0)
}

// arrive plays into a step: it starts to sweep, or holds, or stops where the story ends.
func (s State) arrive(step int) State {
	s = s.stand(step)
	if steps[step].Chapter == explore {
		return s
	}
	if !s.Options.Still {
		s.Month = s.beat().From
	}
	s.Playing = !s.done()
	return s
}

// tick is what the clock does when a month or a hold is over: a question that nobody began to answer is answered, and
// goes on once the answer has been read.
func (s State) tick() State {
	if s.Asking {
		return s.reveal()
	}
	if !s.sweeping() {
		return s.goOn()
	}
	s.Month++
	s.Playing = !s.done()
	return s
}

// reveal shows the answer, beside the guess if there is one. A story that plays goes on playing.
func (s State) reveal() State {
	s = s.withGuess(s.Chapter, Guess{Values: s.Guesses[s.Chapter].Values, Revealed: true})
	s.Asking = false
	return s
}

// next ends a sweep that is under way; otherwise it goes to the next beat, playing into it if the story plays.
// Over an unanswered question it goes on and reveals nothing. At the end it stays.
func (s State) next() State {
	if s.sweeping() {
		s.Month = s.sweepEnd()
		s.Playing = !s.done()
		return s
	}
	i := s.nearest(1)
	switch {
	case i < 0:
		return s
	case s.Playing:
		return s.arrive(i)
	}
	return s.stand(i)
}

// back goes to the end of the previous beat and rests; at the first it stays.
func (s State) back() State {
	if i := s.nearest(-1); i >= 0 {
		return s.stand(i)
	}
	return s
}

// show changes the view and keeps the month as far as the new axis goes. Who leaves a question for another view
// has skipped it: the next beat's text stands beside the new view, and the answer is never half hidden.
func (s State) show(v View) State {
	if v == s.View {
		return s
	}
	if s.Asking {
		next := steps[s.nearest(1)]
		s.Chapter, s.Beat, s.Asking = next.Chapter, next.Beat, false
	}
	s.View, s.Month = v, clamp(s.Month, s.Chapter, v)
	s.Playing, s.Selected = false, ""
	if !s.hasSeries(s.Only) {
		s.Only = ""
	}
	return s
}
