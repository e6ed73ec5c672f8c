package record

import (
	"sort"
	"strconv"
	"strings"
)

// Fault is one thing wrong in the record: where, what, and what would be right.
type Fault struct {
	File   string // "assessments.csv"
	Line   int    // from 1; 0 if the fault is the file itself
	Column int    // bytes from 1 to the cell's start; 0 if the fault is the whole line
	Name   string // the column's name, if there is one
	What   string // `"x" is not a whole number`
	Want   string // "write digits or leave it empty"
}

// Error prints the fault as `file:line: column NAME: what is wrong; what would be right`.
func (f Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		b.WriteString(":" + strconv.Itoa(f.Line))
	}
	b.WriteString(": ")
	if f.Name != "" {
		b.WriteString("column " + f.Name + ": ")
	}
	b.WriteString(f.What + "; " + f.Want)
	return b.String()
}

// Faults is everything wrong in a record, in file, line and column order.
type Faults []Fault

// Error prints one fault a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// order sorts the faults by file (in the order of layouts), line and column, and drops repetitions.
func (fs Faults) order() Faults {
	rank := map[string]int{}
	for i := range layouts {
		rank[layouts[i].file()] = i
	}
	rank[findingsLayout.file()] = len(layouts)
	sort.SliceStable(fs, func(i, j int) bool {
		a, b := fs[i], fs[j]
		if a.File != b.File {
			return rank[a.File] < rank[b.File]
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
	kept := fs[:0]
	for i, f := range fs {
		if i == 0 || f != kept[len(kept)-1] {
			kept = append(kept, f)
		}
	}
	return kept
}
