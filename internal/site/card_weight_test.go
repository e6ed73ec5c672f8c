package site

import (
	"testing"

	"opencases/internal/asset"
)

// A messenger may not show a heavier picture, and an article that embeds several loads one for each.
func TestEveryShareCardIsLight(t *testing.T) {
	const most = 60_000
	cards := 0
	for _, f := range mustMake(t).Files() {
		if f.Type != asset.PNGType {
			continue
		}
		cards++
		if n := len(contentOf(f)); n == 0 || n > most {
			t.Errorf("%s weighs %d bytes, want at most %d", f.Path, n, most)
		}
	}
	if cards == 0 {
		t.Error("there is no card")
	}
}
