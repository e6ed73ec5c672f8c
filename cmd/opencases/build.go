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
	"opencases/internal/asset/hosting"
	"opencases/internal/site"
)

const buildUsage = `Usage: opencases build -out DIR [-pin] [-data DIR] [-url URL] [-no-offline]

Writes the same site that serve serves as plain files, for any static host, under
any address. Beside each file that compresses well stand a .br and a .gz form, which
nginx (brotli_static, gzip_static), Caddy (precompressed) and others send by themselves.

  -out DIR         the folder to write; it must be empty, missing, or written by an
                   earlier build. It may be served meanwhile: the old site stands
                   until the new one is whole
  -pin             also writes this version below v/VERSION/, where it stays: later builds
                   keep all such folders. Remove one by hand to withdraw it
` + dataUsage + urlUsage + offlineUsage + securityUsage + `
The host must send each file with its fields. hosting/nginx.conf, hosting/Caddyfile,
.htaccess (Apache) and _headers (Netlify, Cloudflare Pages and others) say so; all are
written too. hosting/files.json lists every file with its type, cache rule, encodings,
hash and fields for any other host.

Example:
  opencases build -out public -url https://example.org/open-cases/
`

func (m *Main) build(flags *flag.FlagSet) func(context.Context) error {
	out := flags.String("out", "", "")
	pin := flags.Bool("pin", false, "")
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
		unlock, err := lockBeside(ctx, *out, func() { fmt.Fprintf(m.Stderr, "another build writes beside %s; this one waits\n", *out) })
		if err != nil {
			return err
		}
		defer unlock()
		if err := checkOutputFolder(*out); err != nil {
			return err
		}
		n, err := writeSite(ctx, s, *out, *pin)
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
func writeSite(ctx context.Context, s *site.Site, dir string, pin bool) (n int, err error) {
	files := s.Files()
	if single := s.Single(); single != nil {
		files = append(files, single)
	}
	all, err := encodeAll(ctx, files)
	if err != nil {
		return 0, err
	}
	settings, err := hostSettings(s, files, dir, pin)
	if err != nil {
		return 0, err
	}
	if pin {
		all = append(pinned(s, all), all...)
	}
	all = append(all, settings...)
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
	for _, form := range []asset.Encoding{asset.Brotli, asset.Gzip} {
		if body := f.Encoded(form); body != nil {
			all = append(all, outputFile{f.Path + hosting.Endings[form], body, f.Immutable})
		}
	}
	return all, nil
}
