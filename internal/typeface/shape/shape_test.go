package shape_test

import (
	"testing"

	"github.com/go-text/typesetting/di"

	"opencases/internal/typeface"
	"opencases/internal/typeface/shape"
)

func setter(t *testing.T, rtl bool) *shape.Setter {
	t.Helper()
	s, err := shape.New(typeface.Regular, rtl)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRunsAreOrderedFromLeftToRight(t *testing.T) {
	text := []rune("بحسب Airwars 5,961 مدنيا")
	runs := setter(t, true).Line(string(text), 16)
	first, last := runs[0], runs[len(runs)-1]
	if first.Direction != di.DirectionRTL || first.Runes.Offset+first.Runes.Count != len(text) {
		t.Errorf("the leftmost run holds runes %v, direction %v; want the end of the Arabic text", first.Runes, first.Direction)
	}
	if last.Direction != di.DirectionRTL || last.Runes.Offset != 0 {
		t.Errorf("the rightmost run holds runes %v, direction %v; want the start of the Arabic text", last.Runes, last.Direction)
	}
	covered := 0
	for _, run := range runs {
		covered += run.Runes.Count
	}
	if covered != len(text) {
		t.Errorf("the runs hold %d of %d runes", covered, len(text))
	}
}

func TestEveryCharacterOfLabelsHasAGlyph(t *testing.T) {
	for text, rtl := range map[string]bool{
		"1,799 reports — “at least” 8,249–13,342 · ≈ 17% → −3": false,
		"٦٠٣ حالات مفتوحة؛ مشتقّ: (Airwars) ٨٬٢٤٩ ٪١٧":         true,
	} {
		for _, run := range setter(t, rtl).Line(text, 16) {
			for _, glyph := range run.Glyphs {
				if glyph.GlyphID == 0 {
					t.Errorf("%q: a character of runes %v has no glyph", text, run.Runes)
				}
			}
		}
	}
}

func TestWidthGrowsWithTheSize(t *testing.T) {
	s := setter(t, false)
	if got := s.Width("000", 10); got != 18 {
		t.Errorf("three digits at 10 px are %v px wide, want 18", got)
	}
	if got := s.Width("000", 20); got != 36 {
		t.Errorf("three digits at 20 px are %v px wide, want 36", got)
	}
	if got := s.Width("", 10); got != 0 {
		t.Errorf("nothing is %v px wide, want 0", got)
	}
}
