// Package packing makes bytes small enough, and plain enough, to stand as text inside one HTML file: LZMA, which a browser
// can unpack with a short script, and characters of ASCII for the result. The other half is in web/bundle.
package packing

import (
	"bytes"
	"fmt"
	"io"

	"github.com/kjk/lzma"
)

// Levels of Compress. For the player's WebAssembly Best takes some 20 s. Good, for text, is within 2 percent of it in half
// the time. Quick is for while one is changing things.
const (
	Quick = 1
	Good  = 4
	Best  = 7
)

// Compress packs bytes as an LZMA file (".lzma") and makes sure that it unpacks to the same.
//
// The encoder is a port of the reference one: of those in Go only it looks for the cheapest way to say a stretch. Measured
// on the player, it makes 1,110,684 bytes; xz -9e makes 1,111,659, and github.com/ulikunitz/xz 1,470,350.
func Compress(plain []byte, level int) ([]byte, error) {
	var b bytes.Buffer
	w := lzma.NewWriterSizeLevel(&b, int64(len(plain)), level)
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("packing %d bytes: %w", len(plain), err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("packing %d bytes: %w", len(plain), err)
	}
	again, err := Decompress(b.Bytes())
	if err != nil || !bytes.Equal(again, plain) {
		return nil, fmt.Errorf("packing %d bytes: they do not unpack to themselves: %v", len(plain), err)
	}
	return b.Bytes(), nil
}

// Decompress unpacks what Compress packed.
func Decompress(packed []byte) ([]byte, error) {
	r := lzma.NewReader(bytes.NewReader(packed))
	defer r.Close()
	return io.ReadAll(r)
}
