package drive

import (
	"testing"

	"opencases/internal/story"
	"opencases/wasm/player/plain"
)

// While the timeline is scrubbed or plays, each month is laid out, framed and told to the page.
func BenchmarkMonth(b *testing.B) {
	for _, view := range story.Views {
		b.Run(string(view), func(b *testing.B) {
			d := start(b, "chapter=explore&view="+string(view), true)
			var teller plain.Teller
			var told, months int
			b.ReportAllocs()
			for b.Loop() {
				by := "step 1"
				if months++; months/30%2 == 0 {
					by = "step -1"
				}
				if err := d.Command(by); err != nil {
					b.Fatal(err)
				}
				if f, changed := d.Frame(); changed {
					told += len(teller.Tell(f))
				}
			}
			b.ReportMetric(float64(told)/float64(months), "told-B/op")
		})
	}
}
