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
	p, err := r.hear(secret)
	if err != nil {
		return View{}, err
	}
	if after == r.shown.version && !r.ended {
		if p.waiting != nil {
			p.waiting()
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		p.turn++
		turn := p.turn
		p.waiting = cancel
		r.wait(ctx, &r.shown)
		p.seen = time.Now()
		if p.turn == turn {
			p.waiting = nil
		}
	}
	return r.view(secret), nil
}

// wait gives the lock away until there is a change or ctx ends.
func (r *Room) wait(ctx context.Context, s *signal) {
	changed := s.changed
	r.mu.Unlock()
	select {
	case <-changed:
	case <-ctx.Done():
	}
	r.mu.Lock()
}

// view is what a phone may know now. An answer that was shown stays on the phones until something else is asked.
func (r *Room) view(secret string) View {
	v := View{Version: r.shown.version}
	name := r.lead.Question
	if name == "" && r.last != "" && r.rounds[r.last].closed {
		name = r.last
	}
	if name == "" {
		return v
	}
	rd := r.rounds[name]
	v.Question, v.Round, v.Revealed, v.Answer = name, rd.number, rd.closed, rd.answers[secret]
	if rd.closed {
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
