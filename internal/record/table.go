package record

// Table is one file as printed, for the pages that show the record itself.
type Table struct {
	Name   string // "assessments"
	File   string // "assessments.csv"
	Header []string
	Rows   []TableRow
}

// TableRow is one row as printed.
type TableRow struct {
	Line  int
	Ref   string // "assessments/2017-11": a Figure's Table and Key are its two parts; for sources "sources/ID"
	Cells []string
}

// Tables lists the names of all tables in the order of their files.
func (r *Record) Tables() []string {
	names := make([]string, len(schemas))
	for i := range schemas {
		names[i] = schemas[i].table
	}
	return names
}

// Table gives a file's header and rows as printed. A name that is not one of Tables gives a Table without a header.
func (r *Record) Table(name string) Table {
	csv := r.tables[name]
	if csv == nil {
		return Table{Name: name}
	}
	t := Table{Name: name, File: csv.file(), Header: append([]string(nil), csv.header...)}
	for i, row := range csv.rows {
		ref := "sources/" + csv.cell(i, "id")
		if w := r.rowOf(name, i); w != nil {
			ref = w.Ref("")
		}
		t.Rows = append(t.Rows, TableRow{Line: row.number, Ref: ref, Cells: append([]string(nil), row.cells...)})
	}
	return t
}
