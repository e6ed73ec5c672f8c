package words

import (
	"sort"
	"strings"
)

// compareWith lists what l lacks beside the reference language: texts, and the figures inside them. A text may be
// plain in one language and have plural forms in the other.
func (l *Language) compareWith(reference *Language, rows []row) (faults ErrorList) {
	at := map[string]row{}
	for _, r := range rows {
		at[r.key] = r
	}
	dir := "words/" + l.tag
	wanted := map[string]bool{}
	for _, key := range reference.Keys() {
		base, _ := splitPluralForm(key)
		if wanted[base] {
			continue
		}
		wanted[base] = true
		if !l.Has(base) && !isOptional(base) {
			faults = append(faults, Error{File: dir, What: "key " + base + " is missing", Want: "translate " + quoteShort(reference.sampleText(base))})
		}
	}
	for _, key := range l.Keys() {
		base, _ := splitPluralForm(key)
		r := at[key]
		if !wanted[base] {
			if !isOptional(base) {
				faults = append(faults, Error{r.file, r.line, 1, "key " + key + " is unknown in " + reference.tag, "remove it or correct its name"})
			}
			continue
		}
		have, args := placeholdersOf(l.texts[key].segments)
		need, known := map[string]bool{}, map[string]bool{}
		for _, e := range reference.textsOf(base) {
			n, a := placeholdersOf(e.segments)
			for x := range n {
				need[x] = true
			}
			for x := range a {
				known[x] = true
			}
		}
		if lacking := difference(need, have); len(lacking) > 0 {
			faults = append(faults, Error{r.file, r.line, r.column, "key " + key + " lacks " + strings.Join(lacking, ", "), "every figure of the " + reference.tag + " text must be there"})
		}
		if extra := append(difference(have, need), difference(args, known)...); len(extra) > 0 {
			faults = append(faults, Error{r.file, r.line, r.column, "key " + key + " has " + strings.Join(extra, ", "), "the " + reference.tag + " text does not have it"})
		}
	}
	return faults
}

// isOptional reports texts that a language may have or lack: inflected month names, number words.
func isOptional(key string) bool {
	return strings.HasPrefix(key, "number.word.") || strings.HasPrefix(key, "month.") && strings.HasSuffix(key, ".date")
}

// textsOf returns the plain text of a key or all its plural forms.
func (l *Language) textsOf(base string) (list []entry) {
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

func (l *Language) sampleText(base string) string {
	if list := l.textsOf(base); len(list) > 0 {
		return list[len(list)-1].source
	}
	return base
}

// placeholdersOf lists the placeholders of a text: those filled from the record, and its arguments.
func placeholdersOf(segments []segment) (refs, args map[string]bool) {
	refs, args = map[string]bool{}, map[string]bool{}
	for _, p := range segments {
		switch p.kind {
		case "":
		case "arg":
			args["{"+p.name+"}"] = true
		default:
			refs["{"+p.kind+" "+p.name+"}"] = true
		}
	}
	return refs, args
}

// difference lists, sorted, what is in a and not in b.
func difference(a, b map[string]bool) (list []string) {
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
