package site

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// assetDir holds every file whose name carries its content's hash.
const assetDir = "assets/"

// asset adds a file under its hashed name and answers with its path: "assets/page-2fk3….css".
func (s *Site) asset(name, contentType string, body []byte) (*File, error) {
	body, err := minified(contentType, body)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be minified: %w", name, err)
	}
	f := NewFile("", contentType, body)
	for _, there := range s.files { // of two bundles the parts they share are one file
		if there.Hash == f.Hash && there.Type == f.Type && there.Immutable {
			return there, nil
		}
	}
	f.Path, f.Immutable = hashed(name, f.Hash), true
	return s.add(f), nil
}

// nameLetters of a hash, 50 bits, tell the versions of one file apart; every document names many files.
const nameLetters = 10

// hashed is the path of a file whose content has the hash sum.
func hashed(name, sum string) string {
	ext := path.Ext(name)
	return assetDir + strings.TrimSuffix(path.Base(name), ext) + "-" + sum[:nameLetters] + ext
}

// scriptName is another script's place in a bundled one.
var scriptName = regexp.MustCompile(`"\./([\w-]+\.js)"`)

// scripts bundles and adds the modules of a folder; the answer leads from entry name to file.
func (s *Site) scripts(fsys fs.FS, entries ...string) (map[string]*File, error) {
	all, err := bundle(fsys, entries...)
	if err != nil {
		return nil, err
	}
	if all, err = ordered(all); err != nil {
		return nil, err
	}
	made := map[string]*File{}
	for _, sc := range all {
		text := string(sc.body)
		for _, m := range scriptName.FindAllStringSubmatch(text, -1) {
			f, ok := made[m[1]]
			if !ok {
				return nil, fmt.Errorf("%s names ./%s, which is not bundled with it; name it among the entries", sc.name, m[1])
			}
			text = strings.ReplaceAll(text, m[0], `"./`+path.Base(f.Path)+`"`)
		}
		if made[sc.name], err = s.asset(sc.name, jsType, []byte(text)); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// Content types of what the site holds.
const (
	htmlType = "text/html; charset=utf-8"
	cssType  = "text/css; charset=utf-8"
	jsType   = "text/javascript; charset=utf-8"
	jsonType = "application/json"
	csvType  = "text/csv; charset=utf-8"
	svgType  = "image/svg+xml"
	textType = "text/plain; charset=utf-8"
	wasmType = "application/wasm"
	woffType = "font/woff2"
)
