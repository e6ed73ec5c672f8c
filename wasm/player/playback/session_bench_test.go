package playback

import (
	"testing"

	"opencases/internal/story"
	"opencases/wasm/player/codec"
)

// While the timeline is dragged or plays, each month is laid out and its Frame is encoded for the page.
func BenchmarkMonth(b *testing.B) {
	for _, view := range story.Views {
		b.Run(string(view), func(b *testing.B) {
			d := start(b, "chapter=explore&view="+string(view), true)
			var encoder codec.FrameEncoder
			var encoded, months int
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
					encoded += len(encoder.Encode(f))
				}
			}
			b.ReportMetric(float64(encoded)/float64(months), "encoded-B/op")
		})
	}
}
