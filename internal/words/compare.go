package words

import (
	"sort"
	"strings"
)

// compare lists what l lacks beside the reference language: texts, and the figures inside them. A text may be
// plain in one language and have plural forms in the other.
func (l *Language) compare(full *Language, rows []row) (faults Faults) {
	at := map[string]row{}
	for _, r := range rows {
		at[r.key] = r
	}
	dir := "words/" + l.tag
	wanted := map[string]bool{}
	for _, key := range full.Keys() {
		base, _ := splitPlural(key)
		if wanted[base] {
			continue
		}
		wanted[base] = true
		if !l.Has(base) && !optional(base) {
			faults = append(faults, Fault{File: dir, What: "key " + base + " is missing", Want: "translate " + quoteShort(full.sample(base))})
		}
	}
	for _, key := range l.Keys() {
		base, _ := splitPlural(key)
		r := at[key]
		if !wanted[base] {
			if !optional(base) {
				faults = append(faults, Fault{r.file, r.line, 1, "key " + key + " is unknown in " + full.tag, "remove it or correct its name"})
			}
			continue
		}
		have, args := refsOf(l.texts[key].pieces)
		need, known := map[string]bool{}, map[string]bool{}
		for _, e := range full.formsOf(base) {
			n, a := refsOf(e.pieces)
			for x := range n {
				need[x] = true
			}
			for x := range a {
				known[x] = true
			}
		}
		if lost := minus(need, have); len(lost) > 0 {
			faults = append(faults, Fault{r.file, r.line, r.column, "key " + key + " lacks " + strings.Join(lost, ", "), "every figure of the " + full.tag + " text must be there"})
		}
		if extra := append(minus(have, need), minus(args, known)...); len(extra) > 0 {
			faults = append(faults, Fault{r.file, r.line, r.column, "key " + key + " has " + strings.Join(extra, ", "), "the " + full.tag + " text does not have it"})
		}
	}
	return faults
}

// optional names texts that a language may have or lack: inflected month names, number words.
func optional(key string) bool {
	return strings.HasPrefix(key, "number.word.") || strings.HasPrefix(key, "month.") && strings.HasSuffix(key, ".date")
}

// formsOf returns the plain text of a key or all its plural forms.
func (l *Language) formsOf(base string) (list []entry) {
	if e, ok := l.texts[base]; ok {
		return []entry{e}
	}
	for _, form := range pluralNames {
		if e, ok := l.texts[base+"."+form]; ok {
			list = append(list, e)
		}
	}
	return list
}

func (l *Language) sample(base string) string {
	if list := l.formsOf(base); len(list) > 0 {
		return list[len(list)-1].raw
	}
	return base
}

// refsOf lists the placeholders of a text: those filled from the record, and its arguments.
func refsOf(pieces []piece) (refs, args map[string]bool) {
	refs, args = map[string]bool{}, map[string]bool{}
	for _, p := range pieces {
		switch p.form {
		case "":
		case "arg":
			args["{"+p.name+"}"] = true
		default:
			refs["{"+p.form+" "+p.name+"}"] = true
		}
	}
	return refs, args
}

// minus lists, sorted, what is in a and not in b.
func minus(a, b map[string]bool) (list []string) {
	for x := range a {
		if !b[x] {
			list = append(list, x)
		}
	}
	sort.Strings(list)
	return list
}

func quoteShort(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return `"` + s + `"`
}
