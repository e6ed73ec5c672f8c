package engine

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const ringShader = `//kage:unit pixels

package main

var Inner float

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	return color * step(Inner, length(custom.xy))
}
`

// player writes a small program that is its own module and pins the engine as
// this repository does.
func player(t *testing.T) Options {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(root, name), string(data))
	}
	write(t, filepath.Join(root, "player", "ring.kage"), ringShader)
	write(t, filepath.Join(root, "player", "main.go"), `package main

import (
	_ "embed"

	"github.com/hajimehoshi/ebiten/v2"
)

//go:embed ring.kage
var ring []byte

//ebitengine:shadersource
const plain = "//kage:unit pixels\n\npackage main\n\nfunc Fragment(d vec4, s vec2, c vec4) vec4 { return c }\n"

type game struct{}

func (game) Update() error              { return nil }
func (game) Draw(*ebiten.Image)         {}
func (game) Layout(w, h int) (int, int) { return w, h }

func main() {
	for _, src := range []string{string(ring), plain} {
		if _, err := ebiten.NewShader([]byte(src)); err != nil {
			panic(err)
		}
	}
	if err := ebiten.RunGame(game{}); err != nil {
		panic(err)
	}
}
`)
	return Options{Root: root, Out: "build/engine", Package: "./player"}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func prepare(t *testing.T, o Options) Report {
	t.Helper()
	r, err := Prepare(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPrepareBuildsOnceAndFollowsChanges(t *testing.T) {
	o := player(t)
	const shaders = 1 + 18 + 2 // clear, the filters, and the player's two
	if got, want := prepare(t, o), (Report{Copied: true, Compiled: true, Shaders: shaders}); got != want {
		t.Errorf("first run: %+v, want %+v", got, want)
	}
	if got, want := prepare(t, o), (Report{Shaders: shaders}); got != want {
		t.Errorf("nothing changed: %+v, want %+v", got, want)
	}

	write(t, filepath.Join(o.Root, "player", "ring.kage"), strings.ReplaceAll(ringShader, "color *", "2 * color *"))
	if got, want := prepare(t, o), (Report{Compiled: true, Shaders: shaders}); got != want {
		t.Errorf("a shader changed: %+v, want %+v", got, want)
	}

	mod, err := os.ReadFile(filepath.Join(o.Root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(o.Root, "go.mod"), string(mod)+"\n// a later line\n")
	prepare(t, o)
	derived, err := os.ReadFile(o.out("go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\n// a later line\n", "\nreplace " + Module + " => ./build/engine/ebiten\n"} {
		if !strings.Contains(string(derived), want) {
			t.Errorf("the derived go.mod lacks %q:\n%s", want, derived)
		}
	}

	if err := os.Remove(o.out("ebiten", ".stamp")); err != nil {
		t.Fatal(err)
	}
	if got := prepare(t, o); !got.Copied || !got.Compiled {
		t.Errorf("a copy of unknown state was kept: %+v", got)
	}
}

func TestPreparedEngineBuildsWithoutTheHeavyPackages(t *testing.T) {
	o := player(t)
	prepare(t, o)
	env := []string{"GOOS=js", "GOARCH=wasm"}
	out, err := goCommand(o.Root, env, nil, "list", "-deps", "-modfile="+o.out("go.mod"), o.Package)
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	for _, heavy := range []string{"text/template", "go/build", "go/parser", "regexp", "archive/zip", "compress/zlib", "encoding/json", Module + "/internal/shader"} {
		if slices.Contains(linked, heavy) {
			t.Errorf("the player still links %s", heavy)
		}
	}
	if _, err := goCommand(o.Root, env, nil, "build", "-modfile="+o.out("go.mod"), "-o", os.DevNull, o.Package); err != nil {
		t.Error(err)
	}
}

func TestACopyHasTheLicenceAndTheListOfChanges(t *testing.T) {
	o := player(t)
	prepare(t, o)
	licence, err := os.ReadFile(o.out("ebiten", "LICENSE"))
	if err != nil || !strings.Contains(string(licence), "Apache License") {
		t.Errorf("LICENSE of the copy: %v, %.40q", err, licence)
	}
	for _, c := range changes {
		data, err := os.ReadFile(o.out("ebiten", c.path))
		if err != nil {
			t.Error(err)
			continue
		}
		head, _, _ := strings.Cut(string(data), "\npackage ")
		if !strings.Contains(head, "Open Cases, see "+noticePath) {
			t.Errorf("%s does not say that it was changed", c.path)
		}
	}
	notice, err := os.ReadFile(o.out("ebiten", noticePath))
	if err != nil || !strings.Contains(string(notice), "internal/ui/ui_js.go: edited") {
		t.Errorf("notice: %v, %s", err, notice)
	}
}

func TestAnErrorInAShaderNamesItsFile(t *testing.T) {
	o := player(t)
	write(t, filepath.Join(o.Root, "player", "ring.kage"), strings.Replace(ringShader, "length(", "lenght(", 1))
	_, err := Prepare(o)
	if err == nil || !strings.Contains(err.Error(), "player/ring.kage") || !strings.Contains(err.Error(), "lenght") {
		t.Errorf("got %v, want the file and the unknown function", err)
	}
}
