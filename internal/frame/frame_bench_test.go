package frame

import (
	"testing"

	"opencases/internal/picture"
	"opencases/internal/story"
)

// A frame is made at every step, and whenever its words change while the timeline runs.
func BenchmarkMake(b *testing.B) {
	r, l := load(b)
	for _, ch := range story.Chapters {
		s, faults := story.Initial().With("chapter=" + ch.Name)
		if len(faults) > 0 {
			b.Fatal(faults)
		}
		p := picture.Make(r, l, s.Scene(), picture.Wide)
		b.Run(ch.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Make(r, l, s, p, Page{Root: "../"})
			}
		})
	}
}
