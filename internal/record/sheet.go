package record

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"strconv"

	"opencases/internal/csvtext"
	"opencases/internal/month"
)

// sheet is one file as read: cells by column, and where each stands.
type sheet struct {
	*layout
	header []string
	place  []int  // for each column of the layout, where it stands in a row; -1 if it is missing
	rows   []line // rows with a wrong number of cells are left out, and a fault says so
	whole  bool   // nothing was lost in reading, so that a missing row is really missing
}

// line is one row of cells. A cell that is wrong is emptied once its fault is noted, so that no rule trips over it again.
type line struct {
	number int
	cells  []string
	starts []int  // byte column of each cell
	wrong  uint32 // bit of each cell that was emptied because it is wrong
}

// cell is the text of a row's cell; "" where it is empty or its column is missing.
func (s *sheet) cell(i int, name string) string {
	if p := s.find(name); p >= 0 {
		return s.rows[i].cells[p]
	}
	return ""
}

func (s *sheet) find(name string) int {
	for i := range s.columns {
		if s.columns[i].name == name {
			if i < len(s.place) {
				return s.place[i]
			}
			break
		}
	}
	return -1
}

// blank reports whether the source leaves a cell empty: its column is there and nothing wrong was taken from it.
func (s *sheet) blank(i int, name string) bool {
	p := s.find(name)
	return p >= 0 && s.rows[i].cells[p] == "" && s.rows[i].wrong>>p&1 == 0
}

// count reads a number cell, checked before.
func (s *sheet) count(i int, name string, q Qualifier) Count {
	text := s.cell(i, name)
	if text == "" {
		return Count{}
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Count{}
	}
	return Some(n, q)
}

func (s *sheet) date(i int, name string) month.Date {
	text := s.cell(i, name)
	if text == "" {
		return month.Date{}
	}
	d, _ := month.ParseDate(text)
	return d
}

func (s *sheet) month(i int, name string) month.Month {
	m, _ := month.Parse(s.cell(i, name))
	return m
}

// fault makes the Fault of one cell.
func (s *sheet) fault(i int, name, what, want string) Fault {
	f := Fault{File: s.file(), Line: s.rows[i].number, Name: name, What: what, Want: want}
	if p := s.find(name); p >= 0 {
		f.Column = s.rows[i].starts[p]
	}
	return f
}

// read reads one file: its header, its rows and the form of every cell.
func read(fsys fs.FS, l *layout) (*sheet, Faults) {
	s := &sheet{layout: l}
	file := l.file()
	text, err := fs.ReadFile(fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, Faults{{File: file, What: "the file is missing", Want: "put it beside the others, even if it holds only its header"}}
	case err != nil:
		return s, Faults{{File: file, What: "the file cannot be read: " + err.Error(), Want: "make it a readable file"}}
	}
	in := csvtext.Read(text)
	s.whole = in.Whole
	var faults Faults
	for _, f := range in.Faults {
		faults = append(faults, Fault{File: file, Line: f.Line, Column: f.Column, Name: f.Name, What: f.What, Want: f.Want})
	}
	if in.Header.Cells != nil {
		faults = append(faults, s.head(in.Header)...)
		if s.known() {
			for _, row := range in.Rows {
				faults = append(faults, s.row(line{number: row.Number, cells: row.Cells, starts: row.Starts})...)
			}
		}
	} else if len(faults) == 0 && in.Err == nil {
		s.whole = false
		faults = append(faults, Fault{File: file, Line: 1, What: "the file is empty", Want: "begin with the header " + s.names()})
	}
	if in.Err != nil {
		faults = append(faults, broken(file, in.Err))
	}
	return s, faults
}

// broken words an error of the CSV reader. The rest of the file cannot be read after it.
func broken(file string, err error) Fault {
	f := Fault{File: file, What: err.Error(), Want: "mend the line"}
	var p *csv.ParseError
	if errors.As(err, &p) {
		f.Line, f.Column, f.What = p.Line, p.Column, "a quotation mark is out of place, and the file could not be read further"
		f.Want = `put the whole cell in quotation marks and double those within it ("")`
	}
	return f
}

// row checks the number of cells and the form of each.
func (s *sheet) row(row line) (faults Faults) {
	if len(row.cells) != len(s.header) {
		s.whole = false
		return Faults{{File: s.file(), Line: row.number,
			What: "the row has " + cells(len(row.cells)) + ", the header " + strconv.Itoa(len(s.header)),
			Want: "give each column one cell, and put cells with commas in quotation marks"}}
	}
	s.rows = append(s.rows, row)
	i := len(s.rows) - 1
	for j := range s.columns {
		c, p := &s.columns[j], s.place[j]
		if p < 0 {
			continue
		}
		if row.cells[p] == "" {
			if c.must {
				faults = append(faults, s.fault(i, c.name, "the cell is empty", c.missing()))
				s.whole = s.whole && j > 0
			}
			continue
		}
		if what, want := c.check(row.cells[p]); what != "" {
			faults = append(faults, s.fault(i, c.name, what, want))
			row.cells[p] = ""
			s.rows[i].wrong |= 1 << p
			// The first column is the key, or part of it: rows that cannot be found must not look absent.
			s.whole = s.whole && j > 0
		}
	}
	return faults
}

func cells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return strconv.Itoa(n) + " cells"
}
