package record

import "strings"

// sheetOf names the sheet behind each table of a REF. "strikes" is the official chain alone;
// "strike_totals" has every row of the same file.
var sheetOf = map[string]string{
	"announcements": "announcements", "assessments": "assessments", "estimates": "estimates", "events": "events",
	"statements": "statements", "strikes": "strike_totals", "strike_totals": "strike_totals",
	"strikes_by_month": "strikes_by_month", "weapons": "weapons_by_month",
}

// qualifier is the qualifier of a number cell. The task force's toll is a floor in every release.
// "At least" and its like belong to the low end of a range; "about" belongs to both.
func (s *sheet) qualifier(i int, column string) Qualifier {
	q := Qualifier(s.cell(i, "qualifier"))
	switch {
	case s.table == "assessments" && column == "killed_total":
		return AtLeast
	case s.table == "estimates" && column == "high" && q != About:
		return Exact
	case column == "days_covered" || column == "days_in_month":
		return Exact
	}
	return q
}

// unit is what a number cell counts.
func (s *sheet) unit(i int, column string) string {
	switch s.table {
	case "estimates":
		switch u := s.cell(i, "unit"); u {
		case "civilians killed":
			return "deaths"
		case "share of strikes":
			return "share"
		default:
			return u
		}
	case "statements":
		return s.statementUnit(i)
	}
	if c := s.column(column); c != nil {
		return c.unit
	}
	return ""
}

// isTotal reports whether an assessments column counts from the campaign's start to the month's end, or
// stands at its end. The others count what happened in the month.
func isTotal(column string) bool {
	return strings.HasSuffix(column, "_total") || strings.HasPrefix(column, "percent_") || column == "open"
}

// stated answers a REF of a cell or, with column "", of a row that is a figure in itself.
func (r *Record) stated(table, key, column string) (Figure, bool) {
	s := r.sheets[sheetOf[table]]
	i, ok := r.rows[table][key]
	if s == nil || !ok {
		return Figure{}, false
	}
	f := Figure{Table: table, Key: key, Column: column, Kind: Dated}
	if column != "" {
		c := s.column(column)
		if c == nil || c.form != wholeForm && c.form != decimalForm {
			return Figure{}, false
		}
		f.Count = s.count(i, column, s.qualifier(i, column))
		f.Unit = s.unit(i, column)
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
		// The file holds the task force's own releases, whoever repeats them.
		w, f.AsOf, f.Published, f.By = &a.Row, monthDate(a.Month), a.Released, taskForce
		if isTotal(column) {
			f.AsOf = monthEnd(a.Month)
		}
		f.Flag = r.flag(a, column)
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
		if t.Official && restated(t.Note) {
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
