package record

import (
	"strings"

	"opencases/internal/month"
)

// namedFigure answers a REF after "named/": a stable meaning, found by search. The Figure is the one that is meant,
// and its Ref is that figure's own. ok is false if no figure of the record has the meaning.
//
//	survey_share             share of surveyed strikes that killed civilians: the first estimate of a share with a number
//	survey_ratio             how many times the acknowledged rate that is: the first estimate of a ratio
//	acknowledged_one_in      derived/acknowledged_one_in
//	last_killed              the last killed_total of the monthly releases
//	last_open                the last stated number of open reports
//	last_strikes             the last official strike total
//	latest_independent_low   low end of the last of Campaign
//	latest_independent_high  high end of the same estimate
//	latest_acknowledged      the coalition's toll as quoted beside the last campaign estimate that quotes one
//	independent@MONTH        low end of the campaign estimate that counts up to the month or the latest before it
//	independent_high@MONTH   high end of the same estimate; Absent if it is not a range
//	acknowledged@MONTH       latest known killed_total
//	open@MONTH               latest known number of open reports
//	reports@MONTH            latest known reports_total
//	credible@MONTH           latest known credible_total
//	strikes@MONTH            latest official strike total
//
// "Latest known" figures have the date they count up to in AsOf, which may be long before the month.
func (r *Record) namedFigure(rest string) (Figure, bool) {
	name, at, dated := strings.Cut(rest, "@")
	if !dated {
		return r.namedWithoutMonth(name)
	}
	m, err := month.Parse(at)
	if err != nil {
		return Figure{}, false
	}
	switch name {
	case "independent", "independent_high":
		e := r.IndependentAt(m)
		if e == nil {
			return Figure{}, false
		}
		if name == "independent" {
			return r.Figure(e.Ref("low"))
		}
		return r.Figure(e.Ref("high"))
	case "acknowledged":
		return r.At(m, "killed_total")
	case "open":
		return r.At(m, "open")
	case "reports":
		return r.At(m, "reports_total")
	case "credible":
		return r.At(m, "credible_total")
	case "strikes":
		return r.StrikesAt(m)
	}
	return Figure{}, false
}

func (r *Record) namedWithoutMonth(name string) (Figure, bool) {
	switch name {
	case "survey_share":
		return r.firstEstimate("share")
	case "survey_ratio":
		return r.firstEstimate("ratio")
	case "acknowledged_one_in":
		f := r.acknowledgedOneIn()
		return f, f.Kind != Absent
	case "last_killed":
		return r.At(lastMonth, "killed_total")
	case "last_open":
		return r.At(lastMonth, "open")
	case "last_strikes":
		return r.StrikesAt(lastMonth)
	case "latest_independent_low", "latest_independent_high":
		if len(r.campaign) == 0 {
			return Figure{}, false
		}
		return r.Figure(r.campaign[len(r.campaign)-1].Ref(name[len("latest_independent_"):]))
	case "latest_acknowledged":
		for i := len(r.campaign) - 1; i >= 0; i-- {
			if f, ok := r.acknowledgedBeside(r.campaign[i].Key); ok && f.Kind != Absent {
				return f, true
			}
		}
	}
	return Figure{}, false
}

// lastMonth is later than any month a file can hold.
var lastMonth = month.Of(10000, 1)

func (r *Record) firstEstimate(unit string) (Figure, bool) {
	for _, e := range r.estimates {
		if e.Unit == unit && !e.Low.Absent() {
			return r.Figure(e.Ref("low"))
		}
	}
	return Figure{}, false
}

// StrikesAt is the latest official strike total at the end of month m or before it; ok is false before the first.
func (r *Record) StrikesAt(m month.Month) (Figure, bool) {
	for i := len(r.chain) - 1; i >= 0; i-- {
		if t := r.chain[i]; t.Date.Last() <= m.End() {
			return r.Figure(t.Ref("total"))
		}
	}
	return Figure{}, false
}

// IndependentAt is the campaign estimate that counts up to the end of month m or to the latest date before
// it; nil before the first. Undated estimates are never known at a month. Of two for the same day the primary
// one is taken, then the one with a range, then the first in the file.
func (r *Record) IndependentAt(m month.Month) *Estimate {
	var best *Estimate
	for _, e := range r.campaign {
		if !e.KnownAt(m) || e.Low.Absent() {
			continue
		}
		if best == nil || best.AsOf().Last() < e.AsOf().Last() || e.isBetterThan(best) {
			best = e
		}
	}
	return best
}

// isBetterThan compares two estimates for the same day.
func (e *Estimate) isBetterThan(than *Estimate) bool {
	if e.Confidence != than.Confidence {
		return e.Confidence == "primary"
	}
	return !e.High.Absent() && than.High.Absent()
}
