package story

import (
	"errors"
	"fmt"
	"slices"
)

// Validate reports what makes a State one that no reader can be in, or nil. Apply, Parse and Clock never make
// such a State; it is for tests and for states built by hand.
func (s State) Validate() error {
	if s.Step() < 0 {
		return fmt.Errorf("chapter %s has no beat %d", quote(s.Chapter), s.Beat+1)
	}
	if !slices.Contains(Views, s.View) {
		return fmt.Errorf("there is no view %s", quote(string(s.View)))
	}
	if from, to := Window(s.Chapter, s.View); s.Month < from || s.Month > to {
		return fmt.Errorf("month %v is outside the axis, %v to %v", s.Month, from, to)
	}
	if !(s.Speed >= SlowestSpeed && s.Speed <= FastestSpeed) || s.Speed != roundTo(s.Speed, 100) {
		return fmt.Errorf("speed %v is not from 0.25 to 4 in steps of 0.01", s.Speed)
	}
	if s.Supposed != RateSoFar && (!(s.Supposed >= 0 && s.Supposed <= 1) || s.Supposed != roundTo(s.Supposed, 10000)) {
		return fmt.Errorf("supposed share %v is not from 0 to 1 in steps of 0.0001, nor the rate so far", s.Supposed)
	}
	if s.Selected != "" && !isRef(s.Selected) {
		return fmt.Errorf("%s is not the reference of a figure", quote(s.Selected))
	}
	if err := s.Options.validate(); err != nil {
		return err
	}
	if err := s.validateGuesses(); err != nil {
		return err
	}
	if err := s.validatePlay(); err != nil {
		return err
	}
	if !s.hasSeries(s.Only) {
		return fmt.Errorf("view %s has no series %s here", s.View, quote(s.Only))
	}
	return nil
}

func (o Options) validate() error {
	switch {
	case !isLang(o.Lang):
		return fmt.Errorf("%s is not a language tag", quote(o.Lang))
	case !slices.Contains(themes, o.Theme):
		return fmt.Errorf("theme %s is not %s", quote(o.Theme), joinChoices(themes))
	case !slices.Contains(controls, o.Controls):
		return fmt.Errorf("controls %s is not %s", quote(o.Controls), joinChoices(controls))
	}
	return nil
}

func (s State) validateGuesses() error {
	for chapter, g := range s.Guesses {
		q, ok := QuestionOf(chapter)
		switch {
		case !ok:
			return fmt.Errorf("chapter %s asks nothing, so it has no guess", quote(chapter))
		case g.Values == nil && !g.Revealed:
			return fmt.Errorf("the guess of chapter %s says nothing", chapter)
		case g.Values != nil && (!q.accepts(g.Values) || isBlank(g.Values)):
			return fmt.Errorf("the guess of chapter %s is not %s", chapter, q.expected())
		}
	}
	return nil
}

func (s State) validatePlay() error {
	switch {
	case !s.isShown(s.Step()):
		return errors.New("it stands at a question that is not asked")
	case s.Asking != s.hasOpenQuestion():
		return errors.New("asking does not agree with the beat, its guess and the options")
	case s.Asking && s.View != s.beat().View:
		return errors.New("an unanswered question stands in another view")
	case s.Asking && s.isSweeping():
		return errors.New("the timeline sweeps over an unanswered question")
	case s.Playing && s.isDone():
		return errors.New("playing with nothing left to play")
	case s.Playing && s.Chapter != explore && s.View != s.beat().View:
		return errors.New("play goes on in a view that is not the beat's")
	case s.Playing && s.Chapter == explore && s.Options.ReducedMotion:
		return errors.New("the timeline sweeps under reduced motion")
	}
	return nil
}
