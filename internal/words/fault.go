package words

import (
	"fmt"
	"strings"
)

// Fault is one thing wrong with a language's texts: where it stands, what is wrong, what would be right.
type Fault struct {
	File         string // "words/en/labels.csv"; for texts that came from a map, the key
	Line, Column int    // from 1; 0 where there is none
	What, Want   string
}

// Error prints "file:line:column: what; want".
func (f Fault) Error() string {
	at := f.File
	if f.Line > 0 {
		at = fmt.Sprintf("%s:%d", at, f.Line)
		if f.Column > 0 {
			at = fmt.Sprintf("%s:%d", at, f.Column)
		}
	}
	if f.Want == "" {
		return at + ": " + f.What
	}
	return at + ": " + f.What + "; " + f.Want
}

// Faults is everything found wrong, in file order.
type Faults []Fault

// Error prints one fault a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}
