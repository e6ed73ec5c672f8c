package words

// find chooses the text of a key: its undated, blank or plural form where the arguments call for one.
func (l *Language) find(key string, args []Arg) (entry, bool) {
	for _, a := range args {
		if a.kind == argDay && a.date.IsZero() {
			if e, ok := l.texts[key+".undated"]; ok {
				return e, true
			}
		}
		if a.name != "n" {
			continue
		}
		if a.kind == argFact && !a.fact.present {
			if e, ok := l.texts[key+".blank"]; ok {
				return e, true
			}
		}
		if l.plural[key] {
			form := "other"
			if n, fraction, ok := a.whole(); ok {
				form = category(l.forms.rule, n, fraction)
			}
			if e, ok := l.texts[key+"."+form]; ok {
				return e, true
			}
			e, ok := l.texts[key+".other"]
			return e, ok
		}
	}
	e, ok := l.texts[key]
	return e, ok
}

func (l *Language) fill(pieces []piece, args []Arg) Text {
	out := make(Text, 0, len(pieces))
	for _, p := range pieces {
		switch p.form {
		case "":
			out = out.add(Span{Text: p.text})
		case "arg":
			out = l.fillArg(out, p, args)
		default:
			out = out.add(l.fillRef(p))
		}
	}
	return out
}

func (l *Language) fillArg(out Text, p piece, args []Arg) Text {
	for _, a := range args {
		if a.name != p.name {
			continue
		}
		return out.add(l.argSpan(a, p.mod))
	}
	return out.add(Span{Text: l.lost(p.name)})
}

func (l *Language) argSpan(a Arg, mod string) Span {
	switch a.kind {
	case argNum:
		return Span{Text: l.Number(a.num)}
	case argFact:
		if mod == "onein" {
			return Span{Text: l.oneIn(a.fact, false), Ref: a.fact.ref}
		}
		return Span{Text: l.amount(a.fact, mod == "bare"), Ref: a.fact.ref}
	case argMonth:
		if mod == "short" {
			return Span{Text: l.MonthShort(a.month)}
		}
		return Span{Text: l.Month(a.month)}
	case argDay:
		return Span{Text: l.date(a.date, mod == "short")}
	case argPct:
		return Span{Text: l.Percent(a.share)}
	case argWho:
		return Span{Text: l.By(a.str)}
	}
	return Span{Text: a.str}
}

// fillRef answers a placeholder that names a figure. What the figure states is a link: its number, or the date
// of an event. The date or the author of a number is not.
func (l *Language) fillRef(p piece) Span {
	f, ok := fact{}, false
	if l.lookup != nil {
		f, ok = l.lookup(p.name)
	}
	if !ok {
		return Span{Text: l.lost(p.name)}
	}
	bare, short := p.mod == "bare", p.mod == "short"
	switch p.form {
	case "figure":
		return Span{Text: l.amount(f, bare), Ref: f.ref}
	case "percent":
		return Span{Text: l.percent(f, bare), Ref: f.ref}
	case "onein":
		return Span{Text: l.oneIn(f, bare), Ref: f.ref}
	case "by":
		return Span{Text: l.By(f.by)}
	case "published":
		return Span{Text: l.date(f.published, short)}
	}
	link := ""
	if f.dated {
		link = f.ref
	}
	d := f.asOf
	switch {
	case d.IsZero():
	case p.form == "year":
		return Span{Text: l.Year(d.Year), Ref: link}
	case p.form == "month":
		d.Day = 0
	}
	return Span{Text: l.date(d, short), Ref: link}
}

// lost notes what is missing and returns what stands in its place.
func (l *Language) lost(what string) string {
	l.missing.mu.Lock()
	l.missing.what[what] = true
	l.missing.mu.Unlock()
	return "[" + what + "]"
}

// add appends a span; plain words join the plain words before them.
func (t Text) add(s Span) Text {
	if n := len(t); n > 0 && s.Ref == "" && t[n-1].Ref == "" {
		t[n-1].Text += s.Text
		return t
	}
	return append(t, s)
}
