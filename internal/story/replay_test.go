package story

import "testing"

func TestReplayPlaysTheChapterFromItsFirstBeatThatAsksNothing(t *testing.T) {
	for _, c := range []struct {
		from    string
		chapter string
		beat    int
		view    View
		month   string
	}{
		{"chapter strikes 4", "strikes", 1, Strikes, "2014-08"},
		{"chapter strikes 1", "strikes", 1, Strikes, "2014-08"},
		{"chapter reports 4", "reports", 1, Reports, "2016-09"},
		{"chapter cases 3", "cases", 2, Cases, "2017-03"},
		{"chapter cases 1", "cases", 2, Cases, "2017-03"},
		{"chapter gap 4", "gap", 2, Gap, "2017-03"},
		{"chapter count 3", "count", 2, Count, "2017-11"},
		{"chapter after 2", "after", 1, After, "2017-11"},
		// Nothing sweeps at these beginnings, and the reader stands there already.
		{"chapter cover", "strikes", 1, Strikes, "2014-08"},
		{"chapter reports 1", "reports", 2, Reports, "2016-10"},
		{"chapter if 1", "if", 2, If, "2017-11"},
	} {
		for _, before := range []string{"close", "select a/b"} {
			s := do(t, Initial(), c.from, before, "replay")
			stands(t, s, c.chapter, c.beat, c.view, c.month)
			if !s.Playing || s.Selected != "" || s.Only != "" {
				t.Errorf("after %q and %q: %+v", c.from, before, s)
			}
		}
	}
}

func TestReplayReturnsToTheBeginningFromAnotherView(t *testing.T) {
	for _, elsewhere := range []string{"view strikes", "seek 2017-03", "only open"} {
		s := do(t, Initial(), elsewhere, "replay")
		stands(t, s, "cover", 1, Gap, "2017-11")
		if !s.Playing {
			t.Errorf("after %s it does not play", elsewhere)
		}
	}
}

func TestReplayDoesNotSkipABeginningThatLooksLikeThePresentPicture(t *testing.T) {
	stands(t, do(t, Initial(), "chapter strikes 1", "seek 2014-08", "replay"), "strikes", 1, Strikes, "2014-08")
	stands(t, do(t, Initial(), "chapter reports 2", "seek 2016-09", "replay"), "reports", 1, Reports, "2016-09")
}

func TestReplayAnswersNoQuestion(t *testing.T) {
	for _, chapter := range askingChapters() {
		if s := do(t, Initial().Opened(chapter), "replay"); len(s.Guesses) > 0 || s.Asking {
			t.Errorf("%s: %+v", chapter, s)
		}
	}
}

func TestReplayInExploreSweepsTheWholeAxis(t *testing.T) {
	for _, month := range []string{"2014-08", "2017-01", "2020-09"} {
		s := do(t, Initial(), "chapter explore", "view cases", "seek "+month, "select a/b", "replay")
		stands(t, s, explore, 1, Cases, "2014-08")
		if !s.Playing || s.Selected != "" {
			t.Errorf("from %s: %+v", month, s)
		}
	}
}

func TestReplaySweepsNothingUnderReducedMotion(t *testing.T) {
	start := Initial()
	start.Options.ReducedMotion = true
	for _, c := range []struct {
		from, chapter string
		beat          int
		month         string
	}{
		{"chapter strikes 4", "strikes", 1, "2014-12"},
		{"chapter strikes 1", "strikes", 2, "2016-10"},
		{"chapter cases 3", "cases", 2, "2017-03"},
		{"chapter cover", "strikes", 1, "2014-12"},
	} {
		s := do(t, start, c.from, "replay")
		stands(t, s, c.chapter, c.beat, s.beat().View, c.month)
		if !s.Playing || s.isSweeping() {
			t.Errorf("after %q: %+v", c.from, s)
		}
	}
	s := do(t, start, "chapter explore", "seek 2018-01", "replay")
	stands(t, s, explore, 1, Gap, "2020-09")
	if s.Playing {
		t.Error("explore sweeps")
	}
}
