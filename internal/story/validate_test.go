package story

import (
	"math"
	"strings"
	"testing"
)

func TestValidateNamesEveryImpossibleState(t *testing.T) {
	for want, spoil := range map[string]func(*State){
		"has no beat":          func(s *State) { s.Beat = 9 },
		"no view":              func(s *State) { s.View = "map" },
		"outside the axis":     func(s *State) { s.Month = 0 },
		"speed":                func(s *State) { s.Speed = math.NaN() },
		"supposed":             func(s *State) { s.Supposed = math.NaN() },
		"no series":            func(s *State) { s.Only = "iraq" },
		"not the reference":    func(s *State) { s.Selected = "<b>/" },
		"language tag":         func(s *State) { s.Options.Lang = "" },
		"theme":                func(s *State) { s.Options.Theme = "pink" },
		"controls":             func(s *State) { s.Options.Controls = "" },
		"asks nothing":         func(s *State) { s.Guesses = map[string]Guess{"cover": {Revealed: true}} },
		"says nothing":         func(s *State) { s.Guesses = map[string]Guess{"gap": {}} },
		"11 whole numbers":     func(s *State) { s.Guesses = map[string]Guess{"gap": {Values: []float64{1}}} },
		"not asked":            func(s *State) { *s = s.goToBeat("cases", 1); s.Options.Guess, s.Asking = false, false },
		"does not agree":       func(s *State) { s.Asking = true },
		"in another view":      func(s *State) { *s = s.goToBeat("cases", 1); s.View = Gap },
		"unanswered question":  func(s *State) { *s = s.goToBeat("cases", 1); s.Month, s.Playing = s.Month-1, true },
		"nothing left":         func(s *State) { *s = s.goToBeat("after", 2); s.Playing = true },
		"not the beat's":       func(s *State) { s.View, s.Playing = Cases, true },
		"under reduced motion": func(s *State) { *s = s.goToBeat(explore, 1); s.Options.ReducedMotion, s.Playing = true, true },
	} {
		s := Initial()
		spoil(&s)
		if err := s.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q in it", err, want)
		}
	}
	if err := (State{}).Validate(); err == nil {
		t.Error("the zero State is valid")
	}
}
