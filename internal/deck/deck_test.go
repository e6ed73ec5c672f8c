package deck

import (
	"testing"

	"opencases/internal/story"
)

func steps(t *testing.T) []Step {
	t.Helper()
	all, err := Steps("en")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryBeatIsOneStepAndItsLastBuildIsTheBeatAsWritten(t *testing.T) {
	all := steps(t)
	if len(all) != len(story.Steps()) {
		t.Fatalf("%d steps for %d beats", len(all), len(story.Steps()))
	}
	for i, st := range all {
		for _, b := range st.Builds {
			if b.State.Step() != i || b.State.Playing {
				t.Errorf("a build of %s %d stands at step %d, playing %t", st.Chapter, st.Beat+1, b.State.Step(), b.State.Playing)
			}
		}
		beat := story.Chapters[st.Number].Beats[st.Beat]
		if last := st.Builds[len(st.Builds)-1].State; last.Month != beat.To || last.Asking {
			t.Errorf("%s %d ends at %v, asking %t", st.Chapter, st.Beat+1, last.Month, last.Asking)
		}
	}
}

func TestBuildsOfAStepShowDifferentPictures(t *testing.T) {
	for _, st := range steps(t) {
		for i := 1; i < len(st.Builds); i++ {
			if st.Builds[i].State.Scene().Equal(st.Builds[i-1].State.Scene()) {
				t.Errorf("%s %d: builds %d and %d are the same picture", st.Chapter, st.Beat+1, i, i+1)
			}
		}
	}
}

func TestAQuestionIsAskedAndThenAnswered(t *testing.T) {
	asked := 0
	for _, st := range steps(t) {
		if st.Builds[0].How != Ask {
			continue
		}
		asked++
		if len(st.Builds) != 2 || !st.Builds[0].State.Asking || st.Builds[1].How != Answer || st.Builds[1].State.Asking {
			t.Errorf("%s %d has builds %+v", st.Chapter, st.Beat+1, st.Builds)
		}
	}
	if asked == 0 {
		t.Error("no step asks")
	}
}
