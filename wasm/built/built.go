// Package built holds what `make build` makes for the browser: the player's WebAssembly, compressed, and Go's
// support script for it. The files are not kept in the repository; a program built without them says so.
package built

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
)

//go:embed *
var files embed.FS

// Names of the files beside this one.
const (
	BrotliFile   = "player.wasm.br"
	GzipFile     = "player.wasm.gz"
	SupportFile  = "wasm_exec.js"
	ManifestFile = "player.json"
)

// Manifest says what the compressed files hold.
type Manifest struct {
	SHA256  string `json:"sha256"`  // of the plain WebAssembly, hexadecimal
	Size    int    `json:"size"`    // of the plain WebAssembly, bytes
	Quality int    `json:"quality"` // Brotli quality, 0 to 11
}

// Player is the built player.
type Player struct {
	Manifest
	Brotli, Gzip []byte // the WebAssembly
	Support      []byte // wasm_exec.js of the Go release that built it
}

// ErrNotBuilt says that the program was compiled before the player was.
var ErrNotBuilt = errors.New("this program was built without the player; run: make build")

// Load returns the built player, or ErrNotBuilt.
func Load() (Player, error) {
	var p Player
	text, err := files.ReadFile(ManifestFile)
	if err != nil {
		return p, ErrNotBuilt
	}
	if err := json.Unmarshal(text, &p.Manifest); err != nil {
		return p, fmt.Errorf("%s: %w; run: make clean build", ManifestFile, err)
	}
	for name, to := range map[string]*[]byte{BrotliFile: &p.Brotli, GzipFile: &p.Gzip, SupportFile: &p.Support} {
		if *to, err = files.ReadFile(name); err != nil {
			return p, ErrNotBuilt
		}
	}
	return p, nil
}
