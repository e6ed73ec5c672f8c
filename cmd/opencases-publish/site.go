package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// object is one file as it stands in the bucket. A store does not choose between encodings: each file has one.
type object struct {
	key, contentType, encoding, cache string
	file                              string // on the disk
	sum                               string // of the bytes that are sent and of the fields
	rank                              int    // objects of a lower rank are there before
}

// entry is what this command reads of a file in hosting/files.json.
type entry struct {
	Path, Type, Cache string
	Encodings         []string
}

// Ranks: a page comes after all that it names, the worker after all pages that it lists.
const (
	rankAsset = iota
	rankFile
	rankPage
	rankWorker
)

// readSite reads the manifest that build wrote, and the files.
func readSite(dir string) ([]object, error) {
	text, err := os.ReadFile(filepath.Join(dir, "hosting", "files.json"))
	if err != nil {
		return nil, fmt.Errorf("%s is no site that opencases build has written: %w", dir, err)
	}
	var manifest struct{ Files []entry }
	if err := json.Unmarshal(text, &manifest); err != nil || len(manifest.Files) == 0 {
		return nil, fmt.Errorf("%s/hosting/files.json lists no files (%v); build the site anew", dir, err)
	}
	kept, err := keptVersions(dir, manifest.Files)
	if err != nil {
		return nil, err
	}
	var all []object
	for _, e := range append(manifest.Files, kept...) {
		o := object{key: e.Path, contentType: e.Type, cache: e.Cache, file: filepath.Join(dir, filepath.FromSlash(e.Path)), rank: rankOf(e)}
		if browserReads(e) && slices.Contains(e.Encodings, "gzip") {
			o.encoding, o.file = "gzip", o.file+".gz"
		}
		body, err := os.ReadFile(o.file)
		if err != nil {
			return nil, fmt.Errorf("a file of the site is missing; build it anew: %w", err)
		}
		sum := sha256.New()
		fmt.Fprintf(sum, "%q %q %q\n", o.contentType, o.encoding, o.cache)
		sum.Write(body)
		o.sum = hex.EncodeToString(sum.Sum(nil))
		all = append(all, o)
	}
	return all, nil
}

// keptVersions are files of earlier versions that stay in v/. The manifest lists only the newest: theirs are like those.
func keptVersions(dir string, files []entry) (all []entry, err error) {
	like := map[string]entry{}
	types := map[string]string{}
	for _, e := range files {
		like[e.Path] = e
		types[path.Ext(e.Path)] = e.Type
	}
	err = fs.WalkDir(os.DirFS(dir), "v", func(name string, d fs.DirEntry, err error) error {
		if d == nil {
			return nil // there is none
		}
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
			return err
		}
		if _, listed := like[name]; listed || types[path.Ext(name)] == "" {
			return nil
		}
		e := entry{Path: name, Type: types[path.Ext(name)], Cache: "no-cache"}
		if strings.Contains(name, "/assets/") {
			e.Cache = "public, max-age=31536000, immutable"
		}
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)+".gz")); err == nil {
			e.Encodings = []string{"gzip"}
		}
		all = append(all, e)
		return nil
	})
	return all, err
}

func rankOf(e entry) int {
	switch {
	case strings.Contains("/"+e.Path, "/assets/"):
		return rankAsset
	case e.Path == "sw.js", e.Path == "version.json":
		return rankWorker
	case strings.HasPrefix(e.Type, "text/html"):
		return rankPage
	}
	return rankFile
}

// browserReads reports whether only browsers and crawlers ask for a file, which unpack gzip. What programs read, the record and
// oEmbed's answers, is stored as it is: they may ask for no encoding.
func browserReads(e entry) bool {
	kind, _, _ := strings.Cut(e.Type, ";")
	switch kind {
	case "text/html", "text/css", "text/javascript", "image/svg+xml", "application/wasm":
		return true
	}
	return rankOf(e) == rankAsset
}
