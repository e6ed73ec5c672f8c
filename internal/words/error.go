package words

import (
	"fmt"
	"strings"
)

// Error is one fault of a language's texts: where it is, what is wrong, what would be right.
type Error struct {
	File         string // "words/en/labels.csv"; for texts that came from a map, the key
	Line, Column int    // from 1; 0 where there is none
	What, Want   string
}

// Error prints "file:line:column: what; want".
func (f Error) Error() string {
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

// ErrorList is everything found wrong, in file order.
type ErrorList []Error

// Error prints one fault a line.
func (fs ErrorList) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}
