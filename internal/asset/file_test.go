package asset

import (
	"errors"
	"math/rand"
	"strings"
	"testing"
)

func TestCompressingThatWinsNothingIsLeftOut(t *testing.T) {
	noise := make([]byte, 4000)
	r := rand.New(rand.NewSource(1))
	for i := range noise {
		noise[i] = byte(r.Intn(256))
	}
	for what, body := range map[string][]byte{"noise": noise, "a word": []byte("word"), "nothing": nil} {
		f := NewFile("x", "text/plain", body)
		if all := f.Encodings(); len(all) != 1 || all[0] != Identity {
			t.Errorf("%s is to be had as %v", what, all)
		}
	}
	for n, want := range map[int]bool{900: true, 968: true, 969: false, 1000: false, 1001: false, 1032: false} {
		if got := smaller(make([]byte, n), make([]byte, 1000)) != nil; got != want {
			t.Errorf("%d bytes packed for 1000: sent packed is %v, want %v", n, got, want)
		}
	}
	f := NewFile("x", "text/plain", []byte(strings.Repeat("word ", 400)))
	if all := f.Encodings(); len(all) != 3 {
		t.Errorf("a text is to be had as %v", all)
	}
	if all := NewBrief("text/plain", []byte(strings.Repeat("word ", 400))).Encodings(); len(all) != 2 || all[0] != Gzip {
		t.Errorf("an answer is to be had as %v", all)
	}
}

func TestWhatCannotBeMadeSaysWhyAndIsNothing(t *testing.T) {
	broken := errors.New("no ink")
	f := NewDeferred("assets/card.png", PNGType, "abc", func() ([]byte, error) { return nil, broken })
	for _, f := range []*File{f, NewCompressed("player.wasm", WASMType, "abc", []byte("x"), []byte("no gzip"))} {
		if body, err := f.Body(); err == nil || body != nil || !strings.Contains(err.Error(), f.Path) {
			t.Errorf("%s: %d bytes, %v", f.Path, len(body), err)
		}
	}
	if _, err := f.Body(); !errors.Is(err, broken) {
		t.Errorf("a file made late says %v", err)
	}
}
