package player

import (
	"fmt"
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
	"opencases/internal/words"
)

func beatKey(chapter string, beat int) string { return fmt.Sprintf("beat.%s.%d", chapter, beat) }

// told are the figures that a chapter's finding rests on. Their numbers come from the record.
var told = map[string][]string{
	"cover":   {"assessments/2017-11/credible_total", "assessments/2017-11/open", "assessments/2017-11/reports_total"},
	"strikes": {"strikes/2017-11-30/total"},
	"reports": {"assessments/2017-11/reports_total", "assessments/2017-11/received"},
	"cases":   {"assessments/2017-11/credible_total", "assessments/2017-11/open", "derived/rest/2017-11"},
	"gap":     {"assessments/2017-11/credible_total", "assessments/2017-11/open", "assessments/2017-10/open"},
	"count":   {"assessments/2017-11/killed_total", "named/independent@2017-11"},
	"if":      {"assessments/2017-11/credible_total", "assessments/2017-11/open", "derived/closed/2017-11", "derived/rate/2017-11"},
	"after":   {"assessments/2020-09/killed_total", "named/latest_independent_low", "named/latest_independent_high"},
	"explore": {"assessments/2017-11/credible_total", "assessments/2017-11/open"},
}

// number is a figure of the record as English prints it, without its qualifier.
func number(t *testing.T, ref string) string {
	t.Helper()
	f, ok := rec.Figure(ref)
	if !ok || f.Count.Absent() {
		t.Fatalf("the record has no figure %s", ref)
	}
	if f.Unit == "share" {
		v, _ := f.Count.Float()
		return english.Percent(v)
	}
	n, _ := f.Count.Int()
	return english.Number(n)
}

// says fails unless a text holds every figure, each with its qualifier somewhere before it.
func says(t *testing.T, where, text string, refs []string) {
	t.Helper()
	for _, ref := range refs {
		if n := number(t, ref); !strings.Contains(text, n) {
			t.Errorf("%s does not say %s (%s); it says: %s", where, n, ref, text)
		}
	}
}

func TestTheFindingOfEachChapterStandsInItsFirstResponse(t *testing.T) {
	for name, set := range map[string]browser.Option{"with scripts": thrifty, "without scripts": (*browser.Tab).NoScripts} {
		t.Run(name, func(t *testing.T) {
			p := chromium.Tab(t, set)
			for _, ch := range story.Chapters {
				p.Open(home + "en/player/" + ch.Name + "/")
				says(t, ch.Name, p.Text("#words")+" "+p.Text("#labels"), told[ch.Name])
				if ink := browser.Inked(p.ShotOfElement("#stage")); ink < .02 {
					t.Errorf("%s: the stage is blank: %.3f of it is inked", ch.Name, ink)
				}
				if p.Log.Asked(".wasm") {
					t.Fatal("the engine was fetched before anybody wanted it")
				}
			}
		})
	}
}

func TestThePageTellsEveryFindingWithoutScripts(t *testing.T) {
	p := chromium.Tab(t, (*browser.Tab).NoScripts)
	p.Open(home + "en/")
	text := p.Text("main")
	for _, ch := range story.Chapters {
		if ch.Name != "explore" && ch.Name != "cover" {
			says(t, ch.Name, text, told[ch.Name])
		}
	}
	for _, b := range p.Boxes(".still svg:not(.axis)") {
		if ink := browser.Inked(p.ShotOf(b)); ink < .02 {
			t.Errorf("the still at %v is blank", b)
		}
	}
}

// figure is a number in the document that names where it comes from.
type figure struct{ Ref, Text string }

func figures(p *browser.Tab) []figure {
	var all []figure
	for _, f := range browser.Eval[[]struct {
		figure
		Breaks bool // goes on in the next line of a label
	}](p, `[...document.querySelectorAll("#words [data-figure], #labels [data-figure]")].filter(e => e.checkVisibility())
		.map(e => ({ Ref: e.dataset.figure, Text: e.textContent.replace(/\s+/g, " ").trim(), Breaks: e.previousSibling?.nodeName === "BR" && e.previousSibling.previousSibling?.dataset?.figure === e.dataset.figure }))`) {
		if f.Breaks {
			all[len(all)-1].Text += " " + f.Text
			continue
		}
		all = append(all, f.figure)
	}
	return all
}

// checkFigures fails unless every figure on show is the record's, in one of the forms that the language has for it.
func checkFigures(t *testing.T, p *browser.Tab, where string) {
	t.Helper()
	all := figures(p)
	if len(all) == 0 && !p.Shown("#ask") {
		t.Errorf("%s shows no figure with a source", where)
	}
	for _, f := range all {
		if _, ok := rec.Figure(f.Ref); !ok {
			t.Errorf("%s: %q names the unknown figure %s", where, f.Text, f.Ref)
			continue
		}
		if forms := formsOf(t, f.Ref); !holdsOne(f.Text, forms) {
			t.Errorf("%s: %s is shown as %q; the record has %q", where, f.Ref, f.Text, forms)
		}
	}
}

func holdsOne(text string, forms []string) bool {
	for _, form := range forms {
		if form != "" && strings.Contains(text, form) {
			return true
		}
	}
	return false
}

// formsOf lists how a figure may be printed: the language fills each of its placeholders in for it.
func formsOf(t *testing.T, ref string) []string {
	t.Helper()
	if forms, ok := known[ref]; ok {
		return forms
	}
	texts := english.Map()
	for _, form := range []string{"figure", "bare", "percent", "onein", "date", "month", "year"} {
		texts["probe."+form] = "{" + form + " " + ref + "}"
	}
	texts["probe.bare"] = "{figure " + ref + "|bare}"
	l, err := words.FromMap("en", texts)
	if err != nil {
		t.Fatal(err)
	}
	l = l.With(rec)
	var forms []string
	for _, form := range []string{"figure", "bare", "percent", "onein", "date", "month", "year"} {
		forms = append(forms, l.String("probe."+form))
	}
	known[ref] = forms
	return forms
}

var known = map[string][]string{}
