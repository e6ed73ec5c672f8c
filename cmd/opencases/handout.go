package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"

	"opencases/internal/handout"
	"opencases/internal/site"
)

const handoutUsage = `Usage: opencases handout -out FILE.pdf [-paper A4|Letter] [-lang TAG] [-data DIR]

Writes the handout as a PDF of two pages, in greys that a copier keeps: the story's
pictures, the key figures with their sources, three questions and room for notes.

  -out FILE        the file to write, like handout.pdf
  -paper SIZE      A4 or Letter; default A4
  -lang TAG        a language of the site; default the first one
` + dataUsage + `
Example:
  opencases handout -out handout.pdf -paper Letter
`

func (m *Main) handout(flags *flag.FlagSet) func(context.Context) error {
	out, paper, lang := flags.String("out", "", ""), flags.String("paper", "A4", ""), flags.String("lang", "", "")
	openData := dataFlag(flags)
	return func(context.Context) error {
		if *out == "" {
			return fmt.Errorf("%w: -out is missing; name the file to write, like -out handout.pdf", errUsage)
		}
		known := false
		for _, p := range handout.Papers {
			known = known || strings.EqualFold(p, *paper)
		}
		if !known {
			return fmt.Errorf("%w: -paper %q is not one the handout fits on; write %s", errUsage, *paper, strings.Join(handout.Papers, " or "))
		}
		fsys, err := openData()
		if err != nil {
			return err
		}
		src, err := site.Load(fsys)
		if err != nil {
			return err
		}
		var tags []string
		for _, l := range src.Languages {
			tags = append(tags, l.Tag())
			if *lang != "" && l.Tag() != *lang {
				continue
			}
			content, err := handout.Make(src.Record, l)
			if err != nil {
				return err
			}
			body, err := handout.PDF(content, l, *paper)
			if err != nil {
				return err
			}
			if err := os.WriteFile(*out, body, 0o644); err != nil {
				return fmt.Errorf("-out %s cannot be written: %s", *out, fileErrorText(err))
			}
			fmt.Fprintf(m.Stdout, "The handout is in %s (%d kB)\n", *out, (len(body)+999)/1000)
			return nil
		}
		return fmt.Errorf("%w: -lang %q is not a language of this site; there are %s", errUsage, *lang, strings.Join(tags, ", "))
	}
}
