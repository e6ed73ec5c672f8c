package record

import (
	"strconv"
	"strings"
)

func (s *sheet) names() string {
	names := make([]string, len(s.columns))
	for i := range s.columns {
		names[i] = s.columns[i].name
	}
	return strings.Join(names, ",")
}

// head checks the header. Columns may stand in any order.
func (s *sheet) head(row line) (faults Faults) {
	s.header = row.cells
	s.place = make([]int, len(s.columns))
	for i := range s.place {
		s.place[i] = -1
	}
	add := func(i int, name, what, want string) {
		f := Fault{File: s.file(), Line: row.number, Name: name, What: what, Want: want}
		if i >= 0 {
			f.Column = row.starts[i]
		}
		faults = append(faults, f)
	}
	// Some spreadsheets write semicolons or tabs: one fault says more than one for each column.
	if len(row.cells) == 1 && strings.ContainsAny(row.cells[0], ";\t") {
		s.whole = false
		add(-1, "", "the cells are not parted by commas", "save the file as CSV with commas")
		return faults
	}
	seen := map[string]bool{}
next:
	for i, name := range row.cells {
		if seen[name] {
			add(i, name, "the column stands twice in the header", "keep one of the two")
			continue
		}
		seen[name] = true
		for j := range s.columns {
			if s.columns[j].name == name {
				s.place[j] = i
				continue next
			}
		}
		add(i, name, "the column "+strconv.Quote(name)+" is not known", "the columns are "+s.names())
	}
	for j, p := range s.place {
		if p < 0 {
			s.whole = false
			add(-1, s.columns[j].name, "the column is missing from the header", "add it, with empty cells where no source says it")
		}
	}
	return faults
}

// known reports whether the header has any column of the layout. If not, the rows are not worth reading.
func (s *sheet) known() bool {
	for _, p := range s.place {
		if p >= 0 {
			return true
		}
	}
	return false
}
