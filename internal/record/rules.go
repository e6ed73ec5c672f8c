package record

import "fmt"

// check applies the rules that bind cells of the record to each other. A rule is silent where a cell it needs
// is empty. Known exceptions are in exceptions.go.
func (r *Record) check() (faults ErrorList) {
	faults = append(faults, r.checkReleases()...)
	faults = append(faults, r.checkTotals()...)
	faults = append(faults, r.checkChain()...)
	faults = append(faults, r.checkSums()...)
	faults = append(faults, r.checkEstimates()...)
	return append(faults, r.checkDates()...)
}

// ints reads counts that must all be there.
func ints(counts ...Count) (n []int, ok bool) {
	for _, c := range counts {
		i, there := c.Int()
		if !there {
			return nil, false
		}
		n = append(n, i)
	}
	return n, true
}

// checkReleases: what a release says must add up, and the next one must take up what it left.
func (r *Record) checkReleases() (faults ErrorList) {
	t := r.tables["assessments"]
	for i, a := range r.assessments {
		// Reopened reports are among the received ones, as the releases count them.
		if n, ok := ints(a.CarriedOver, a.Received, a.Assessed, a.Open); ok && n[0]+n[1]-n[2] != n[3] && !isException(openAddsUp, a.Key) {
			faults = append(faults, t.fault(i, "open",
				fmt.Sprintf("carried_over %d + received %d - assessed %d = %d, but open is %d", n[0], n[1], n[2], n[0]+n[1]-n[2], n[3]),
				"check the four cells against the release"))
		}
		if n, ok := ints(a.Credible, a.NonCredible, a.Assessed); ok && !isException(splitAddsUp, a.Key) {
			duplicate, stated := a.Duplicate.Int()
			says := fmt.Sprint(duplicate)
			if !stated {
				says = "(empty)"
			}
			if n[0]+n[1]+duplicate != n[2] {
				faults = append(faults, t.fault(i, "assessed",
					fmt.Sprintf("credible %d + non_credible %d + duplicate %s = %d, but assessed is %d", n[0], n[1], says, n[0]+n[1]+duplicate, n[2]),
					"check the four cells against the release"))
			}
		}
		if n, ok := ints(a.CredibleTotal, a.Open, a.ReportsTotal); ok && n[0]+n[1] > n[2] {
			faults = append(faults, t.fault(i, "reports_total",
				fmt.Sprintf("credible_total %d + open %d are more than reports_total %d", n[0], n[1], n[2]), "check the three cells against the release"))
		}
		if i == 0 || r.assessments[i-1].Month == 0 || r.assessments[i-1].Month != a.Month-1 {
			continue
		}
		before := r.assessments[i-1]
		if n, ok := ints(before.Open, a.CarriedOver); ok && n[0] != n[1] && !isException(openIsCarried, before.Key) {
			faults = append(faults, t.fault(i, "carried_over",
				fmt.Sprintf("%d carried over, but %s left %d open", n[1], before.Key, n[0]),
				"check both cells against the releases"))
		}
	}
	return faults
}

// checkTotals: running totals never fall, and strike totals agree with the official chain of that day.
func (r *Record) checkTotals() (faults ErrorList) {
	csv := r.tables["assessments"]
	for _, column := range []string{"reports_total", "credible_total", "killed_total"} {
		last, from := -1, ""
		for i, a := range r.assessments {
			n, ok := csv.count(i, column, Exact).Int()
			if !ok {
				continue
			}
			if n < last && !isException(totalsRise, a.Key) {
				faults = append(faults, csv.fault(i, column,
					fmt.Sprintf("the total falls from %d in %s to %d", last, from, n), "check both cells against the releases"))
			}
			last, from = n, a.Key
		}
	}
	for i, a := range r.assessments {
		if a.Month == 0 {
			continue
		}
		j, ok := r.rowIndex["strikes"][monthEnd(a.Month).String()]
		if !ok {
			continue
		}
		t := r.strikes[j]
		for _, c := range []struct {
			name        string
			here, there Count
		}{{"strikes_total", a.StrikesTotal, t.Total}, {"engagements_total", a.EngagementsTotal, t.Engagements}} {
			if n, ok := ints(c.here, c.there); ok && n[0] != n[1] {
				faults = append(faults, csv.fault(i, c.name,
					fmt.Sprintf("%d, but strike_totals.csv:%d has %d for the same day", n[0], t.Line, n[1]), "make the two agree"))
			}
		}
	}
	return faults
}
