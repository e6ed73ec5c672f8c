package story

import "opencases/internal/month"

// Apply is the State after a command; s itself is left as it is, also in its guesses. A command that does not fit
// gives s back unchanged, with an *InvalidValueError that says what would or a *NotApplicableError that says where it would.
func (s State) Apply(c Command) (State, error) {
	// A Command may have been built by hand: read it as it would be written, so that there is one set of checks.
	c, err := ParseCommand(c.String())
	if err != nil {
		return s, err
	}
	switch c.Verb {
	case DoPlay:
		return s.startPlaying(), nil
	case DoPause:
		s.Playing = false
	case DoToggle:
		if !s.Playing {
			return s.startPlaying(), nil
		}
		s.Playing = false
	case DoReplay:
		return s.replay(), nil
	case DoNext:
		return s.next(), nil
	case DoBack:
		return s.back(), nil
	case DoChapter:
		return s.goToBeat(c.Word, c.Number), nil
	case DoSeek:
		s.Month, s.Playing = clamp(c.Month, s.Chapter, s.View), false
	case DoStep:
		s.Month, s.Playing = clamp(s.Month+month.Month(c.Number), s.Chapter, s.View), false
	case DoView:
		return s.showView(View(c.Word)), nil
	case DoSelect:
		// Play stops: the reader wants to read the card.
		s.Selected, s.Playing = c.Word, false
	case DoClose:
		s.Selected = ""
	case DoSuppose:
		// Play stops: the reader wants to see what the slider changes.
		s.Supposed, s.Playing = c.Value, false
	case DoSpeed:
		s.Speed = c.Value
	case DoRestart:
		options, speed := s.Options, s.Speed
		s = Initial()
		s.Options, s.Speed = options, speed
		return s.restAt(0), nil
	case DoTheme:
		s.Options.Theme = c.Word
	case DoLang:
		s.Options.Lang = c.Word
	default:
		return s.applyInBeat(c)
	}
	return s, nil
}

// applyInBeat does the commands that have a meaning only in some beats or views.
func (s State) applyInBeat(c Command) (State, error) {
	switch c.Verb {
	case DoOnly:
		if !s.hasSeries(c.Word) {
			return s, &InvalidValueError{"command only", c.Word, s.expectedSeries()}
		}
		s.Only = c.Word
	case DoGuess:
		if !s.Asking {
			return s, &NotApplicableError{c.Verb, "no question is open; guess before the answer is shown, in a beat that asks"}
		}
		if q, _ := QuestionOf(s.Chapter); !q.accepts(c.Values) {
			return s, &InvalidValueError{"command guess", printValues(c.Values), q.expected()}
		}
		// Play waits for a reader who has begun to answer.
		s.Playing = false
		return s.withGuess(s.Chapter, Guess{Values: c.Values}), nil
	case DoReveal:
		if !s.Options.Guess || s.beat().Ask == AskNothing {
			return s, &NotApplicableError{c.Verb, "no question is asked; reveal belongs to a beat that asks"}
		}
		return s.reveal(), nil
	case DoSkip:
		if !s.Asking {
			return s, &NotApplicableError{c.Verb, "no question is open; next goes on"}
		}
		return s.next(), nil
	}
	return s, nil
}

// goToBeat is the State at rest at a chapter's beat (from 1), or at its first step for 0 and for a question that is not asked.
func (s State) goToBeat(chapter string, beat int) State {
	step := s.firstStep(chapter)
	for i, st := range steps {
		if st.Chapter == chapter && st.Beat == beat-1 && s.isShown(i) {
			step = i
		}
	}
	return s.restAt(step)
}
