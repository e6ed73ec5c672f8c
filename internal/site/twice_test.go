package site

import (
	"strings"
	"testing"

	"opencases/internal/asset"
)

// A file that stands under two names is fetched and kept twice. A picture's plain name is for other people's pages.
func TestNoTwoFilesHoldTheSame(t *testing.T) {
	byContent := map[string][]string{}
	for _, f := range mustMake(t).Files() {
		if f.Type != asset.PNGType {
			byContent[f.Hash] = append(byContent[f.Hash], f.Path)
		}
	}
	for _, paths := range byContent {
		if len(paths) > 1 {
			t.Errorf("these hold the same: %s", strings.Join(paths, ", "))
		}
	}
}
