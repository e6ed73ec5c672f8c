package record

import (
	"sort"

	"opencases/internal/month"
)

// In is the month's release exactly. ok is false for a month without one.
func (r *Record) In(m month.Month) (*Assessment, bool) {
	i := sort.Search(len(r.assessments), func(i int) bool { return r.assessments[i].Month >= m })
	if i == len(r.assessments) || r.assessments[i].Month != m {
		return nil, false
	}
	return r.assessments[i], true
}

// At is the latest figure stated for month m or before it, of an assessments column that is a running total
// ("killed_total", ...) or "open". Its AsOf says from when it is. ok is false if there is none, or for a
// column that counts one month only: the latest known flow answers no honest question.
func (r *Record) At(m month.Month, column string) (Figure, bool) {
	t := r.tables["assessments"]
	if !isTotal(column) || t.column(column) == nil {
		return Figure{}, false
	}
	for i := len(r.assessments) - 1; i >= 0; i-- {
		if a := r.assessments[i]; a.Month <= m && t.cell(i, column) != "" {
			return r.statedFigure("assessments", a.Key, column)
		}
	}
	return Figure{}, false
}

// Outcome is what had become of all reports at a month's end.
type Outcome struct {
	Month                   month.Month
	Reports, Credible, Open Figure
	Rest                    Figure // derived/rest: found non-credible or duplicate
}

// Outcome is the outcome at m exactly. ok is false unless reports_total, credible_total and open are all
// stated for m.
func (r *Record) Outcome(m month.Month) (Outcome, bool) {
	a, ok := r.In(m)
	if !ok || a.ReportsTotal.Absent() || a.CredibleTotal.Absent() || a.Open.Absent() {
		return Outcome{}, false
	}
	o := Outcome{Month: m}
	o.Reports, _ = r.Figure(a.Ref("reports_total"))
	o.Credible, _ = r.Figure(a.Ref("credible_total"))
	o.Open, _ = r.Figure(a.Ref("open"))
	o.Rest, _ = r.Figure("derived/rest/" + a.Key)
	return o, true
}

// OutcomeAt is the latest complete outcome at m or before it.
func (r *Record) OutcomeAt(m month.Month) (Outcome, bool) {
	for i := len(r.assessments) - 1; i >= 0; i-- {
		if at := r.assessments[i].Month; at <= m {
			if o, ok := r.Outcome(at); ok {
				return o, true
			}
		}
	}
	return Outcome{}, false
}
