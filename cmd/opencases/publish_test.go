package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/internal/site"
	"opencases/wasm/built"
)

// edition is a small site in a version: pages that name its assets, one that all versions share, and one page of its own.
func edition(version int) (all []outputFile) {
	own := fmt.Sprintf("assets/own-%d.js", version)
	page := fmt.Sprintf("version %d needs assets/shared.js and %s", version, own)
	return []outputFile{
		{own, fmt.Append(nil, "own ", version), true}, {own + ".br", fmt.Append(nil, "packed ", version), true},
		{"assets/shared.js", []byte("shared"), true},
		{"en/index.html", []byte(page), false}, {"en/gap/index.html", []byte(page), false},
		{fmt.Sprintf("only/%d.html", version), []byte(page), false}, {"sw.js", []byte(page), false},
	}
}

// memory is a folder in memory, where there is one: every file is written through to the disk elsewhere, some thousand times.
func memory(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat("/dev/shm"); err == nil {
		t.Setenv("TMPDIR", "/dev/shm")
	}
	return t.TempDir()
}

// folder reads all that stands in a folder but for the stamp.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == stamp {
			return err
		}
		body, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// holds reports whether a folder's files are those of a version, and assets of others.
func holds(files map[string]string, version int) bool {
	rest := maps.Clone(files)
	for _, f := range edition(version) {
		if rest[f.name] != string(f.body) {
			return false
		}
		delete(rest, f.name)
	}
	for name := range rest {
		if !strings.HasPrefix(name, assetFolder) {
			return false
		}
	}
	return true
}

var named = regexp.MustCompile(`assets/[\w.-]+`)

// needs names the assets that pages name and that are not there.
func needs(files map[string]string) (missing []string) {
	for name, body := range files {
		for _, asset := range named.FindAllString(body, -1) {
			if _, ok := files[asset]; !ok {
				missing = append(missing, name+" needs "+asset)
			}
		}
	}
	return missing
}

func always(string, string) error { return nil }

var errKilled = errors.New("killed")

// killedAt lets a number of changes happen, then none: as if the program had been killed there.
func killedAt(n int) func(string, string) error {
	return func(string, string) error {
		if n--; n < 0 {
			return errKilled
		}
		return nil
	}
}

func mustPublish(t *testing.T, dir string, version int) {
	t.Helper()
	if err := publish(dir, edition(version), always); err != nil {
		t.Fatal(err)
	}
}

func TestABuildThatIsKilledLeavesTheOldSiteOrTheNewOneWhole(t *testing.T) {
	old, young := 0, 0
	for n := 0; ; n++ {
		dir := filepath.Join(memory(t), "public")
		mustPublish(t, dir, 1)
		before, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		err = publish(dir, edition(2), killedAt(n))
		files, shows := folder(t, dir), 0
		switch {
		case holds(files, 1):
			shows, old = 1, old+1
		case holds(files, 2):
			shows, young = 2, young+1
		default:
			t.Fatalf("killed at change %d, the folder holds neither version: %v", n, slices.Sorted(maps.Keys(files)))
		}
		if missing := needs(files); missing != nil || files["assets/own-1.js"] == "" {
			t.Errorf("killed at change %d: %v, %v", n, missing, slices.Sorted(maps.Keys(files)))
		}
		if err == nil {
			if shows != 2 {
				t.Errorf("a build that ends without a fault leaves version %d", shows)
			}
			break
		}
		if !errors.Is(err, errKilled) {
			t.Fatal(err)
		}
		mustPublish(t, dir, 3)
		after, err := os.Stat(dir)
		if files = folder(t, dir); err != nil || !holds(files, 3) || files[fmt.Sprintf("assets/own-%d.js", shows)] == "" || len(files) != len(edition(3))+2 {
			t.Errorf("after one that was killed at change %d and showed version %d, a build leaves %v", n, shows, slices.Sorted(maps.Keys(files)))
		}
		if !os.SameFile(before, after) {
			t.Errorf("killed at change %d: a server that was started in the folder has lost it", n)
		}
		if rest, _ := os.ReadDir(filepath.Dir(dir)); len(rest) != 1 {
			t.Errorf("killed at change %d: %v stand beside the folder", n, rest)
		}
	}
	if old < 5 || young < 5 {
		t.Errorf("killed before the new site showed %d times, after %d times", old, young)
	}
}

// A first build that was killed leaves nothing that the next one refuses.
func TestABuildContinuesWhereAFirstOneWasKilled(t *testing.T) {
	for _, where := range []func(string, string) error{always, inPlace(always)} {
		for n := 0; ; n++ {
			dir := filepath.Join(memory(t), "public")
			kill := killedAt(n)
			err := publish(dir, edition(1), func(does, to string) error { return errors.Join(where(does, to), kill(does, to)) })
			if err == nil {
				break
			}
			if err := checkOutputFolder(dir); err != nil {
				t.Fatalf("killed at change %d: %v", n, err)
			}
			mustPublish(t, dir, 2)
			if files := folder(t, dir); !holds(files, 2) {
				t.Errorf("killed at change %d: %v", n, slices.Sorted(maps.Keys(files)))
			}
		}
	}
}

// inPlace is a system that cannot exchange folders.
func inPlace(change func(string, string) error) func(string, string) error {
	return func(does, to string) error {
		if does == "exchange" {
			return errCannotExchange
		}
		return change(does, to)
	}
}

func TestWhereFoldersCannotBeExchangedNoPageEverLacksItsAssets(t *testing.T) {
	mixed := 0
	for n := 0; ; n++ {
		dir := filepath.Join(memory(t), "public")
		mustPublish(t, dir, 1)
		err := publish(dir, edition(2), inPlace(killedAt(n)))
		files := folder(t, dir)
		if missing := needs(files); missing != nil || files["assets/own-1.js"] == "" || files["en/index.html"] == "" {
			t.Errorf("killed at change %d: %v, %v", n, missing, slices.Sorted(maps.Keys(files)))
		}
		if strings.Contains(files["sw.js"], "version 2") && !strings.Contains(files["en/index.html"]+files["en/gap/index.html"], "version 2") {
			t.Errorf("killed at change %d: the worker is told of pages that are not there", n)
		}
		if err == nil {
			if !holds(files, 2) {
				t.Errorf("it leaves %v", slices.Sorted(maps.Keys(files)))
			}
			break
		}
		if !holds(files, 1) && !holds(files, 2) {
			mixed++
		}
		if err := publish(dir, edition(2), inPlace(always)); err != nil || !holds(folder(t, dir), 2) {
			t.Errorf("built again after change %d: %v, %v", n, err, slices.Sorted(maps.Keys(folder(t, dir))))
		}
		if rest, _ := os.ReadDir(filepath.Dir(dir)); len(rest) != 1 {
			t.Errorf("killed at change %d: %v stand beside the folder", n, rest)
		}
	}
	if mixed == 0 {
		t.Error("no build was killed among the pages: this does not try what it should")
	}
}

func TestTheAssetsOfThePreviousVersionStayForOneBuild(t *testing.T) {
	dir := filepath.Join(memory(t), "public")
	for _, tt := range []struct {
		version int
		own     string
	}{
		{1, "1"}, {2, "12"}, {2, "12"}, // the same once more takes nothing away
		{3, "23"}, {1, "13"},
	} {
		mustPublish(t, dir, tt.version)
		own := ""
		files := folder(t, dir)
		for _, v := range []string{"1", "2", "3"} {
			if files["assets/own-"+v+".js"] != "" && files["assets/own-"+v+".js.br"] != "" {
				own += v
			}
		}
		if own != tt.own || !holds(files, tt.version) {
			t.Errorf("after version %d the assets of %s are there, want %s", tt.version, own, tt.own)
		}
	}
}

// The folder of an earlier program has a stamp without a list.
func TestTheAssetsOfAnEarlierProgramsSiteStay(t *testing.T) {
	dir := filepath.Join(memory(t), "public")
	mustPublish(t, dir, 1)
	if err := os.WriteFile(filepath.Join(dir, stamp), []byte(stampText), 0o644); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dir, 2)
	if files := folder(t, dir); !holds(files, 2) || files["assets/own-1.js"] == "" {
		t.Errorf("it leaves %v", slices.Sorted(maps.Keys(files)))
	}
}

func TestWhateverIsInTheWayOfAFileIsReplacedAndLinksStay(t *testing.T) {
	parent := t.TempDir()
	dir, link := filepath.Join(parent, "release"), filepath.Join(parent, "public")
	mustPublish(t, dir, 1)
	elsewhere := t.TempDir()
	for _, err := range []error{
		os.RemoveAll(filepath.Join(dir, "assets")), os.Symlink(elsewhere, filepath.Join(dir, "assets")),
		os.RemoveAll(filepath.Join(dir, "en")), os.WriteFile(filepath.Join(dir, "en"), nil, 0o644),
		os.Remove(filepath.Join(dir, "sw.js")), os.Mkdir(filepath.Join(dir, "sw.js"), 0o755),
		os.Symlink(dir, link),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	mustPublish(t, link, 2)
	if files := folder(t, dir); !holds(files, 2) {
		t.Errorf("it leaves %v", slices.Sorted(maps.Keys(files)))
	}
	if to, err := os.Readlink(link); err != nil || to != dir {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
	if rest, _ := os.ReadDir(elsewhere); len(rest) != 0 {
		t.Errorf("%v were written elsewhere", rest)
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := filepath.Join(memory(t), "public")
	mustPublish(t, dir, 1)
	before, _ := os.Stat(filepath.Join(dir, "assets/shared.js"))
	mustPublish(t, dir, 2)
	after, _ := os.Stat(filepath.Join(dir, "assets/shared.js"))
	if !os.SameFile(before, after) || before.Mode().Perm() != 0o644 {
		t.Errorf("a file that has not changed was written anew, with mode %v", after.Mode())
	}
}

func TestNothingIsChangedWhereAFileCannotBeMade(t *testing.T) {
	dir := filepath.Join(memory(t), "public")
	mustPublish(t, dir, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	small := site.New([]string{"en"}, asset.NewFile("en/index.html", "text/html", []byte("<p>page")))
	if _, err := writeSite(ctx, small, dir, false); err == nil || !strings.Contains(err.Error(), "interrupted") {
		t.Errorf("interrupted: %v", err)
	}
	if !holds(folder(t, dir), 1) {
		t.Error("an interrupted build has changed the folder")
	}
	if err := publish(dir, edition(2), func(does, to string) error {
		if does == "write" && strings.HasSuffix(to, "sw.js") {
			return errors.New("no space left on device")
		}
		return nil
	}); err == nil || !holds(folder(t, dir), 1) {
		t.Errorf("a full disk: %v, %v", err, slices.Sorted(maps.Keys(folder(t, dir))))
	}
}

// Where folders cannot be exchanged, a page must find its assets there, and the worker the pages that it is told of.
func TestAssetsAreWrittenFirstAndTheServiceWorkerLast(t *testing.T) {
	script := asset.NewFile("zebra/code-1.js", "text/javascript", []byte(strings.Repeat("code ", 100)))
	script.Immutable = true
	all, err := encodeAll(t.Context(), []*asset.File{
		asset.NewFile("sw.js", "text/javascript", []byte(strings.Repeat("worker ", 100))), asset.NewFile("en/index.html", "text/html", []byte("<p>page")), script,
	})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, f := range all {
		name, _, _ := strings.Cut(f.name, ".")
		order = append(order, name)
		if f.asset != (name == "zebra/code-1") {
			t.Errorf("%s: an asset is %v", f.name, f.asset)
		}
	}
	if want := []string{"zebra/code-1", "zebra/code-1", "zebra/code-1", "en/index", "sw", "sw", "sw"}; !slices.Equal(order, want) {
		t.Errorf("%v, want %v", order, want)
	}
}

func TestASiteWithAFileThatCannotBeMadeIsNotWritten(t *testing.T) {
	s, err := site.Make(site.Config{Data: data.FS, Player: built.Player{
		Manifest: built.Manifest{SHA256: strings.Repeat("0b", 32)}, Brotli: []byte("x"), Gzip: []byte("no gzip"), Support: []byte("globalThis.Go=1"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	files := slices.DeleteFunc(s.Files(), func(f *asset.File) bool { return f.Type != "application/wasm" && f.Path != "en/gap/oembed.json" })
	if all, err := encodeAll(t.Context(), files); err == nil || !strings.Contains(err.Error(), "player-") {
		t.Errorf("%d files, %v", len(all), err)
	}
	for _, f := range s.Files() {
		if f.Immutable && !strings.HasPrefix(f.Path, assetFolder+"/") {
			t.Errorf("%s is an asset that an earlier program's stamp would not name", f.Path)
		}
	}
}
