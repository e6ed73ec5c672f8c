package typeface_test

import (
	"math"
	"testing"

	"opencases/internal/typeface"
	"opencases/internal/typeface/shape"
)

var weights = map[string]typeface.Weight{"regular": typeface.Regular, "semibold": typeface.Semibold}

// ratios calls check with Width over the true width of each phrase, in both weights.
func ratios(t *testing.T, phrases []string, rtl bool, check func(t *testing.T, phrase string, ratio float64)) {
	for name, weight := range weights {
		t.Run(name, func(t *testing.T) {
			setter, err := shape.New(weight, rtl)
			if err != nil {
				t.Fatal(err)
			}
			least, most, sum := math.Inf(1), 0.0, 0.0
			for _, phrase := range phrases {
				ratio := typeface.Width(phrase, 1000, weight) / setter.Width(phrase, 1000)
				check(t, phrase, ratio)
				least, most, sum = min(least, ratio), max(most, ratio), sum+ratio
			}
			t.Logf("%d phrases: width over true width is %.4f to %.4f, on average %.4f",
				len(phrases), least, most, sum/float64(len(phrases)))
		})
	}
}

func TestEnglishWidthIsWithinOnePerCentOfShaping(t *testing.T) {
	ratios(t, english, false, func(t *testing.T, phrase string, ratio float64) {
		if math.Abs(ratio-1) > 0.01 {
			t.Errorf("Width(%q) is %.4f of the shaped width, want 0.99 to 1.01", phrase, ratio)
		}
	})
}

func TestArabicWidthIsWithinTwoPerCentOfShaping(t *testing.T) {
	ratios(t, arabic, true, func(t *testing.T, phrase string, ratio float64) {
		if ratio < 0.98 || ratio > 1.02 {
			t.Errorf("Width(%q) is %.4f of the shaped width, want 0.98 to 1.02", phrase, ratio)
		}
	})
}

// Three letters bring about every form and every ligature. What is measured narrower than it is could
// collide on the stage; what is wider only leaves room.
func TestArabicLettersAreNeverMeasuredTooNarrow(t *testing.T) {
	setter, err := shape.New(typeface.Regular, true)
	if err != nil {
		t.Fatal(err)
	}
	letters := []rune("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگڤیەێۆ")
	for _, before := range []string{"", "ب", "لم"} {
		for _, a := range letters {
			for _, b := range letters {
				text := before + string(a) + string(b)
				ratio := typeface.Width(text, 1000, typeface.Regular) / setter.Width(text, 1000)
				if ratio < 0.995 || ratio > 1.2 {
					t.Errorf("Width(%q) is %.4f of the shaped width, want 0.995 to 1.2", text, ratio)
				}
			}
		}
	}
}

func TestEuropeanDigitsAreTabular(t *testing.T) {
	for name, weight := range weights {
		for _, r := range "0123456789" {
			if got := typeface.Width(string(r), 10, weight); math.Abs(got-6) > 1e-9 {
				t.Errorf("%s: digit %c is %v px wide at 10 px, want 6", name, r, got)
			}
		}
	}
}

// The fonts have no tabular form of these, so that a running count must reserve the widest.
func TestArabicIndicDigitsAreAtMostWidestArabicDigit(t *testing.T) {
	for name, weight := range weights {
		for _, r := range "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" {
			if got := typeface.Width(string(r), 1, weight); got > typeface.WidestArabicDigit {
				t.Errorf("%s: digit %c is %v em wide, want at most %v", name, r, got, typeface.WidestArabicDigit)
			}
		}
	}
}

func TestCharactersOutsideTheFontsAreMeasuredWide(t *testing.T) {
	tests := map[string]struct {
		text string
		want float64 // at 10 px
	}{
		"nothing":                  {"", 0},
		"a Cyrillic letter":        {"Ж", 7},
		"an ideograph":             {"人", 10},
		"a pictograph":             {"📍", 10},
		"controls and format":      {"\n\t\u00ad\u200b\u200e\u2067\ufeff\u200d\u200c", 0},
		"a combining accent":       {"\u0301", 0},
		"an Arabic vowel sign":     {"\u064e", 0},
		"an invalid byte":          {"\xff", 10},
		"an Arabic letter unknown": {"ݐ", 7},
	}
	for name, test := range tests {
		if got := typeface.Width(test.text, 10, typeface.Regular); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: Width(%q) = %v, want %v", name, test.text, got, test.want)
		}
	}
}

func TestVowelSignsDoNotAffectJoining(t *testing.T) {
	plain, marked := "محمد لا", "مُحَمَّد لَا"
	if a, b := typeface.Width(plain, 100, typeface.Regular), typeface.Width(marked, 100, typeface.Regular); a != b {
		t.Errorf("with vowel signs the width is %v, without %v; want them equal", b, a)
	}
}

func TestUnknownWeightMeasuresAsSemibold(t *testing.T) {
	if got, want := typeface.Width("open", 10, 9), typeface.Width("open", 10, typeface.Semibold); got != want {
		t.Errorf("Width with weight 9 = %v, want %v", got, want)
	}
}

func TestLineHeightIsFiveQuarters(t *testing.T) {
	if got := typeface.LineHeight(16); got != 20 {
		t.Errorf("LineHeight(16) = %v, want 20", got)
	}
}

func TestWidthDoesNotAllocate(t *testing.T) {
	for _, text := range []string{"1,799 reports of possible civilian harm", "بلاغات عن أضرار محتملة بالمدنيين"} {
		if n := testing.AllocsPerRun(100, func() { typeface.Width(text, 13, typeface.Regular) }); n != 0 {
			t.Errorf("Width(%q) allocates %v times, want 0", text, n)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	for name, text := range map[string]string{"english": "1,799 reports of possible civilian harm", "arabic": "بلاغات عن أضرار محتملة بالمدنيين"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				typeface.Width(text, 13, typeface.Regular)
			}
		})
	}
}
