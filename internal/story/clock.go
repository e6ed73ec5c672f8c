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
	restSeconds     = 2.0 // a picture is held at least so long after its sweep
	thinkSeconds    = 5.0 // more, where the reader is asked a question or invited to move a slider
)

// maxLateSeconds is how much of a late frame's time is carried into the next beat, so that play does not slow down
// frame by frame; more than that is a sleep, and is dropped.
const maxLateSeconds = 0.05

// Clock advances a playing State by time that is passed to it; it never reads the time itself. The zero Clock is
// ready. It stores how much of the present month or hold has passed, so that States have whole months only.
//
// One call of Advance ends at most one sweep or one hold: a tab that slept for a minute finds the end of the
// sweep, or the start of the next beat, and never a beat the reader has not seen. So a loop may sleep as long as
// Wait says, and hidden tabs need no special case.
type Clock struct {
	// Reading is how many seconds all texts of the State's beat take to read; nil for LeastSeconds. It is asked at
	// every Advance.
	Reading func(State) float64

	last        position
	readingTime float64 // reading time of the texts there
	elapsed     float64 // seconds of the present month or hold that have passed
	alreadyRead float64 // reading time that the beat's texts had before it
}

// position is where a State is; when it is not where the clock left it, a command moved it and the time starts anew.
type position struct {
	chapter string
	beat    int
	view    View
	month   month.Month
	playing bool
	asking  bool
}

func positionOf(s State) position {
	return position{s.Chapter, s.Beat, s.View, s.Month, s.Playing, s.Asking}
}

// Advance is the State after dtSeconds, which may be any size; a dt that is not above 0 changes nothing.
func (c *Clock) Advance(s State, dtSeconds float64) State {
	c.follow(s)
	if !(dtSeconds > 0) {
		return s
	}
	for remaining := dtSeconds * s.Speed; s.Playing && remaining > 0; {
		duration := c.duration(s, c.alreadyRead)
		c.elapsed += remaining
		if c.elapsed < duration-1e-9 {
			break
		}
		remaining = max(0, c.elapsed-duration)
		c.elapsed = duration
		wasSweeping := s.isSweeping()
		s = s.endOfHold()
		c.follow(s)
		if !wasSweeping || !s.isSweeping() {
			remaining = min(remaining, maxLateSeconds)
		}
	}
	return s
}

// Wait is how many seconds pass until the State changes next; infinite for a State at rest.
func (c *Clock) Wait(s State) float64 {
	if !s.Playing {
		return math.Inf(1)
	}
	elapsed, alreadyRead := c.progress(s)
	return (c.duration(s, alreadyRead) - elapsed) / s.Speed
}

// Fraction is how far the timeline is from the State's month to the next, 0 up to 1; 0 unless it sweeps.
func (c *Clock) Fraction(s State) float64 {
	if !s.isSweeping() {
		return 0
	}
	elapsed, _ := c.progress(s)
	return elapsed / monthSeconds
}

// follow stores the position of the State and how far its present month or hold is.
func (c *Clock) follow(s State) {
	c.elapsed, c.alreadyRead = c.progress(s)
	c.last, c.readingTime = positionOf(s), c.secondsToRead(s)
}

// progress is how much of the present month or hold has passed, and how much reading time the beat's texts had before.
// Time beyond the reading time does not count: time to think about a question is not time to read its answer.
func (c *Clock) progress(s State) (elapsed, alreadyRead float64) {
	switch now := positionOf(s); {
	case !now.playing:
		return 0, 0
	case now == c.last:
		return c.elapsed, c.alreadyRead
	case c.last.playing && now.chapter == c.last.chapter && now.beat == c.last.beat:
		return 0, min(c.alreadyRead+c.elapsed, c.readingTime)
	}
	return 0, 0
}

// duration is how long the present month or hold takes, in seconds at speed 1, when the beat's texts had some reading
// time before it. An answer is a text of its own.
func (c *Clock) duration(s State, alreadyRead float64) float64 {
	if s.isSweeping() {
		return monthSeconds
	}
	least := restSeconds
	if s.beat().Ask != AskNothing {
		least = LeastSeconds
	}
	hold := max(least, c.secondsToRead(s)-alreadyRead)
	if s.Asking || s.focus() == focusSuppose {
		hold += thinkSeconds
	}
	return hold
}

// secondsToRead is how long all texts of the State's beat take to read.
func (c *Clock) secondsToRead(s State) float64 {
	if c.Reading == nil {
		return LeastSeconds
	}
	return max(LeastSeconds, c.Reading(s))
}
