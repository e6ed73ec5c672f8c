package story

import (
	"testing"
)

func TestScenesAndStatesThatDifferInOneThingAreNotEqual(t *testing.T) {
	s := do(t, Initial(), "chapter gap 3")
	for name, change := range map[string]func(*State){
		"chapter": func(s *State) { s.Chapter = "cases" }, "beat": func(s *State) { s.Beat++ }, "view": func(s *State) { s.View = Cases },
		"month": func(s *State) { s.Month++ }, "playing": func(s *State) { s.Playing = true }, "speed": func(s *State) { s.Speed = 2 },
		"only": func(s *State) { s.Only = "open" }, "selected": func(s *State) { s.Selected = "a/b" }, "supposed": func(s *State) { s.Supposed = .5 },
		"asking": func(s *State) { s.Asking = true }, "guesses": func(s *State) { s.Guesses = map[string]Guess{"cases": {Revealed: true}} },
		"language": func(s *State) { s.Options.Lang = "ar" }, "theme": func(s *State) { s.Options.Theme = "dark" },
		"controls": func(s *State) { s.Options.Controls = "none" }, "questions": func(s *State) { s.Options.Guess = false }, "stillness": func(s *State) { s.Options.ReducedMotion = true },
	} {
		other := s
		if change(&other); s.Equal(other) || !other.Equal(other) {
			t.Errorf("states that differ in %s are equal, or one is not equal to itself", name)
		}
	}
	sc := s.Scene()
	for name, change := range map[string]func(*Scene){
		"view": func(s *Scene) { s.View = Cases }, "month": func(s *Scene) { s.Month++ }, "start": func(s *Scene) { s.From++ }, "end": func(s *Scene) { s.To++ },
		"focus": func(s *Scene) { s.Focus = "x" }, "only": func(s *Scene) { s.Only = "open" }, "selected": func(s *Scene) { s.Selected = "a/b" },
		"asking": func(s *Scene) { s.Asking = AskLine }, "guess": func(s *Scene) { s.Guess = []float64{1} }, "supposed": func(s *Scene) { s.Supposed = .5 },
	} {
		other := sc
		if change(&other); sc.Equal(other) || !other.Equal(other) {
			t.Errorf("scenes that differ in %s are equal, or one is not equal to itself", name)
		}
	}
}

func TestAGuessIsDrawnWhereQuestionsAreAskedAndNowhereElse(t *testing.T) {
	for query, want := range map[string]int{
		"chapter=cases&beat=1&guess-cases=400":                           1,
		"chapter=cases&beat=1&guess-cases=400&revealed=cases":            1,
		"chapter=cases&beat=1&guess-cases=400&revealed=cases&guess=off":  0,
		"chapter=cases&beat=2&guess-cases=400&revealed=cases":            0,
		"chapter=cases&beat=1&guess-cases=400&revealed=cases&view=count": 0,
		"chapter=count&beat=1&guess-cases=400":                           0,
	} {
		s, _ := Initial().With(query)
		if got := len(s.Scene().Guess); got != want {
			t.Errorf("%s: %d values are drawn, want %d (%s)", query, got, want, s.Query())
		}
	}
}

func TestAChapterOpensAtItsPoint(t *testing.T) {
	for chapter, want := range map[string]string{
		"cover": "", "strikes": "chapter=strikes&beat=4", "reports": "chapter=reports&beat=4", "cases": "chapter=cases&beat=3",
		"gap": "chapter=gap&beat=4", "count": "chapter=count&beat=3", "if": "chapter=if", "after": "chapter=after&beat=2", "explore": "chapter=explore",
	} {
		if got := Initial().Opened(chapter).Query(); got != want {
			t.Errorf("%s opens at %q, want %q", chapter, got, want)
		}
	}
}

func TestTheEndsOfAScaleAreOnIt(t *testing.T) {
	asking := do(t, Initial(), "chapter cases 1")
	for command, right := range map[string]bool{
		"guess 0": true, "guess 1000000": true, "guess 1000001": false, "suppose 0": true, "suppose 1": true, "suppose 1.0001": false,
		"speed 0.25": true, "speed 4": true, "speed 0.24": false, "speed 4.01": false,
	} {
		c, err := ParseCommand(command)
		if err == nil {
			_, err = asking.Apply(c)
		}
		if right != (err == nil) {
			t.Errorf("%s: %v", command, err)
		}
	}
}
