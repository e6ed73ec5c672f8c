package record

import (
	"strings"

	"opencases/internal/month"
)

// derivedFigure answers a REF after "derived/".
func (r *Record) derivedFigure(rest string) (Figure, bool) {
	name, key, keyed := strings.Cut(rest, "/")
	if name == "acknowledged_one_in" {
		return r.acknowledgedOneIn(), !keyed
	}
	if strings.Contains(key, "/") {
		return Figure{}, false
	}
	switch name {
	case "span":
		return r.strikesInSpan(key)
	case "report_step":
		return r.reportStep(key)
	case "unexplained":
		return r.unexplained(key)
	case "acknowledged_beside":
		return r.acknowledgedBeside(key)
	case "credible_so_far":
		return r.credibleSoFar(key)
	}
	for i := range formulas {
		if formulas[i].name == name {
			return r.monthlyFigure(&formulas[i], key)
		}
	}
	return Figure{}, false
}

// strikesInSpan is the number of strikes between two official totals = the total at the date - the total before it
// (0 on 8 August 2014).
func (r *Record) strikesInSpan(key string) (Figure, bool) {
	for i, t := range r.chain {
		if t.Key != key {
			continue
		}
		refs := []string{t.Ref("total")}
		if i > 0 {
			refs = append(refs, r.chain[i-1].Ref("total"))
		}
		return r.combine("span", key, "strikes", Exact, refs, difference), true
	}
	return Figure{}, false
}

// difference takes the second number, if there is one, and all after it from the first.
func difference(v []float64) (float64, bool) {
	n := v[0]
	for _, less := range v[1:] {
		n -= less
	}
	return n, true
}

// reportSpanEnding finds the span that ends in a month and the REFs of the totals at its ends.
func (r *Record) reportSpanEnding(key string) (ReportSpan, []string, bool) {
	for i, s := range r.reportSpans {
		if s.To.String() != key {
			continue
		}
		refs := []string{"assessments/" + key + "/reports_total"}
		if i > 0 {
			refs = append(refs, "assessments/"+r.reportSpans[i-1].To.String()+"/reports_total")
		}
		return s, refs, true
	}
	return ReportSpan{}, nil, false
}

// reportStep is the step of the reports in all = reports_total - the reports_total printed before it (0 at
// the campaign's start).
func (r *Record) reportStep(key string) (Figure, bool) {
	_, refs, ok := r.reportSpanEnding(key)
	if !ok {
		return Figure{}, false
	}
	return r.combine("report_step", key, "reports", Exact, refs, difference), true
}

// unexplained is the part of a step that no stated number of new reports explains = reports_total - the
// reports_total printed before it - received, summed over the months between. Absent where a month does not
// state what it received, for the first total, and where the total before was merely printed again.
func (r *Record) unexplained(key string) (Figure, bool) {
	s, refs, ok := r.reportSpanEnding(key)
	if !ok {
		return Figure{}, false
	}
	for m := s.From; m <= s.To && len(refs) > 1; m++ {
		refs = append(refs, "assessments/"+m.String()+"/received")
	}
	return r.combine("unexplained", key, "reports", Exact, refs, func(v []float64) (float64, bool) {
		n, _ := difference(v)
		return n, len(v) > 2 && !s.Repeated
	}), true
}

// credibleSoFar is the number of reports found credible by the end of a month whose release prints no total = the
// last credible_total printed before it + credible of each month since. Absent where one of those months does not
// state what it found, and where the month's own total is printed.
func (r *Record) credibleSoFar(key string) (Figure, bool) {
	m, err := month.Parse(key)
	if err != nil {
		return Figure{}, false
	}
	a, ok := r.In(m)
	if !ok {
		return Figure{}, false
	}
	refs, printed := []string{a.Ref("credible")}, false
	for i := a.index; a.CredibleTotal.Absent() && i > 0 && !printed; i-- {
		before := r.assessments[i-1]
		if before.Month != r.assessments[i].Month-1 {
			break
		}
		if printed = !before.CredibleTotal.Absent(); printed {
			refs = append(refs, before.Ref("credible_total"))
		} else {
			refs = append(refs, before.Ref("credible"))
		}
	}
	f := r.combine("credible_so_far", key, "reports", Exact, refs, func(v []float64) (float64, bool) {
		return sum(v), printed
	})
	f.AsOf = monthEnd(m)
	return f, true
}

func sum(v []float64) (n float64) {
	for _, more := range v {
		n += more
	}
	return n
}

// derivedRefs lists the derived figures that have a value, formula by formula.
func (r *Record) derivedRefs() (refs []string) {
	add := func(ref string) {
		if f, ok := r.Figure(ref); ok && f.Kind != Absent {
			refs = append(refs, ref)
		}
	}
	for i := range formulas {
		for _, a := range r.assessments {
			add("derived/" + formulas[i].name + "/" + a.Key)
		}
	}
	for _, a := range r.assessments {
		add("derived/credible_so_far/" + a.Key)
	}
	for _, s := range r.reportSpans {
		add("derived/report_step/" + s.To.String())
	}
	for _, s := range r.reportSpans {
		add("derived/unexplained/" + s.To.String())
	}
	for _, t := range r.chain {
		add("derived/span/" + t.Key)
	}
	add("derived/acknowledged_one_in")
	for _, e := range r.estimates {
		add("derived/acknowledged_beside/" + e.Key)
	}
	return refs
}
