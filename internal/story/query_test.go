package story

import (
	"errors"
	"strings"
	"testing"
)

func TestParseReadsBackEveryStateThatQueryPrints(t *testing.T) {
	r := dice(1)
	for range 20000 {
		s := anyState(r)
		if err := s.Validate(); err != nil {
			t.Fatalf("the test made a bad State: %v", err)
		}
		q := s.Query()
		got, errs := Initial().With(q)
		s.Playing, s.Options.ReducedMotion = false, false
		if len(errs) > 0 || !got.Equal(s) {
			t.Fatalf("%q\n reads as %+v\n not as   %+v\n errors %v", q, got, s, errs)
		}
		if again := got.Query(); again != q {
			t.Fatalf("%q prints as %q the second time", q, again)
		}
	}
}

func TestQuerySaysOnlyWhatDiffersFromTheChaptersOpening(t *testing.T) {
	for _, c := range []struct {
		commands []string
		want     string
	}{
		{nil, ""},
		{[]string{"chapter gap"}, "chapter=gap"},
		{[]string{"chapter gap 2"}, "chapter=gap&beat=2"},
		{[]string{"chapter gap 2", "seek 2017-10"}, "chapter=gap&beat=2&month=2017-10"},
		{[]string{"chapter explore", "view after", "seek 2020-09", "only open"}, "chapter=explore&view=after&month=2020-09&only=open"},
		{[]string{"chapter cases", "guess 400"}, "chapter=cases&guess-cases=400"},
		{[]string{"chapter cases", "guess 400", "reveal"}, "chapter=cases&guess-cases=400&revealed=cases"},
		{[]string{"chapter gap", "guess 10,20,-,-,-,-,-,-,-,-,600", "skip"}, "chapter=gap&beat=2&guess-gap=10,20,-,-,-,-,-,-,-,-,600"},
		{[]string{"chapter if 2", "suppose 0.174"}, "chapter=if&beat=2&suppose=0.174"},
		{[]string{"select estimates/2017-11-30:1/low", "speed 0.5", "lang ar", "theme dark"}, "select=estimates/2017-11-30:1/low&speed=0.5&lang=ar&theme=dark"},
		{[]string{"play"}, "chapter=strikes&month=2014-08"},
	} {
		if got := do(t, Initial(), c.commands...).Query(); got != c.want {
			t.Errorf("after %q: %q, want %q", c.commands, got, c.want)
		}
	}
}

func TestABadValueGivesTheDefaultAndOneErrorThatNamesIt(t *testing.T) {
	for _, c := range []struct{ query, reads, name, want string }{
		{"chapter=gapp", "", "chapter", "gap"},
		{"chapter=gap&beat=9", "chapter=gap", "beat", "from 1 to 4"},
		{"chapter=gap&beat=-1", "chapter=gap", "beat", "from 1 to 4"},
		{"beat=2", "", "beat", "the only one"},
		{"chapter=strikes&view=map", "chapter=strikes", "view", "reports"},
		{"chapter=gap&month=2017-13", "chapter=gap", "month", "2017-11"},
		{"chapter=gap&month=2012-01", "chapter=gap&month=2016-10", "month", "from 2016-10 to 2017-11"},
		{"chapter=gap&beat=2&only=iraq", "chapter=gap&beat=2", "only", "credible or open"},
		{"chapter=gap&only=open", "chapter=gap", "only", "while a question is open"},
		{"chapter=strikes&only=open", "chapter=strikes", "only", "no series"},
		{"select=javascript%3Aalert(1)", "", "select", "assessments/"},
		{"suppose=17", "", "suppose", "from 0 to 1"},
		{"suppose=NaN", "", "suppose", "from 0 to 1"},
		{"guess-cases=1.5", "", "guess-cases", "whole number"},
		{"guess-cases=1000001", "", "guess-cases", "1000000"},
		{"guess-cases=-", "", "guess-cases", "whole number"},
		{"guess-gap=1,2,3", "", "guess-gap", "11 whole numbers"},
		{"revealed=cover", "", "revealed", "cases, gap, count"},
		{"speed=1e9", "", "speed", "0.25"},
		{"speed=", "", "speed", "0.25"},
		{"lang=../../x", "", "lang", "language tag"},
		{"theme=pink", "", "theme", "dark"},
		{"controls=all", "", "controls", "minimal"},
		{"guess=maybe", "", "guess", "on or off"},
		{"theme=%zz", "", "theme", "hexadecimal"},
		{"theme=dark&theme=light", "theme=dark", "theme", "the first one counts"},
		{"theme=" + strings.Repeat("x", 1e6), "", "theme", "light"},
	} {
		s, errs := Initial().With(c.query)
		if got := s.Query(); got != c.reads {
			t.Errorf("%.60q reads as %q, want %q", c.query, got, c.reads)
		}
		if err := s.Validate(); err != nil {
			t.Errorf("%.60q: %v", c.query, err)
		}
		if len(errs) != 1 {
			t.Errorf("%.60q: %d errors, want one: %v", c.query, len(errs), errs)
			continue
		}
		msg := errs[0].Error()
		if !strings.HasPrefix(msg, "parameter "+c.name+": ") || !strings.Contains(msg, c.want) || len(msg) > 300 {
			t.Errorf("%.60q: %q does not name %s and %q", c.query, msg, c.name, c.want)
		}
		var misfit *InvalidValueError
		if !errors.As(errs[0], &misfit) || misfit.Value != "" && !strings.Contains(msg, misfit.Value[:min(3, len(misfit.Value))]) {
			t.Errorf("%.60q: %q does not show the value", c.query, msg)
		}
	}
}

func TestUnknownParametersAreIgnored(t *testing.T) {
	s, errs := Initial().With("?utm_source=x&chapter=gap&accent=%zz&guess-if=3&&=&month=2017-03")
	if len(errs) > 0 || s.Query() != "chapter=gap&month=2017-03" {
		t.Errorf("reads as %q with %v", s.Query(), errs)
	}
}

func TestAnAddressMayBeEscaped(t *testing.T) {
	s, errs := Initial().With("select=assessments%2F2017-11%2Fopen&guess%2Dgap=1%2c2,3,4,5,6,7,8,9,10,11")
	if len(errs) > 0 || s.Selected != "assessments/2017-11/open" || len(s.Guesses["gap"].Values) != 11 {
		t.Errorf("reads as %+v with %v", s, errs)
	}
}

func TestAnAddressThatShowsAnotherViewThanTheQuestionsSkipsTheQuestion(t *testing.T) {
	s, errs := Initial().With("chapter=cases&view=strikes")
	if len(errs) > 0 || s.Asking || s.Beat != 1 || s.View != Strikes {
		t.Errorf("%+v with %v", s, errs)
	}
}

func TestWithoutGuessingAChapterOpensAtItsFirstBeatWithoutAQuestion(t *testing.T) {
	s, _ := Initial().With("chapter=cases&guess=off")
	stands(t, s, "cases", 2, Cases, "2017-03")
	s, _ = Initial().With("chapter=gap&beat=1&guess=off")
	stands(t, s, "gap", 2, Gap, "2017-03")
	stands(t, do(t, s, "next", "chapter count 1"), "count", 2, Count, "2017-11")
	s, _ = Initial().With("chapter=cases")
	off, errs := s.With("guess=off")
	if len(errs) > 0 || off.Asking || off.Beat != 1 {
		t.Errorf("a page opened at a question stays there when a host asks for none: %+v, %v", off, errs)
	}
}

func TestWithKeepsWhatTheQueryDoesNotName(t *testing.T) {
	r := dice(2)
	for range 5000 {
		s := anyState(r)
		s.Playing = false
		if got, errs := s.With(""); len(errs) > 0 || !got.Equal(s) {
			t.Fatalf("%q became %q, %v", s.Query(), got.Query(), errs)
		}
	}
	s := do(t, Initial(), "chapter explore", "view cases", "only open", "seek 2017-05")
	got, _ := s.With("theme=dark")
	if got.Query() != "chapter=explore&view=cases&month=2017-05&only=open&theme=dark" {
		t.Errorf("became %q", got.Query())
	}
}

func FuzzParseAlwaysYieldsAValidState(f *testing.F) {
	r := dice(3)
	for range 30 {
		f.Add(anyState(r).Query())
	}
	for _, q := range []string{"?", "&&&", "%", "chapter", "chapter=explore&view=&month=", "guess-gap=,,,,,,,,,,", "revealed=cases,,gap", "speed=.", "suppose=1.", "beat=99999999999999999999"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		s, errs := Initial().With(q)
		if err := s.Validate(); err != nil {
			t.Fatalf("%q: %v", q, err)
		}
		for _, err := range errs {
			if msg := err.Error(); !strings.HasPrefix(msg, "parameter ") || !strings.Contains(msg, "; write ") || len(msg) > 400 {
				t.Fatalf("%q: error %q", q, msg)
			}
		}
		again, errs := Initial().With(s.Query())
		if len(errs) > 0 || !again.Equal(s) {
			t.Fatalf("%q reads as %q, which reads as %q with %v", q, s.Query(), again.Query(), errs)
		}
		// Over any other State too.
		r := dice(uint64(len(q)))
		if s, _ := anyState(r).With(q); s.Validate() != nil {
			t.Fatalf("%q over another State: %v", q, s.Validate())
		}
	})
}
