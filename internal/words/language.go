// Package words holds the texts, number and date forms of each language. Texts carry placeholders for
// figures of the record, so that no number that is shown is ever typed.
package words

import (
	"sort"
	"strings"
	"sync"

	"opencases/internal/month"
)

// Language is the complete set of texts of one language. It is safe for use by several goroutines.
type Language struct {
	tag       string
	texts     map[string]entry
	plural    map[string]bool // keys that have plural forms
	numbers   numberFormat
	lookup    func(ref string) (figure, bool)
	missing   *missingSet
	dateCache *dateCache
}

// entry is a text as written and as parsed.
type entry struct {
	key, source string
	segments    []segment
}

type numberFormat struct {
	digits         [10]rune
	group, decimal string
	minus          string
	groupFrom      int // numbers of this many digits and more are grouped
	rule           string
}

// dateCache holds the dates that were printed: a picture prints dozens of the same ones every month of a sweep.
type dateCache struct {
	mu   sync.Mutex
	text map[dateKey]string
}

type dateKey struct {
	month.Date
	short bool
}

// missingSet collects the keys, arguments and figures that were asked for and are not there.
type missingSet struct {
	mu   sync.Mutex
	what map[string]bool
}

// Text returns the text of a key with its placeholders filled. If an argument named n is given and the key
// has plural forms, n chooses the form; if n is a blank figure and KEY.blank exists, that is taken, and so is
// KEY.undated if it exists and an argument is a date that no source gives. An unknown key, argument or figure shows
// as [key], [name] or [REF] and is listed by Missing.
func (l *Language) Text(key string, args ...Arg) Text {
	text, _ := l.Lookup(key, args...)
	return text
}

// Lookup is Text with the key of the text that was taken: KEY, or that of a plural form, KEY.blank or KEY.undated.
func (l *Language) Lookup(key string, args ...Arg) (text Text, taken string) {
	e, ok := l.chooseText(key, args)
	if !ok {
		return Text{{Text: l.noteMissing(key)}}, key
	}
	return l.fillPlaceholders(e.segments, args), e.key
}

// String is Text as plain words.
func (l *Language) String(key string, args ...Arg) string { return l.Text(key, args...).String() }

// Has reports whether the key has a text, plain or in plural forms.
func (l *Language) Has(key string) bool {
	_, ok := l.texts[key]
	return ok || l.plural[key]
}

// Missing lists, sorted, every key, argument and figure that was asked for and is not there.
func (l *Language) Missing() []string {
	l.missing.mu.Lock()
	defer l.missing.mu.Unlock()
	list := make([]string, 0, len(l.missing.what))
	for what := range l.missing.what {
		list = append(list, what)
	}
	sort.Strings(list)
	return list
}

// Map returns all texts as written, for FromMap.
func (l *Language) Map() map[string]string {
	m := make(map[string]string, len(l.texts))
	for key, e := range l.texts {
		m[key] = e.source
	}
	return m
}

// Keys lists every key, sorted; a plural has one key for each of its forms.
func (l *Language) Keys() []string {
	keys := make([]string, 0, len(l.texts))
	for key := range l.texts {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// Tag is the language's BCP 47 tag: "en".
func (l *Language) Tag() string { return l.tag }

// Name is the language's own name: "English".
func (l *Language) Name() string { return l.String("language.name") }

// Direction is "ltr" or "rtl", the direction in which the language is written.
func (l *Language) Direction() string { return l.String("language.direction") }

// RTL reports whether the language is written from right to left.
func (l *Language) RTL() bool { return l.texts["language.direction"].source == "rtl" }

// List joins items the language's way: "a", "a and b", "a, b and c".
func (l *Language) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	joined := items[0]
	for _, item := range items[1:last] {
		joined = l.String("list.middle", Str("a", joined), Str("b", item))
	}
	return l.String("list.end", Str("a", joined), Str("b", items[last]))
}

// By prints who counted: Known("by", name).
func (l *Language) By(name string) string { return l.Known("by", name) }

// Known prints a cell of the record that holds words (who counted, an area, a scope) in the language's own, from
// the key KIND.CELL with the cell in lower case and hyphens: "by.new-york-times". A cell without such a key is
// printed as written in the record.
func (l *Language) Known(kind, cell string) string {
	if key := kind + "." + Slug(cell); l.Has(key) {
		return l.String(key)
	}
	return cell
}

// Slug turns a name into the last part of a key: "CENTCOM (AFCENT)" is "centcom-afcent".
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, c := range strings.ToLower(name) {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
		} else {
			gap = true
		}
	}
	return b.String()
}
