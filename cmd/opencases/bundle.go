package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"opencases/internal/single"
)

const bundleUsage = `Usage: opencases bundle -out FILE.html [-force] [-data DIR] [-url URL]

Writes the whole site as one file that a browser opens from a disk by a double click,
without a network: the page, the player, the presenter with the speaker's window, the
pages for teachers, the record and its sources, in every language.

  -out FILE        the file to write, like open-cases.html
  -force           write it even over a file that bundle did not write
` + dataUsage + `  -url URL         the public address of the site, like https://example.org/open-cases/;
                   what the file does not hold is then linked there

Example:
  opencases bundle -out open-cases.html
`

func (m *Main) bundle(flags *flag.FlagSet) func(context.Context) error {
	out, force := flags.String("out", "", ""), flags.Bool("force", false, "")
	newSite := m.siteFlags(flags, nil)
	return func(context.Context) error {
		if *out == "" {
			return fmt.Errorf("%w: -out is missing; name the file to write, like -out open-cases.html", errUsage)
		}
		if !*force {
			if err := checkOutputFile(*out); err != nil {
				return err
			}
		}
		size, err := replaceFile(*out, func() ([]byte, error) {
			s, err := newSite()
			if err != nil {
				return nil, err
			}
			return s.MakeSingle()
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "The whole site is in %s (%d bytes)\n", *out, size)
		return nil
	}
}

// checkOutputFile refuses a file that bundle did not write.
func checkOutputFile(name string) error {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("-out %s cannot be used: %s; name a file that can be written", name, fileErrorText(err))
	}
	defer f.Close()
	begin, err := io.ReadAll(io.LimitReader(f, 1<<10))
	if err != nil {
		return fmt.Errorf("-out %s cannot be used: %s; name a file", name, fileErrorText(err))
	}
	if !bytes.Contains(begin, []byte(single.Mark)) {
		return fmt.Errorf("-out %s is a file that bundle did not write; name another, or add -force", name)
	}
	return nil
}

// replaceFile writes a file whole or not at all. Whether it can be written is known before its content is made.
func replaceFile(name string, content func() ([]byte, error)) (size int, err error) {
	cannot := func(err error) error { return fmt.Errorf("-out %s cannot be written: %s", name, fileErrorText(err)) }
	f, err := os.CreateTemp(filepath.Dir(name), ".open-cases-*")
	if err != nil {
		return 0, cannot(err)
	}
	defer os.Remove(f.Name()) // once it has its name, there is nothing left to remove
	defer f.Close()
	body, err := content()
	if err != nil {
		return 0, err
	}
	_, err = f.Write(body)
	if err = cmp.Or(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return 0, cannot(err)
	}
	return len(body), nil
}
