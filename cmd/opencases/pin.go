package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/asset/hosting"
	"opencases/internal/site"
)

// rootOnly are files that mean something at the root of a site alone.
func rootOnly(name string) bool {
	first, _, _ := strings.Cut(name, ".")
	return first == "sw" || first == "404" || first == "robots" || strings.HasPrefix(name, ".well-known/")
}

// pinFolder is where a version stays.
func pinFolder(s *site.Site) string { return hosting.PinDir + s.Version().Version + "/" }

// pinned is a site once more, where it stays. It is no asset of the folder: it is kept for ever.
func pinned(s *site.Site, all []outputFile) (copies []outputFile) {
	for _, f := range all {
		if !rootOnly(f.name) {
			copies = append(copies, outputFile{pinFolder(s) + f.name, f.body, false})
		}
	}
	return copies
}

// hostSettings are the manifest and what hosts read, for a site and the versions that stay in its folder.
func hostSettings(s *site.Site, files []*asset.File, dir string, pin bool) (all []outputFile, err error) {
	var entries []hosting.Entry
	for _, f := range files {
		e, err := hosting.NewEntry(f)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
		if pin && !rootOnly(f.Path) {
			e.Path = pinFolder(s) + f.Path
			entries = append(entries, e)
		}
	}
	var pins []string
	kept, _ := os.ReadDir(filepath.Join(dir, hosting.PinDir)) // none where it is not there
	for _, e := range kept {
		if e.IsDir() {
			pins = append(pins, e.Name())
		}
	}
	if name := s.Version().Version; pin && !slices.Contains(pins, name) {
		pins = append(pins, name)
	}
	slices.Sort(pins)
	settings, err := hosting.New(s.Version().Version, entries).Settings(pins)
	if err != nil {
		return nil, err
	}
	for name, body := range settings {
		all = append(all, outputFile{name, body, false})
	}
	slices.SortFunc(all, func(a, b outputFile) int { return strings.Compare(a.name, b.name) })
	return all, nil
}
