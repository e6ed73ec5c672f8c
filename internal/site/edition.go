package site

import (
	"html/template"

	"opencases/internal/frame"
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/words"
)

// edition is the site in one language while it is being made.
type edition struct {
	*shared
	rec     *record.Record
	lang    *words.Language
	aliases map[string][]string // ids of named figures, by the id of the row they lead to
	parsed  *templates
}

func newEdition(s *shared, rec *record.Record, lang *words.Language) *edition {
	e := &edition{shared: s, rec: rec, lang: lang, parsed: &templates{}}
	e.aliases = e.namedFigures()
	return e
}

// Documents stand at two depths; everything in them is addressed from there.
const (
	pageRoot   = "../"       // en/
	deepRoot   = "../../"    // en/gap/
	playerRoot = "../../../" // en/player/gap/
)

// markup renders the text of a key. Figures in it are links to their rows on this language's page.
func (e *edition) markup(root, key string, args ...words.Arg) template.HTML {
	return template.HTML(frame.HTML(e.lang.Text(key, args...), e.lang.Tag(), frame.Page{Root: root}))
}

// funcs are what templates may call besides their data.
func (e *edition) funcs(root string) template.FuncMap {
	return template.FuncMap{
		"word":   func(key string, args ...any) string { return e.lang.String(key, arguments(args)...) },
		"text":   func(key string, args ...any) template.HTML { return e.markup(root, key, arguments(args)...) },
		"has":    e.lang.Has,
		"safe":   func(s string) template.HTML { return template.HTML(s) }, // of a frame's ...HTML field: escaped there
		"number": func(n int) string { return e.lang.Number(n) },
		"date":   func(d month.Date) string { return e.lang.Date(d) },
		"anchor": frame.Anchor,
	}
}

// arguments makes words arguments of a template's name, value pairs.
func arguments(pairs []any) []words.Arg {
	var args []words.Arg
	for i := 0; i+1 < len(pairs); i += 2 {
		name := pairs[i].(string)
		switch v := pairs[i+1].(type) {
		case int:
			args = append(args, words.Num(name, v))
		case string:
			args = append(args, words.Str(name, v))
		case month.Month:
			args = append(args, words.Mon(name, v))
		case month.Date:
			args = append(args, words.Day(name, v))
		case record.Figure:
			args = append(args, words.Fig(name, v))
		}
	}
	return args
}
