package story

import (
	"math"

	"opencases/internal/month"
)

// The designed pace, in seconds at speed 1. The campaign's sweep, 39 months from August 2014 to November 2017,
// takes CampaignSeconds in all; after each beat's sweep the text has HoldSeconds to be read.
const (
	CampaignSeconds = 17.0
	HoldSeconds     = 5.0
	monthSeconds    = CampaignSeconds / 39
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
	at   spot
	part float64 // of the present month or hold, 0 to 1
}

// spot is where a State stands; when it is not where the clock left it, a command moved it and time starts anew.
type spot struct {
	chapter string
	beat    int
	view    View
	month   month.Month
	playing bool
}

func spotOf(s State) spot { return spot{s.Chapter, s.Beat, s.View, s.Month, s.Playing} }

// Advance is the State after dtSeconds, which may be any size; a dt that is not above 0 changes nothing.
func (c *Clock) Advance(s State, dtSeconds float64) State {
	c.part, c.at = c.passed(s), spotOf(s)
	if !(dtSeconds > 0) {
		return s
	}
	for rest := dtSeconds * s.Speed; s.Playing && rest > 0; {
		length := s.spell()
		c.part += rest / length
		if c.part < 1-1e-9 {
			break
		}
		rest = max(0, c.part-1) * length
		swept := s.sweeping()
		s = s.tick()
		c.part, c.at = 0, spotOf(s)
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
	return (1 - c.passed(s)) * s.spell() / s.Speed
}

// Fraction is how far the timeline is from the State's month to the next, 0 up to 1; 0 unless it sweeps.
func (c *Clock) Fraction(s State) float64 {
	if !s.sweeping() {
		return 0
	}
	return c.passed(s)
}

func (c *Clock) passed(s State) float64 {
	if !s.Playing || c.at != spotOf(s) {
		return 0
	}
	return c.part
}

// spell is how long the present month or hold takes, in seconds at speed 1.
func (s State) spell() float64 {
	if s.sweeping() {
		return monthSeconds
	}
	return HoldSeconds
}
