// Package internal_test holds the direction of imports between the rooms.
package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// floors are the rooms from the ground up. A package imports what stands below it, or its own room.
var floors = [][]string{
	{"data", "web", "wasm/built"},
	{"internal/csvtext", "internal/month", "internal/typeface", "internal/engine", "internal/asset", "internal/poll"},
	{"internal/record"},
	{"internal/words", "internal/story"},
	{"internal/picture", "internal/deck"},
	{"internal/frame"},
	{"internal/paint", "internal/handout", "internal/oembed"},
	{"wasm/player", "internal/single"},
	{"internal/site"},
	{"internal/serve", "internal/classroom"},
	{"cmd/opencases"},
}

// tools build, drive, measure and photograph the program. They may know all of it, and it knows none of them.
var tools = regexp.MustCompile(`^(wasm/pack|internal/(bench|test))(/|$)`)

const module = "opencases/"

type goPackage struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// listed are the packages of the module for a system.
func listed(t *testing.T, goos, goarch string) (all []goPackage) {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", module+"...")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// roomOf is the room that a package belongs to and its floor; -1 where it stands in none.
func roomOf(path string) (room string, floor int) {
	for i, rooms := range floors {
		for _, r := range rooms {
			if path == r || strings.HasPrefix(path, r+"/") {
				if len(r) > len(room) {
					room, floor = r, i
				}
			}
		}
	}
	if room == "" {
		return "", -1
	}
	return room, floor
}

func TestARoomImportsOnlyRoomsBelowIt(t *testing.T) {
	seen := map[string]bool{}
	for _, system := range [][2]string{{"linux", "amd64"}, {"js", "wasm"}} {
		for _, p := range listed(t, system[0], system[1]) {
			from := strings.TrimPrefix(p.ImportPath, module)
			room, floor := roomOf(from)
			if tools.MatchString(from) || from == "internal" { // this test
				continue
			}
			if floor < 0 {
				t.Errorf("%s stands in no room; name it in floors", from)
				continue
			}
			seen[room] = true
			for _, to := range p.Imports {
				to, own := strings.CutPrefix(to, module)
				if other, below := roomOf(to); own && other != room && below >= floor {
					t.Errorf("%s imports %s, which does not stand below it", from, to)
				}
			}
			for _, to := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
				if to, own := strings.CutPrefix(to, module); own && tools.MatchString(to) {
					t.Errorf("%s imports %s, which is a tool", from, to)
				}
			}
		}
	}
	for _, room := range slices.Concat(floors...) {
		if !seen[room] {
			t.Errorf("there is no room %s", room)
		}
	}
}
