package record

import "fmt"

// checkChain: the official chain has a total on each of its days and never falls.
func (r *Record) checkChain() (faults ErrorList) {
	csv := r.tables["strike_totals"]
	var before *StrikeTotal
	for _, t := range r.chain {
		n, ok := t.Total.Int()
		switch {
		case t.Date.Day == 0:
			faults = append(faults, csv.fault(t.index, "date", "a row of the official chain needs a day", "write a day like 2017-11-30 or take the row out of the chain"))
			continue
		case t.Date.First() <= Begin.First():
			faults = append(faults, csv.fault(t.index, "date", t.Key+" is not after the first strike", "write a day after "+Begin.String()))
			continue
		case !ok:
			if csv.isBlank(t.index, "total") {
				faults = append(faults, csv.fault(t.index, "total", "a row of the official chain has no total", "write the total or take the row out of the chain"))
			}
			continue
		}
		if before != nil {
			last, _ := before.Total.Int()
			if t.Date.First() < before.Date.First() {
				faults = append(faults, csv.fault(t.index, "date", t.Key+" comes after "+before.Key+" in the official chain", "put the rows in the order of time"))
			} else if n < last {
				faults = append(faults, csv.fault(t.index, "total", fmt.Sprintf("the official chain falls from %d on %s to %d", last, before.Key, n), "check both cells against their sources or take one row out of the chain"))
			}
		}
		before = t
	}
	return faults
}

// checkSums: the two countries make the total.
func (r *Record) checkSums() (faults ErrorList) {
	check := func(csv *csvTable, i int, iraq, syria, total Count) {
		if n, ok := ints(iraq, syria, total); ok && n[0]+n[1] != n[2] {
			faults = append(faults, csv.fault(i, "total", fmt.Sprintf("iraq %d + syria %d = %d, but total is %d", n[0], n[1], n[0]+n[1], n[2]),
				"check the three cells against the source, and leave empty what cannot stand beside the others"))
		}
	}
	for i, t := range r.strikes {
		check(r.tables["strike_totals"], i, t.Iraq, t.Syria, t.Total)
	}
	for i, b := range r.byMonth {
		check(r.tables["strikes_by_month"], i, b.Iraq, b.Syria, b.Total)
	}
	return faults
}
