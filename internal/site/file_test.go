package site

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"testing"
)

func TestACompressedFormWinsMoreThanAHeaderFieldCosts(t *testing.T) {
	plain := make([]byte, 100)
	for size, kept := range map[int]bool{10: true, 68: true, 69: false, 100: false, 110: false} {
		if got := smaller(make([]byte, size), plain) != nil; got != kept {
			t.Errorf("100 bytes packed into %d: kept is %v, want %v", size, got, kept)
		}
	}
}

func TestWhatDoesNotCompressIsKeptAsItIs(t *testing.T) {
	noise := sha256.Sum256([]byte("noise"))
	for name, c := range map[string]struct {
		kind string
		body []byte
		want []Encoding
	}{
		"noise":   {"text/plain", noise[:], []Encoding{Identity}},
		"a word":  {"text/plain", []byte("word"), []Encoding{Identity}},
		"a font":  {"font/woff2", bytes.Repeat([]byte("a"), 500), []Encoding{Identity}},
		"a text":  {"text/plain; charset=utf-8", bytes.Repeat([]byte("many words "), 50), []Encoding{Brotli, Gzip, Identity}},
		"nothing": {"text/plain", nil, []Encoding{Identity}},
	} {
		f := NewFile("x", c.kind, c.body)
		if got := f.Encodings(); !slices.Equal(got, c.want) {
			t.Errorf("%s is kept as %v, want %v", name, got, c.want)
		}
	}
}
