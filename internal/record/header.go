package record

import (
	"strconv"
	"strings"

	"opencases/internal/csvtext"
)

func (t *csvTable) columnNames() string {
	names := make([]string, len(t.columns))
	for i := range t.columns {
		names[i] = t.columns[i].name
	}
	return strings.Join(names, ",")
}

// readHeader checks the header. Columns may be in any order.
func (t *csvTable) readHeader(row csvtext.Row) (faults ErrorList) {
	t.header = row.Cells
	t.positions = make([]int, len(t.columns))
	for i := range t.positions {
		t.positions[i] = -1
	}
	add := func(i int, name, what, want string) {
		f := Error{File: t.file(), Line: row.Number, Name: name, What: what, Want: want}
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
		for j := range t.columns {
			if t.columns[j].name == name {
				t.positions[j] = i
				continue next
			}
		}
		add(i, name, "the column "+strconv.Quote(name)+" is not known", "the columns are "+t.columnNames())
	}
	for j, p := range t.positions {
		if p < 0 {
			t.complete = false
			add(-1, t.columns[j].name, "the column is missing from the header", "add it, with empty cells where no source says it")
		}
	}
	return faults
}

// hasKnownColumn reports whether the header has any column of the schema. If not, the rows are not read.
func (t *csvTable) hasKnownColumn() bool {
	for _, p := range t.positions {
		if p >= 0 {
			return true
		}
	}
	return false
}
