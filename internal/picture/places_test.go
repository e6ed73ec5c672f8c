package picture_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"opencases/data"
	"opencases/internal/month"
	. "opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

func TestEveryPlaceToPointAtIsEightPxWide(t *testing.T) {
	r, l := load(t)
	for _, sc := range allScenes() {
		for _, c := range []Composition{Narrow, Article, Wide} {
			for _, h := range Make(r, l, sc, c).Hots {
				if h.W < 8 {
					t.Fatalf("%s %v, %v: the place %s is %.1f px wide, want 8", sc.View, sc.Month, c, h.ID, h.W)
				}
			}
		}
	}
}

// changed is the record with texts of a file replaced: pairs of what stands there and what shall.
func changed(t *testing.T, file string, pairs ...string) (*record.Record, *words.Language) {
	t.Helper()
	all := fstest.MapFS{}
	entries, err := fs.Glob(data.FS, "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range entries {
		body, err := fs.ReadFile(data.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; name == file && i < len(pairs); i += 2 {
			if strings.Count(string(body), pairs[i]) != 1 {
				t.Fatalf("%s does not hold %q once", file, pairs[i])
			}
			body = []byte(strings.Replace(string(body), pairs[i], pairs[i+1], 1))
		}
		all[name] = &fstest.MapFile{Data: body}
	}
	r, err := record.Load(all)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return r, l.With(r)
}

func TestOfTwoEquallyLowMonthsTheFirstIsNamed(t *testing.T) {
	// In the record 406 reports were open in December 2017 and 485 in January 2018. Here both months have 406.
	r, l := changed(t, "assessments.csv", ",406,195,,116,", ",406,116,,116,", ",,485,29070", ",,406,29070", ",485,121,,84,", ",406,200,,84,")
	from, to := story.Window("", story.After)
	first := 0 // stages on which there is room for the name
	for _, vp := range viewports {
		p := MakeSized(r, l, story.Scene{View: story.After, Month: month.Of(2018, 2), From: from, To: to, Focus: "open"}, vp)
		for _, lab := range p.Labels {
			switch lab.ID {
			case "after/2017-12":
				first++
			case "after/2018-01":
				t.Errorf("on %g x %g px January is named", vp.W, vp.H)
			}
		}
	}
	if first == 0 {
		t.Error("December is not named on any stage")
	}
}

func TestNothingIsShownBeforeItWasPublishedForItsMonth(t *testing.T) {
	r, l := load(t)
	from, to := story.Window("", story.Gap)
	for m := from; m < story.ArticleMonth; m++ {
		for _, lab := range Make(r, l, story.Scene{View: story.Gap, Month: m, From: from, To: to}, Wide).Labels {
			if lab.ID == "gap/carried" {
				t.Errorf("at %v the number carried into November 2017 is told", m)
			}
		}
	}
	from, to = story.Window("", story.After)
	shown := 0
	for m := from; m < to; m++ {
		for _, d := range Make(r, l, story.Scene{View: story.After, Month: m, From: from, To: to, Focus: "counts"}, Wide).Dots {
			f, ok := r.Figure(d.Ref)
			if shown++; !ok || f.AsOf.IsZero() || f.AsOf.First() > m.End() {
				t.Errorf("at %v the dot %s stands for %s", m, d.ID, f.AsOf)
			}
		}
	}
	if shown == 0 {
		t.Error("no dot was seen")
	}
}

func TestTheChosenSeriesIsOpaqueAndTheOthersAreAQuarterOpaque(t *testing.T) {
	r, l := load(t)
	sc := scene(story.Cases, 2017, 11)
	sc.Only = "open"
	for _, b := range Make(r, l, sc, Wide).MarkGroups {
		if want := map[bool]float64{true: 1, false: .25}[b.ID == "reports/open"]; b.Alpha != want {
			t.Errorf("%s has the opacity %g, want %g", b.ID, b.Alpha, want)
		}
	}
}

func TestALineDrawnAboveTheScaleStaysOnTheStage(t *testing.T) {
	r, l := load(t)
	sc := scene(story.Gap, 2017, 11)
	for _, sc.Asking = range []story.Ask{story.AskLine, story.AskNothing} {
		sc.Focus = "asked"
		sc.Guess = []float64{5000, 1000, 1001, 999999, 0, 1, 2, 3, 4, 5, 5000}
		p := Make(r, l, sc, Narrow)
		checkInside(t, "a guess above the scale", p)
		for _, d := range p.Dots {
			if d.Y < 0 {
				t.Errorf("the dot %s stands at %g", d.ID, d.Y)
			}
		}
	}
}
