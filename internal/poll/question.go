// Package poll is a class poll: one question at a time, one answer a phone, counted and never stored. It knows nothing of
// HTTP and of the record; everything lives in memory and ends with the program.
package poll

import (
	"errors"
	"fmt"
	"strconv"
)

// Question is the form of what is asked: a list of whole numbers from 0 to Most.
type Question struct {
	Name   string // the chapter that asks
	Values int    // 1 for a single value, else one a month
	Most   int
}

// Blank is the value of a month that was left empty.
const Blank = -1

// Answer is one phone's answer: as many values as the question has.
type Answer []int

// ErrForm says that an answer does not have the form of the question; it wraps what is wrong with it.
var ErrForm = errors.New("not an answer to the question")

// maxDigits limits how long a value may be: leading zeros are accepted, endless padding is not.
const maxDigits = 9

// Parse reads an answer from the fields of a form, one a value. An empty field is a month left empty; a single value
// must be there, and so must one month of a line.
func (q Question) Parse(fields []string) (Answer, error) {
	if len(fields) != q.Values {
		return nil, fmt.Errorf("%w: %d values, want %d", ErrForm, len(fields), q.Values)
	}
	a, given := make(Answer, len(fields)), 0
	for i, field := range fields {
		if field == "" {
			a[i] = Blank
			continue
		}
		n, ok := parseInteger(field)
		if !ok || n > q.Most {
			return nil, fmt.Errorf("%w: value %d is %.20q, want a whole number from 0 to %d", ErrForm, i+1, field, q.Most)
		}
		a[i] = n
		given++
	}
	if given == 0 {
		return nil, fmt.Errorf("%w: it is empty", ErrForm)
	}
	return a, nil
}

// Fields writes an answer as Parse reads it.
func (a Answer) Fields() []string {
	fields := make([]string, len(a))
	for i, n := range a {
		if n != Blank {
			fields[i] = strconv.Itoa(n)
		}
	}
	return fields
}

// parseInteger reads digits and nothing else: no sign, no space, no exponent.
func parseInteger(s string) (int, bool) {
	if len(s) == 0 || len(s) > maxDigits {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}
