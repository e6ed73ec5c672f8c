package typeface_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"

	"opencases/internal/typeface"
)

// unicodeBreaks are the places, in bytes, where the Unicode line breaking algorithm lets a line end.
func unicodeBreaks(text string) map[int]bool {
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	places, at := map[int]bool{}, 0
	for lines := seg.LineIterator(); lines.Next(); {
		at += len(string(lines.Line().Text))
		places[at] = true
	}
	return places
}

// wrapBreaks are the places where Wrap ends a line when there is no room at all.
func wrapBreaks(text string) map[int]bool {
	places, at := map[int]bool{}, 0
	for _, line := range typeface.Wrap(text, 0, 14, typeface.Regular) {
		at += len(line)
		places[at] = true
	}
	return places
}

func TestEastAsianTextBreaksOnlyWhereUnicodeLetsIt(t *testing.T) {
	letters := []rune("联军说有多少平民在空袭中被打死日本語カタカナひらがなㄅㄆ한국어보고서あア㐀𠀋ＡＢ１２ab7%29")
	signs := []rune("、。，！？：；）」』】〉》（「『【〈《ー々ぁっょァッョ・“”‘’…—-,.;:!?()[]$£¥％￥｡｢｣ｧﾞ°〜／＆")
	random := rand.New(rand.NewPCG(7, 11))
	for range 20_000 {
		var text []rune
		for range 2 + random.IntN(9) {
			from := letters
			if random.IntN(3) == 0 {
				from = signs
			}
			text = append(text, from[random.IntN(len(from))])
		}
		s := string(text)
		want := unicodeBreaks(s)
		for at := range wrapBreaks(s) {
			if !want[at] {
				t.Fatalf("%q breaks before %q", s, s[at:])
			}
		}
	}
}

func TestEastAsianTextBreaksBetweenAnyTwoLetters(t *testing.T) {
	for _, s := range []string{
		"联军承认的死亡人数", "カタカナとひらがな", "한국어보고서", "𠀋𠀋㐀", "到2017年11月有603起未结案", "民间(平民)说：「六百三起」未结。",
		"ＡＢＣ", "ㄅㄆㄇ", "第28,562次", "17%的案件",
	} {
		if got, want := wrapBreaks(s), unicodeBreaks(s); len(got) != len(want) {
			t.Errorf("%q breaks into %q; Unicode allows %d lines", s, typeface.Wrap(s, 0, 14, typeface.Regular), len(want))
		}
	}
}

func TestALongWordIsBrokenOnlyWhenItMust(t *testing.T) {
	for text, want := range map[string][]string{
		"a b":                       {"a b"},
		"Nichtkampfbeteiligte":      {"Nichtka", "mpfbete", "iligte"},
		"of 28,562,000,000 strikes": {"of", "28,562,000,000", "strikes"},
		"٢٨٬٥٦٢٬٠٠٠٬٠٠٠":            {"٢٨٬٥٦٢٬٠٠٠٬٠٠٠"},
		"eeeeeeeeé́eeee":            {"eeeeeee", "eé́eeee"},
		"联军承认的死亡人数":                 {"联军承", "认的死", "亡人数"},
		"mm👩‍👧mmmmm":                {"mm👩‍👧", "mmmm", "m"},
	} {
		if got := typeface.WrapAnywhere(text, 54, 14, typeface.Regular); !slices.Equal(got, want) {
			t.Errorf("WrapAnywhere(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNoAccentOrJoinerIsSeparatedFromItsLetter(t *testing.T) {
	for text, want := range map[string][]string{
		"e\u0301e\u0301": {"e\u0301", "e\u0301"},
		"か\u3099か":       {"か\u3099", "か"},
		"👍🏽👍🏽":           {"👍🏽", "👍🏽"},
		"👩\u200d👧👧":      {"👩\u200d👧", "👧"},
		"a\u00a0b":       {"a\u00a0b"},
	} {
		if got := typeface.WrapAnywhere(text, 1, 14, typeface.Regular); !slices.Equal(got, want) {
			t.Errorf("WrapAnywhere(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzWrapAnywhereKeepsEveryCharacter(f *testing.F) {
	f.Add("Nichtkampfbeteiligte 联军说：“６０３”", 54.)
	f.Add("٢٨٬٥٦٢ 28,562 — a\u200db\u00a0c", 3.)
	f.Fuzz(func(t *testing.T, text string, max float64) {
		if len(text) > 400 || max != max {
			t.Skip("longer than any label")
		}
		lines := typeface.WrapAnywhere(text, max, 14, typeface.Regular)
		if got, want := bare.Replace(strings.Join(lines, "")), bare.Replace(text); got != want {
			t.Errorf("the lines hold %q, the text %q", got, want)
		}
	})
}
