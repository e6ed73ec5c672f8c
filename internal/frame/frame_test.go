package frame

import (
	"regexp"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

func load(t testing.TB) (*record.Record, *words.Language) {
	t.Helper()
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return r, l.With(r)
}

func at(t testing.TB, query string) (story.State, Frame) {
	t.Helper()
	r, l := load(t)
	s, faults := story.Initial().With(query)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	p := picture.Make(r, l, s.Scene(), picture.Wide)
	return s, Make(r, l, s, p, Page{Root: "../"})
}

func TestEveryBeatHasItsWordsAndEveryFigureASource(t *testing.T) {
	r, l := load(t)
	figure := regexp.MustCompile(`data-figure="([^"]*)"`)
	for _, step := range story.Steps() {
		s, faults := story.Initial().With("chapter=" + step.Chapter)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		for s.Beat != step.Beat {
			c, err := story.ParseCommand("next")
			if err != nil {
				t.Fatal(err)
			}
			if s, err = s.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
		for _, comp := range []picture.Composition{picture.Narrow, picture.Article, picture.Wide} {
			f := Make(r, l, s, picture.Make(r, l, s.Scene(), comp), Page{Root: "../"})
			if f.Title == "" || f.TextHTML == "" || f.Kicker == "" || f.Description == "" {
				t.Errorf("%s %d: title %q, kicker %q, text %q, description %q", step.Chapter, step.Beat+1, f.Title, f.Kicker, f.TextHTML, f.Description)
			}
			html := f.TextHTML
			for _, lab := range f.Labels {
				html += lab.HTML
				if lab.X < 0 || lab.X > 100 || lab.Y < 0 || lab.Y > 100 {
					t.Errorf("%s %d: label %s stands at %g, %g per cent", step.Chapter, step.Beat+1, lab.ID, lab.X, lab.Y)
				}
			}
			for _, m := range figure.FindAllStringSubmatch(html, -1) {
				fig, ok := r.Figure(m[1])
				if !ok || len(fig.Sources) == 0 && fig.Kind != record.Derived {
					t.Errorf("%s %d: %s has no source", step.Chapter, step.Beat+1, m[1])
				}
			}
			for _, h := range f.Hots {
				if _, ok := r.Figure(h.Ref); h.Ref != "" && !ok {
					t.Errorf("%s %d: the place %s points at the unknown %s", step.Chapter, step.Beat+1, h.ID, h.Ref)
				}
			}
		}
	}
}

func TestAQuestionIsShownUntilItIsAnswered(t *testing.T) {
	_, asking := at(t, "chapter=cases&beat=1")
	if asking.Ask == nil || asking.Ask.Revealed || asking.Ask.AnswerHTML != "" || asking.Ask.Max != 1799 {
		t.Errorf("asking: %+v", asking.Ask)
	}
	_, placed := at(t, "chapter=cases&beat=1&guess-cases=400")
	if placed.Ask == nil || placed.Ask.ValueText == "" || *placed.Ask.Values[0] != 400 || placed.Ask.AnswerHTML != "" {
		t.Errorf("placed: %+v", placed.Ask)
	}
	_, shown := at(t, "chapter=cases&beat=1&guess-cases=400&revealed=cases")
	if shown.Ask == nil || !shown.Ask.Revealed || !strings.Contains(shown.Ask.AnswerHTML, "208") || !strings.Contains(shown.Ask.AnswerHTML, "400") {
		t.Errorf("shown: %+v", shown.Ask)
	}
	_, off := at(t, "chapter=cases&beat=1&guess=off")
	if off.Ask != nil {
		t.Errorf("a question is put although questions are off: %+v", off.Ask)
	}
}

func TestALineIsAskedForInElevenMonthsOverThePlot(t *testing.T) {
	_, f := at(t, "chapter=gap&beat=1&guess-gap=1,2,-,4,5,6,7,8,9,10,11")
	a := f.Ask
	if a == nil || len(a.Months) != 11 || a.Months[0].Name != "2017-01" || a.Values[2] != nil || *a.Values[3] != 4 {
		t.Fatalf("%+v", a)
	}
	if !(a.Plot[0] < a.Plot[2] && a.Plot[1] < a.Plot[3] && a.Plot[2] <= 100 && a.Plot[3] <= 100) {
		t.Errorf("the plot lies at %v per cent", a.Plot)
	}
}

func TestAFrameNamesTheFigureWhoseCardIsOpen(t *testing.T) {
	if _, f := at(t, "chapter=gap&beat=3&select=assessments/2017-11/open"); f.Selected != "assessments/2017-11/open" {
		t.Errorf("names %q", f.Selected)
	}
	if _, f := at(t, "chapter=gap&beat=3"); f.Selected != "" {
		t.Errorf("with no card open it names %q", f.Selected)
	}
}

func TestTheExerciseStartsAtTheRateSoFarAndSaysSo(t *testing.T) {
	_, f := at(t, "chapter=if")
	if f.Suppose == nil || f.Suppose.Share != f.Suppose.Rate || f.Suppose.Rate < .17 || f.Suppose.Rate > .18 {
		t.Fatalf("%+v", f.Suppose)
	}
	if !strings.Contains(f.Suppose.FormulaHTML, "105") || !strings.Contains(f.Suppose.FormulaHTML, "313") || f.Suppose.NoticeHTML == "" {
		t.Errorf("formula %q, notice %q", f.Suppose.FormulaHTML, f.Suppose.NoticeHTML)
	}
	if _, f := at(t, "chapter=gap"); f.Suppose != nil {
		t.Error("the exercise stands outside its view")
	}
}

func TestMarkupInATextIsEscaped(t *testing.T) {
	got := HTML(words.Text{{Text: `<b>"&'`}, {Text: "<i>", Ref: `x"y`}}, "en", Page{Root: `../"`})
	if strings.ContainsAny(strings.NewReplacer("<a ", "", "</a>", "").Replace(got), "<'") || strings.Contains(got, `x"y`) {
		t.Errorf("not escaped: %s", got)
	}
}

func TestAnAnchorNeedsNoEscaping(t *testing.T) {
	for ref, want := range map[string]string{
		"assessments/2017-11/open": "assessments-2017-11", "strikes/2017-11-30/total": "strikes-2017-11-30",
		"estimates/2017-11-30:1/low": "estimates-2017-11-30-1", "derived/rest/2017-11": "derived-rest-2017-11",
		"events/2017-03-17": "events-2017-03-17", "statements/open-now/value": "statements-open-now",
	} {
		if got := Anchor(ref); got != want {
			t.Errorf("%s: %s, want %s", ref, got, want)
		}
	}
}
