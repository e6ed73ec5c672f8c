package words

import (
	"math"
	"testing"
)

func TestWordsAreCountedAsTheirScriptSetsThem(t *testing.T) {
	for text, want := range map[string]float64{
		"":                0,
		"  Open cases \n": 2,
		"By the end of November 2017 it had 1,799 reports.": 10,
		"28,562\u00a0strikes\u202fso far":                   4,
		"بلغت التقارير ٢٠٨":                                 3,
		"한국어 낱말":                                            2,
		"联盟收到报告":                                            6 / 2.5,
		"联盟说，2017 年":                                        1 + 4/2.5,
		"ひらがなカタカナ。":                                         8 / 2.5,
		"ไทยลาว":                                            6 / 2.5,
	} {
		if got := Count(text); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q has %v words, want %v", text, got, want)
		}
	}
}
