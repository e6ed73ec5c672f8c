package picture_test

import (
	"fmt"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/month"
	. "opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/typeface"
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

// mirrored is the English text in Arabic letters, letter by letter, read from right to left: it tests the layout of the
// other direction of writing and is not a translation.
func mirrored(t testing.TB, l *words.Language, r *record.Record) *words.Language {
	t.Helper()
	const arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
	letters := []rune(arabic)
	m := l.Map()
	for key, text := range m {
		if strings.HasPrefix(key, "language.") || strings.HasPrefix(key, "number.") || key == "plural" {
			continue
		}
		var b strings.Builder
		depth := 0
		for _, c := range text {
			switch {
			case c == '{':
				depth++
			case c == '}':
				depth--
			case depth == 0 && c >= 'a' && c <= 'z':
				c = letters[c-'a']
			case depth == 0 && c >= 'A' && c <= 'Z':
				c = letters[c-'A']
			}
			b.WriteRune(c)
		}
		m[key] = b.String()
	}
	m["language.direction"] = "rtl"
	ar, err := words.FromMap("x-mirrored", m)
	if err != nil {
		t.Fatal(err)
	}
	if !ar.RTL() {
		t.Fatal("the stand-in does not read from right to left")
	}
	return ar.With(r)
}

var viewports = []Viewport{
	{280, 330}, {280, 360}, {320, 480}, {414, 600}, {499, 500}, {500, 360}, {560, 320}, {560, 380}, {640, 480}, {699, 520},
	{700, 480}, {740, 500}, {900, 600}, {1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160},
}

// allScenes are every view at every month of its windows, with every focus, question and some guesses.
func allScenes() []story.Scene {
	var scenes []story.Scene
	focus := map[story.View][]string{
		story.Cases: {"", "meaning"}, story.Gap: {"", "finding", "asked"}, story.Count: {"", "acknowledged", "rate"},
		story.If: {"", "suppose"}, story.After: {"", "open", "counts"},
	}
	for _, v := range story.Views {
		for _, chapter := range []string{"", "explore"} {
			from, to := story.Window(chapter, v)
			for m := from; m <= to; m++ {
				for _, f := range append(focus[v], "") {
					scenes = append(scenes, story.Scene{View: v, Month: m, From: from, To: to, Focus: f, Supposed: -1})
				}
			}
		}
	}
	from, to := story.Window("", story.Gap)
	line := []float64{0, 1000, 5, 990, 10, 500, 500, 20, 700, 1, 1000}
	for _, asking := range []story.Ask{story.AskNothing, story.AskLine} {
		scenes = append(scenes, story.Scene{View: story.Gap, Month: to, From: from, To: to, Asking: asking, Guess: line})
	}
	from, to = story.Window("", story.Count)
	for _, guess := range []float64{0, 1, 817, 17000} {
		for _, asking := range []story.Ask{story.AskNothing, story.AskValue} {
			scenes = append(scenes,
				story.Scene{View: story.Count, Month: to, From: from, To: to, Asking: asking, Guess: []float64{guess}},
				story.Scene{View: story.Cases, Month: to, From: from, To: to, Asking: asking, Guess: []float64{min(guess, 1799)}})
		}
	}
	for _, share := range []float64{0, .01, .5, 1} {
		scenes = append(scenes, story.Scene{View: story.If, Month: to, From: from, To: to, Supposed: share})
	}
	return scenes
}

type rect struct{ l, t, r, b float64 }

func (a rect) meets(b rect) bool {
	const hair = .01
	return a.l < b.r-hair && b.l < a.r-hair && a.t < b.b-hair && b.t < a.b-hair
}

func labelRect(l Label) rect {
	x := l.X
	switch l.Anchor {
	case Middle:
		x -= l.W / 2
	case Right:
		x -= l.W
	}
	return rect{x, l.Y, x + l.W, l.Y + l.H}
}

// groupRect holds all cells of a group: the extremes are at the ends of its first two rows and in its last.
func groupRect(b MarkGroup) rect {
	var r rect
	for i, at := range []int{0, b.Across - 1 - b.Skip, b.Across - b.Skip, b.Count - 1} {
		x, y := b.At(min(max(at, 0), b.Count-1))
		m := rect{x - b.PX/2, y - b.PY/2, x + b.PX/2, y + b.PY/2}
		if i == 0 {
			r = m
		}
		r = rect{min(r.l, m.l), min(r.t, m.t), max(r.r, m.r), max(r.b, m.b)}
	}
	return r
}

func TestNoLabelTouchesAnotherOrLeavesTheStage(t *testing.T) {
	r, en := load(t)
	for _, l := range []*words.Language{en, mirrored(t, en, r)} {
		for _, sc := range allScenes() {
			for _, vp := range viewports {
				p := MakeSized(r, l, sc, vp)
				where := fmt.Sprintf("%s %s %v, focus %q, asking %q, %gx%g", l.Tag(), sc.View, sc.Month, sc.Focus, sc.Asking, vp.W, vp.H)
				checkLabels(t, where, p)
				checkInside(t, where, p)
				if t.Failed() {
					return
				}
			}
		}
	}
}

func checkLabels(t *testing.T, where string, p Picture) {
	t.Helper()
	for i, a := range p.Labels {
		ra := labelRect(a)
		if ra.l < -.1 || ra.t < -.1 || ra.r > p.Viewport.W+.1 || ra.b > p.Viewport.H+.1 {
			t.Errorf("%s: label %s leaves the stage: %v", where, a.ID, ra)
		}
		for _, b := range p.Labels[:i] {
			if ra.meets(labelRect(b)) {
				t.Errorf("%s: label %s lies on label %s", where, a.ID, b.ID)
			}
			if a.ID == b.ID {
				t.Errorf("%s: two labels are called %s", where, a.ID)
			}
		}
		for _, b := range p.MarkGroups {
			if ra.meets(groupRect(b)) {
				t.Errorf("%s: label %s lies on the marks of %s", where, a.ID, b.ID)
			}
		}
		for _, d := range p.Dots {
			if ra.meets(rect{d.X - d.R, d.Y - d.R, d.X + d.R, d.Y + d.R}) {
				t.Errorf("%s: label %s lies on the dot %s", where, a.ID, d.ID)
			}
		}
		size, weight := FontSize(a.Role, p.Composition)
		for _, line := range a.Lines {
			if w := typeface.Width(line.String(), size, weight); w > a.W+.5 {
				t.Errorf("%s: label %s: %q is wider than its box", where, a.ID, line)
			}
			if strings.Contains(line.String(), "[") {
				t.Errorf("%s: label %s has no words: %q", where, a.ID, line)
			}
		}
	}
}

func checkInside(t *testing.T, where string, p Picture) {
	t.Helper()
	for _, b := range p.MarkGroups {
		if r := groupRect(b); r.l < -.1 || r.t < -.1 || r.r > p.Viewport.W+.1 || r.b > p.Viewport.H+.1 {
			t.Errorf("%s: the marks of %s leave the stage: %v", where, b.ID, r)
		}
	}
	for _, h := range p.Hots {
		if h.X < -.1 || h.Y < -.1 || h.X+h.W > p.Viewport.W+.1 || h.Y+h.H > p.Viewport.H+.1 {
			t.Errorf("%s: the place %s leaves the stage", where, h.ID)
		}
		if text := h.Text.String(); text == "" || strings.Contains(text, "[") {
			t.Errorf("%s: the place %s says %q", where, h.ID, text)
		}
	}
	for _, path := range p.Paths {
		for _, at := range path.Points {
			if at[0] < -.1 || at[1] < -.1 || at[0] > p.Viewport.W+.1 || at[1] > p.Viewport.H+.1 {
				t.Errorf("%s: the line %s leaves the stage at %v", where, path.ID, at)
			}
		}
	}
	if text := p.Description.String(); text == "" || strings.Contains(text, "[") {
		t.Errorf("%s: the description says %q", where, text)
	}
	if p.Axis.X0 < 0 || p.Axis.X1 > p.Viewport.W || p.Axis.X1 <= p.Axis.X0 {
		t.Errorf("%s: the axis runs from %g to %g", where, p.Axis.X0, p.Axis.X1)
	}
}

func TestAMonthWithoutAFigureIsSaidToBeBlank(t *testing.T) {
	r, l := load(t)
	from, to := story.Window("explore", story.Gap)
	for _, m := range []month.Month{month.Of(2018, 8), month.Of(2018, 10), month.Of(2019, 10)} {
		p := Make(r, l, story.Scene{View: story.Gap, Month: m, From: from, To: to}, Article)
		if !strings.Contains(p.Description.String(), l.Month(m)) {
			t.Errorf("%v: the description does not name the month: %q", m, p.Description)
		}
		hatched := false
		for _, path := range p.Paths {
			hatched = hatched || path.Hatch && path.ID == "blank/"+m.String()
		}
		for _, d := range p.Dots {
			if strings.HasSuffix(d.ID, m.String()) && strings.HasPrefix(d.ID, "open/") {
				t.Errorf("%v has a dot although no figure is known", m)
			}
		}
		if !hatched {
			t.Errorf("%v is not hatched", m)
		}
	}
}
