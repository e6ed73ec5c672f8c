package asset

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Dir holds every file whose name carries its content's hash.
const Dir = "assets/"

// Set is a set of files, each at a path of its own.
type Set struct{ byPath map[string]*File }

// NewSet makes a Set of files.
func NewSet(files ...*File) *Set {
	s := &Set{map[string]*File{}}
	for _, f := range files {
		s.Add(f)
	}
	return s
}

// File is the file at a path; ok is false when there is none.
func (s *Set) File(path string) (f *File, ok bool) {
	f, ok = s.byPath[path]
	return f, ok
}

// Files lists the set by path.
func (s *Set) Files() []*File {
	all := make([]*File, 0, len(s.byPath))
	for _, f := range s.byPath {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	return all
}

// Add puts a file into the set. Two files of one path are a mistake in this program.
func (s *Set) Add(f *File) *File {
	if old, taken := s.byPath[f.Path]; taken && old.Hash != f.Hash {
		panic(fmt.Sprintf("asset: two different files for %s", f.Path))
	}
	s.byPath[f.Path] = f
	return f
}

// AddHashed minifies a file and adds it under a name with its hash: "assets/page-2fk3….css".
func (s *Set) AddHashed(name, contentType string, body []byte) (*File, error) {
	body, err := Minify(contentType, body)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be minified: %w", name, err)
	}
	f := NewHashed(name, contentType, body)
	for _, there := range s.byPath { // of two bundles the parts they share are one file
		if there.Hash == f.Hash && there.Type == f.Type && there.Immutable {
			return there, nil
		}
	}
	return s.Add(f), nil
}

// AddJSON adds data as JSON under a name with its hash.
func (s *Set) AddJSON(name string, data any) (*File, error) {
	text, err := json.Marshal(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s.Add(NewHashed(name, JSONType, text)), nil
}

// scriptName is another script's place in a bundled one.
var scriptName = regexp.MustCompile(`"\./([\w-]+\.js)"`)

// AddScripts bundles and adds the modules of a folder; the answer leads from entry name to file.
func (s *Set) AddScripts(fsys fs.FS, entries ...string) (map[string]*File, error) {
	all, err := bundleModules(fsys, entries...)
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
		if made[sc.name], err = s.AddHashed(sc.name, JSType, []byte(text)); err != nil {
			return nil, err
		}
	}
	return made, nil
}
