package story

import (
	"math"

	"opencases/internal/month"
)

// The designed pace, in seconds at speed 1. The campaign's sweep, 39 months from August 2014 to November 2017,
// takes CampaignSeconds in all. A text takes WordSeconds a word to read, and a beat never less than LeastSeconds.
const (
	CampaignSeconds = 17.0
	WordSeconds     = 0.30
	LeastSeconds    = 4.0
	monthSeconds    = CampaignSeconds / 39
	settledSeconds  = 2.0 // a picture stands at least so long after its sweep
	thinkingSeconds = 5.0 // more, where the reader is asked a question or invited to move a slider
)

// lateSeconds is how much of a late frame's time is carried into the next beat, so that play does not slow down
// frame by frame; more than that is a sleep, and is dropped.
const lateSeconds = 0.05

// Clock moves a playing State by time that is given to it; it never asks what time it is. The zero Clock is
// ready. It keeps how much of the present month or hold has passed, so that States stand on whole months only.
//
// One call of Advance ends at most one sweep or one hold: a tab that slept for a minute finds the end of the
// sweep, or the start of the next beat, and never a beat the reader has not seen. So a loop may sleep as long as
// Wait says, and no clock has to be told about hidden tabs.
type Clock struct {
	// Reading is how many seconds all texts of the State's beat take to read; nil for LeastSeconds. It is asked at
	// every Advance.
	Reading func(State) float64

	at   spot
	text float64 // reading time of what stood there
	gone float64 // seconds of the present month or hold that have passed
	read float64 // reading time that the beat's texts had before it
}

// spot is where a State stands; when it is not where the clock left it, a command moved it and time starts anew.
type spot struct {
	chapter string
	beat    int
	view    View
	month   month.Month
	playing bool
	asking  bool
}

func spotOf(s State) spot { return spot{s.Chapter, s.Beat, s.View, s.Month, s.Playing, s.Asking} }

// Advance is the State after dtSeconds, which may be any size; a dt that is not above 0 changes nothing.
func (c *Clock) Advance(s State, dtSeconds float64) State {
	c.follow(s)
	if !(dtSeconds > 0) {
		return s
	}
	for rest := dtSeconds * s.Speed; s.Playing && rest > 0; {
		length := c.length(s, c.read)
		c.gone += rest
		if c.gone < length-1e-9 {
			break
		}
		rest = max(0, c.gone-length)
		c.gone = length
		swept := s.sweeping()
		s = s.tick()
		c.follow(s)
		if !swept || !s.sweeping() {
			rest = min(rest, lateSeconds)
		}
	}
	return s
}

// Wait is how many seconds pass until the State changes next; infinite for a State at rest.
func (c *Clock) Wait(s State) float64 {
	if !s.Playing {
		return math.Inf(1)
	}
	gone, read := c.since(s)
	return (c.length(s, read) - gone) / s.Speed
}

// Fraction is how far the timeline is from the State's month to the next, 0 up to 1; 0 unless it sweeps.
func (c *Clock) Fraction(s State) float64 {
	if !s.sweeping() {
		return 0
	}
	gone, _ := c.since(s)
	return gone / monthSeconds
}

// follow takes in where the State stands.
func (c *Clock) follow(s State) {
	c.gone, c.read = c.since(s)
	c.at, c.text = spotOf(s), c.reading(s)
}

// since is how much of the present month or hold has passed, and how much reading time the beat's texts had before.
// What was there longer than it takes to read counts no more than that: time to think is no time for the answer.
func (c *Clock) since(s State) (gone, read float64) {
	switch now := spotOf(s); {
	case !now.playing:
		return 0, 0
	case now == c.at:
		return c.gone, c.read
	case c.at.playing && now.chapter == c.at.chapter && now.beat == c.at.beat:
		return 0, min(c.read+c.gone, c.text)
	}
	return 0, 0
}

// length is how long the present month or hold takes, in seconds at speed 1, when the beat's texts had some reading
// time before it. An answer is a text of its own.
func (c *Clock) length(s State, read float64) float64 {
	if s.sweeping() {
		return monthSeconds
	}
	least := settledSeconds
	if s.beat().Ask != AskNothing {
		least = LeastSeconds
	}
	hold := max(least, c.reading(s)-read)
	if s.Asking || s.focus() == inviting {
		hold += thinkingSeconds
	}
	return hold
}

// reading is how long all texts of the State's beat take to read.
func (c *Clock) reading(s State) float64 {
	if c.Reading == nil {
		return LeastSeconds
	}
	return max(LeastSeconds, c.Reading(s))
}
