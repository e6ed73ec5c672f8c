package words

// chooseText chooses the text of a key: its undated, blank or plural form where the arguments call for one.
func (l *Language) chooseText(key string, args []Arg) (entry, bool) {
	for _, a := range args {
		if a.kind == argDay && a.date.IsZero() {
			if e, ok := l.texts[key+".undated"]; ok {
				return e, true
			}
		}
		if a.name != "n" {
			continue
		}
		if a.kind == argFigure && !a.figure.isStated {
			if e, ok := l.texts[key+".blank"]; ok {
				return e, true
			}
		}
		if l.plural[key] {
			form := "other"
			if n, fraction, ok := a.whole(); ok {
				form = pluralCategory(l.numbers.rule, n, fraction)
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

func (l *Language) fillPlaceholders(segments []segment, args []Arg) Text {
	out := make(Text, 0, len(segments))
	for _, p := range segments {
		switch p.kind {
		case "":
			out = out.add(Span{Text: p.text})
		case "arg":
			out = l.fillArgument(out, p, args)
		default:
			out = out.add(l.fillFigure(p))
		}
	}
	return out
}

func (l *Language) fillArgument(out Text, p segment, args []Arg) Text {
	for _, a := range args {
		if a.name != p.name {
			continue
		}
		return out.add(l.formatArg(a, p.modifier))
	}
	return out.add(Span{Text: l.noteMissing(p.name)})
}

func (l *Language) formatArg(a Arg, modifier string) Span {
	switch a.kind {
	case argNum:
		return Span{Text: l.Number(a.number)}
	case argFigure:
		if modifier == "onein" {
			return Span{Text: l.formatOneIn(a.figure, false), Ref: a.figure.ref}
		}
		return Span{Text: l.formatFigure(a.figure, modifier == "bare"), Ref: a.figure.ref}
	case argMonth:
		if modifier == "short" {
			return Span{Text: l.MonthShort(a.month)}
		}
		return Span{Text: l.Month(a.month)}
	case argDay:
		return Span{Text: l.formatDate(a.date, modifier == "short")}
	case argPct:
		return Span{Text: l.Percent(a.share)}
	case argBody:
		return Span{Text: l.By(a.text)}
	}
	return Span{Text: a.text}
}

// fillFigure fills a placeholder that names a figure. What the figure states is a link: its number, or the date
// of an event. The date or the author of a number is not.
func (l *Language) fillFigure(p segment) Span {
	f, ok := figure{}, false
	if l.lookup != nil {
		f, ok = l.lookup(p.name)
	}
	if !ok {
		return Span{Text: l.noteMissing(p.name)}
	}
	bare, short := p.modifier == "bare", p.modifier == "short"
	switch p.kind {
	case "figure":
		return Span{Text: l.formatFigure(f, bare), Ref: f.ref}
	case "percent":
		return Span{Text: l.formatPercent(f, bare), Ref: f.ref}
	case "onein":
		return Span{Text: l.formatOneIn(f, bare), Ref: f.ref}
	case "by":
		return Span{Text: l.By(f.by)}
	case "published":
		return Span{Text: l.formatDate(f.published, short)}
	}
	link := ""
	if f.isDated {
		link = f.ref
	}
	d := f.asOf
	switch {
	case d.IsZero():
	case p.kind == "year":
		return Span{Text: l.Year(d.Year), Ref: link}
	case p.kind == "month":
		d.Day = 0
	}
	return Span{Text: l.formatDate(d, short), Ref: link}
}

// noteMissing notes what is missing and returns a mark to show in its place.
func (l *Language) noteMissing(what string) string {
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
