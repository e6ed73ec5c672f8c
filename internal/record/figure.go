package record

import (
	"strings"

	"opencases/internal/month"
)

// Kind says how a figure came to be.
type Kind uint8

// A figure is stated by a source, derived from stated figures by a documented formula, absent because no
// source read says it, or dated: a text with a date and no number.
const (
	Stated Kind = iota
	Derived
	Absent
	Dated
)

// Figure is one number (or one dated text) of the record with everything its card says.
type Figure struct {
	Ref   string // its own REF, also when it was asked for by a named shortcut: link to this
	Count Count
	Kind  Kind
	// Unit is what is counted: "reports", "strikes", "deaths", "injured", "incidents", "engagements", "weapons",
	// "share" (0 to 1), "ratio", "one_in", "per_report", "percent" (0 to 100), "documents", "nations", "days" or "".
	Unit       string
	AsOf       month.Date // what it is counted up to, or the month it is for; zero if the source has no date
	Published  month.Date // zero if not known
	By         string     // who counted
	Confidence string     // "primary" or "secondary"; a derived figure has the weaker one of its inputs
	Sources    []*Source
	Note       string   // the row's note
	Text       string   // the record's own words for what is counted or what happened, where the row has them
	Area       string   // where, for estimates
	Flag       string   // words key of a known oddity in the printed figure, "flag.slip" ...; or ""
	Formula    string   // words key for derived figures, "formula.rest" ...
	Inputs     []string // REFs a derived figure is computed from
	File       string   // its file in data/
	Line       int

	Table, Key, Column string // the parts of Ref
}

// Figure finds a figure by its REF. ok is false for an unknown REF; an empty cell is a Figure of Kind Absent.
// The forms of a REF are in doc.go.
func (r *Record) Figure(ref string) (Figure, bool) {
	table, rest, ok := strings.Cut(ref, "/")
	if !ok {
		return Figure{}, false
	}
	switch table {
	case "named":
		return r.namedFigure(rest)
	case "derived":
		return r.derivedFigure(rest)
	}
	key, column, deep := strings.Cut(rest, "/")
	if deep && column == "" {
		return Figure{}, false
	}
	return r.statedFigure(table, key, column)
}

// Refs lists the REF of every figure that has a value or, for events and statements, a text: what a card can
// be made of. Files come in order, rows and columns in theirs, derived figures last. Official strike totals are
// listed as strikes/..., the other rows of that file as strike_totals/....
func (r *Record) Refs() []string {
	var refs []string
	for i := range schemas {
		schema := &schemas[i]
		t := r.tables[schema.table]
		for j := range t.rows {
			w := r.rowOf(schema.table, j)
			if w == nil {
				continue
			}
			if schema.table == "events" || schema.table == "statements" {
				refs = append(refs, w.Ref(""))
			}
			for _, c := range schema.columns {
				if (c.kind == integerCell || c.kind == decimalCell) && t.cell(j, c.name) != "" {
					refs = append(refs, w.Ref(c.name))
				}
			}
		}
	}
	return append(refs, r.derivedRefs()...)
}

// rowOf finds what the rows of a table have in common; nil for sources.
func (r *Record) rowOf(table string, i int) *Row {
	switch table {
	case "announcements":
		return &r.announcements[i].Row
	case "assessments":
		return &r.assessments[i].Row
	case "estimates":
		return &r.estimates[i].Row
	case "events":
		return &r.events[i].Row
	case "statements":
		return &r.statements[i].Row
	case "strike_totals":
		return &r.strikes[i].Row
	case "strikes_by_month":
		return &r.byMonth[i].Row
	case "weapons_by_month":
		return &r.weapons[i].Row
	}
	return nil
}
