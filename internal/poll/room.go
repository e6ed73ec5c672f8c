package poll

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// MostPhones is how many phones a room takes.
const MostPhones = 300

// A phone that has not been heard of for silence is not counted as here. A class that opens the page at the same
// moment must get in at once; after that, phones that join come slowly.
const (
	silence  = 45 * time.Second
	joinRate = rate.Limit(5) // a second
	askRate  = rate.Limit(5) // requests of one phone a second
	askBurst = 20
)

// What a phone can be told.
var (
	ErrFull    = errors.New("the room is full")
	ErrBusy    = errors.New("too many requests at once")
	ErrUnknown = errors.New("this phone is not in the room")
	ErrClosed  = errors.New("the answer has been shown")
	ErrMoved   = errors.New("this question is not being asked")
)

// Room is one class with its phones. Its methods may be called from many goroutines.
type Room struct {
	questions map[string]Question

	mu      sync.Mutex
	phones  map[string]*phone
	rounds  map[string]*round // by question
	lead    Lead
	last    string // the question asked last
	joins   *rate.Limiter
	shown   signal // for phones: question, reveal
	counted signal // for the presenter: everything
	ended   bool
}

// phone is all that is known of one.
type phone struct {
	seen    time.Time
	waiting context.CancelFunc // ends the request that waits for a change; nil if none does
	turn    int                // number of that request
	limit   *rate.Limiter
}

// round is one question with its answers, by phone.
type round struct {
	answers map[string]Answer
	closed  bool
	number  int // grows when the question is asked again
}

// NewRoom makes a room that can be asked these questions.
func NewRoom(questions ...Question) *Room {
	r := &Room{questions: map[string]Question{}, phones: map[string]*phone{}, rounds: map[string]*round{},
		joins: rate.NewLimiter(joinRate, MostPhones), shown: newSignal(), counted: newSignal()}
	for _, q := range questions {
		r.questions[q.Name] = q
		r.rounds[q.Name] = &round{answers: map[string]Answer{}}
	}
	return r
}

// Question is the form of a question; ok is false for a name that nothing is asked under.
func (r *Room) Question(name string) (q Question, ok bool) {
	q, ok = r.questions[name]
	return q, ok
}

// Join takes a phone in and names it by a secret of its own. ErrFull and ErrBusy are the reasons not to. In a full room
// the phone that has been silent longest gives way, unless it has answered what is being asked.
func (r *Room) Join() (secret string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.joins.Allow() {
		return "", ErrBusy
	}
	now := time.Now()
	if len(r.phones) >= MostPhones && !r.forget(now) {
		return "", ErrFull
	}
	secret = rand.Text()
	r.phones[secret] = &phone{seen: now, limit: rate.NewLimiter(askRate, askBurst)}
	r.counted.tell()
	return secret, nil
}

// forget drops the phone that is silent longest.
func (r *Room) forget(now time.Time) bool {
	var oldest string
	for secret, p := range r.phones {
		if p.here(now) || r.answered(secret) {
			continue
		}
		if oldest == "" || p.seen.Before(r.phones[oldest].seen) {
			oldest = secret
		}
	}
	delete(r.phones, oldest)
	return oldest != ""
}

func (p *phone) here(now time.Time) bool { return p.waiting != nil || now.Sub(p.seen) < silence }

// answered reports whether a phone has answered the question being asked.
func (r *Room) answered(secret string) bool {
	return r.lead.Question != "" && r.rounds[r.lead.Question].answers[secret] != nil
}

// hear finds a phone and notes that it is there.
func (r *Room) hear(secret string) (*phone, error) {
	p, ok := r.phones[secret]
	if !ok {
		return nil, ErrUnknown
	}
	p.seen = time.Now()
	if !p.limit.Allow() {
		return nil, ErrBusy
	}
	return p, nil
}

// Answer takes a phone's answer to a question: its first, or another one in place of that. It wraps ErrForm for fields
// that are no answer, and gives ErrClosed once the answer is shown, ErrMoved when something else is asked.
func (r *Room) Answer(secret, question string, fields []string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, err := r.hear(secret); err != nil {
		return err
	}
	q, ok := r.questions[question]
	if !ok {
		return fmt.Errorf("%w: nothing is asked under the name %.20q", ErrMoved, question)
	}
	rd := r.rounds[question]
	if rd.closed {
		return ErrClosed
	}
	if question != r.lead.Question {
		return ErrMoved
	}
	a, err := q.Parse(fields)
	if err != nil {
		return err
	}
	rd.answers[secret] = a
	r.counted.tell()
	return nil
}

// Close ends all waiting: the program is about to stop.
func (r *Room) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ended = true
	r.shown.tell()
	r.counted.tell()
}
