package poll

import (
	"context"
	"fmt"
	"time"
)

// Lead is what the presenter wants: the only way to open, close and see anything.
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

// Lead does what the presenter wants. The error names a question that there is none of.
func (r *Room) Lead(l Lead) error {
	if _, ok := r.questions[l.Question]; l.Question != "" && !ok {
		return fmt.Errorf("nothing is asked under the name %.20q", l.Question)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if l.Question != "" {
		rd := r.rounds[l.Question]
		if l.Again && !l.Revealed {
			*rd = round{answers: map[string]Answer{}, number: rd.number + 1}
		}
		rd.closed = rd.closed || l.Revealed
		r.last = l.Question
	}
	before := r.lead
	again := l.Again
	l.Again = false
	r.lead = l
	if before.Question != l.Question || before.Revealed != l.Revealed || again {
		r.shown.tell()
	}
	r.counted.tell()
	return nil
}

// State is what the presenter may know. While that is of the version `after` it waits for a change until ctx ends.
func (r *Room) State(ctx context.Context, after uint64) State {
	r.mu.Lock()
	defer r.mu.Unlock()
	if after == r.counted.version && !r.ended {
		r.wait(ctx, &r.counted)
	}
	s := State{Version: r.counted.version, Question: r.lead.Question, Shown: r.lead.Shown, Most: MostPhones}
	now := time.Now()
	for secret, p := range r.phones {
		if p.here(now) && !r.answered(secret) {
			s.Phones++
		}
	}
	if s.Question == "" {
		return s
	}
	rd := r.rounds[s.Question]
	s.Round, s.Closed, s.Answered = rd.number, rd.closed, len(rd.answers)
	s.Phones += s.Answered
	if s.Closed || s.Shown {
		t := r.tally(s.Question)
		s.Tally = &t
	}
	return s
}
