package record

import (
	"fmt"

	"opencases/internal/month"
)

// checkEstimates: a range runs upwards and a share lies between 0 and 1.
func (r *Record) checkEstimates() (faults ErrorList) {
	t := r.tables["estimates"]
	for i, e := range r.estimates {
		low, isLow := e.Low.Float()
		high, isHigh := e.High.Float()
		switch {
		case isHigh && isLow && high < low:
			faults = append(faults, t.fault(i, "high", t.cell(i, "high")+" is below the low end "+t.cell(i, "low"), "write the higher number here"))
		case isHigh && t.isBlank(i, "low"):
			faults = append(faults, t.fault(i, "low", "the cell is empty beside a high end", "write a single number as low"))
		case e.Unit == "share" && low > 1:
			faults = append(faults, t.fault(i, "low", t.cell(i, "low")+" is not a share", "write a number from 0 to 1"))
		}
		if e.CampaignWide && t.cell(i, "unit") != "civilians killed" && t.cell(i, "unit") != "" {
			faults = append(faults, t.fault(i, "compare", "only deaths may stand beside the coalition's toll", "leave it empty or mend the unit"))
		}
		faults = append(faults, backwards(t, i, "from", "to")...)
	}
	return faults
}

// checkDates: spans do not run backwards, and a date is as precise as its row says.
func (r *Record) checkDates() (faults ErrorList) {
	for i := range r.announcements {
		faults = append(faults, backwards(r.tables["announcements"], i, "strikes_from", "strikes_to")...)
	}
	csv := r.tables["strike_totals"]
	for i, t := range r.strikes {
		if t.Date.IsZero() {
			continue
		}
		if t.Precision == "day" && t.Date.Day == 0 {
			faults = append(faults, csv.fault(i, "precision", t.Date.String()+" is not a day", "write approx or give the day"))
		}
		if t.Precision == "month_end" && t.Date != monthEnd(t.Date.In()) {
			faults = append(faults, csv.fault(i, "precision", t.Date.String()+" is not the last day of a month", "write day or give the month's last day"))
		}
	}
	csv = r.tables["strikes_by_month"]
	for i, b := range r.byMonth {
		length, ok := b.DaysInMonth.Int()
		if ok && b.Month != 0 && length != b.Month.Length() {
			faults = append(faults, csv.fault(i, "days_in_month", fmt.Sprintf("%s has %d days, not %d", b.Month, b.Month.Length(), length), "write its days or leave it empty"))
		}
		if covered, stated := b.DaysCovered.Int(); ok && stated && covered > length {
			faults = append(faults, csv.fault(i, "days_covered", fmt.Sprintf("%d days are more than the month's %d", covered, length), "write at most the days of the month"))
		}
	}
	return faults
}

func backwards(t *csvTable, i int, from, to string) ErrorList {
	a, b := t.date(i, from), t.date(i, to)
	if a == (month.Date{}) || b == (month.Date{}) || a.First() <= b.Last() {
		return nil
	}
	return ErrorList{t.fault(i, to, b.String()+" is before "+a.String(), "write a date that is not before "+from)}
}
