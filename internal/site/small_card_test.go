package site

import (
	"errors"
	"strings"
	"testing"

	"opencases/internal/asset"
)

func TestASmallCardSaysWhyItCannotBeMade(t *testing.T) {
	broken := errors.New("no ink")
	card := asset.NewDeferred("assets/en-gap-abcdefghij.png", asset.PNGType, "abcdefghij", func() ([]byte, error) { return nil, broken })
	small := smallCard(card, 300, 157)
	if body, err := small.Body(); !errors.Is(err, broken) || body != nil || !strings.Contains(err.Error(), small.Path) {
		t.Errorf("%s: %d bytes, %v", small.Path, len(body), err)
	}
}
