package record

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"strconv"

	"opencases/internal/csvtext"
	"opencases/internal/month"
)

// csvTable is one file as read: cells by column, with their places in the file.
type csvTable struct {
	*schema
	header    []string
	positions []int    // for each column of the schema, its index in a row; -1 if it is missing
	rows      []csvRow // rows with a wrong number of cells are left out, and a fault says so
	complete  bool     // every row was read, so that a row that is not there is missing from the file
}

// csvRow is one row of cells. A cell that is wrong is emptied once its fault is noted, so that no rule trips over it again.
type csvRow struct {
	number  int
	cells   []string
	starts  []int  // byte column of each cell
	refused uint32 // bit of each cell that was emptied because it is wrong
}

// cell is the text of a row's cell; "" where it is empty or its column is missing.
func (t *csvTable) cell(i int, name string) string {
	if p := t.position(name); p >= 0 {
		return t.rows[i].cells[p]
	}
	return ""
}

func (t *csvTable) position(name string) int {
	for i := range t.columns {
		if t.columns[i].name == name {
			if i < len(t.positions) {
				return t.positions[i]
			}
			break
		}
	}
	return -1
}

// isBlank reports whether the source leaves a cell empty: its column is there and no wrong cell was emptied.
func (t *csvTable) isBlank(i int, name string) bool {
	p := t.position(name)
	return p >= 0 && t.rows[i].cells[p] == "" && t.rows[i].refused>>p&1 == 0
}

// count reads a number cell, checked before.
func (t *csvTable) count(i int, name string, q Qualifier) Count {
	text := t.cell(i, name)
	if text == "" {
		return Count{}
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Count{}
	}
	return Some(n, q)
}

func (t *csvTable) date(i int, name string) month.Date {
	text := t.cell(i, name)
	if text == "" {
		return month.Date{}
	}
	d, _ := month.ParseDate(text)
	return d
}

func (t *csvTable) month(i int, name string) month.Month {
	m, _ := month.Parse(t.cell(i, name))
	return m
}

// fault makes the Fault of one cell.
func (t *csvTable) fault(i int, name, what, want string) Error {
	f := Error{File: t.file(), Line: t.rows[i].number, Name: name, What: what, Want: want}
	if p := t.position(name); p >= 0 {
		f.Column = t.rows[i].starts[p]
	}
	return f
}

// readTable reads one file and checks its header, its rows and the kind of every cell.
func readTable(fsys fs.FS, schema *schema) (*csvTable, ErrorList) {
	t := &csvTable{schema: schema}
	file := schema.file()
	text, err := fs.ReadFile(fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t, ErrorList{{File: file, What: "the file is missing", Want: "put it beside the others, even if it holds only its header"}}
	case err != nil:
		return t, ErrorList{{File: file, What: "the file cannot be read: " + err.Error(), Want: "make it a readable file"}}
	}
	in := csvtext.Read(text)
	t.complete = in.Complete
	var faults ErrorList
	for _, f := range in.Faults {
		faults = append(faults, Error{File: file, Line: f.Line, Column: f.Column, Name: f.Name, What: f.What, Want: f.Want})
	}
	if in.Header.Cells != nil {
		faults = append(faults, t.readHeader(in.Header)...)
		if t.hasKnownColumn() {
			for _, row := range in.Rows {
				faults = append(faults, t.addRow(csvRow{number: row.Number, cells: row.Cells, starts: row.Starts})...)
			}
		}
	} else if len(faults) == 0 && in.Err == nil {
		t.complete = false
		faults = append(faults, Error{File: file, Line: 1, What: "the file is empty", Want: "begin with the header " + t.columnNames()})
	}
	if in.Err != nil {
		faults = append(faults, syntaxError(file, in.Err))
	}
	return t, faults
}

// syntaxError words an error of the CSV reader. The rest of the file cannot be read after it.
func syntaxError(file string, err error) Error {
	f := Error{File: file, What: err.Error(), Want: "mend the line"}
	var p *csv.ParseError
	if errors.As(err, &p) {
		f.Line, f.Column, f.What = p.Line, p.Column, "a quotation mark is out of place, and the file could not be read further"
		f.Want = `put the whole cell in quotation marks and double those within it ("")`
	}
	return f
}

// addRow adds a row after checking its number of cells and the kind of each.
func (t *csvTable) addRow(row csvRow) (faults ErrorList) {
	if len(row.cells) != len(t.header) {
		t.complete = false
		return ErrorList{{File: t.file(), Line: row.number,
			What: "the row has " + cellCount(len(row.cells)) + ", the header " + strconv.Itoa(len(t.header)),
			Want: "give each column one cell, and put cells with commas in quotation marks"}}
	}
	t.rows = append(t.rows, row)
	i := len(t.rows) - 1
	for j := range t.columns {
		c, p := &t.columns[j], t.positions[j]
		if p < 0 {
			continue
		}
		if row.cells[p] == "" {
			if c.required {
				faults = append(faults, t.fault(i, c.name, "the cell is empty", c.wanted()))
				t.complete = t.complete && j > 0
			}
			continue
		}
		if what, want := c.check(row.cells[p]); what != "" {
			faults = append(faults, t.fault(i, c.name, what, want))
			row.cells[p] = ""
			t.rows[i].refused |= 1 << p
			// The first column is the key, or part of it: rows that cannot be found must not look absent.
			t.complete = t.complete && j > 0
		}
	}
	return faults
}

func cellCount(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return strconv.Itoa(n) + " cells"
}
