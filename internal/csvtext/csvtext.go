// Package csvtext reads CSV files as spreadsheets write them. What a spreadsheet adds and the file must not hold
// is a fault that names its cause once, however many lines have it.
package csvtext

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// Fault is one problem of a file.
type Fault struct {
	Line, Column int    // from 1; 0 where there is none
	Name         string // the column's name, if there is one
	What, Want   string
}

// Row is one row of cells.
type Row struct {
	Number int // its line
	Cells  []string
	Starts []int // byte column of each cell
}

// File is a CSV file as read.
type File struct {
	Header   Row // its Cells are nil if the file is empty
	Rows     []Row
	Faults   []Fault
	Complete bool  // all rows were read
	Err      error // of the CSV reader, which read no further

	columnCount                                  int // of the header, those without a name too
	blankRows, trailingCommas, controlCharacters repeatedFault
}

// Read reads a file. Empty cells beyond the last column are left out of its rows; a row that is
// longer or shorter than the header is for the caller to refuse.
func Read(text []byte) *File {
	f := &File{}
	text, wrong := prepare(text)
	if wrong != nil {
		f.Faults = append(f.Faults, *wrong)
	}
	if text == nil {
		return f
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	for {
		cells, err := in.Read()
		if err != nil {
			f.Complete = err == io.EOF
			if !f.Complete {
				f.Err = err
			}
			break
		}
		row := Row{Cells: cells, Starts: make([]int, len(cells))}
		for i := range cells {
			line, column := in.FieldPos(i)
			if i == 0 {
				row.Number = line
			}
			row.Starts[i] = column
		}
		f.addRow(row)
	}
	for _, r := range []repeatedFault{f.blankRows, f.trailingCommas, f.controlCharacters} {
		if r.count > 0 {
			f.Faults = append(f.Faults, r.fault())
		}
	}
	return f
}

// addRow adds the next row.
func (f *File) addRow(row Row) {
	if isBlank(row.Cells) {
		f.blankRows.note(Fault{Line: row.Number, What: "the row holds nothing but commas", Want: "delete it"}, "row")
		return
	}
	f.stripControls(row)
	if f.Header.Cells == nil {
		f.setHeader(row)
		return
	}
	named := len(f.Header.Cells)
	if n := len(row.Cells); n > named && (n <= f.columnCount || isBlank(row.Cells[named:])) {
		if n > f.columnCount {
			f.trailingCommas.note(Fault{Line: row.Number, Column: row.Starts[named], What: "the line ends in commas that part no columns", Want: "delete them"}, "line")
		}
		row.Cells, row.Starts = row.Cells[:named], row.Starts[:named]
	}
	f.Rows = append(f.Rows, row)
}

// setHeader takes the header and cuts off the columns without a name at its end.
func (f *File) setHeader(row Row) {
	f.columnCount = len(row.Cells)
	named := f.columnCount
	for named > 0 && isBlank(row.Cells[named-1:named]) {
		named--
	}
	f.Header = Row{row.Number, row.Cells[:named], row.Starts[:named]}
	if n := f.columnCount - named; n > 0 {
		what := "the last column has no name"
		if n > 1 {
			what = "the last " + strconv.Itoa(n) + " columns have no name"
		}
		f.Faults = append(f.Faults, Fault{Line: row.Number, Column: row.Starts[named], What: what,
			Want: "delete what a spreadsheet left there, the commas at the end of every line, or name the column if it is meant"})
	}
}

// stripControls takes control characters out of a row's cells.
func (f *File) stripControls(row Row) {
	for i, cell := range row.Cells {
		at := strings.IndexFunc(cell, isControl)
		if at < 0 {
			continue
		}
		name := ""
		if i < len(f.Header.Cells) {
			name = f.Header.Cells[i]
		}
		char := strings.ToUpper(strconv.FormatInt(int64([]rune(cell[at:])[0]), 16))
		f.controlCharacters.note(Fault{Line: row.Number, Column: row.Starts[i], Name: name,
			What: "the cell holds the control character U+" + "0000"[min(4, len(char)):] + char + ", which no page can show", Want: "delete it, or type the cell anew"}, "cell")
		row.Cells[i] = strings.Map(func(r rune) rune {
			if isControl(r) {
				return -1
			}
			return r
		}, cell)
	}
}

// isControl reports control characters and noncharacters other than tabs and line breaks.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r <= 0x9f || r&0xfffe == 0xfffe
}

func isBlank(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, " \t") != "" {
			return false
		}
	}
	return true
}

// repeatedFault is a fault that may occur in many places and is reported for the first.
type repeatedFault struct {
	first Fault
	unit  string // what each place is: "row"
	count int
}

func (r *repeatedFault) note(f Fault, place string) {
	if r.count == 0 {
		r.first, r.unit = f, place
	}
	r.count++
}

func (r repeatedFault) fault() Fault {
	switch {
	case r.count == 2:
		r.first.What += " (1 more " + r.unit + " like it)"
	case r.count > 2:
		r.first.What += " (" + strconv.Itoa(r.count-1) + " more " + r.unit + "s like it)"
	}
	return r.first
}
