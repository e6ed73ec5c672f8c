package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"opencases/internal/asset"
	"opencases/internal/site"
)

const buildUsage = `Usage: opencases build -out DIR [-data DIR] [-url URL] [-no-offline]

Writes the same site that serve serves as plain files, for any static host, under
any address. Beside each file that compresses well stand a .br and a .gz form, which
nginx (brotli_static, gzip_static), Caddy (precompressed) and others send by themselves.

  -out DIR         the folder to write; it must be empty, missing, or written by an
                   earlier build. It may be served meanwhile: the old site stands
                   until the new one is whole
` + dataUsage + urlUsage + offlineUsage + `
The host should send Access-Control-Allow-Origin: * and the other fields of the _headers
file, which is written too, with every file: so the player works in frames that are
sandboxed without an origin, and on pages that isolate themselves.

Example:
  opencases build -out public -url https://example.org/open-cases/
`

func (m *Main) build(flags *flag.FlagSet) func(context.Context) error {
	out := flags.String("out", "", "")
	newSite := m.siteFlags(flags, offlineFlag(flags))
	return func(ctx context.Context) error {
		if *out == "" {
			return fmt.Errorf("%w: -out is missing; name the folder to write, like -out public", errUsage)
		}
		if err := checkOutputFolder(*out); err != nil {
			return err
		}
		s, err := newSite()
		if err != nil {
			return err
		}
		n, err := writeSite(ctx, s, *out)
		if err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "%d files are in %s\n", n, *out)
		return nil
	}
}

// checkOutputFolder refuses a folder with files that build did not write.
func checkOutputFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), stamp+"-") }) // half written
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("-out %s cannot be used: %s; name a folder that can be written", dir, fileErrorText(err))
	}
	if _, err := os.Stat(filepath.Join(dir, stamp)); err != nil {
		return fmt.Errorf("-out %s holds files that build did not write; name an empty or missing folder", dir)
	}
	return nil
}

// writeSite writes a site's files, with their compressed forms, into a folder that checkOutputFolder allows, and removes what is no longer
// part of the site. All files are made before the folder is changed: if one cannot be made, the folder stays
// as it is.
func writeSite(ctx context.Context, s *site.Site, dir string) (n int, err error) {
	files := s.Files()
	if single := s.Single(); single != nil {
		files = append(files, single)
	}
	all, err := encodeAll(ctx, files)
	if err != nil {
		return 0, err
	}
	if err := publish(dir, all, func(string, string) error { return nil }); err != nil {
		return 0, fmt.Errorf("-out %s cannot be written: %s", dir, fileErrorText(err))
	}
	return len(all) + 1, nil
}

// encodeAll makes every file in all its encodings, on all processors: it is most of the work. Assets come first, pages after what
// they name; the service worker, which lists all of them, comes last.
func encodeAll(ctx context.Context, files []*asset.File) ([]outputFile, error) {
	encoded := make([][]outputFile, len(files))
	errs := make([]error, len(files))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				encoded[i], errs[i] = encodeFile(files[i])
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	if ctx.Err() != nil {
		return nil, errors.New("it was interrupted; nothing is changed")
	}
	all := slices.Concat(encoded...)
	rank := func(w outputFile) int {
		switch {
		case w.asset:
			return 0
		case strings.HasPrefix(w.name, site.WorkerFile):
			return 2
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b outputFile) int { return cmp.Compare(rank(a), rank(b)) })
	return all, errors.Join(errs...)
}

func encodeFile(f *asset.File) ([]outputFile, error) {
	body, err := f.Body()
	if err != nil {
		return nil, err
	}
	all := []outputFile{{f.Path, body, f.Immutable}}
	for form, ending := range map[asset.Encoding]string{asset.Brotli: ".br", asset.Gzip: ".gz"} {
		if body := f.Encoded(form); body != nil {
			all = append(all, outputFile{f.Path + ending, body, f.Immutable})
		}
	}
	return all, nil
}
