package record

import "opencases/internal/month"

// formula is a derived figure of one month: an arithmetic of assessments columns, absent if one of them is.
type formula struct {
	name      string // derived/NAME/MONTH, and formula.NAME in data/words
	unit      string
	qualifier Qualifier
	inputs    []input
	compute   func(v []float64) (n float64, ok bool) // ok is false where the arithmetic has no answer
}

// input is a column of the month's release or, with months -1, of the month before it.
type input struct {
	column string
	offset int
}

// formulas lists every derived figure of a month. AsOf is the end of the month.
//
//	rest          found non-credible or duplicate so far = reports_total - credible_total - open
//	closed        reports closed so far = reports_total - open
//	rate          share of the closed reports found credible = credible_total / (reports_total - open)
//	open_share    share of all reports still open = open / reports_total
//	per_credible  acknowledged deaths for each credible report, at least = killed_total / credible_total
//	open_change   change of the open reports in the month, below 0 if they became fewer = open - carried_over
//	killed_step   step of the acknowledged deaths since the month before = killed_total - killed_total of the month before
//	killed_beyond part of that step that the month's own reports do not explain, may be below 0 = killed_step - killed
//	carried_next  reports that the next release carries over from the month = carried_over of the month after
//
// credible_so_far, made in derived.go, is the credible reports between printed totals.
//
// report_step, unexplained (both by month), span (by date), acknowledged_one_in and acknowledged_beside (by
// estimate) are made in derived.go; their formulas are there.
var formulas = []formula{
	{"rest", "reports", Exact, []input{{"reports_total", 0}, {"credible_total", 0}, {"open", 0}},
		func(v []float64) (float64, bool) { return v[0] - v[1] - v[2], true }},
	{"closed", "reports", Exact, []input{{"reports_total", 0}, {"open", 0}},
		func(v []float64) (float64, bool) { return v[0] - v[1], true }},
	{"rate", "share", Exact, []input{{"credible_total", 0}, {"reports_total", 0}, {"open", 0}},
		func(v []float64) (float64, bool) { return ratio(v[0], v[1]-v[2]) }},
	{"open_share", "share", Exact, []input{{"open", 0}, {"reports_total", 0}},
		func(v []float64) (float64, bool) { return ratio(v[0], v[1]) }},
	// The deaths are a floor and the reports are exact, so the quotient is a floor too.
	{"per_credible", "per_report", AtLeast, []input{{"killed_total", 0}, {"credible_total", 0}},
		func(v []float64) (float64, bool) { return ratio(v[0], v[1]) }},
	{"open_change", "reports", Exact, []input{{"open", 0}, {"carried_over", 0}},
		func(v []float64) (float64, bool) { return v[0] - v[1], true }},
	{"killed_step", "deaths", Exact, []input{{"killed_total", 0}, {"killed_total", -1}},
		func(v []float64) (float64, bool) { return v[0] - v[1], true }},
	{"killed_beyond", "deaths", Exact, []input{{"killed_total", 0}, {"killed_total", -1}, {"killed", 0}},
		func(v []float64) (float64, bool) { return v[0] - v[1] - v[2], true }},
	{"carried_next", "reports", Exact, []input{{"carried_over", 1}}, func(v []float64) (float64, bool) { return v[0], true }},
}

func ratio(a, b float64) (float64, bool) { return a / max(b, 1), b >= 1 }

// monthlyFigure works a formula out for a month. ok is false if the month has no release.
func (r *Record) monthlyFigure(f *formula, key string) (Figure, bool) {
	m, err := month.Parse(key)
	if err != nil {
		return Figure{}, false
	}
	if _, ok := r.In(m); !ok {
		return Figure{}, false
	}
	refs := make([]string, len(f.inputs))
	for i, in := range f.inputs {
		refs[i] = "assessments/" + (m + month.Month(in.offset)).String() + "/" + in.column
	}
	out := r.combine(f.name, key, f.unit, f.qualifier, refs, f.compute)
	out.AsOf = monthEnd(m)
	return out, true
}

// combine makes a derived figure from the figures of refs, absent if one of them is. Its file and line are those of
// its first input; its sources are those of all.
func (r *Record) combine(name, key, unit string, q Qualifier, refs []string, make func([]float64) (float64, bool)) Figure {
	out := Figure{
		Ref: "derived/" + name + "/" + key, Kind: Absent, Unit: unit, Formula: "formula." + name, Inputs: refs,
		Table: "derived", Key: key, Column: name,
	}
	var values []float64
	complete := true
	for i, ref := range refs {
		in, ok := r.Figure(ref)
		if i == 0 {
			out.AsOf, out.Published, out.By = in.AsOf, in.Published, in.By
			out.Confidence, out.Note, out.File, out.Line = in.Confidence, in.Note, in.File, in.Line
		}
		n, stated := in.Count.Float()
		complete = complete && ok && stated
		values = append(values, n)
		if in.Confidence == "secondary" {
			out.Confidence = in.Confidence
		}
		// An oddity of the number that a step starts from is flagged on that number's own card.
		if out.Flag == "" && in.Key == key {
			out.Flag = in.Flag
		}
		out.Sources = addSources(out.Sources, in.Sources)
	}
	if complete {
		if n, ok := make(values); ok {
			out.Count, out.Kind = Some(n, q), Derived
		}
	}
	return out
}

// addSources adds the sources that are not in the list yet. The list given is never written to.
func addSources(have, more []*Source) []*Source {
	have = have[:len(have):len(have)]
next:
	for _, s := range more {
		for _, h := range have {
			if h == s {
				continue next
			}
		}
		have = append(have, s)
	}
	return have
}
