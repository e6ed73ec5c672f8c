package svg

import (
	"testing"

	"opencases/data"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/words"
)

func BenchmarkDraw(b *testing.B) {
	r, err := record.Load(data.FS)
	if err != nil {
		b.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		b.Fatal(err)
	}
	l = l.With(r)
	for _, s := range scenes {
		p := picture.Make(r, l, s.sc, picture.Wide)
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Draw(p, Options{})
			}
		})
	}
}
