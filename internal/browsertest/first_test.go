package browsertest

import (
	"fmt"
	"testing"

	"opencases/internal/browser"
	"opencases/internal/story"
)

func beatKey(chapter string, beat int) string { return fmt.Sprintf("beat.%s.%d", chapter, beat) }

func TestTheStageIsNotBlank(t *testing.T) {
	for _, ch := range story.Chapters {
		t.Run(ch.Name, func(t *testing.T) {
			p := player(t, ch.Name, "")
			first := browser.Inked(stage(p))
			live(p)
			drawn := browser.Inked(stage(p))
			t.Logf("inked: %.3f at first, %.3f by the engine", first, drawn)
			if first < .02 || drawn < .02 {
				t.Errorf("inked: %.3f at first, %.3f by the engine; want a picture", first, drawn)
			}
		})
	}
}
