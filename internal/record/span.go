package record

import (
	"sort"

	"opencases/internal/month"
)

// Begin is the day of the first strike, from which the official chain (0 that day) and the running totals of
// the releases count: data/README.md.
var Begin = month.Date{Year: 2014, Month: 8, Day: 8}

// Span is a stretch of the campaign of which only the number of strikes is known, not their days.
type Span struct {
	From, To  month.Date // counted from the end of From (the first span: from its start) to the end of To
	Strikes   int        // derived: the difference of the totals at both ends
	Total     Figure     // the official total at To
	Ref       string     // derived/span/DATE
	Note      string     // the note of the row at To
	Precision string     // of To: "day", "month_end" or "approx"
	Restated  bool       // holds strikes of earlier months
}

// Spans is the official chain as differences. Together they make the last official total.
func (r *Record) Spans() []Span { return r.spans }

func (r *Record) makeSpans() []Span {
	spans := make([]Span, 0, len(r.chain))
	from, before := Begin, 0
	for _, t := range r.chain {
		n, ok := t.Total.Int()
		if !ok {
			continue
		}
		total, _ := r.statedFigure("strikes", t.Key, "total")
		spans = append(spans, Span{
			From: from, To: t.Date, Strikes: n - before, Total: total, Ref: "derived/span/" + t.Key,
			Note: t.Note, Precision: t.Precision, Restated: isRestated(t.Note),
		})
		from, before = t.Date, n
	}
	return spans
}

// ReportSpan is a stretch between two prints of the total number of reports.
type ReportSpan struct {
	From, To month.Month // first and last month counted; the first span begins with the campaign
	Reports  int         // derived: the step of reports_total
	Stated   Count       // received within, if it is stated for each month; never for the first span
	Ref      string      // derived/report_step/MONTH
	Repeated bool        // the release printed the total of the one before again
}

// ReportSpans lists the steps of reports_total between the months at which it is printed. Together they make
// the last total printed.
func (r *Record) ReportSpans() []ReportSpan { return r.reportSpans }

func (r *Record) makeReportSpans() (spans []ReportSpan) {
	from, before := Begin.In(), 0
	for _, a := range r.assessments {
		n, ok := a.ReportsTotal.Int()
		if !ok || a.Month == 0 {
			continue
		}
		s := ReportSpan{From: from, To: a.Month, Reports: n - before, Ref: "derived/report_step/" + a.Key}
		s.Repeated = len(spans) > 0 && n == before
		if len(spans) > 0 {
			s.Stated = r.received(from, a.Month)
		}
		spans = append(spans, s)
		from, before = a.Month+1, n
	}
	return spans
}

// received sums the reports received from one month to another, absent unless each month states its own.
func (r *Record) received(from, to month.Month) Count {
	sum := 0.0
	for m := from; m <= to; m++ {
		a, ok := r.In(m)
		if !ok {
			return Count{}
		}
		n, ok := a.Received.Float()
		if !ok {
			return Count{}
		}
		sum += n
	}
	return Some(sum, Exact)
}

// Campaign lists the estimates whose scope is that of the coalition's total, by the date they count up
// to; undated ones, taken from the newest pages, last.
func (r *Record) Campaign() []*Estimate { return r.campaign }

func (r *Record) sortCampaign() {
	for _, e := range r.estimates {
		if e.CampaignWide {
			r.campaign = append(r.campaign, e)
		}
	}
	last := func(e *Estimate) int {
		if e.AsOf().IsZero() {
			return 1 << 30
		}
		return e.AsOf().Last()
	}
	sort.SliceStable(r.campaign, func(i, j int) bool { return last(r.campaign[i]) < last(r.campaign[j]) })
}
