package record

import (
	"sort"
	"strconv"
	"strings"
)

// Error is one fault of the record: where, what, and what would be right.
type Error struct {
	File   string // "assessments.csv"
	Line   int    // from 1; 0 if the fault is the file itself
	Column int    // bytes from 1 to the cell's start; 0 if the fault is the whole line
	Name   string // the column's name, if there is one
	What   string // `"x" is not a whole number`
	Want   string // "write digits or leave it empty"
}

// Error prints the fault as `file:line: column NAME: what is wrong; what would be right`.
func (f Error) Error() string {
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

// ErrorList is everything wrong in a record, in file, line and column order.
type ErrorList []Error

// Error prints one fault a line.
func (fs ErrorList) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// sorted puts the faults in the order of files (as in schemas), lines and columns, and drops repetitions.
func (fs ErrorList) sorted() ErrorList {
	rank := map[string]int{}
	for i := range schemas {
		rank[schemas[i].file()] = i
	}
	rank[findingsSchema.file()] = len(schemas)
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
	unique := fs[:0]
	for i, f := range fs {
		if i == 0 || f != unique[len(unique)-1] {
			unique = append(unique, f)
		}
	}
	return unique
}
