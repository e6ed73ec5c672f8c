package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"

	"opencases/data"
)

const dataUsage = `  -data DIR        a record of your own: a folder with the CSV files that data/README.md
                   describes. Texts are read from DIR/words if that is there, else the
                   built-in ones are used. Without -data the built-in record is used.
`

// urlUsage explains the flag of urlFlag.
const urlUsage = `  -url URL         the public address of the site, like https://example.org/open-cases/;
                   share cards and canonical links need it, nothing else does
`

// offlineUsage explains the flag of offlineFlag.
const offlineUsage = `  -no-offline      readers' browsers remove the copy that they kept for use without a
                   network, and keep none any more
`

func offlineFlag(flags *flag.FlagSet) *bool { return flags.Bool("no-offline", false, "") }

// dataFlag declares -data; the answer opens what it names.
func dataFlag(flags *flag.FlagSet) func() (fs.FS, error) {
	dir := flags.String("data", "", "")
	return func() (fs.FS, error) {
		if *dir == "" {
			return data.FS, nil
		}
		entries, err := os.ReadDir(*dir)
		if err != nil {
			return nil, fmt.Errorf("-data %s cannot be read: %s; name a folder with the record's CSV files", *dir, fileErrorText(err))
		}
		for _, e := range entries {
			if e.Name() == "words" {
				return os.DirFS(*dir), nil
			}
		}
		return withWords{os.DirFS(*dir)}, nil
	}
}

// withWords is a record without texts of its own: it takes the built-in ones.
type withWords struct{ fs.FS }

// Open implements fs.FS.
func (f withWords) Open(name string) (fs.File, error) {
	if name == "words" || strings.HasPrefix(name, "words/") {
		return data.FS.Open(name)
	}
	return f.FS.Open(name)
}

// urlFlag declares -url; the answer is the checked address, ending in a slash, or "".
func urlFlag(flags *flag.FlagSet) func() (string, error) {
	text := flags.String("url", "", "")
	return func() (string, error) {
		if *text == "" {
			return "", nil
		}
		u, err := url.Parse(*text)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			return "", fmt.Errorf("%w: -url %q is not an address of a site; write it like https://example.org/open-cases/", errUsage, *text)
		}
		return strings.TrimSuffix(u.String(), "/") + "/", nil
	}
}

// fileErrorText is an error of the file system without the path, which the caller names already.
func fileErrorText(err error) string {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
