package words_test

import (
	"testing"

	"opencases/data"
	"opencases/internal/record"
	"opencases/internal/words"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := words.Load(data.FS, "en"); err != nil {
			b.Fatal(err)
		}
	}
}

// A text with figures in it, as it stands beside the picture.
func BenchmarkText(b *testing.B) {
	r, err := record.Load(data.FS)
	if err != nil {
		b.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		b.Fatal(err)
	}
	l = l.With(r)
	b.ReportAllocs()
	for b.Loop() {
		l.Text("beat.cover.1.text")
	}
}
