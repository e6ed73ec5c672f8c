package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"sync"
	"testing"

	"opencases/data"
	"opencases/wasm/built"
)

// testPlayer stands in for the built player: the site does not look into it.
func testPlayer() built.Player {
	plain := []byte("\x00asm of a test")
	sum := sha256.Sum256(plain)
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	w.Write(plain)
	w.Close()
	return built.Player{
		Manifest: built.Manifest{SHA256: hex.EncodeToString(sum[:]), Size: len(plain), Quality: 11},
		Brotli:   compressBrotli(plain), Gzip: gz.Bytes(), Support: []byte("globalThis.Go = class {};"),
	}
}

var theSite = sync.OnceValues(func() (*Site, error) {
	return Make(Config{Data: data.FS, Player: testPlayer(), URL: "https://example.org/open-cases/"})
})

// mustMake gives the site of the built-in record; it is made once.
func mustMake(t testing.TB) *Site {
	t.Helper()
	s, err := theSite()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMake(t *testing.T) {
	s := mustMake(t)
	for _, f := range s.Files() {
		t.Log(f.Path, len(f.Body()))
	}
}
