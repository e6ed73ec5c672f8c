package site

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"opencases/data"
	"opencases/wasm/built"
)

func TestEverySiteNamesItsVersionInTheFootAndForMachines(t *testing.T) {
	s := mustMake(t)
	v := s.Version()
	if len(v.Version) != 10 || len(v.Program) != 10 || len(v.Record) != 10 {
		t.Fatalf("the version is %+v", v)
	}
	for _, path := range []string{"en/index.html", "en/gap/index.html"} {
		if page := string(mustFile(t, path).MustBody()); !strings.Contains(page, "<code data-version>"+v.Version+"</code>") {
			t.Errorf("the foot of %s does not name version %s", path, v.Version)
		}
	}
	if again, err := VersionOf(Config{Data: data.FS, Player: testPlayer()}); err != nil || again != v {
		t.Errorf("the version of the same is %+v (%v)", again, err)
	}
	f := mustFile(t, VersionFile)
	var said Version
	if err := json.Unmarshal(f.MustBody(), &said); err != nil || said != v || f.Immutable || !f.MustRevalidate {
		t.Errorf("%s says %s (%v)", VersionFile, f.MustBody(), err)
	}
}

func TestAVersionChangesWithTheRecordTheTextsAndTheProgramAlone(t *testing.T) {
	tables := []string{"events", "sources"}
	of := func(c Config) Version {
		t.Helper()
		v, err := versionOf(c, tables)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	with := func(name, more string) fs.FS {
		changed := fstest.MapFS{}
		fs.WalkDir(data.FS, ".", func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				body, _ := fs.ReadFile(data.FS, path)
				changed[path] = &fstest.MapFile{Data: body}
			}
			return err
		})
		if f := changed[name]; f != nil {
			f.Data = append(f.Data, more...)
		} else {
			changed[name] = &fstest.MapFile{Data: []byte(more)}
		}
		return changed
	}
	plain := of(Config{Data: data.FS, Program: "a"})
	for _, tt := range []struct {
		name            string
		c               Config
		program, record bool // whether it changes
	}{
		{"the same", Config{Data: with("events.csv", ""), Program: "a"}, false, false},
		{"another address", Config{Data: data.FS, Program: "a", URL: "https://example.org/"}, false, false},
		{"a row", Config{Data: with("events.csv", "x"), Program: "a"}, false, true},
		{"a text", Config{Data: with("words/en/pages.csv", "x"), Program: "a"}, false, true},
		{"a language", Config{Data: with("words/ar/pages.csv", "x"), Program: "a"}, false, true},
		{"a file that is not read", Config{Data: with("notes.txt", "x"), Program: "a"}, false, false},
		{"the program", Config{Data: data.FS, Program: "b"}, true, false},
		{"the player", Config{Data: data.FS, Program: "a", Player: built.Player{Manifest: built.Manifest{SHA256: "1"}}}, true, false},
	} {
		v := of(tt.c)
		if (v.Program != plain.Program) != tt.program || (v.Record != plain.Record) != tt.record || (v.Version != plain.Version) != (tt.program || tt.record) {
			t.Errorf("%s: %+v, before %+v", tt.name, v, plain)
		}
	}
}
