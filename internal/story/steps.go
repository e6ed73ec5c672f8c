package story

import "opencases/internal/month"

// Step is one beat in the flat order of the whole story.
type Step struct {
	Chapter string
	Number  int // of the chapter, from 0 (the cover)
	Beat    int // index into the chapter's Beats, from 0
	Beats   int // in the chapter
}

// explore is the chapter after the story's end, with every view over the whole record.
const explore = "explore"

var steps = listSteps()

func listSteps() []Step {
	var all []Step
	for n, c := range Chapters {
		for b := range c.Beats {
			all = append(all, Step{c.Name, n, b, len(c.Beats)})
		}
	}
	return all
}

// Steps lists every beat of every chapter in order. The slice is the caller's.
func Steps() []Step { return append([]Step(nil), steps...) }

// Step is the index of the State's beat in Steps, or -1 for a State that Validate refuses.
func (s State) Step() int {
	for i, st := range steps {
		if st.Chapter == s.Chapter && st.Beat == s.Beat {
			return i
		}
	}
	return -1
}

// ChapterIndex is the index of the State's chapter in Chapters, or -1 for a State that Validate refuses.
func (s State) ChapterIndex() int {
	for i, c := range Chapters {
		if c.Name == s.Chapter {
			return i
		}
	}
	return -1
}

// AtStart reports that `back` has nowhere to go.
func (s State) AtStart() bool { return s.adjacentStep(-1) < 0 }

// AtEnd reports that `next` has no further beat to go to.
func (s State) AtEnd() bool { return s.adjacentStep(1) < 0 }

func (s State) beat() Beat { return steps[s.Step()].beat() }

func (st Step) beat() Beat { return Chapters[st.Number].Beats[st.Beat] }

// adjacentStep finds the next step in a direction (1 or -1) that is shown; a question is not shown to readers who are
// asked nothing. It is -1 where the story ends.
func (s State) adjacentStep(direction int) int {
	for i := s.Step() + direction; i >= 0 && i < len(steps); i += direction {
		if s.isShown(i) {
			return i
		}
	}
	return -1
}

func (s State) isShown(step int) bool {
	return s.Options.Guess || steps[step].beat().Ask == AskNothing
}

// firstStep is the step a chapter opens with, or -1 if there is no such chapter.
func (s State) firstStep(chapter string) int {
	for i, st := range steps {
		if st.Chapter == chapter && s.isShown(i) {
			return i
		}
	}
	return -1
}

// lastStoryStep is the last step of the story proper, before explore.
func lastStoryStep() int {
	last := 0
	for i, st := range steps {
		if st.Chapter != explore {
			last = i
		}
	}
	return last
}

// restAt puts the State at rest at a step as the beat is written: its own view, at its last month, no card open
// and every series shown. So stepping forward and back again gives exactly the picture before.
func (s State) restAt(step int) State {
	beat := steps[step].beat()
	s.Chapter, s.Beat = steps[step].Chapter, steps[step].Beat
	s.View, s.Month = beat.View, beat.To
	s.Playing, s.Only, s.Selected = false, "", ""
	s.Asking = s.hasOpenQuestion()
	return s
}

// hasOpenQuestion reports whether the beat's question is put to the reader and not yet answered.
func (s State) hasOpenQuestion() bool {
	return s.Options.Guess && s.beat().Ask != AskNothing && !s.Guesses[s.Chapter].Revealed
}

// clamp is the month of a view's axis that is nearest to m.
func clamp(m month.Month, chapter string, v View) month.Month {
	from, to := Window(chapter, v)
	return max(from, min(m, to))
}
