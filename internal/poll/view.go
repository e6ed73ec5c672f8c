package poll

import (
	"context"
	"time"
)

// View is what one phone may know.
type View struct {
	Version  uint64
	Question string // "" when nothing is asked
	Round    int    // grows when the question is asked again
	Revealed bool   // the record may be shown, answers are closed
	Answer   Answer // the phone's own, or nil
	Tally    *Tally // of the room, once revealed
}

// View is what a phone may know. While that is of the version `after` it waits for a change until ctx ends. Of several
// requests of one phone only the newest waits.
func (r *Room) View(ctx context.Context, secret string, after uint64) (View, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p, err := r.touch(secret)
	if err != nil {
		return View{}, err
	}
	if after == r.phoneChange.version && !r.isClosed {
		if p.cancelWait != nil {
			p.cancelWait()
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		p.requests++
		request := p.requests
		p.cancelWait = cancel
		r.wait(ctx, &r.phoneChange)
		p.seen = time.Now()
		if p.requests == request {
			p.cancelWait = nil
		}
	}
	return r.viewOf(secret), nil
}

// wait releases the lock until there is a change or ctx ends.
func (r *Room) wait(ctx context.Context, s *changeSignal) {
	changed := s.changed
	r.mu.Unlock()
	select {
	case <-changed:
	case <-ctx.Done():
	}
	r.mu.Lock()
}

// viewOf is what a phone may know now. An answer that was shown stays on the phones until something else is asked.
func (r *Room) viewOf(secret string) View {
	v := View{Version: r.phoneChange.version}
	name := r.lead.Question
	if name == "" && r.lastQuestion != "" && r.rounds[r.lastQuestion].closed {
		name = r.lastQuestion
	}
	if name == "" {
		return v
	}
	current := r.rounds[name]
	v.Question, v.Round, v.Revealed, v.Answer = name, current.number, current.closed, current.answers[secret]
	if current.closed {
		t := r.tally(name)
		v.Tally = &t
	}
	return v
}

func (r *Room) tally(name string) Tally {
	var all []Answer
	for _, a := range r.rounds[name].answers {
		all = append(all, a)
	}
	return r.questions[name].tally(all)
}
