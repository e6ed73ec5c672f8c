// Package story is the guided way through the record: the table of chapters and beats, the State of a reader, the
// commands that change it, the address it is written in, and the clock that plays it. It has no input and no output.
package story

import "opencases/internal/month"

// View names what the stage shows.
type View string

// The seven views of the record.
const (
	Strikes View = "strikes"
	Reports View = "reports"
	Cases   View = "cases"
	Gap     View = "gap"
	Count   View = "count"
	If      View = "if"
	After   View = "after"
)

// Views lists every view in the order of the story.
var Views = []View{Strikes, Reports, Cases, Gap, Count, If, After}

// State is everything that decides what a reader sees. Two equal states show the same picture.
// The zero State is not valid: start from Initial. A State is changed by Apply and by a Clock, which never leave
// one that Validate refuses; Guesses is shared between copies and never written to in place.
type State struct {
	Chapter string      // a Chapter's Name
	Beat    int         // index into the chapter's Beats, from 0
	View    View        // what the stage shows; a beat sets it, `view` may change it
	Month   month.Month // the month of the timeline, within the view's Window
	Playing bool        // it goes on by itself: a sweep, a text being read, or a question that waits for an answer
	Speed   float64     // SlowestSpeed to FastestSpeed in steps of 0.01; 1 is the designed pace

	Only     string  // one of Series that is brought forward; "" for all
	Selected string  // REF of the figure whose card is open, or ""
	Supposed float64 // 0 to 1 in steps of 0.0001: the share of open cases that chapter `if` supposes credible; RateSoFar (-1) means the rate so far

	Asking  bool             // the beat asks for a guess and the answer is still hidden; follows from the rest
	Guesses map[string]Guess // what the reader placed, by chapter
	Options Options
}

// Guess is what a reader placed before looking: one value, or one value a month for a drawn line.
// Values are whole numbers in the unit of the figure asked for; NaN is a month that was left open. No Values
// and Revealed means that the reader looked without a guess.
type Guess struct {
	Values   []float64
	Revealed bool
}

// Options are set by the page or the host rather than by the story.
type Options struct {
	Lang          string // language tag, "en"
	Theme         string // "auto", "light" or "dark"
	Controls      string // "full", "minimal" or "none"
	Guess         bool   // whether guess beats are asked at all
	ReducedMotion bool   // every change is immediate
}

// RateSoFar is the value of Supposed for the share found credible among the closed cases.
const RateSoFar = -1

// The limits of Speed.
const (
	SlowestSpeed = 0.25
	FastestSpeed = 4
)

// Initial is the State of a new reader: the cover, at rest, with the default options.
func Initial() State {
	s := State{Speed: 1, Supposed: RateSoFar}
	s.Options = Options{Lang: "en", Theme: "auto", Controls: "full", Guess: true}
	return s.restAt(0)
}

// Equal reports whether two states are the same to a reader, guesses included.
func (s State) Equal(t State) bool {
	if len(s.Guesses) != len(t.Guesses) {
		return false
	}
	for chapter, g := range s.Guesses {
		h, ok := t.Guesses[chapter]
		if !ok || g.Revealed != h.Revealed || !sameValues(g.Values, h.Values) {
			return false
		}
	}
	return s.Chapter == t.Chapter && s.Beat == t.Beat && s.View == t.View && s.Month == t.Month &&
		s.Playing == t.Playing && s.Speed == t.Speed && s.Only == t.Only && s.Selected == t.Selected &&
		s.Supposed == t.Supposed && s.Asking == t.Asking && s.Options == t.Options
}

// sameValues compares guesses; two months left open are the same, though NaN is not equal to itself.
func sameValues(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (a[i] == a[i] || b[i] == b[i]) {
			return false
		}
	}
	return true
}
