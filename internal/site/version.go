package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"opencases/internal/asset"
)

// VersionFile says which version a site is of.
const VersionFile = "version.json"

// Version names what a site was made from. Sites of one version, made for one address, are byte for byte the same.
type Version struct {
	Version string `json:"version"` // of all of it
	Program string `json:"program"`
	Record  string `json:"record"` // the record's files and the texts
}

// VersionOf is the version of the site that Make makes of the same.
func VersionOf(c Config) (Version, error) {
	src, err := Load(c.Data)
	if err != nil {
		return Version{}, err
	}
	c.Program = cmp.Or(c.Program, Program())
	return versionOf(c, src.Record.Tables())
}

// versionOf hashes what a site is made from: the program with its player, the record, and the texts.
func versionOf(c Config, tables []string) (v Version, err error) {
	names, err := fs.Glob(c.Data, "words/*/*.csv")
	if err != nil {
		return v, err
	}
	for _, name := range tables {
		names = append(names, name+".csv")
	}
	slices.Sort(names)
	var all strings.Builder
	for _, name := range names {
		body, err := fs.ReadFile(c.Data, name)
		if err != nil {
			return v, err
		}
		fmt.Fprintf(&all, "%s %d\n%s", name, len(body), body)
	}
	short := func(text string) string { return asset.Hash([]byte(text))[:asset.NameLetters] }
	v = Version{Program: short(c.Program + c.Player.SHA256), Record: short(all.String())}
	v.Version = short(v.Program + v.Record)
	return v, nil
}

// addVersion adds the file that says it, for machines.
func (s *shared) addVersion() error {
	text, err := json.Marshal(s.version)
	if err != nil {
		return err
	}
	f := asset.NewFile(VersionFile, asset.JSONType, append(text, '\n'))
	f.MustRevalidate = true
	s.files.Add(f)
	return nil
}
