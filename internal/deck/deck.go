// Package deck divides the story for a presenter: one step a beat, and in each step one build or more. A build is a State
// of the story and nothing else, so that going back shows exactly the picture before.
package deck

import (
	"fmt"

	"opencases/internal/story"
)

// How says what a build is, and so how a presenter gets into it.
type How string

// A build shows one month (Stand), begins a sweep of the timeline (Begin), ends the sweep that the build before it began
// (Sweep), asks a question (Ask), or answers the question of the build before it (Answer).
const (
	Stand  How = "stand"
	Begin  How = "begin"
	Sweep  How = "sweep"
	Ask    How = "ask"
	Answer How = "answer"
)

// Build is one picture of a step.
type Build struct {
	How   How
	Do    []string // commands that lead here from any State that has answered nothing
	State story.State
}

// Step is one beat with its builds: at least one, in the order they are shown.
type Step struct {
	story.Step
	Builds []Build
}

// Steps are all steps of the story in a language, each build's State made by the story's own commands.
func Steps(lang string) ([]Step, error) {
	var all []Step
	for _, st := range story.Steps() {
		step := Step{Step: st}
		beat := story.Chapters[st.Number].Beats[st.Beat]
		for _, b := range builds(st, beat) {
			s := story.Initial()
			s.Options.Lang = lang
			for _, words := range b.Do {
				c, err := story.ParseCommand(words)
				if err != nil {
					return nil, err
				}
				if s, err = s.Apply(c); err != nil {
					return nil, fmt.Errorf("deck: %s %d: %s: %w", st.Chapter, st.Beat+1, words, err)
				}
			}
			b.State = s
			step.Builds = append(step.Builds, b)
		}
		all = append(all, step)
	}
	return all, nil
}

// builds divides a beat.
func builds(st story.Step, beat story.Beat) []Build {
	stand := fmt.Sprintf("chapter %s %d", st.Chapter, st.Beat+1)
	switch {
	case beat.Ask != story.AskNothing:
		return []Build{{How: Ask, Do: []string{stand}}, {How: Answer, Do: []string{stand, "reveal"}}}
	case beat.From != beat.To:
		return []Build{{How: Begin, Do: []string{stand, "seek " + beat.From.String()}}, {How: Sweep, Do: []string{stand}}}
	}
	return []Build{{How: Stand, Do: []string{stand}}}
}
