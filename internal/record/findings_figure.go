package record

import (
	"slices"
	"strings"
)

// Selection chooses findings by their cells; an empty cell chooses all.
type Selection struct{ Finding, Reason, ReportedBy, Country string }

// The measures of a selection of findings. All are derived, and labelled as what they are: of the findings that can be
// read one by one.
const (
	FindingsCount  = "count"          // findings = rows, those that repeat another row's finding left out
	DaysMedian     = "median"         // median of found - struck; of an even number, the mean of the two in the middle
	DaysLongest    = "longest"        // largest found - struck
	OverOneYear    = "over_one_year"  // findings with found - struck above 365 days
	OverTwoYears   = "over_two_years" // findings with found - struck above 730 days
	daysInOneYear  = 365
	daysInTwoYears = 730
)

// Measures lists the measures of FindingsFigure.
var Measures = []string{FindingsCount, DaysMedian, DaysLongest, OverOneYear, OverTwoYears}

func (s Selection) matches(f *Finding) bool {
	is := func(want, have string) bool { return want == "" || want == have }
	return is(s.Finding, f.Finding) && is(s.Reason, f.Reason) && is(s.ReportedBy, f.ReportedBy) && is(s.Country, f.Country)
}

// ref names the selection within a REF: "all", "credible", "non_credible+no_strike", "airwars".
func (s Selection) ref() string {
	var parts []string
	for _, part := range []struct{ column, word string }{
		{"finding", s.Finding}, {"reason", s.Reason}, {"reported_by", s.ReportedBy}, {"country", s.Country},
	} {
		if part.word != "" {
			parts = append(parts, part.column+"="+part.word)
		}
	}
	if parts == nil {
		return "all"
	}
	return strings.Join(parts, "+")
}

// Select lists the findings of a selection, each once, by the day of the strike.
func (r *Record) Select(s Selection) []*Finding {
	return slices.DeleteFunc(r.Findings(), func(f *Finding) bool { return !s.matches(f) })
}

// FindingsFigure is one of Measures for a selection. A selection without findings has the count 0 and no days. The first
// day of a range is taken for a strike whose day is not known, so its wait is the longest possible.
func (r *Record) FindingsFigure(s Selection, measure string) Figure {
	chosen := r.Select(s)
	out := Figure{
		Ref: "derived/findings_" + measure + "/" + s.ref(), Kind: Absent, Unit: "days", Formula: "formula.findings_" + measure,
		Table: "derived", Key: s.ref(), Column: "findings_" + measure, Confidence: "primary", File: findingsSchema.file(),
	}
	days := make([]int, 0, len(chosen))
	for _, f := range chosen {
		days = append(days, f.Days())
		if f.Confidence == "secondary" {
			out.Confidence = f.Confidence
		}
		out.Sources = addSources(out.Sources, f.Sources)
		if out.AsOf.IsZero() || f.Found.First() > out.AsOf.First() {
			out.AsOf = f.Found
		}
	}
	slices.Sort(days)
	n, ok := measureDays(days, measure)
	if measure == FindingsCount || measure == OverOneYear || measure == OverTwoYears {
		out.Unit = "findings"
	}
	if ok && r.tables["findings"] != nil {
		out.Count, out.Kind = Some(n, Exact), Derived
	}
	return out
}

// measureDays works a measure out from sorted days.
func measureDays(days []int, measure string) (float64, bool) {
	over := func(limit int) float64 {
		at, _ := slices.BinarySearch(days, limit+1)
		return float64(len(days) - at)
	}
	last := len(days) - 1
	switch measure {
	case FindingsCount:
		return float64(len(days)), true
	case OverOneYear:
		return over(daysInOneYear), true
	case OverTwoYears:
		return over(daysInTwoYears), true
	case DaysMedian:
		if last >= 0 {
			return float64(days[last/2]+days[len(days)/2]) / 2, true
		}
	case DaysLongest:
		if last >= 0 {
			return float64(days[last]), true
		}
	}
	return 0, false
}
