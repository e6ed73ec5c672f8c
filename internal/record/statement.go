package record

import (
	"strconv"
	"strings"

	"opencases/internal/month"
)

// buildStatements makes the statements and reads the evidence for each.
func (r *Record) buildStatements() ErrorList {
	t := r.tables["statements"]
	b := &builder{record: r, csv: t, table: "statements"}
	for i := range t.rows {
		st := &Statement{
			Row: b.uniqueKey(i, "id", t.cell(i, "id")), ID: t.cell(i, "id"), Text: t.cell(i, "statement"),
			Value: t.count(i, "value", t.qualifier(i, "value")), AsOf: t.date(i, "as_of"),
			AttributedTo: t.cell(i, "attributed_to"), Finding: t.cell(i, "finding"),
		}
		r.statements = append(r.statements, st)
		var wrong string
		if st.EvidenceTable, st.Evidence, wrong = r.readEvidence(t.cell(i, "record")); wrong != "" {
			b.faults = append(b.faults, t.fault(i, "record", wrong, "write a table, then dates and columns of it, like: assessments 2017-11 carried_over and open"))
		}
		if !st.Value.Absent() {
			st.Unit = t.statementUnit(i)
		}
	}
	return b.faults
}

// readEvidence reads a record cell: TABLE [DATE [and DATE]] [COLUMN [and COLUMN]]. It lists the REFs of every such
// column of every such row; of events, the events; of estimates without a column, their low ends.
func (r *Record) readEvidence(cell string) (table string, refs []string, wrong string) {
	words := strings.Fields(cell)
	if len(words) == 0 {
		return "", nil, ""
	}
	table = words[0]
	t := r.tables[csvTableOf[table]]
	if t == nil || table == "statements" {
		return "", nil, strconv.Quote(table) + " is not a table that can bear on a statement"
	}
	var keys, columns []string
	for _, w := range words[1:] {
		if w == "and" {
			continue
		}
		if _, err := month.ParseDate(w); err == nil {
			keys = append(keys, w)
		} else if c := t.column(w); c != nil && (c.kind == integerCell || c.kind == decimalCell) {
			columns = append(columns, w)
		} else {
			return "", nil, strconv.Quote(w) + " is neither a date nor a number column of " + t.file()
		}
	}
	if table == "estimates" && len(columns) == 0 {
		columns = []string{"low"}
	}
	for _, key := range keys {
		found := false
		for i := range t.rows {
			row := r.rowOf(t.table, i)
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
		if !found && t.complete {
			return "", nil, t.file() + " has no row for " + key
		}
	}
	return table, refs, ""
}

// statementUnit is what a statement's number counts: what the first column that bears on it counts or, as no
// column counts them, "nations" if the statement names them.
func (t *csvTable) statementUnit(i int) string {
	words := strings.Fields(t.cell(i, "record"))
	for _, w := range words {
		for j := range schemas {
			if schemas[j].table != csvTableOf[words[0]] {
				continue
			}
			if c := schemas[j].column(w); c != nil && c.unit != "" {
				return c.unit
			}
		}
	}
	if strings.Contains(t.cell(i, "statement"), "nations") {
		return "nations"
	}
	return ""
}
