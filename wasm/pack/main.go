// Command pack strips and compresses the player's WebAssembly for package built:
//
//	go run ./wasm/pack -quality 11 build/player.wasm wasm/built
//
// Brotli at quality 11 takes many seconds for a few megabytes, so nothing is done when the folder already holds
// the same WebAssembly at the same or a better quality. Quality 11 is some 15 percent smaller than 9 or 5.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"

	"opencases/internal/engine"
	"opencases/wasm/built"
)

func main() {
	quality := flag.Int("quality", brotli.BestCompression, "Brotli `quality`, 0 to 11")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: pack [-quality 11] WASM FOLDER")
		os.Exit(2)
	}
	if err := pack(flag.Arg(0), flag.Arg(1), *quality); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func pack(wasm, folder string, quality int) error {
	plain, err := os.ReadFile(wasm)
	if err != nil {
		return err
	}
	if err := support(folder); err != nil {
		return err
	}
	if plain, err = engine.Strip(plain); err != nil {
		return fmt.Errorf("%s: %w", wasm, err)
	}
	sum := sha256.Sum256(plain)
	m := built.Manifest{SHA256: hex.EncodeToString(sum[:]), Size: len(plain), Quality: quality}
	if done(folder, m) {
		return nil
	}
	// The manifest goes last and the old one first: a folder with a manifest is complete.
	os.Remove(filepath.Join(folder, built.ManifestFile))
	gz := make(chan []byte, 1)
	go func() {
		gz <- compress(plain, func(w io.Writer) io.WriteCloser {
			z, _ := gzip.NewWriterLevel(w, gzip.BestCompression)
			return z
		})
	}()
	br := compress(plain, func(w io.Writer) io.WriteCloser {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: quality, LGWin: 24})
	})
	manifest, err := json.Marshal(m)
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		body []byte
	}{{built.BrotliFile, br}, {built.GzipFile, <-gz}, {built.ManifestFile, append(manifest, '\n')}} {
		if err := os.WriteFile(filepath.Join(folder, f.name), f.body, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("player: %d bytes, Brotli %d (quality %d)\n", len(plain), len(br), quality)
	return nil
}

// done reports whether the folder holds this WebAssembly already, at least this well compressed.
func done(folder string, want built.Manifest) bool {
	text, err := os.ReadFile(filepath.Join(folder, built.ManifestFile))
	var have built.Manifest
	if err != nil || json.Unmarshal(text, &have) != nil || have.SHA256 != want.SHA256 || have.Quality < want.Quality {
		return false
	}
	for _, name := range []string{built.BrotliFile, built.GzipFile} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			return false
		}
	}
	return true
}

// support copies the script that Go's WebAssembly needs, from the Go release that is building.
func support(folder string) error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	name := filepath.Join(folder, built.SupportFile)
	if have, err := os.ReadFile(name); err == nil && bytes.Equal(have, script) {
		return nil
	}
	return os.WriteFile(name, script, 0o644)
}

func compress(plain []byte, to func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := to(&b)
	w.Write(plain) // a bytes.Buffer does not fail
	w.Close()
	return b.Bytes()
}
