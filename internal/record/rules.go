package record

import (
	"fmt"

	"opencases/internal/month"
)

// check applies the rules that bind cells of the record to each other. A rule is silent where a cell it needs
// is empty. Known exceptions are in exceptions.go.
func (r *Record) check() (faults Faults) {
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
func (r *Record) checkReleases() (faults Faults) {
	s := r.sheets["assessments"]
	for i, a := range r.assessments {
		// Reopened reports are among the received ones, as the releases count them.
		if n, ok := ints(a.CarriedOver, a.Received, a.Assessed, a.Open); ok && n[0]+n[1]-n[2] != n[3] {
			faults = append(faults, s.fault(i, "open",
				fmt.Sprintf("carried_over %d + received %d - assessed %d = %d, but open is %d", n[0], n[1], n[2], n[0]+n[1]-n[2], n[3]),
				"check the four cells against the release"))
		}
		if n, ok := ints(a.Credible, a.NonCredible, a.Assessed); ok && !excepted(splitAddsUp, a.Key) {
			duplicate, stated := a.Duplicate.Int()
			says := fmt.Sprint(duplicate)
			if !stated {
				says = "(empty)"
			}
			if n[0]+n[1]+duplicate != n[2] {
				faults = append(faults, s.fault(i, "assessed",
					fmt.Sprintf("credible %d + non_credible %d + duplicate %s = %d, but assessed is %d", n[0], n[1], says, n[0]+n[1]+duplicate, n[2]),
					"check the four cells against the release"))
			}
		}
		if i == 0 || r.assessments[i-1].Month == 0 || r.assessments[i-1].Month != a.Month-1 {
			continue
		}
		before := r.assessments[i-1]
		if n, ok := ints(before.Open, a.CarriedOver); ok && n[0] != n[1] && !excepted(openIsCarried, before.Key) {
			faults = append(faults, s.fault(i, "carried_over",
				fmt.Sprintf("%d carried over, but %s left %d open", n[1], before.Key, n[0]),
				"check both cells against the releases"))
		}
	}
	return faults
}

// checkTotals: totals of reports never fall, and strike totals agree with the official chain of that day.
func (r *Record) checkTotals() (faults Faults) {
	s := r.sheets["assessments"]
	for _, column := range []string{"reports_total", "credible_total"} {
		last, from := -1, ""
		for i, a := range r.assessments {
			n, ok := s.count(i, column, Exact).Int()
			if !ok {
				continue
			}
			if n < last && !excepted(totalsRise, a.Key) {
				faults = append(faults, s.fault(i, column,
					fmt.Sprintf("the total falls from %d in %s to %d", last, from, n), "check both cells against the releases"))
			}
			last, from = n, a.Key
		}
	}
	for i, a := range r.assessments {
		if a.Month == 0 {
			continue
		}
		j, ok := r.rows["strikes"][monthEnd(a.Month).String()]
		if !ok {
			continue
		}
		t := r.strikes[j]
		for _, c := range []struct {
			name        string
			here, there Count
		}{{"strikes_total", a.StrikesTotal, t.Total}, {"engagements_total", a.EngagementsTotal, t.Engagements}} {
			if n, ok := ints(c.here, c.there); ok && n[0] != n[1] {
				faults = append(faults, s.fault(i, c.name,
					fmt.Sprintf("%d, but strike_totals.csv:%d has %d for the same day", n[0], t.Line, n[1]), "make the two agree"))
			}
		}
	}
	return faults
}

// checkChain: the official chain has a total on each of its days and never falls.
func (r *Record) checkChain() (faults Faults) {
	s := r.sheets["strike_totals"]
	var before *StrikeTotal
	for _, t := range r.chain {
		n, ok := t.Total.Int()
		switch {
		case t.Date.Day == 0:
			faults = append(faults, s.fault(t.index, "date", "a row of the official chain needs a day", "write a day like 2017-11-30 or take the row out of the chain"))
			continue
		case t.Date.First() <= Begin.First():
			faults = append(faults, s.fault(t.index, "date", t.Key+" is not after the first strike", "write a day after "+Begin.String()))
			continue
		case !ok:
			if s.blank(t.index, "total") {
				faults = append(faults, s.fault(t.index, "total", "a row of the official chain has no total", "write the total or take the row out of the chain"))
			}
			continue
		}
		if before != nil {
			last, _ := before.Total.Int()
			if t.Date.First() < before.Date.First() {
				faults = append(faults, s.fault(t.index, "date", t.Key+" comes after "+before.Key+" in the official chain", "put the rows in the order of time"))
			} else if n < last {
				faults = append(faults, s.fault(t.index, "total", fmt.Sprintf("the official chain falls from %d on %s to %d", last, before.Key, n), "check both cells against their sources or take one row out of the chain"))
			}
		}
		before = t
	}
	return faults
}

// checkSums: the two countries make the total.
func (r *Record) checkSums() (faults Faults) {
	check := func(s *sheet, i int, iraq, syria, total Count) {
		if n, ok := ints(iraq, syria, total); ok && n[0]+n[1] != n[2] {
			faults = append(faults, s.fault(i, "total", fmt.Sprintf("iraq %d + syria %d = %d, but total is %d", n[0], n[1], n[0]+n[1], n[2]),
				"check the three cells against the source, and leave empty what cannot stand beside the others"))
		}
	}
	for i, t := range r.strikes {
		check(r.sheets["strike_totals"], i, t.Iraq, t.Syria, t.Total)
	}
	for i, b := range r.byMonth {
		check(r.sheets["strikes_by_month"], i, b.Iraq, b.Syria, b.Total)
	}
	return faults
}

// checkEstimates: a range runs upwards and a share lies between 0 and 1.
func (r *Record) checkEstimates() (faults Faults) {
	s := r.sheets["estimates"]
	for i, e := range r.estimates {
		low, isLow := e.Low.Float()
		high, isHigh := e.High.Float()
		switch {
		case isHigh && isLow && high < low:
			faults = append(faults, s.fault(i, "high", s.cell(i, "high")+" is below the low end "+s.cell(i, "low"), "write the higher number here"))
		case isHigh && s.blank(i, "low"):
			faults = append(faults, s.fault(i, "low", "the cell is empty beside a high end", "write a single number as low"))
		case e.Unit == "share" && low > 1:
			faults = append(faults, s.fault(i, "low", s.cell(i, "low")+" is not a share", "write a number from 0 to 1"))
		}
		if e.Campaign && s.cell(i, "unit") != "civilians killed" && s.cell(i, "unit") != "" {
			faults = append(faults, s.fault(i, "compare", "only deaths may stand beside the coalition's toll", "leave it empty or mend the unit"))
		}
		faults = append(faults, backwards(s, i, "from", "to")...)
	}
	return faults
}

// checkDates: spans do not run backwards, and a date is as precise as its row says.
func (r *Record) checkDates() (faults Faults) {
	for i := range r.announcements {
		faults = append(faults, backwards(r.sheets["announcements"], i, "strikes_from", "strikes_to")...)
	}
	s := r.sheets["strike_totals"]
	for i, t := range r.strikes {
		if t.Date.IsZero() {
			continue
		}
		if t.Precision == "day" && t.Date.Day == 0 {
			faults = append(faults, s.fault(i, "precision", t.Date.String()+" is not a day", "write approx or give the day"))
		}
		if t.Precision == "month_end" && t.Date != monthEnd(t.Date.In()) {
			faults = append(faults, s.fault(i, "precision", t.Date.String()+" is not the last day of a month", "write day or give the month's last day"))
		}
	}
	s = r.sheets["strikes_by_month"]
	for i, b := range r.byMonth {
		length, ok := b.DaysInMonth.Int()
		if ok && b.Month != 0 && length != b.Month.Length() {
			faults = append(faults, s.fault(i, "days_in_month", fmt.Sprintf("%s has %d days, not %d", b.Month, b.Month.Length(), length), "write its days or leave it empty"))
		}
		if covered, stated := b.DaysCovered.Int(); ok && stated && covered > length {
			faults = append(faults, s.fault(i, "days_covered", fmt.Sprintf("%d days are more than the month's %d", covered, length), "write at most the days of the month"))
		}
	}
	return faults
}

func backwards(s *sheet, i int, from, to string) Faults {
	a, b := s.date(i, from), s.date(i, to)
	if a == (month.Date{}) || b == (month.Date{}) || a.First() <= b.Last() {
		return nil
	}
	return Faults{s.fault(i, to, b.String()+" is before "+a.String(), "write a date that is not before "+from)}
}
