package record

import (
	"strconv"
	"strings"

	"opencases/internal/csvtext"
)

func (s *sheet) names() string {
	names := make([]string, len(s.columns))
	for i := range s.columns {
		names[i] = s.columns[i].name
	}
	return strings.Join(names, ",")
}

// head checks the header. Columns may stand in any order.
func (s *sheet) head(row csvtext.Row) (faults Faults) {
	s.header = row.Cells
	s.place = make([]int, len(s.columns))
	for i := range s.place {
		s.place[i] = -1
	}
	add := func(i int, name, what, want string) {
		f := Fault{File: s.file(), Line: row.Number, Name: name, What: what, Want: want}
		if i >= 0 {
			f.Column = row.Starts[i]
		}
		faults = append(faults, f)
	}
	seen := map[string]bool{}
next:
	for i, name := range row.Cells {
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
