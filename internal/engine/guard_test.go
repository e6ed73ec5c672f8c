package engine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOnlyTheKnownReleaseIsAccepted(t *testing.T) {
	for name, tc := range map[string]struct {
		in   module
		want string
	}{
		"the known one":   {module{Version: Version}, ""},
		"another version": {module{Version: "v2.10.4"}, "asks for " + Module + " v2.10.4, but internal/engine knows only " + Version},
		"a replacement":   {module{Version: Version, Replace: &struct{ Path string }{"./mine"}}, "go.mod replaces " + Module + " by ./mine"},
	} {
		err := tc.in.check()
		if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)) {
			t.Errorf("%s: got %v, want %q", name, err, tc.want)
		}
	}
}

func TestAChangedFileIsRefused(t *testing.T) {
	released, err := moduleDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		src := filepath.Join(t.TempDir(), "engine")
		path := filepath.Join(src, filepath.FromSlash(c.path))
		if c.kind == added {
			write(t, path, "package new\n")
		} else {
			data, err := os.ReadFile(filepath.Join(released, filepath.FromSlash(c.path)))
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, string(data)+"\n// newer\n")
		}
		if err := c.apply(src); err == nil || !strings.Contains(err.Error(), c.path) || !strings.Contains(err.Error(), Version) {
			t.Errorf("%s: got %v, want it refused by name and release", c.path, err)
		}
		if c.kind != added {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := c.apply(src); err == nil || !strings.Contains(err.Error(), "lacks the file "+c.path) {
				t.Errorf("%s missing: got %v", c.path, err)
			}
		}
	}
}

func TestAFailedChangeKeepsTheOldCopy(t *testing.T) {
	src, dst := t.TempDir(), filepath.Join(t.TempDir(), "ebiten")
	write(t, filepath.Join(dst, "old"), "kept")
	if _, err := syncCopy(src, dst); err == nil {
		t.Fatal("an engine without the files to change was accepted")
	}
	if data, err := os.ReadFile(filepath.Join(dst, "old")); err != nil || string(data) != "kept" {
		t.Errorf("the old copy is gone: %v", err)
	}
}

func TestConstrainKeepsAFileOutOfTheBrowserBuild(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"free":        {"// L\n\npackage p\n", "//go:build !js\n\n" + mark("changed by") + "// L\n\npackage p\n"},
		"constrained": {"// L\n\n//go:build a || b\n\npackage p\n", mark("changed by") + "// L\n\n//go:build (a || b) && !js\n\npackage p\n"},
	} {
		got, err := constrain([]byte(tc.in))
		if err != nil || string(got) != tc.want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, tc.want)
		}
	}
	if _, err := constrain([]byte("no Go")); err == nil {
		t.Error("a file without a package clause was accepted")
	}
}

func TestAnEditNeedsItsPassageOnce(t *testing.T) {
	for in, n := range map[string]int{"": 0, "x": 1, "x x": 2} {
		got, err := applyEdits([]byte(in), []edit{{"x", "y"}})
		if (err == nil) != (n == 1) {
			t.Errorf("%d times: %q, %v", n, got, err)
		}
	}
}

func TestShaderConstantsAreFoundOrRefusedWithTheirPlace(t *testing.T) {
	const head = "package p\n\n"
	for name, tc := range map[string]struct{ in, want, fault string }{
		"one":       {head + shaderMark + "\nconst a = `k`\n", "k", ""},
		"group":     {head + "const (\n\tb = 1\n\t" + shaderMark + "\n\ta = \"k\"\n)\n", "k", ""},
		"unmarked":  {head + "// " + shaderMark + " is not here\nconst a = `k`\n", "", ""},
		"nameless":  {head + shaderMark + "\nconst _ = `k`\n", "", ""},
		"sum":       {head + shaderMark + "\nconst a = `k` + b\n", "", "f.go:4:7: the shader constant a must be one plain string literal"},
		"two":       {head + shaderMark + "\nconst a, b = `k`, `l`\n", "", "f.go:4:7: "},
		"broken Go": {head + shaderMark + "\nconst a = \n", "", "f.go:4:"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := constSources("f.go", []byte(tc.in))
			if tc.fault != "" {
				if err == nil || !strings.HasPrefix(err.Error(), tc.fault) {
					t.Fatalf("got %v, want %q", err, tc.fault)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if tc.want == "" && len(got) != 0 || tc.want != "" && (len(got) != 1 || got[0].Text != tc.want) {
				t.Errorf("got %+v, want %q", got, tc.want)
			}
		})
	}
}
