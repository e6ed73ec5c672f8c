package story

import (
	"math"
	"strings"
	"testing"
)

func TestNoCommandsInAnyOrderLeaveAStateThatIsNotValid(t *testing.T) {
	r := dice(5)
	for range 400 {
		s := anyState(r)
		var clock Clock
		var log []string
		for range 120 {
			text := anyCommand(r)
			c, err := ParseCommand(text)
			if err != nil {
				continue
			}
			before, query := s, s.Query()
			log = append(log, text)
			next, err := s.Apply(c)
			if before.Query() != query {
				t.Fatalf("%q changed the State it was applied to", text)
			}
			if err != nil && !next.Equal(before) {
				t.Fatalf("%q failed and still changed the State", text)
			}
			if invalid := next.Validate(); invalid != nil {
				t.Fatalf("from %q after %q: %v", query, log, invalid)
			}
			s = clock.Advance(next, r.ExpFloat64())
			if invalid := s.Validate(); invalid != nil {
				t.Fatalf("after %q and some time: %v", log, invalid)
			}
		}
	}
}

func TestCommandsBuiltByHandAreCheckedToo(t *testing.T) {
	for _, c := range []Command{
		{}, {Verb: "jump"}, {Verb: DoChapter, Word: "gap", Number: 99}, {Verb: DoChapter, Word: "gap", Number: -1},
		{Verb: DoStep, Number: 1 << 40}, {Verb: DoView}, {Verb: DoSelect, Word: "a/b c"}, {Verb: DoGuess}, {Verb: DoGuess, Values: []float64{math.Inf(1)}},
		{Verb: DoSuppose, Value: math.NaN()}, {Verb: DoSpeed, Value: math.NaN()}, {Verb: DoTheme}, {Verb: DoLang},
	} {
		s := do(t, Initial(), "chapter cases")
		if got, err := s.Apply(c); err == nil || !got.Equal(s) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestForwardNAndBackNGivesExactlyTheSameState(t *testing.T) {
	r := dice(6)
	for range 20 {
		s := anyState(r)
		for i := range steps {
			if !s.isShown(i) {
				continue
			}
			at := s.restAt(i)
			for n := 1; n < len(steps); n++ {
				forward, taken := at, 0
				for range n {
					if !forward.AtEnd() {
						forward, taken = do(t, forward, "next"), taken+1
					}
				}
				back := forward
				for range taken {
					back = do(t, back, "back")
				}
				if !back.Equal(at) || !back.Scene().Equal(at.Scene()) {
					t.Fatalf("from %q forward %d and back: %q", at.Query(), n, back.Query())
				}
			}
		}
	}
}

func TestNextAndBackStayAtTheEndsAndSaySo(t *testing.T) {
	first := Initial()
	last := do(t, first, "chapter explore")
	if !first.AtStart() || first.AtEnd() || !do(t, first, "back").Equal(first) {
		t.Error("the cover is not the start")
	}
	if !last.AtEnd() || last.AtStart() || !do(t, last, "next").Equal(last) {
		t.Error("explore is not the end")
	}
}

func TestEveryCommandsEffect(t *testing.T) {
	for _, c := range []struct {
		name     string
		commands []string
		want     string
	}{
		{"next crosses into the next chapter and stands at the beat's last month", []string{"next"}, "chapter=strikes"},
		{"a chapter opens at its first beat", []string{"chapter strikes 3", "chapter reports"}, "chapter=reports"},
		{"seek stops at the end of the axis", []string{"chapter gap 2", "seek 2010-01"}, "chapter=gap&beat=2&month=2016-10"},
		{"seek beyond the article stops at its month", []string{"chapter strikes 2", "seek 2030-01"}, "chapter=strikes&beat=2&month=2017-11"},
		{"step goes by months", []string{"chapter gap 2", "step 3", "step -1"}, "chapter=gap&beat=2&month=2017-05"},
		{"step stops at the axis's ends", []string{"chapter gap 2", "step -240"}, "chapter=gap&beat=2&month=2016-10"},
		{"view keeps the month", []string{"chapter gap 2", "view cases"}, "chapter=gap&beat=2&view=cases"},
		{"view keeps the month as far as the axis goes", []string{"chapter strikes 1", "view gap"}, "chapter=strikes&view=gap"},
		{"view keeps a series that the new view has", []string{"chapter gap 2", "only open", "view cases"}, "chapter=gap&beat=2&view=cases&only=open"},
		{"view drops a series that the new view has not", []string{"chapter cases 2", "only rest", "view gap"}, "chapter=cases&beat=2&view=gap"},
		{"the next beat shows its own view, every series and no card", []string{"chapter gap 2", "view cases", "only rest", "select a/b", "next"}, "chapter=gap&beat=3"},
		{"a card opens and closes", []string{"select a/b", "select c/d", "close"}, ""},
		{"only all shows every series again", []string{"only open", "only all"}, ""},
		{"a share is supposed and kept", []string{"suppose 0.25", "next", "back"}, "suppose=0.25"},
		{"the rate so far is supposed again", []string{"suppose 0.25", "suppose rate"}, ""},
		{"restart forgets all but how the page is set", []string{"chapter cases", "guess 3", "reveal", "suppose 0.4", "speed 2", "theme dark", "lang ar", "restart"}, "speed=2&lang=ar&theme=dark"},
	} {
		if got := do(t, Initial(), c.commands...).Query(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAFocusHoldsOnlyInTheBeatsOwnView(t *testing.T) {
	s := do(t, Initial(), "chapter if 2")
	if s.Scene().Focus != "suppose" || do(t, s, "view gap").Scene().Focus != "" || do(t, s, "view gap", "view if").Scene().Focus != "suppose" {
		t.Error("the focus does not follow the view")
	}
}

func TestASceneCoversTheAxisOfItsView(t *testing.T) {
	r := dice(8)
	for range 2000 {
		s := anyState(r)
		sc := s.Scene()
		if sc.From > sc.Month || sc.Month > sc.To || sc.View != s.View || (sc.Asking != AskNothing) != s.Asking {
			t.Fatalf("%q: scene %+v", s.Query(), sc)
		}
	}
}

func TestOnlyInAViewThatHasNoSuchSeriesSaysWhichThereAre(t *testing.T) {
	c, _ := ParseCommand("only rest")
	if _, err := Initial().Apply(c); err == nil || !strings.Contains(err.Error(), "credible or open in this picture") {
		t.Errorf("error %v", err)
	}
}
