package story

import "testing"

func TestEveryBeatLiesOnTheAxisOfItsViewAndQuestionsAreFollowedByAnAnswer(t *testing.T) {
	for i, st := range steps {
		beat := st.beat()
		from, to := Window(st.Chapter, beat.View)
		if beat.From < from || beat.To > to || beat.From > beat.To {
			t.Errorf("%s %d runs from %v to %v on an axis from %v to %v", st.Chapter, st.Beat+1, beat.From, beat.To, from, to)
		}
		if beat.Ask == AskNothing {
			continue
		}
		if q, ok := QuestionOf(st.Chapter); !ok || q.Ask != beat.Ask {
			t.Errorf("%s %d asks for a %s, its question is %+v", st.Chapter, st.Beat+1, beat.Ask, q)
		}
		if beat.From != beat.To {
			t.Errorf("%s %d asks while the timeline moves", st.Chapter, st.Beat+1)
		}
		if st.Beat != 0 || steps[i+1].Chapter != st.Chapter || steps[i+1].beat().Ask != AskNothing {
			t.Errorf("%s %d: a question opens its chapter and the next beat tells", st.Chapter, st.Beat+1)
		}
	}
}

func TestAChapterHasAQuestionExactlyWhereItsFirstBeatAsks(t *testing.T) {
	for _, c := range Chapters {
		if asks := c.Beats[0].Ask != AskNothing; asks != (c.Question != nil) {
			t.Errorf("%s: its first beat asks is %v, it has a question is %v", c.Name, asks, c.Question != nil)
		}
	}
}

func TestAScaleEndsAtAMultipleOfAFigureRoundedUp(t *testing.T) {
	for _, c := range []struct {
		scale  Scale
		number float64
		want   float64
	}{
		{Scale{Ref: "a/b", Times: 1}, 1799, 1799},
		{Scale{Ref: "a/b", Times: 20, RoundUp: 1000}, 801, 17000},
		{Scale{Ref: "a/b", Times: 20, RoundUp: 1000}, 800, 16000},
		{Scale{Ref: "a/b", Times: 20, RoundUp: 1000}, 0, 0},
		{Scale{Top: 1000}, 0, 1000},
	} {
		if got := c.scale.TopOf(c.number); got != c.want {
			t.Errorf("the scale %+v ends at %v for %v, want %v", c.scale, got, c.number, c.want)
		}
	}
}

func TestStepsCountEveryBeatOnceAndAStateKnowsItsOwn(t *testing.T) {
	all := Steps()
	n := 0
	for _, c := range Chapters {
		n += len(c.Beats)
	}
	if len(all) != n {
		t.Fatalf("%d steps for %d beats", len(all), n)
	}
	for i, st := range all {
		s := Initial().restAt(i)
		if s.Step() != i || Chapters[st.Number].Name != st.Chapter || st.Beats != len(Chapters[st.Number].Beats) {
			t.Errorf("step %d is %+v; the State says %d", i, st, s.Step())
		}
	}
	if (State{}).Step() != -1 {
		t.Error("the zero State claims to stand at a beat")
	}
}

func TestAfterIsTheLastChapterOfTheStoryAndExploreFollowsIt(t *testing.T) {
	if c := steps[lastStoryStep()].Chapter; c != "after" {
		t.Errorf("the story closes with %s", c)
	}
	if Chapters[len(Chapters)-1].Name != explore {
		t.Error("explore is not the last chapter")
	}
}

func TestEverySeriesCanBeBroughtForwardInSomeBeat(t *testing.T) {
	found := map[string]bool{}
	for i := range steps {
		s := Initial()
		if s.Options.Guess = false; !s.isShown(i) {
			continue
		}
		s = s.restAt(i)
		for _, name := range s.Series() {
			found[name] = true
			if got := do(t, s, "only "+name); got.Only != name {
				t.Errorf("%q: only %s does nothing", s.Query(), name)
			}
		}
	}
	for _, name := range allSeries() {
		if !found[name] {
			t.Errorf("no beat has the series %s", name)
		}
	}
	for v, by := range series {
		for focus, names := range by {
			if len(names) == 1 || focus != "" && !hasFocus(v, focus) {
				t.Errorf("view %s with focus %q has series %v", v, focus, names)
			}
		}
	}
}

func hasFocus(v View, focus string) bool {
	for _, st := range steps {
		if b := st.beat(); b.View == v && b.Focus == focus {
			return true
		}
	}
	return false
}
