package site

import (
	"errors"
	"runtime/debug"
	"strings"
	"sync"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
)

func buildOf(goVersion string, pairs ...string) *debug.BuildInfo {
	info := &debug.BuildInfo{GoVersion: goVersion}
	for i := 0; i < len(pairs); i += 2 {
		info.Settings = append(info.Settings, debug.BuildSetting{Key: pairs[i], Value: pairs[i+1]})
	}
	return info
}

func TestAProgramIsKnownByItsCommitOrItsOwnBytes(t *testing.T) {
	own := func(text string) func() ([]byte, error) { return func() ([]byte, error) { return []byte(text), nil } }
	none := func() ([]byte, error) { return nil, errors.New("no file") }
	clean := func(commit string) *debug.BuildInfo {
		return buildOf("go1.26", "vcs.revision", commit, "vcs.modified", "false")
	}
	dirty := buildOf("go1.26", "vcs.revision", "a", "vcs.modified", "true")
	for _, tt := range []struct {
		what string
		a, b string
		same bool
	}{
		{"one commit, built for two machines", programOf(clean("a"), own("x")), programOf(clean("a"), own("y")), true},
		{"two commits", programOf(clean("a"), own("x")), programOf(clean("b"), own("x")), false},
		{"two releases of Go", programOf(clean("a"), none), programOf(buildOf("go1.27", "vcs.revision", "a", "vcs.modified", "false"), none), false},
		{"a changed tree, built the same", programOf(dirty, own("x")), programOf(dirty, own("x")), true},
		{"a tree changed once more", programOf(dirty, own("x")), programOf(dirty, own("y")), false},
		{"a changed tree and its commit", programOf(dirty, own("x")), programOf(clean("a"), own("x")), false},
		{"no commit", programOf(buildOf("go1.26"), own("x")), programOf(buildOf("go1.26"), own("y")), false},
		{"neither commit nor file", programOf(dirty, none), programOf(buildOf("go1.26", "vcs.revision", "b", "vcs.modified", "true"), none), false},
	} {
		if (tt.a == tt.b) != tt.same || len(tt.a) < 10 {
			t.Errorf("%s: %s and %s", tt.what, tt.a, tt.b)
		}
	}
	if body, err := executable(); err != nil || len(body) < 1<<20 || Program() == "" {
		t.Errorf("this program: %d bytes, %v, %q", len(body), err, Program())
	}
}

var otherSite = sync.OnceValues(func() (*Site, error) {
	return Make(Config{Data: data.FS, Player: testPlayer(), URL: here, Program: "another"})
})

// What is kept for a year and made late is of one program: another one may paint it otherwise.
func TestPicturesThatAreMadeLateChangeTheirNamesWithTheProgram(t *testing.T) {
	other, err := otherSite()
	if err != nil {
		t.Fatal(err)
	}
	late := 0
	for _, f := range mustMake(t).Files() {
		if f.Type != asset.PNGType {
			continue
		}
		late++
		g, same := other.File(f.Path)
		switch {
		case f.Immutable && same:
			t.Errorf("%s has the same name in a site of another program", f.Path)
		case !f.Immutable && (!same || g.Hash == f.Hash):
			t.Errorf("%s has the same hash in a site of another program", f.Path)
		case f.Immutable && !strings.Contains(f.Path, "-"+f.Hash[:asset.NameLetters]+"."):
			t.Errorf("%s does not carry its hash %s", f.Path, f.Hash)
		}
	}
	if late == 0 {
		t.Error("there are no such pictures")
	}
	if other.Single().Hash == mustMake(t).Single().Hash {
		t.Error("the single file has the same hash in a site of another program")
	}
	// What is made at once carries its content's hash: the program has no part in it.
	if f := mustFile(t, "en/gap/oembed.json"); f.Hash != asset.Hash(f.MustBody()) {
		t.Errorf("%s has the hash %s", f.Path, f.Hash)
	}
}
