// Package csvtext reads CSV files as spreadsheets write them. What a spreadsheet adds and the file must not hold
// is a fault that names its cause once, however many lines it stands in.
package csvtext

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// Fault is one thing wrong with a file.
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
	Header Row // its Cells are nil if the file holds nothing
	Rows   []Row
	Faults []Fault
	Whole  bool  // all rows were read
	Err    error // of the CSV reader, which read no further

	columns                 int // of the header, those without a name too
	commas, ends, character tally
}

// Read reads a file. Cells that stand in no column are left out of its rows where they are empty; a row that is
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
			f.Whole = err == io.EOF
			if !f.Whole {
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
		f.add(row)
	}
	for _, t := range []tally{f.commas, f.ends, f.character} {
		if t.count > 0 {
			f.Faults = append(f.Faults, t.fault())
		}
	}
	return f
}

// add takes in the next row.
func (f *File) add(row Row) {
	if blank(row.Cells) {
		f.commas.note(Fault{Line: row.Number, What: "the row holds nothing but commas", Want: "delete it"}, "row")
		return
	}
	f.strip(row)
	if f.Header.Cells == nil {
		f.head(row)
		return
	}
	named := len(f.Header.Cells)
	if n := len(row.Cells); n > named && (n <= f.columns || blank(row.Cells[named:])) {
		if n > f.columns {
			f.ends.note(Fault{Line: row.Number, Column: row.Starts[named], What: "the line ends in commas that part no columns", Want: "delete them"}, "line")
		}
		row.Cells, row.Starts = row.Cells[:named], row.Starts[:named]
	}
	f.Rows = append(f.Rows, row)
}

// head takes in the header and cuts off the columns without a name at its end.
func (f *File) head(row Row) {
	f.columns = len(row.Cells)
	named := f.columns
	for named > 0 && blank(row.Cells[named-1:named]) {
		named--
	}
	f.Header = Row{row.Number, row.Cells[:named], row.Starts[:named]}
	if n := f.columns - named; n > 0 {
		what := "the last column has no name"
		if n > 1 {
			what = "the last " + strconv.Itoa(n) + " columns have no name"
		}
		f.Faults = append(f.Faults, Fault{Line: row.Number, Column: row.Starts[named], What: what,
			Want: "delete what a spreadsheet left there, the commas at the end of every line, or name the column if it is meant"})
	}
}

// strip takes control characters out of a row's cells.
func (f *File) strip(row Row) {
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
		f.character.note(Fault{Line: row.Number, Column: row.Starts[i], Name: name,
			What: "the cell holds the control character U+" + "0000"[min(4, len(char)):] + char + ", which no page can show", Want: "delete it, or type the cell anew"}, "cell")
		row.Cells[i] = strings.Map(func(r rune) rune {
			if isControl(r) {
				return -1
			}
			return r
		}, cell)
	}
}

// isControl tells characters that mean nothing in a text; tabs and line breaks do.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r <= 0x9f || r&0xfffe == 0xfffe
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, " \t") != "" {
			return false
		}
	}
	return true
}

// tally is a fault that may stand in many places and is told of the first.
type tally struct {
	first Fault
	place string // what the places are: "row"
	count int
}

func (t *tally) note(f Fault, place string) {
	if t.count == 0 {
		t.first, t.place = f, place
	}
	t.count++
}

func (t tally) fault() Fault {
	switch {
	case t.count == 2:
		t.first.What += " (1 more " + t.place + " like it)"
	case t.count > 2:
		t.first.What += " (" + strconv.Itoa(t.count-1) + " more " + t.place + "s like it)"
	}
	return t.first
}
