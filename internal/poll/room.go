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

// A phone that has sent nothing for presenceTimeout is not counted as present. A class that opens the page at the same
// moment must get in at once; after that, joining is slow.
const (
	presenceTimeout = 45 * time.Second
	firstTimeout    = 5 * time.Second // a phone asks what there is at once; a program that only takes places does not
	joinRate        = rate.Limit(5)   // a second
	askRate         = rate.Limit(5)   // requests of one phone a second
	askBurst        = 20
)

// Errors of a request of a phone.
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

	mu              sync.Mutex
	phones          map[string]*phone
	rounds          map[string]*round // by question
	lead            Lead
	lastQuestion    string // the question asked last
	joinLimiter     *rate.Limiter
	phoneChange     changeSignal // for phones: question, reveal
	presenterChange changeSignal // for the presenter: everything
	isClosed        bool
}

// phone is all that is known of one.
type phone struct {
	seen       time.Time
	joined     time.Time
	cancelWait context.CancelFunc // ends the request that waits for a change; nil if none does
	requests   int                // number of that request
	limiter    *rate.Limiter
	from       Origin
	hasAsked   bool // anything since it joined
}

// Origin stands for the network address that a phone comes from. It says nothing but whether two are the same.
type Origin uint64

// round is one question with its answers, by phone.
type round struct {
	answers map[string]Answer
	closed  bool
	number  int // grows when the question is asked again
}

// NewRoom makes a room that can be asked these questions.
func NewRoom(questions ...Question) *Room {
	r := &Room{questions: map[string]Question{}, phones: map[string]*phone{}, rounds: map[string]*round{},
		joinLimiter: rate.NewLimiter(joinRate, MostPhones), phoneChange: newChangeSignal(), presenterChange: newChangeSignal()}
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

// Join takes a phone in and names it by a secret of its own. ErrFull and ErrBusy are the reasons not to. In a full room a phone
// gives way:
//
//   - the one that has been silent longest, unless it has answered what is being asked;
//   - where more than half of the room comes from one address and few phones from that of the new one, the one of the many that
//     joined last. One device that takes all places so keeps out nobody with an address of their own.
//
// Behind one address a class looks like one device, so phones of one address never push each other out: there a program
// that only joins loses its places by the first rule, within seconds.
func (r *Room) Join(from Origin) (secret string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.joinLimiter.Allow() {
		return "", ErrBusy
	}
	now := time.Now()
	if len(r.phones) >= MostPhones && !r.dropSilentPhone(now) && !r.dropPhoneOfMany(from) {
		return "", ErrFull
	}
	secret = rand.Text()
	r.phones[secret] = &phone{seen: now, joined: now, from: from, limiter: rate.NewLimiter(askRate, askBurst)}
	r.presenterChange.notify()
	return secret, nil
}

// dropSilentPhone removes the phone that has been silent longest, if any is absent.
func (r *Room) dropSilentPhone(now time.Time) bool {
	var oldest string
	for secret, p := range r.phones {
		if p.isPresent(now) && (p.hasAsked || now.Sub(p.joined) < firstTimeout) || r.hasAnswered(secret) {
			continue
		}
		if oldest == "" || p.seen.Before(r.phones[oldest].seen) {
			oldest = secret
		}
	}
	delete(r.phones, oldest)
	return oldest != ""
}

// A phone from an address with fewer than fewPhones takes a place of one that holds more than half.
const fewPhones = 3

// dropPhoneOfMany removes the phone that joined last of the address that holds more than half of the room, with its answer to what
// is being asked: whoever took a place that was another's has no voice in it.
func (r *Room) dropPhoneOfMany(newcomer Origin) bool {
	held := map[Origin]int{}
	for _, p := range r.phones {
		held[p.from]++
	}
	if held[newcomer] >= fewPhones {
		return false
	}
	var last string
	for secret, p := range r.phones {
		if held[p.from] > MostPhones/2 && p.from != newcomer && (last == "" || p.joined.After(r.phones[last].joined)) {
			last = secret
		}
	}
	if last == "" {
		return false
	}
	if p := r.phones[last]; p.cancelWait != nil {
		p.cancelWait()
	}
	for _, current := range r.rounds {
		if !current.closed {
			delete(current.answers, last)
		}
	}
	delete(r.phones, last)
	return true
}

func (p *phone) isPresent(now time.Time) bool {
	return p.cancelWait != nil || now.Sub(p.seen) < presenceTimeout
}

// hasAnswered reports whether a phone has answered the question being asked.
func (r *Room) hasAnswered(secret string) bool {
	return r.lead.Question != "" && r.rounds[r.lead.Question].answers[secret] != nil
}

// touch finds a phone, notes that it is present and counts the request against its limit.
func (r *Room) touch(secret string) (*phone, error) {
	p, ok := r.phones[secret]
	if !ok {
		return nil, ErrUnknown
	}
	p.seen, p.hasAsked = time.Now(), true
	if !p.limiter.Allow() {
		return nil, ErrBusy
	}
	return p, nil
}

// Answer takes a phone's answer to a question: its first, or another one in place of that. It wraps ErrForm for fields
// that are no answer, and gives ErrClosed once the answer is shown, ErrMoved when something else is asked.
func (r *Room) Answer(secret, question string, fields []string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, err := r.touch(secret); err != nil {
		return err
	}
	q, ok := r.questions[question]
	if !ok {
		return fmt.Errorf("%w: nothing is asked under the name %.20q", ErrMoved, question)
	}
	current := r.rounds[question]
	if current.closed {
		return ErrClosed
	}
	if question != r.lead.Question {
		return ErrMoved
	}
	a, err := q.Parse(fields)
	if err != nil {
		return err
	}
	current.answers[secret] = a
	r.presenterChange.notify()
	return nil
}

// Close ends all waiting, before the program stops.
func (r *Room) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.isClosed = true
	r.phoneChange.notify()
	r.presenterChange.notify()
}
