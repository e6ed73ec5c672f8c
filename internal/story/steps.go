package story

import "opencases/internal/month"

// Step is one beat in the flat order of the whole story.
type Step struct {
	Chapter string
	Number  int // of the chapter, from 0 (the cover)
	Beat    int // index into the chapter's Beats, from 0
	Beats   int // in the chapter
}

// explore is the chapter after the story's end: everything at hand, nothing told.
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
func (s State) AtStart() bool { return s.nearest(-1) < 0 }

// AtEnd reports that `next` has no further beat to go to.
func (s State) AtEnd() bool { return s.nearest(1) < 0 }

func (s State) beat() Beat { return steps[s.Step()].beat() }

func (st Step) beat() Beat { return Chapters[st.Number].Beats[st.Beat] }

// nearest finds the next step in a direction (1 or -1) that is told; a question is not told to readers who are
// asked nothing. It is -1 where the story ends.
func (s State) nearest(direction int) int {
	for i := s.Step() + direction; i >= 0 && i < len(steps); i += direction {
		if s.told(i) {
			return i
		}
	}
	return -1
}

func (s State) told(step int) bool {
	return s.Options.Guess || steps[step].beat().Ask == AskNothing
}

// opening is the step a chapter opens with, or -1 if there is no such chapter.
func (s State) opening(chapter string) int {
	for i, st := range steps {
		if st.Chapter == chapter && s.told(i) {
			return i
		}
	}
	return -1
}

// closing is the last step of the story proper, before explore.
func closing() int {
	last := 0
	for i, st := range steps {
		if st.Chapter != explore {
			last = i
		}
	}
	return last
}

// stand puts the State at rest at a step as the beat is written: its own view, at its last month, no card open
// and every series shown. So stepping forward and back again gives exactly the picture before.
func (s State) stand(step int) State {
	beat := steps[step].beat()
	s.Chapter, s.Beat = steps[step].Chapter, steps[step].Beat
	s.View, s.Month = beat.View, beat.To
	s.Playing, s.Only, s.Selected = false, "", ""
	s.Asking = s.asks()
	return s
}

// asks reports whether the beat's question is put to the reader and not yet answered.
func (s State) asks() bool {
	return s.Options.Guess && s.beat().Ask != AskNothing && !s.Guesses[s.Chapter].Revealed
}

// clamp is the month of a view's axis that is nearest to m.
func clamp(m month.Month, chapter string, v View) month.Month {
	from, to := Window(chapter, v)
	return max(from, min(m, to))
}
