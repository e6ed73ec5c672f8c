package picture_test

import (
	"strings"
	"testing"

	"opencases/internal/month"
	. "opencases/internal/picture"
	"opencases/internal/story"
)

func scene(v story.View, y, m int) story.Scene {
	from, to := story.Window("", v)
	return story.Scene{View: v, Month: month.Of(y, m), From: from, To: to, Supposed: -1}
}

func marksOf(p Picture, prefix string) (n, unit int) {
	for _, b := range p.MarkGroups {
		if strings.HasPrefix(b.ID, prefix) {
			n, unit = n+b.Count, b.Unit
		}
	}
	return n, unit
}

func TestAWideStageShowsEveryStrikeReportAndDeathAsOneMark(t *testing.T) {
	r, l := load(t)
	for _, c := range []struct {
		scene  story.Scene
		prefix string
		want   int
	}{
		{scene(story.Strikes, 2017, 11), "strikes/", 28562},
		{scene(story.Strikes, 2014, 12), "strikes/", 1371},
		{scene(story.Reports, 2017, 11), "reports/", 1799},
		{scene(story.Cases, 2017, 11), "reports/credible", 208},
		{scene(story.Cases, 2017, 11), "reports/open", 603},
		{scene(story.Cases, 2017, 11), "reports/rest", 988},
		{scene(story.Cases, 2017, 3), "reports/", 396},
		{scene(story.Count, 2017, 11), "deaths/acknowledged", 817},
		{scene(story.Count, 2017, 11), "deaths/independent", 5961},
		{scene(story.If, 2017, 11), "reports/", 811},
	} {
		p := Make(r, l, c.scene, Wide)
		if n, unit := marksOf(p, c.prefix); n != c.want || unit != 1 {
			t.Errorf("%s %v: %d marks of %d for %s, want %d of 1", c.scene.View, c.scene.Month, n, unit, c.prefix, c.want)
		}
	}
}

func TestAPhoneSaysWhatOneMarkStandsFor(t *testing.T) {
	r, l := load(t)
	for _, v := range []story.View{story.Strikes, story.Reports, story.Cases, story.Count} {
		p := Make(r, l, scene(v, 2017, 11), Narrow)
		said := false
		for _, lab := range p.Labels {
			said = said || strings.HasSuffix(lab.ID, "/unit")
		}
		if !said {
			t.Errorf("%s does not say what one mark stands for", v)
		}
	}
}

func TestReportsAndCasesShowTheSameReports(t *testing.T) {
	r, l := load(t)
	for _, c := range []Composition{Narrow, Article, Wide} {
		last := func(p Picture) (n int) {
			for _, b := range p.MarkGroups {
				if strings.HasPrefix(b.ID, "reports/") {
					n = max(n, b.First+b.Count)
				}
			}
			return n
		}
		reports, cases := last(Make(r, l, scene(story.Reports, 2017, 11), c)), last(Make(r, l, scene(story.Cases, 2017, 11), c))
		if reports != cases {
			t.Errorf("%v: marks run to %d in reports and to %d in cases", c, reports, cases)
		}
	}
}

func TestAMarkKeepsItsPlaceWhileTimeGoesOn(t *testing.T) {
	r, l := load(t)
	for _, v := range []story.View{story.Strikes, story.Reports, story.Count} {
		from, to := story.Window("", v)
		seen := map[string]MarkGroup{}
		for m := from; m <= to; m++ {
			for _, b := range Make(r, l, story.Scene{View: v, Month: m, From: from, To: to}, Wide).MarkGroups {
				if b.ID == "deaths/independent" {
					continue // stands below the acknowledged deaths, which grow
				}
				old, ok := seen[b.ID]
				if ok && (old.X != b.X || old.Y != b.Y || old.PX != b.PX || old.First != b.First) {
					t.Fatalf("%s: %s moved at %v", v, b.ID, m)
				}
				seen[b.ID] = b
			}
		}
	}
}

func TestAPictureThatAsksDoesNotShowTheAnswer(t *testing.T) {
	r, l := load(t)
	for _, c := range []struct {
		view   story.View
		ask    story.Ask
		answer string
	}{
		{story.Cases, story.AskValue, "208"}, {story.Gap, story.AskLine, "603"}, {story.Gap, story.AskLine, "695"}, {story.Count, story.AskValue, "5,961"},
	} {
		for _, comp := range []Composition{Narrow, Article, Wide} {
			sc := scene(c.view, 2017, 11)
			sc.Asking = c.ask
			p := Make(r, l, sc, comp)
			all := p.Description.String()
			for _, lab := range p.Labels {
				for _, line := range lab.Lines {
					all += " " + line.String()
				}
			}
			for _, h := range p.Hots {
				all += " " + h.Text.String()
			}
			if strings.Contains(all, c.answer) {
				t.Errorf("%s (%v) says %s while it asks: %s", c.view, comp, c.answer, all)
			}
		}
	}
}

func BenchmarkMakeStrikesWide(b *testing.B) {
	r, l := load(b)
	sc := scene(story.Strikes, 2017, 11)
	for b.Loop() {
		Make(r, l, sc, Wide)
	}
}

func TestOnlyReportsMoveFromPictureToPicture(t *testing.T) {
	r, l := load(t)
	for i, sc := range allScenes() {
		if i%5 > 0 {
			continue
		}
		for _, b := range Make(r, l, sc, Article).MarkGroups {
			if b.Travels != strings.HasPrefix(b.ID, "reports/") {
				t.Fatalf("%s, %s: travels is %v", sc.View, b.ID, b.Travels)
			}
		}
	}
}
