package main

import (
	"context"
	"flag"
	"fmt"

	"opencases/internal/site"
)

const checkUsage = `Usage: opencases check [-data DIR]

Reads a record and the texts of every language, and reports everything that is wrong
with them, one line each:

  file:line: column: what is wrong; what would be right

The exit code is 0 if nothing is wrong, else 1.

` + dataUsage + `
Example:
  opencases check -data ~/our-record
`

func (m *Main) check(flags *flag.FlagSet) func(context.Context) error {
	openData := dataFlag(flags)
	return func(context.Context) error {
		fsys, err := openData()
		if err != nil {
			return err
		}
		sources, err := site.Load(fsys)
		if err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "the record is sound: %d figures, %d sources, %d languages\n",
			len(sources.Record.Refs()), len(sources.Record.Sources()), len(sources.Languages))
		return nil
	}
}
