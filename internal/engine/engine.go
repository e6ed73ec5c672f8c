// Package engine prepares the copy of Ebitengine that the player is built
// against: the pinned release with a few files kept out of the browser build,
// because they link what a browser never uses. Natively the copy behaves as
// released; that is how its own Kage compiler is run ahead of time.
package engine

import (
	"embed"
	"path/filepath"
)

// Module is the import path of Ebitengine, and Version the one release whose
// files the changes below were written for.
const (
	Module  = "github.com/hajimehoshi/ebiten/v2"
	Version = "v2.9.11"
)

// tablePath is the generated file that holds the compiled shaders.
const tablePath = "internal/shaderir/precompiledtable_js.go"

// noticePath is the file that lists the changes, as the engine's licence asks.
const noticePath = "CHANGES.open-cases.txt"

//go:embed replace
var replacements embed.FS

// Options say what to prepare and where. All paths are relative to Root or
// absolute.
type Options struct {
	Root    string // folder with the repository's go.mod
	Out     string // folder to write: go.mod, go.sum and the copy in ebiten/
	Package string // the player's package, such as ./wasm/player
}

func (o Options) out(parts ...string) string {
	dir := o.Out
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(o.Root, dir)
	}
	return filepath.Join(append([]string{dir}, parts...)...)
}

// Prepare brings the copy, its go.mod and its table of shaders up to date and
// reports what it had to do. It is quick when nothing has changed.
func Prepare(o Options) (Report, error) {
	var r Report
	dir, err := moduleDir(o.Root)
	if err != nil {
		return r, err
	}
	if r.Copied, err = syncCopy(dir, o.out("ebiten")); err != nil {
		return r, err
	}
	if err := writeModfile(o); err != nil {
		return r, err
	}
	r.Shaders, r.Compiled, err = syncShaders(o)
	return r, err
}

// Report says what Prepare did.
type Report struct {
	Copied   bool // the engine was copied and changed anew
	Compiled bool // the shaders were compiled anew
	Shaders  int  // compiled shaders in the table
}
