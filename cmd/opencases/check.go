package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"strconv"

	"opencases/internal/picture"
	"opencases/internal/site"
	"opencases/internal/words"
)

const checkUsage = `Usage: opencases check [-data DIR]

Reads a record and the texts of every language, lays out every picture of the story in
every form, and reports everything that is wrong, one line each:

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
		if faults := overflows(fsys, sources); len(faults) > 0 {
			return faults
		}
		fmt.Fprintf(m.Stdout, "the record is sound: %d figures, %d sources, %d languages\n",
			len(sources.Record.Refs()), len(sources.Record.Sources()), len(sources.Languages))
		return nil
	}
}

// overflows names the texts that find no room in a picture, with their places in the files.
func overflows(fsys fs.FS, sources *site.Sources) (faults words.ErrorList) {
	for _, l := range sources.Languages {
		places := words.Places(fsys, l.Tag())
		for _, m := range picture.Overflows(sources.Record, l) {
			at := places[m.Key]
			faults = append(faults, words.Error{File: at.File, Line: at.Line, Column: at.Column, What: overflowWhat(l, m), Want: overflowWant(m)})
		}
	}
	return faults
}

func overflowWhat(l *words.Language, m picture.Overflow) string {
	chars := strconv.Itoa(len([]rune(m.Text)))
	if !m.Required {
		return "key " + m.Key + ": the text (" + chars + " characters) finds no room in any picture"
	}
	return "key " + m.Key + ": the text (" + chars + " characters) finds no room in the " + m.Composition.String() + " picture of chapter " +
		m.Chapter + ", beat " + strconv.Itoa(m.Beat+1) + ", view " + string(m.View) + ", " + l.Month(m.Month)
}

func overflowWant(m picture.Overflow) string {
	if m.Room < 5 {
		return "shorten it, or the texts beside it"
	}
	return "shorten it to " + strconv.Itoa(m.Room) + " characters or less"
}
