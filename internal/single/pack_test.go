package single

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// again puts back what once has left out.
func again(fresh []byte, repeats []repeat) (text []byte) {
	for _, r := range repeats {
		text = append(text, fresh[:r[0]]...)
		text = append(text, text[r[1]:r[1]+r[2]]...)
		fresh = fresh[r[0]:]
	}
	return append(text, fresh...)
}

func TestWhatIsLeftOutOnceCanBePutBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	passage := func() string {
		b := make([]byte, r.IntN(200))
		for i := range b {
			b[i] = byte(r.IntN(256))
		}
		return string(b)
	}
	alike := passage() + passage()
	texts := []string{"", "x", strings.Repeat("x", 300), strings.Repeat("ab", 400), alike + alike, alike[1:] + alike + "x" + alike[:len(alike)-1]}
	for range 50 {
		parts := []string{passage(), passage(), passage(), strings.Repeat("y", r.IntN(90))}
		text := ""
		for range 30 {
			text += parts[r.IntN(len(parts))]
		}
		texts = append(texts, text)
	}
	left := 0
	for _, text := range texts {
		fresh, repeats := once(text)
		left += len(text) - len(fresh)
		if got := string(again(fresh, repeats)); got != text {
			t.Fatalf("%q comes back as %q", text, got)
		}
	}
	if left < 50_000 {
		t.Errorf("only %d bytes were left out", left)
	}
}
