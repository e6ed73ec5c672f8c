package site

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"opencases/internal/record"
	"opencases/internal/words"
)

// Sources is everything the site is made from besides its own templates: the record, and the texts of each
// language, whose figures are read from it.
type Sources struct {
	Record    *record.Record
	Languages []*words.Language // English first, then by tag
}

// Load reads and checks a record and its texts. The error names every fault, one a line: a record or a language
// with a fault is not used at all.
func Load(data fs.FS) (*Sources, error) {
	rec, err := record.Load(data)
	faults := []error{err}
	s := &Sources{Record: rec}
	for _, tag := range tags(data) {
		l, err := words.Load(data, tag)
		faults = append(faults, err)
		if err == nil && rec != nil {
			l = l.With(rec)
			faults = append(faults, unknownFigures(l, rec)...)
			s.Languages = append(s.Languages, l)
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	if len(s.Languages) == 0 {
		return nil, errors.New("words: there is no language; write words/en/language.csv and the texts beside it")
	}
	return s, nil
}

// tags lists the languages with English, the reference, first.
func tags(data fs.FS) []string {
	all := words.Languages(data)
	slices.SortStableFunc(all, func(a, b string) int {
		switch {
		case a == b:
			return 0
		case a == words.Reference:
			return -1
		case b == words.Reference:
			return 1
		}
		return strings.Compare(a, b)
	})
	return all
}

// unknownFigures finds the figures that a language's texts show and the record does not have. It works on a copy,
// because a Language remembers what it was asked for in vain.
func unknownFigures(l *words.Language, rec *record.Record) (faults []error) {
	probe, err := words.FromMap(l.Tag(), l.Map())
	if err != nil {
		return []error{err}
	}
	probe = probe.With(rec)
	for _, key := range probe.Keys() {
		probe.Text(key)
	}
	for _, what := range probe.Missing() {
		if strings.Contains(what, "/") { // a REF; anything else is an argument that the page will give
			faults = append(faults, fmt.Errorf("words/%s: a text shows %s, which the record does not have; add its row, or change the text", l.Tag(), what))
		}
	}
	return faults
}
