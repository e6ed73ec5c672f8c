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

// isSweeping reports that the timeline moves; a playing State that does not sweep holds, so that its text can be read.
func (s State) isSweeping() bool { return s.Playing && s.Month < s.sweepEnd() }

// isDone reports that play is at its end: the end of the story, or of the axis in explore.
func (s State) isDone() bool {
	if s.Chapter == explore {
		return s.Month >= s.sweepEnd()
	}
	return s.Step() == lastStoryStep() && s.Month >= s.sweepEnd()
}

// startPlaying starts where the reader is. A beat that sweeps goes on from the present month if that lies inside the
// sweep, else from its start. An unanswered question is played like one that play comes to. Another beat with nothing
// to sweep has been read: play goes on to the next. At the story's end play starts again from the cover.
func (s State) startPlaying() State {
	if s.Playing {
		return s
	}
	s.Selected = ""
	if s.Chapter == explore {
		return s.playWholeAxis()
	}
	if s.Asking {
		return s.playFrom(s.Step())
	}
	beat := s.beat()
	if beat.From == beat.To || s.Options.ReducedMotion {
		return s.playNext()
	}
	if s.View != beat.View {
		s = s.showView(beat.View)
	}
	if s.Month < beat.From || s.Month >= beat.To {
		s.Month = beat.From
	}
	s.Playing = true
	return s
}

// playWholeAxis sweeps the whole axis in explore. Under reduced motion nothing sweeps: play goes to the axis's end, and
// from there to its start.
func (s State) playWholeAxis() State {
	from, to := Window(s.Chapter, s.View)
	atEnd := s.Month >= to
	if atEnd {
		s.Month = from
	}
	if s.Options.ReducedMotion {
		if !atEnd {
			s.Month = to
		}
		return s
	}
	s.Playing = true
	return s
}

// replay plays the chapter from its first beat that asks nothing: a reader who has seen the finding is not asked to guess it.
// Where that beat is shown already and nothing sweeps in it, play goes on to the next, so that the picture moves at once.
func (s State) replay() State {
	s.Selected, s.Playing = "", false
	if s.Chapter == explore {
		s.Month, _ = Window(s.Chapter, s.View)
		return s.playWholeAxis()
	}
	first := s.firstStepWithoutQuestion()
	fromFirst := s.playFrom(first)
	if first == s.Step() && !fromFirst.isSweeping() && fromFirst.Scene().Equal(s.Scene()) {
		return s.playNext()
	}
	return fromFirst
}

// firstStepWithoutQuestion is the chapter's first beat that asks nothing.
func (s State) firstStepWithoutQuestion() int {
	s.Options.Guess = false
	return s.firstStep(s.Chapter)
}

// playNext plays into the next beat of the story, or from its last into its first.
func (s State) playNext() State {
	if i := s.adjacentStep(1); i >= 0 && i <= lastStoryStep() {
		return s.playFrom(i)
	}
	return s.playFrom(0)
}

// playFrom plays from a step: it starts to sweep, or holds, or stops where the story ends.
func (s State) playFrom(step int) State {
	s = s.restAt(step)
	if steps[step].Chapter == explore {
		return s
	}
	if !s.Options.ReducedMotion {
		s.Month = s.beat().From
	}
	s.Playing = !s.isDone()
	return s
}

// endOfHold is the State after a month or a hold is over: a question without a guess is answered, and
// goes on once the answer has been read.
func (s State) endOfHold() State {
	if s.Asking {
		return s.reveal()
	}
	if !s.isSweeping() {
		return s.playNext()
	}
	s.Month++
	s.Playing = !s.isDone()
	return s
}

// reveal shows the answer, beside the guess if there is one. A story that plays goes on playing.
func (s State) reveal() State {
	s = s.withGuess(s.Chapter, Guess{Values: s.Guesses[s.Chapter].Values, Revealed: true})
	s.Asking = false
	return s
}

// next ends a sweep that is under way; otherwise it goes to the next beat, playing into it if the story plays.
// At an unanswered question it goes on without the answer. At the end it stays.
func (s State) next() State {
	if s.isSweeping() {
		s.Month = s.sweepEnd()
		s.Playing = !s.isDone()
		return s
	}
	i := s.adjacentStep(1)
	switch {
	case i < 0:
		return s
	case s.Playing:
		return s.playFrom(i)
	}
	return s.restAt(i)
}

// back goes to the end of the previous beat and rests; at the first it stays.
func (s State) back() State {
	if i := s.adjacentStep(-1); i >= 0 {
		return s.restAt(i)
	}
	return s
}

// showView changes the view and keeps the month as far as the new axis goes. A reader who leaves a question for another view
// has skipped it: the next beat's text is shown beside the new view, and the answer is never half hidden.
func (s State) showView(v View) State {
	if v == s.View {
		return s
	}
	if s.Asking {
		next := steps[s.adjacentStep(1)]
		s.Chapter, s.Beat, s.Asking = next.Chapter, next.Beat, false
	}
	s.View, s.Month = v, clamp(s.Month, s.Chapter, v)
	s.Playing, s.Selected = false, ""
	if !s.hasSeries(s.Only) {
		s.Only = ""
	}
	return s
}
