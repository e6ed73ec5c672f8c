package record

import (
	"strconv"
	"strings"

	"opencases/internal/month"
)

// buildStatements makes the statements and reads which rows bear on each.
func (r *Record) buildStatements() Faults {
	s := r.sheets["statements"]
	b := &builder{r: r, s: s, table: "statements"}
	for i := range s.rows {
		st := &Statement{
			Row: b.key(i, "id", s.cell(i, "id")), ID: s.cell(i, "id"), Text: s.cell(i, "statement"),
			Value: s.count(i, "value", s.qualifier(i, "value")), AsOf: s.date(i, "as_of"),
			AttributedTo: s.cell(i, "attributed_to"), Finding: s.cell(i, "finding"),
		}
		r.statements = append(r.statements, st)
		var wrong string
		if st.Bears, st.BearsOn, wrong = r.bears(s.cell(i, "record")); wrong != "" {
			b.faults = append(b.faults, s.fault(i, "record", wrong, "write a table, then dates and columns of it, like: assessments 2017-11 carried_over and open"))
		}
		if !st.Value.Absent() {
			st.Unit = s.statementUnit(i)
		}
	}
	return b.faults
}

// bears reads a record cell: TABLE [DATE [and DATE]] [COLUMN [and COLUMN]]. It lists the REFs of every such
// column of every such row; of events, the events; of estimates without a column, their low ends.
func (r *Record) bears(cell string) (table string, refs []string, wrong string) {
	words := strings.Fields(cell)
	if len(words) == 0 {
		return "", nil, ""
	}
	table = words[0]
	s := r.sheets[sheetOf[table]]
	if s == nil || table == "statements" {
		return "", nil, strconv.Quote(table) + " is not a table that can bear on a statement"
	}
	var keys, columns []string
	for _, w := range words[1:] {
		if w == "and" {
			continue
		}
		if _, err := month.ParseDate(w); err == nil {
			keys = append(keys, w)
		} else if c := s.column(w); c != nil && (c.form == wholeForm || c.form == decimalForm) {
			columns = append(columns, w)
		} else {
			return "", nil, strconv.Quote(w) + " is neither a date nor a number column of " + s.file()
		}
	}
	if table == "estimates" && len(columns) == 0 {
		columns = []string{"low"}
	}
	for _, key := range keys {
		found := false
		for i := range s.rows {
			row := r.rowOf(s.table, i)
			if row.Table != table || row.Key != key && !strings.HasPrefix(row.Key, key+":") {
				continue
			}
			found = true
			if len(columns) == 0 {
				refs = append(refs, row.Ref(""))
			}
			for _, c := range columns {
				refs = append(refs, row.Ref(c))
			}
		}
		if !found && s.whole {
			return "", nil, s.file() + " has no row for " + key
		}
	}
	return table, refs, ""
}

// statementUnit is what a statement's number counts: what the first column that bears on it counts or, as no
// column counts them, "nations" if the statement names them.
func (s *sheet) statementUnit(i int) string {
	words := strings.Fields(s.cell(i, "record"))
	for _, w := range words {
		for j := range layouts {
			if layouts[j].table != sheetOf[words[0]] {
				continue
			}
			if c := layouts[j].column(w); c != nil && c.unit != "" {
				return c.unit
			}
		}
	}
	if strings.Contains(s.cell(i, "statement"), "nations") {
		return "nations"
	}
	return ""
}
