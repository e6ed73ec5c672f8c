package frame

import (
	"strings"
	"testing"

	"opencases/internal/story"
)

func TestTheControlsShowTheStateOfTheStory(t *testing.T) {
	steps := story.Steps()
	for i, step := range steps {
		s := story.Initial()
		for s.Step() < i {
			s = apply(t, s, "next")
		}
		_, f := at(t, s.Query())
		if f.Chapter != step.Chapter || f.Beat != step.Beat || f.Beats != step.Beats || f.Step != i || f.Steps != len(steps) {
			t.Errorf("step %d of %d is told as %s, beat %d of %d, step %d of %d", i, len(steps), f.Chapter, f.Beat, f.Beats, f.Step, f.Steps)
		}
		if f.AtStart != (i == 0) || f.AtEnd != (i == len(steps)-1) {
			t.Errorf("step %d of %d: at the start %v, at the end %v", i, len(steps), f.AtStart, f.AtEnd)
		}
	}
}

func apply(t *testing.T, s story.State, command string) story.State {
	t.Helper()
	c, err := story.ParseCommand(command)
	if err != nil {
		t.Fatal(err)
	}
	if s, err = s.Apply(c); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheExerciseIsComputedFromTheFilesOfTheRecord(t *testing.T) {
	open, credible, all := november(t, "open"), november(t, "credible_total"), november(t, "reports_total")
	rate := float64(credible) / float64(all-open)
	for share, more := range map[string]int{"0.5": (open + 1) / 2, "0": 0, "1": open, "rate": int(rate*float64(open) + .5)} {
		_, f := at(t, "chapter=if&suppose="+share)
		if f.Suppose == nil || f.Suppose.Rate != rate {
			t.Fatalf("%s: %+v, want the rate so far, %g", share, f.Suppose, rate)
		}
		want := grouped("%d open × "+f.Suppose.ShareText+" = %d supposed; %d + %d credible = %d", open, more, more, credible, credible+more)
		if got := tag.ReplaceAllString(f.Suppose.FormulaHTML, ""); got != want {
			t.Errorf("%s: %q, want %q", share, got, want)
		}
	}
}

func TestAFigureIsALinkToItsRowInTheTable(t *testing.T) {
	_, f := at(t, "chapter=gap&beat=4")
	want := `<a class="figure" data-figure="assessments/2017-11/open" href="../en/#assessments-2017-11" target="_blank" rel="noopener">` +
		grouped("%d", november(t, "open")) + `</a>`
	if !strings.Contains(f.TextHTML, want) {
		t.Errorf("the text holds no %s: %s", want, f.TextHTML)
	}
}

func TestALabelHasItsInkAnchorAndRole(t *testing.T) {
	_, f := at(t, "chapter=gap&beat=4")
	seen := map[string]string{}
	for _, l := range f.Labels {
		seen[l.ID] = l.Ink + " " + l.Anchor + " " + l.Role
	}
	for id, want := range map[string]string{"gap/open": "open left value", "gap/credible": "credible left value", "gap/carried": "text right note", "grid/200": "quiet right axis"} {
		if seen[id] != want {
			t.Errorf("the label %s is %q, want %q", id, seen[id], want)
		}
	}
}
