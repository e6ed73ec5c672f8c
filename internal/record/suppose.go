package record

import (
	"math"

	"opencases/internal/month"
)

// Supposed is the exercise of the chapter "if": what a supposed share of credible reports among the open ones
// would mean. It is no figure of the record and no estimate; it must be labelled as an exercise.
type Supposed struct {
	Month month.Month // of the outcome it starts from

	// What the record holds: stated, stated, derived, derived, stated.
	Credible, Open, Closed, Rate, Killed Figure

	Share  float64 // the supposed share, 0 to 1; the rate so far if none was given
	More   int     // open reports supposed credible = Share * open, rounded to the nearest, a half up
	Sum    int     // credible so far + More
	OfAll  float64 // Sum as a share of all reports, closed and open = Sum / (closed + open)
	Deaths Count   // at the rate so far = killed_total / credible_total * Sum, rounded down, at least; absent if killed_total is

	Formula string   // "formula.suppose"
	Inputs  []string // REFs
}

// Suppose works the exercise out for the latest complete outcome at m or before it. A share below 0 means the
// rate so far. ok is false if there is no outcome, no rate, or the share is not a number from 0 to 1.
func (r *Record) Suppose(m month.Month, share float64) (s Supposed, ok bool) {
	o, ok := r.OutcomeAt(m)
	if !ok || math.IsNaN(share) || share > 1 {
		return Supposed{}, false
	}
	key := o.Month.String()
	s = Supposed{Month: o.Month, Credible: o.Credible, Open: o.Open, Share: share, Formula: "formula.suppose"}
	s.Closed, _ = r.Figure("derived/closed/" + key)
	s.Rate, _ = r.Figure("derived/rate/" + key)
	s.Killed, _ = r.Figure("assessments/" + key + "/killed_total")
	rate, ok := s.Rate.Count.Float()
	if !ok {
		return Supposed{}, false
	}
	if share < 0 {
		s.Share = rate
	}
	credible, _ := s.Credible.Count.Int()
	open, _ := s.Open.Count.Int()
	all, _ := o.Reports.Count.Int()
	s.More = int(math.Floor(s.Share*float64(open) + 0.5))
	s.Sum = credible + s.More
	s.OfAll = float64(s.Sum) / float64(all)
	// Whole numbers, so that no fraction is lost before rounding down.
	if killed, ok := s.Killed.Count.Int(); ok && credible > 0 {
		s.Deaths = Some(float64(killed*s.Sum/credible), AtLeast)
	}
	s.Inputs = []string{o.Reports.Ref, s.Credible.Ref, s.Open.Ref, s.Killed.Ref}
	return s, true
}
