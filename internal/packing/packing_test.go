package packing

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// samples are bytes of every sort: none, few, alike, random, text.
func samples() map[string][]byte {
	random := make([]byte, 70_001)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.UintN(256))
	}
	return map[string][]byte{
		"nothing": {}, "one byte": {7}, "two": {255, 0}, "zeros": make([]byte, 100_000), "random": random,
		"text": []byte(strings.Repeat("What was reported, and what became of it. ", 500) + "x"),
	}
}

func TestBytesSurviveAsText(t *testing.T) {
	for name, plain := range samples() {
		text := Text(plain)
		if strings.ContainsAny(string(text), unused[:1]+unused[2:]) || bytes.ContainsFunc(text, func(r rune) bool { return r > 127 }) {
			t.Errorf("%s: the text holds characters that a page would read otherwise", name)
		}
		again, err := Bytes(text, len(plain))
		if err != nil || !bytes.Equal(again, plain) {
			t.Errorf("%s: %v; %d bytes became %d", name, err, len(plain), len(again))
		}
		if most := (len(plain)+octets)*digits/octets*120/119 + 2; len(text) > most {
			t.Errorf("%s: %d characters for %d bytes, want at most %d", name, len(text), len(plain), most)
		}
	}
}

func TestTextThatIsCutOrSpoiltIsRefused(t *testing.T) {
	text := Text([]byte("a record of strikes"))
	if _, err := Bytes(text[:14], 19); err == nil {
		t.Error("a cut text is read")
	}
	if _, err := Bytes([]byte("ab<defg"), 3); err == nil {
		t.Error("a foreign character is read")
	}
}

func TestWhatIsPackedUnpacksToItself(t *testing.T) {
	for name, plain := range samples() {
		for _, level := range []int{Quick, Best} {
			packed, err := Compress(plain, level)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			again, err := Decompress(packed)
			if err != nil || !bytes.Equal(again, plain) {
				t.Errorf("%s: %v", name, err)
			}
			if name == "text" && len(packed) > 200 {
				t.Errorf("repeated text of %d bytes is packed into %d", len(plain), len(packed))
			}
		}
	}
}
