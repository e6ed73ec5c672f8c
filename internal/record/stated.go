package record

import "strings"

// csvTableOf names the file behind each table of a REF. "strikes" is the official chain alone;
// "strike_totals" has every row of the same file.
var csvTableOf = map[string]string{
	"announcements": "announcements", "assessments": "assessments", "estimates": "estimates", "events": "events",
	"statements": "statements", "strikes": "strike_totals", "strike_totals": "strike_totals",
	"strikes_by_month": "strikes_by_month", "weapons": "weapons_by_month",
}

// qualifier is the qualifier of a number cell. The task force's toll is a floor in every release.
// "At least" and its like belong to the low end of a range; "about" belongs to both.
func (t *csvTable) qualifier(i int, column string) Qualifier {
	q := Qualifier(t.cell(i, "qualifier"))
	switch {
	case t.table == "assessments" && column == "killed_total":
		return AtLeast
	case t.table == "estimates" && column == "high" && q != About:
		return Exact
	case column == "days_covered" || column == "days_in_month":
		return Exact
	}
	return q
}

// unit is what a number cell counts.
func (t *csvTable) unit(i int, column string) string {
	switch t.table {
	case "estimates":
		switch u := t.cell(i, "unit"); u {
		case "civilians killed":
			return "deaths"
		case "share of strikes":
			return "share"
		default:
			return u
		}
	case "statements":
		return t.statementUnit(i)
	}
	if c := t.column(column); c != nil {
		return c.unit
	}
	return ""
}

// isTotal reports whether an assessments column counts from the campaign's start to the month's end, or
// holds at its end. The others count what happened in the month.
func isTotal(column string) bool {
	return strings.HasSuffix(column, "_total") || strings.HasPrefix(column, "percent_") || column == "open"
}

// statedFigure answers a REF of a cell or, with column "", of a row that is a figure in itself.
func (r *Record) statedFigure(table, key, column string) (Figure, bool) {
	csv := r.tables[csvTableOf[table]]
	i, ok := r.rowIndex[table][key]
	if csv == nil || !ok {
		return Figure{}, false
	}
	f := Figure{Table: table, Key: key, Column: column, Kind: Dated}
	if column != "" {
		c := csv.column(column)
		if c == nil || c.kind != integerCell && c.kind != decimalCell {
			return Figure{}, false
		}
		f.Count = csv.count(i, column, csv.qualifier(i, column))
		f.Unit = csv.unit(i, column)
		f.Kind = Stated
		if f.Count.Absent() {
			f.Kind = Absent
		}
	}
	var w *Row
	switch table {
	case "announcements":
		a := r.announcements[i]
		w, f.AsOf, f.Published, f.By = &a.Row, a.Announced, a.Announced, a.By
	case "assessments":
		a := r.assessments[i]
		// The file holds the task force's own releases, also where another source repeats them.
		w, f.AsOf, f.Published, f.By = &a.Row, monthDate(a.Month), a.Released, taskForce
		if isTotal(column) {
			f.AsOf = monthEnd(a.Month)
		}
		f.Flag = r.flagOf(a, column)
	case "estimates":
		e := r.estimates[i]
		w, f.AsOf, f.Published, f.By, f.Text, f.Area = &e.Row, e.AsOf(), e.Published, e.By, e.Counts, e.Area
	case "events":
		e := r.events[i]
		w, f.AsOf, f.Text = &e.Row, e.Date, e.Text
	case "statements":
		st := r.statements[i]
		w, f.AsOf, f.By, f.Text = &st.Row, st.AsOf, st.AttributedTo, st.Text
	case "strikes", "strike_totals":
		t := r.strikes[i]
		w, f.AsOf, f.By, f.Text = &t.Row, t.Date, t.CountedBy, t.Scope
		if t.Official && isRestated(t.Note) {
			f.Flag = FlagRestated
		}
	case "strikes_by_month":
		b := r.byMonth[i]
		w, f.AsOf, f.By = &b.Row, monthDate(b.Month), b.CountedBy
	case "weapons":
		a := r.weapons[i]
		w, f.AsOf, f.By = &a.Row, monthDate(a.Month), a.CountedBy
	}
	if column == "" && table != "events" && table != "statements" {
		return Figure{}, false
	}
	f.Ref = table + "/" + key
	if column != "" {
		f.Ref += "/" + column
	}
	f.File, f.Line, f.Confidence, f.Sources, f.Note = w.File, w.Line, w.Confidence, w.Sources, w.Note
	return f, true
}

const taskForce = "CJTF-OIR"
