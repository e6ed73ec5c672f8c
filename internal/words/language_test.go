package words

import (
	"slices"
	"sync"
	"testing"

	"opencases/internal/month"
	"opencases/internal/record"
)

func TestACountChoosesItsFormAndABlankFigureItsOwnText(t *testing.T) {
	l := with(t, map[string]string{
		"k.one": "{n} case", "k.other": "{n} cases", "k.blank": "cases: not stated",
		"e": "{n} by {date}", "e.undated": "{n}, undated",
	})
	blank := Arg{name: "n", kind: argFigure, figure: figure{ref: "a/b"}}
	half := Arg{name: "n", kind: argFigure, figure: figure{ref: "a/b", number: 1.5, isStated: true}}
	for _, c := range []struct{ got, want string }{
		{l.String("k", Num("n", 1)), "1 case"},
		{l.String("k", Num("n", 1799)), "1,799 cases"},
		{l.String("k", half), "1.5 cases"},
		{l.String("k", blank), "cases: not stated"},
		{l.String("e", Num("n", 3), Day("date", month.Date{Year: 2017})), "3 by 2017"},
		{l.String("e", Num("n", 3), Day("date", month.Date{})), "3, undated"},
		{l.String("e", blank, Day("date", month.Date{Year: 2017})), "not stated by 2017"},
	} {
		if c.got != c.want {
			t.Errorf("printed %q, want %q", c.got, c.want)
		}
	}
}

func TestWhatIsMissingIsShownAndListed(t *testing.T) {
	l := with(t, map[string]string{"k": "{n} of {figure nowhere/open}"})
	if got := l.String("k"); got != "[n] of [nowhere/open]" {
		t.Errorf("printed %q", got)
	}
	if got := l.String("nothing"); got != "[nothing]" {
		t.Errorf("printed %q", got)
	}
	if got, want := l.Missing(), []string{"n", "nothing", "nowhere/open"}; !slices.Equal(got, want) {
		t.Errorf("missing %v, want %v", got, want)
	}
}

func TestOnlyWhatAFigureStatesIsALink(t *testing.T) {
	l := with(t, map[string]string{
		"k": "{figure named/x} by {month named/x}, {by named/x}; {date events/e}; {n}", "by.cjtf-oir": "the task force",
	})
	l.lookup = func(ref string) (figure, bool) {
		f := figure{ref: "estimates/x:1/low", number: 5961, isStated: true, qualifier: "at_least", by: "CJTF-OIR",
			asOf: month.Date{Year: 2017, Month: 11, Day: 30}}
		if ref == "events/e" {
			f = figure{ref: ref, isDated: true, asOf: f.asOf}
		}
		return f, true
	}
	got := l.Text("k", Num("n", 2))
	want := Text{
		{"at least 5,961", "estimates/x:1/low"}, {" by Month11 2017, the task force; ", ""},
		{"30 Month11 2017", "events/e"}, {"; 2", ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheWordsOfACellAreTranslatedOrPrintedAsWritten(t *testing.T) {
	l := with(t, map[string]string{"by.dod-centcom": "the Pentagon", "k": "{by}: {m|short}, {p}, {d|short}"})
	if a, b := l.By("DoD/CENTCOM"), l.Known("area", "Hawija"); a != "the Pentagon" || b != "Hawija" {
		t.Errorf("printed %q and %q", a, b)
	}
	got := l.String("k", Who("by", "DoD/CENTCOM"), Mon("m", month.Of(2017, 3)), Pct("p", .17), Day("d", month.Date{Year: 2016, Month: 2, Day: 9}))
	if got != "the Pentagon: M3 2017, 17 percent, 9 M2 2016" {
		t.Errorf("printed %q", got)
	}
}

func TestAnArgumentCanAskForAShareAsOneIn(t *testing.T) {
	l := with(t, map[string]string{"k": "{n|onein} strikes, {n}"})
	f := record.Figure{Ref: "a/b", Count: record.Some(.2, ""), Unit: "share"}
	if got := l.String("k", Fig("n", f)); got != "one in five strikes, 20 percent" {
		t.Errorf("printed %q", got)
	}
	if got := l.Figure(f); got != "20 percent" {
		t.Errorf("printed %q", got)
	}
}

func TestALanguageReadBackFromItsMapIsTheSame(t *testing.T) {
	l := with(t, map[string]string{"k.one": "{n} case", "k.other": "{n} cases"})
	back, err := FromMap("xx", l.Map())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(l.Keys(), back.Keys()) || back.String("k", Num("n", 2)) != "2 cases" || back.Tag() != "xx" || back.RTL() {
		t.Errorf("the language came back changed: %v", back.Keys())
	}
}

func TestALanguageMayBeUsedByManyGoroutines(t *testing.T) {
	l := with(t, nil)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				l.String("nothing")
				l.Month(month.Of(2017, 11))
				l.Missing()
			}
		})
	}
	all.Wait()
}
