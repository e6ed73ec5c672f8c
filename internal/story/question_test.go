package story

import (
	"strings"
	"testing"
)

func TestAQuestionHidesItsAnswerUntilItIsRevealed(t *testing.T) {
	s := do(t, Initial(), "chapter cases")
	if !s.Asking || s.Scene().Asking != AskValue {
		t.Fatal("chapter cases does not ask")
	}
	s = do(t, s, "guess 400", "seek 2017-05")
	if sc := s.Scene(); sc.Asking != AskValue || len(sc.Guess) != 1 || sc.Guess[0] != 400 {
		t.Errorf("while asking the scene is %+v", sc)
	}
	s = do(t, s, "reveal")
	if sc := s.Scene(); sc.Asking != AskNothing || len(sc.Guess) != 1 {
		t.Errorf("the answer does not stand beside the guess: %+v", sc)
	}
	if s = do(t, s, "reveal", "next"); s.Scene().Guess != nil {
		t.Error("the guess follows into the next beat")
	}
	if s = do(t, s, "back"); s.Asking || len(s.Scene().Guess) != 1 {
		t.Error("going back hides the answer again")
	}
}

func TestAReaderWithoutAGuessSeesTheAnswerAlone(t *testing.T) {
	s := do(t, Initial(), "chapter count", "reveal")
	if sc := s.Scene(); sc.Asking != AskNothing || sc.Guess != nil {
		t.Errorf("%+v", sc)
	}
}

func TestSkippingRevealsNothingAndKeepsTheGuess(t *testing.T) {
	for _, skip := range []string{"skip", "next"} {
		s := do(t, Initial(), "chapter gap", "guess 1,2,3,4,5,6,7,8,9,10,11", skip)
		stands(t, s, "gap", 2, Gap, "2017-03")
		if s.Guesses["gap"].Revealed {
			t.Errorf("%s reveals", skip)
		}
		if s = do(t, s, "back"); !s.Asking || len(s.Scene().Guess) != 11 {
			t.Errorf("after %s and back the question is gone", skip)
		}
	}
}

func TestLeavingAQuestionByTheViewIsSkippingIt(t *testing.T) {
	s := do(t, Initial(), "chapter cases", "view gap")
	stands(t, s, "cases", 2, Gap, "2017-11")
	if s.Asking || s.Guesses["cases"].Revealed {
		t.Error("the question is still open, or answered")
	}
	if again := do(t, Initial(), "chapter cases", "view cases"); !again.Asking {
		t.Error("asking for the view that is shown skips the question")
	}
}

func TestALineWithoutPointsIsNoGuess(t *testing.T) {
	s := do(t, Initial(), "chapter gap", "guess 1,2,3,4,5,6,7,8,9,10,11", "guess -,-,-,-,-,-,-,-,-,-,-")
	if s.Query() != "chapter=gap" {
		t.Errorf("%q", s.Query())
	}
}

func TestInvalidGuessesAreRefusedInWords(t *testing.T) {
	for _, c := range []struct {
		before        []string
		command, want string
	}{
		{nil, "guess 3", "no question is open"},
		{nil, "reveal", "no question is asked"},
		{nil, "skip", "no question is open"},
		{[]string{"chapter cases 2"}, "guess 3", "no question is open"},
		{[]string{"chapter cases", "reveal"}, "guess 3", "before the answer is shown"},
		{[]string{"chapter cases"}, "guess 3,4", "one whole number from 0 to 1000000"},
		{[]string{"chapter cases"}, "guess -", "one whole number"},
		{[]string{"chapter cases"}, "guess 1000001", "one whole number"},
		{[]string{"chapter gap"}, "guess 3", "11 whole numbers with commas, one a month from 2017-01 to 2017-11"},
	} {
		s := do(t, Initial(), c.before...)
		command, err := ParseCommand(c.command)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Apply(command)
		if err == nil || !strings.Contains(err.Error(), c.want) || !got.Equal(s) {
			t.Errorf("%q after %q: error %v, want %q", c.command, c.before, err, c.want)
		}
	}
}

func TestAPageThatAsksNothingSkipsQuestions(t *testing.T) {
	s, _ := Initial().With("guess=off")
	for !s.AtEnd() {
		s = do(t, s, "next")
		if s.beat().Ask != AskNothing {
			t.Errorf("next stops at the question of %s", s.Chapter)
		}
	}
	for !s.AtStart() {
		s = do(t, s, "back")
		if s.beat().Ask != AskNothing {
			t.Errorf("back stops at the question of %s", s.Chapter)
		}
	}
}
