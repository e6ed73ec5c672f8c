package words

import (
	"slices"
	"strconv"
	"strings"
)

// requiredKeys are the texts a language cannot be written without.
var requiredKeys = []string{
	"language.name", "language.direction", "plural",
	"number.digits", "number.group", "number.group.from", "number.decimal", "number.minus", "number.percent",
	"date.day", "date.day.short", "date.month", "date.month.short", "date.year",
	"figure.blank", "figure.undated", "figure.onein",
	"qualifier.at_least", "qualifier.more_than", "qualifier.nearly", "qualifier.about",
	"list.middle", "list.end",
}

// build parses rows and checks that they make a language. It returns a language in any case, for compareWith.
func build(lang string, rows []row) (*Language, ErrorList) {
	l := &Language{
		tag:       lang,
		texts:     make(map[string]entry, len(rows)),
		plural:    map[string]bool{},
		missing:   &missingSet{what: map[string]bool{}},
		dateCache: &dateCache{text: map[dateKey]string{}},
	}
	var faults ErrorList
	first := make(map[string]row, len(rows))
	for _, r := range rows {
		report := func(what, want string) {
			faults = append(faults, Error{r.file, r.line, r.column, what, want})
		}
		if !isKey(r.key) {
			report("key "+strconv.Quote(r.key)+" is not a key", "use lower-case letters, digits, dots, hyphens and _")
			continue
		}
		if before, twice := first[r.key]; twice {
			report("key "+r.key+" is given twice", "it stands first in "+before.file+":"+strconv.Itoa(before.line))
			continue
		}
		first[r.key] = r
		segments, err := parseTemplate(r.text)
		if err == nil && strings.TrimSpace(r.text) == "" && !mayBeEmpty(r.key) {
			err = errEmpty
		}
		if err != nil {
			report("key "+r.key+": "+err.Error(), "")
			continue
		}
		l.texts[r.key] = entry{r.key, r.text, segments}
	}
	faults = append(faults, l.readNumberForms(first)...)
	return l, append(faults, l.checkPlurals(rows)...)
}

// mayBeEmpty names the texts that may be empty or only a space: some languages do not group digits.
func mayBeEmpty(key string) bool { return key == "number.group" }

// readNumberForms reads the number forms and checks that the date forms are there.
func (l *Language) readNumberForms(at map[string]row) (faults ErrorList) {
	report := func(key, what, want string) {
		r := at[key]
		if r.file == "" {
			r.file = "words/" + l.tag + "/language.csv"
		}
		faults = append(faults, Error{r.file, r.line, r.column, "key " + key + " " + what, want})
	}
	keys := requiredKeys
	for m := 1; m <= 12; m++ {
		n := strconv.Itoa(m)
		keys = append(keys[:len(keys):len(keys)], "month."+n+".long", "month."+n+".short")
	}
	for _, key := range keys {
		if _, ok := at[key]; !ok {
			report(key, "is missing", "every language needs it")
		}
	}
	l.numbers = numberFormat{
		group:     l.texts["number.group"].source,
		decimal:   l.texts["number.decimal"].source,
		minus:     l.texts["number.minus"].source,
		rule:      l.texts["plural"].source,
		groupFrom: 4,
	}
	copy(l.numbers.digits[:], []rune("0123456789"))
	if e, ok := l.texts["number.digits"]; ok {
		if digits := []rune(e.source); len(digits) == 10 {
			copy(l.numbers.digits[:], digits)
		} else {
			report("number.digits", "has "+plainCount(len(digits))+" digits", "write the ten digits from nought to nine")
		}
	}
	if e, ok := l.texts["number.group.from"]; ok {
		n, err := strconv.Atoi(e.source)
		if err != nil || n < 4 {
			report("number.group.from", strconv.Quote(e.source)+" is not a count of digits", "write 4 or more")
		} else {
			l.numbers.groupFrom = n
		}
	}
	if e, ok := l.texts["language.direction"]; ok && e.source != "ltr" && e.source != "rtl" {
		report("language.direction", "is "+strconv.Quote(e.source), "write ltr or rtl")
	}
	if e, ok := l.texts["plural"]; ok && pluralCategories[e.source] == nil {
		report("plural", "names the unknown rule "+strconv.Quote(e.source), "write none, en, fr, ru, pl or ar")
	}
	return faults
}

// checkPlurals requires every form of the language's rule for a key that has any, and no other.
func (l *Language) checkPlurals(rows []row) (faults ErrorList) {
	want := pluralCategories[l.numbers.rule]
	for _, r := range rows {
		base, form := splitPluralForm(r.key)
		if form == "" {
			continue
		}
		if _, parsed := l.texts[r.key]; parsed && !slices.Contains(want, form) && want != nil {
			faults = append(faults, Error{r.file, r.line, 1, "key " + r.key + " is a plural form that the rule " + l.numbers.rule + " does not have", "use " + strings.Join(want, ", ")})
		}
		if l.plural[base] {
			continue
		}
		l.plural[base] = true
		if _, both := l.texts[base]; both {
			faults = append(faults, Error{r.file, r.line, 1, "key " + base + " has both a plain text and plural forms", "keep one of them"})
		}
		for _, form := range want {
			if _, ok := l.texts[base+"."+form]; !ok {
				faults = append(faults, Error{r.file, r.line, 1, "key " + base + " lacks the plural form ." + form, "the rule " + l.numbers.rule + " needs " + strings.Join(want, ", ")})
			}
		}
	}
	return faults
}

func plainCount(n int) string { return strconv.Itoa(n) }
