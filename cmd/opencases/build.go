package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"opencases/internal/site"
)

const buildUsage = `Usage: opencases build -out DIR [-data DIR] [-url URL] [-no-offline]

Writes the same site that serve serves as plain files, for any static host, under
any address. Beside each file that compresses well stand a .br and a .gz form, which
nginx (brotli_static, gzip_static), Caddy (precompressed) and others send by themselves.

  -out DIR         the folder to write; it must be empty, missing, or written by an
                   earlier build
` + dataUsage + urlUsage + offlineUsage + `
The host should send Access-Control-Allow-Origin: * with every file, so that the player
works in frames sandboxed without an origin; a _headers file that says so is written too.

Example:
  opencases build -out public -url https://example.org/open-cases/
`

func (m *Main) build(flags *flag.FlagSet) func(context.Context) error {
	out := flags.String("out", "", "")
	made := m.siteFlags(flags)
	return func(context.Context) error {
		if *out == "" {
			return fmt.Errorf("%w: -out is missing; name the folder to write, like -out public", errUsage)
		}
		if err := ours(*out); err != nil {
			return err
		}
		s, err := made()
		if err != nil {
			return err
		}
		n, err := write(s, *out)
		if err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "%d files are in %s\n", n, *out)
		return nil
	}
}

// stamp marks a folder as written by build, so that building again may replace it.
const stamp = ".open-cases"

// ours refuses a folder with files of somebody else.
func ours(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("-out %s cannot be used: %s; name a folder that can be written", dir, reason(err))
	}
	if _, err := os.Stat(filepath.Join(dir, stamp)); err != nil {
		return fmt.Errorf("-out %s holds files that build did not write; name an empty or missing folder", dir)
	}
	return nil
}

// write puts a site's files, with their compressed forms, into a folder that ours allows, and removes what an
// earlier build left there.
func write(s *site.Site, dir string) (written int, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, fmt.Errorf("-out %s cannot be made: %s", dir, reason(err))
	}
	if err := empty(dir); err != nil {
		return 0, err
	}
	put := func(name string, body []byte) error {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		written++
		return os.WriteFile(name, body, 0o644)
	}
	if err := put(stamp, []byte("written by opencases build\n")); err != nil {
		return 0, fmt.Errorf("-out %s cannot be written: %s", dir, reason(err))
	}
	files := s.Files()
	if single := s.Single(); single != nil {
		if _, err := s.MakeSingle(); err != nil {
			return 0, err
		}
		files = append(files, single)
	}
	compress(files)
	for _, f := range files {
		for form, ending := range map[site.Encoding]string{site.Identity: "", site.Brotli: ".br", site.Gzip: ".gz"} {
			if body := f.Encoded(form); body != nil {
				if err := put(f.Path+ending, body); err != nil {
					return written, err
				}
			}
		}
	}
	return written, nil
}

// compress makes every file's compressed forms, on all processors: it is most of the work.
func compress(files []*site.File) {
	next := make(chan *site.File)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for f := range next {
				f.Encodings()
			}
		})
	}
	for _, f := range files {
		next <- f
	}
	close(next)
	wg.Wait()
}

func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
