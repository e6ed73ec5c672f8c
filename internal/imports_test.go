// Package internal_test holds the direction of imports between the rooms.
package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms stand in the order in which the data flows; each may import those before it.
var rooms = []string{
	"data", "internal/month", "internal/csvtext", "internal/record", "internal/typeface", "internal/words", "internal/story",
	"internal/picture", "internal/frame", "internal/paint", "internal/site", "internal/serve", "internal/classroom", "cmd/opencases",
}

// measuring is what drives and measures the product, and no part of it.
var measuring = []string{"internal/test", "internal/bench"}

// roomOf is the place in a list of the room that a folder belongs to, -1 where it belongs to none.
func roomOf(list []string, folder string) int {
	return slices.IndexFunc(list, func(room string) bool { return folder == room || strings.HasPrefix(folder, room+"/") })
}

// mayImport reports whether a folder's files may import another folder's.
func mayImport(from, to string) bool {
	if roomOf(measuring, to) >= 0 {
		return roomOf(measuring, from) >= 0
	}
	above, below := roomOf(rooms, from), roomOf(rooms, to)
	return above < 0 || below <= above
}

func TestARoomImportsOnlyRoomsBelowIt(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d != nil && slices.Contains([]string{"node_modules", "build", ".git"}, d.Name()) {
				return fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "../internal/test/") {
			return nil
		}
		from := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../")
		seen[from] = true
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			path, _ := strconv.Unquote(i.Path.Value)
			if to, ours := strings.CutPrefix(path, "opencases/"); ours && !mayImport(from, to) {
				t.Errorf("%s imports %s", name, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range slices.Concat(rooms, measuring) {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(seen)), func(folder string) bool { return roomOf([]string{room}, folder) == 0 }) {
			t.Errorf("there is no room %s", room)
		}
	}
}
