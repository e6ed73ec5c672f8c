package words

import (
	"slices"
	"strconv"
	"strings"
)

// formKeys are the texts a language cannot be written without.
var formKeys = []string{
	"language.name", "language.direction", "plural",
	"number.digits", "number.group", "number.group.from", "number.decimal", "number.minus", "number.percent",
	"date.day", "date.day.short", "date.month", "date.month.short", "date.year",
	"figure.blank", "figure.undated", "figure.onein",
	"qualifier.at_least", "qualifier.more_than", "qualifier.nearly", "qualifier.about",
	"list.middle", "list.end",
}

// build parses rows and checks that they make a language. It returns a language in any case, for compare.
func build(lang string, rows []row) (*Language, Faults) {
	l := &Language{
		tag:     lang,
		texts:   make(map[string]entry, len(rows)),
		plural:  map[string]bool{},
		missing: &missing{what: map[string]bool{}},
		dates:   &dates{text: map[dated]string{}},
	}
	var faults Faults
	first := make(map[string]row, len(rows))
	for _, r := range rows {
		say := func(what, want string) {
			faults = append(faults, Fault{r.file, r.line, r.column, what, want})
		}
		if !isKey(r.key) {
			say("key "+strconv.Quote(r.key)+" is not a key", "use lower-case letters, digits, dots, hyphens and _")
			continue
		}
		if before, twice := first[r.key]; twice {
			say("key "+r.key+" is given twice", "it stands first in "+before.file+":"+strconv.Itoa(before.line))
			continue
		}
		first[r.key] = r
		pieces, err := parse(r.text)
		if err == nil && strings.TrimSpace(r.text) == "" && !mayBeBlank(r.key) {
			err = errEmpty
		}
		if err != nil {
			say("key "+r.key+": "+err.Error(), "")
			continue
		}
		l.texts[r.key] = entry{r.key, r.text, pieces}
	}
	faults = append(faults, l.readForms(first)...)
	return l, append(faults, l.checkPlurals(rows)...)
}

// mayBeBlank names the texts that may be empty or only a space: some languages do not group digits.
func mayBeBlank(key string) bool { return key == "number.group" }

// readForms reads the number and date forms.
func (l *Language) readForms(at map[string]row) (faults Faults) {
	say := func(key, what, want string) {
		r := at[key]
		if r.file == "" {
			r.file = "words/" + l.tag + "/language.csv"
		}
		faults = append(faults, Fault{r.file, r.line, r.column, "key " + key + " " + what, want})
	}
	keys := formKeys
	for m := 1; m <= 12; m++ {
		n := strconv.Itoa(m)
		keys = append(keys[:len(keys):len(keys)], "month."+n+".long", "month."+n+".short")
	}
	for _, key := range keys {
		if _, ok := at[key]; !ok {
			say(key, "is missing", "every language needs it")
		}
	}
	l.forms = numberForms{
		group:     l.texts["number.group"].raw,
		decimal:   l.texts["number.decimal"].raw,
		minus:     l.texts["number.minus"].raw,
		rule:      l.texts["plural"].raw,
		groupFrom: 4,
	}
	copy(l.forms.digits[:], []rune("0123456789"))
	if e, ok := l.texts["number.digits"]; ok {
		if digits := []rune(e.raw); len(digits) == 10 {
			copy(l.forms.digits[:], digits)
		} else {
			say("number.digits", "has "+plainCount(len(digits))+" digits", "write the ten digits from nought to nine")
		}
	}
	if e, ok := l.texts["number.group.from"]; ok {
		n, err := strconv.Atoi(e.raw)
		if err != nil || n < 4 {
			say("number.group.from", strconv.Quote(e.raw)+" is not a count of digits", "write 4 or more")
		} else {
			l.forms.groupFrom = n
		}
	}
	if e, ok := l.texts["language.direction"]; ok && e.raw != "ltr" && e.raw != "rtl" {
		say("language.direction", "is "+strconv.Quote(e.raw), "write ltr or rtl")
	}
	if e, ok := l.texts["plural"]; ok && pluralCategories[e.raw] == nil {
		say("plural", "names the unknown rule "+strconv.Quote(e.raw), "write none, en, fr, ru, pl or ar")
	}
	return faults
}

// checkPlurals wants every form of the language's rule for a key that has any, and no other.
func (l *Language) checkPlurals(rows []row) (faults Faults) {
	want := pluralCategories[l.forms.rule]
	for _, r := range rows {
		base, form := splitPlural(r.key)
		if form == "" {
			continue
		}
		if _, parsed := l.texts[r.key]; parsed && !slices.Contains(want, form) && want != nil {
			faults = append(faults, Fault{r.file, r.line, 1, "key " + r.key + " is a plural form that the rule " + l.forms.rule + " does not have", "use " + strings.Join(want, ", ")})
		}
		if l.plural[base] {
			continue
		}
		l.plural[base] = true
		if _, both := l.texts[base]; both {
			faults = append(faults, Fault{r.file, r.line, 1, "key " + base + " has both a plain text and plural forms", "keep one of them"})
		}
		for _, form := range want {
			if _, ok := l.texts[base+"."+form]; !ok {
				faults = append(faults, Fault{r.file, r.line, 1, "key " + base + " lacks the plural form ." + form, "the rule " + l.forms.rule + " needs " + strings.Join(want, ", ")})
			}
		}
	}
	return faults
}

func plainCount(n int) string { return strconv.Itoa(n) }
