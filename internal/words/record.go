package words

import "opencases/internal/record"

// With returns the language with the figures of its texts read from r.
func (l *Language) With(r *record.Record) *Language {
	with := *l
	with.lookup = func(ref string) (figure, bool) {
		f, ok := r.Figure(ref)
		return figureOf(f), ok
	}
	return &with
}

// Figure prints a figure with its qualifier: "at least 817"; a blank one as the text figure.blank.
func (l *Language) Figure(f record.Figure) string { return l.formatFigure(figureOf(f), false) }

// Fig is a figure of the record: {name} prints it with its qualifier and links it, {name|bare} without. An
// argument named n chooses the plural form of the text.
func Fig(name string, f record.Figure) Arg {
	return Arg{name: name, kind: argFigure, figure: figureOf(f)}
}

func figureOf(f record.Figure) figure {
	n, ok := f.Count.Float()
	return figure{
		ref: f.Ref, number: n, isStated: ok, isDated: f.Kind == record.Dated, qualifier: string(f.Count.Qualifier), unit: f.Unit,
		asOf: f.AsOf, published: f.Published, by: f.By,
	}
}
