package story

import "opencases/internal/month"

// Scene is the part of a State that decides the picture on the stage.
type Scene struct {
	View     View
	Month    month.Month
	From, To month.Month // the axis
	Focus    string      // the beat's, while the beat's own view is shown
	Only     string
	Selected string
	Asking   Ask       // not AskNothing: the answer must not be seen yet
	Guess    []float64 // what the reader placed, while asking and beside the answer; nil elsewhere
	Supposed float64   // 0 to 1, or RateSoFar
}

// Scene is what the stage shows in this State.
func (s State) Scene() Scene {
	beat := s.beat()
	sc := Scene{View: s.View, Month: s.Month, Only: s.Only, Selected: s.Selected, Supposed: s.Supposed}
	sc.From, sc.To = Window(s.Chapter, s.View)
	if s.View != beat.View {
		return sc
	}
	sc.Focus = s.focus()
	if s.Asking {
		sc.Asking = beat.Ask
	}
	if beat.Ask != AskNothing && s.Options.Guess {
		sc.Guess = append(sc.Guess, s.Guesses[s.Chapter].Values...)
	}
	return sc
}

// focus is the beat's, as long as the beat's own view is shown.
func (s State) focus() string {
	if beat := s.beat(); s.View == beat.View {
		return beat.Focus
	}
	return ""
}

// Equal reports whether two scenes make the same picture.
func (a Scene) Equal(b Scene) bool {
	return a.View == b.View && a.Month == b.Month && a.From == b.From && a.To == b.To && a.Focus == b.Focus &&
		a.Only == b.Only && a.Selected == b.Selected && a.Asking == b.Asking && sameValues(a.Guess, b.Guess) &&
		a.Supposed == b.Supposed
}
