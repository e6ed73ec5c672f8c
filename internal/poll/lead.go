package poll

import (
	"context"
	"fmt"
	"time"
)

// Lead is a request of the presenter: the only way to open and close questions and to see answers.
type Lead struct {
	Question string `json:"question"` // what is asked, or ""
	Revealed bool   `json:"revealed"` // the answer is shown: closes the question for good
	Shown    bool   `json:"shown"`    // the presenter may see the answers before that
	Again    bool   `json:"again"`    // forget all answers and ask once more
}

// State is what the presenter may know.
type State struct {
	Version  uint64 `json:"version"`
	Question string `json:"question"`
	Round    int    `json:"round"`
	Closed   bool   `json:"closed"`
	Shown    bool   `json:"shown"`
	Phones   int    `json:"phones"`   // here, or answered
	Answered int    `json:"answered"` // of them, to this question
	Most     int    `json:"most"`     // phones the room takes
	Tally    *Tally `json:"tally"`    // once shown or closed
}

// Lead carries out a request of the presenter. The error names an unknown question.
func (r *Room) Lead(l Lead) error {
	if _, ok := r.questions[l.Question]; l.Question != "" && !ok {
		return fmt.Errorf("nothing is asked under the name %.20q", l.Question)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if l.Question != "" {
		current := r.rounds[l.Question]
		if l.Again && !l.Revealed {
			*current = round{answers: map[string]Answer{}, number: current.number + 1}
		}
		current.closed = current.closed || l.Revealed
		r.lastQuestion = l.Question
	}
	before := r.lead
	again := l.Again
	l.Again = false
	r.lead = l
	if before.Question != l.Question || before.Revealed != l.Revealed || again {
		r.phoneChange.notify()
	}
	r.presenterChange.notify()
	return nil
}

// State is what the presenter may know. While that is of the version `after` it waits for a change until ctx ends.
func (r *Room) State(ctx context.Context, after uint64) State {
	r.mu.Lock()
	defer r.mu.Unlock()
	if after == r.presenterChange.version && !r.isClosed {
		r.wait(ctx, &r.presenterChange)
	}
	s := State{Version: r.presenterChange.version, Question: r.lead.Question, Shown: r.lead.Shown, Most: MostPhones}
	now := time.Now()
	for secret, p := range r.phones {
		if p.isPresent(now) && !r.hasAnswered(secret) {
			s.Phones++
		}
	}
	if s.Question == "" {
		return s
	}
	current := r.rounds[s.Question]
	s.Round, s.Closed, s.Answered = current.number, current.closed, len(current.answers)
	s.Phones += s.Answered
	if s.Closed || s.Shown {
		t := r.tally(s.Question)
		s.Tally = &t
	}
	return s
}
