package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// with is an edition that is pinned, too.
func with(version int) (all []outputFile) {
	for _, f := range edition(version) {
		all = append(all, outputFile{fmt.Sprintf("v/version%d/%s", version, f.name), f.body, false})
	}
	return append(all, edition(version)...)
}

func TestPinnedVersionsStayUntilTheyAreRemovedByHand(t *testing.T) {
	for name, change := range map[string]func(string, string) error{"exchanged": always, "in place": inPlace(always)} {
		dir := filepath.Join(memory(t), "public")
		for _, files := range [][]outputFile{with(1), with(2), edition(3), edition(4)} {
			if err := publish(dir, files, change); err != nil {
				t.Fatal(err)
			}
		}
		files := folder(t, dir)
		for _, version := range []int{1, 2} {
			for _, f := range edition(version) {
				if got := files[fmt.Sprintf("v/version%d/%s", version, f.name)]; got != string(f.body) {
					t.Errorf("%s: of version %d, %s is %q", name, version, f.name, got)
				}
			}
		}
		if files["assets/own-1.js"] != "" || files["assets/own-3.js"] == "" || files["en/index.html"] != string(edition(4)[3].body) {
			t.Errorf("%s: the site itself is %v", name, slices.Sorted(maps.Keys(files)))
		}
		if err := os.RemoveAll(filepath.Join(dir, "v", "version1")); err != nil {
			t.Fatal(err)
		}
		if err := publish(dir, edition(5), change); err != nil {
			t.Fatal(err)
		}
		if files := folder(t, dir); files["v/version1/en/index.html"] != "" || files["v/version2/en/index.html"] == "" {
			t.Errorf("%s: after version 1 was removed %v stand there", name, slices.Sorted(maps.Keys(files)))
		}
	}
}

func TestABuildThatIsKilledLosesNoPinnedVersion(t *testing.T) {
	for n := 0; ; n++ {
		dir := filepath.Join(memory(t), "public")
		if err := publish(dir, with(1), always); err != nil {
			t.Fatal(err)
		}
		err := publish(dir, with(2), killedAt(n))
		if files := folder(t, dir); files["v/version1/en/index.html"] == "" || files["v/version1/assets/own-1.js"] == "" {
			t.Fatalf("killed at change %d: %v", n, slices.Sorted(maps.Keys(files)))
		}
		if err == nil {
			break
		}
	}
}

func TestTheSecondOfTwoBuildsWaitsForTheFirst(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first, err := lockBeside(t.Context(), dir, func() { t.Error("the first waits") })
	if err != nil {
		t.Fatal(err)
	}
	waits, second := make(chan bool, 1), make(chan error, 1)
	go func() {
		unlock, err := lockBeside(t.Context(), dir, func() { waits <- true })
		if err == nil {
			unlock()
		}
		second <- err
	}()
	<-waits
	select {
	case <-second:
		t.Error("the second does not wait")
	case <-time.After(200 * time.Millisecond):
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := lockBeside(ctx, dir, func() {}); err == nil || !strings.Contains(err.Error(), "interrupted") {
		t.Errorf("one that is interrupted while it waits: %v", err)
	}
	first()
	if err := <-second; err != nil {
		t.Error(err)
	}
}

func TestABuildPinsItsVersionAndSaysWhomToTellOfFaults(t *testing.T) {
	dir := filepath.Join(memory(t), "public")
	if code, _, stderr := run(t, "build", "-out", dir, "-pin", "-security-contact", "mailto:security@example.org", "-security-expires", "2027-06-30"); code != 0 {
		t.Fatal(stderr)
	}
	files := folder(t, dir)
	pins, _ := filepath.Glob(filepath.Join(dir, "v", "*"))
	if len(pins) != 1 || !strings.Contains(files["version.json"], filepath.Base(pins[0])) {
		t.Fatalf("%v are pinned, the version is %s", pins, files["version.json"])
	}
	pin := "v/" + filepath.Base(pins[0]) + "/"
	for name, body := range files {
		pinned, ok := files[pin+name]
		switch {
		case strings.HasPrefix(name, "v/"), strings.HasPrefix(name, "hosting/"), name == ".htaccess", name == "_headers":
		case strings.HasPrefix(name, "sw.js"), strings.HasPrefix(name, "404.html"), name == "robots.txt", name == ".well-known/security.txt":
			if ok {
				t.Errorf("%s is pinned, and means something at the root alone", name)
			}
		case pinned != body:
			t.Errorf("%s is not pinned as it is", name)
		}
	}
	if got, want := files[".well-known/security.txt"], "Contact: mailto:security@example.org\nExpires: 2027-06-30T00:00:00Z\nPreferred-Languages: en\n"; got != want {
		t.Errorf("security.txt is %q, want %q", got, want)
	}
	for args, want := range map[string]string{"-security-contact a@b.org -security-expires 2027-06-30": "write it like mailto:", "-security-contact mailto:a@b.org": "write it like 2027-06-30"} {
		if code, _, stderr := run(t, append([]string{"build", "-out", dir + "x"}, strings.Fields(args)...)...); code != exitUsage || !strings.Contains(stderr, want) {
			t.Errorf("build %s: code %d, %q", args, code, stderr)
		}
	}
}
