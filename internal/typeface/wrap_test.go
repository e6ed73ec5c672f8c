package typeface_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"opencases/internal/typeface"
)

func TestLinesBreakAtSpacesAndDashesAndNumbersStayWhole(t *testing.T) {
	tests := map[string]struct {
		text string
		max  float64
		want []string
	}{
		"nothing":                           {"", 100, nil},
		"only spaces":                       {" \n\t ", 100, nil},
		"all fits":                          {"603 open", 100, []string{"603 open"}},
		"a break at a space":                {"603 open cases", 70, []string{"603 open", "cases"}},
		"spaces collapse":                   {"  603 \n open ", 100, []string{"603 open"}},
		"a word too wide stays whole":       {"a misidentification b", 30, []string{"a", "misidentification", "b"}},
		"no room at all":                    {"a b", 0, []string{"a", "b"}},
		"after a hyphen":                    {"al-Jadida", 40, []string{"al-", "Jadida"}},
		"after a dash between words":        {"open–credible", 50, []string{"open–", "credible"}},
		"not inside a number with commas":   {"of 28,562 strikes", 30, []string{"of", "28,562", "strikes"}},
		"not inside a number with a space":  {"of 28 562 strikes", 30, []string{"of", "28 562", "strikes"}},
		"not at a no-break space":           {"of 28\u00a0562 strikes", 30, []string{"of", "28\u00a0562", "strikes"}},
		"not at a narrow no-break space":    {"28\u202f562 strikes", 30, []string{"28\u202f562", "strikes"}},
		"not inside a date":                 {"on 2014-08-08", 30, []string{"on", "2014-08-08"}},
		"not inside a span of numbers":      {"8,249–13,342 civilians", 30, []string{"8,249–13,342", "civilians"}},
		"not between a letter and a number": {"an F-16", 20, []string{"an", "F-16"}},
		"not after a sign":                  {"by -3 –4 −5", 20, []string{"by", "-3", "–4", "−5"}},
		"a year and a count are two":        {"2017 208", 30, []string{"2017", "208"}},
		"a day and a year are two":          {"8 2014", 20, []string{"8", "2014"}},
		"Arabic at spaces":                  {"يقول التحالف", 40, []string{"يقول", "التحالف"}},
		"not inside an Arabic number":       {"نحو ٢٨ ٥٦٢ ضربة", 20, []string{"نحو", "٢٨ ٥٦٢", "ضربة"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := typeface.Wrap(test.text, test.max, 14, typeface.Regular); !slices.Equal(got, test.want) {
				t.Errorf("Wrap(%q, %v) = %q, want %q", test.text, test.max, got, test.want)
			}
		})
	}
}

// bare is text without the spaces that Wrap may drop or collapse.
var bare = strings.NewReplacer(" ", "", "\t", "", "\n", "", "\r", "")

func FuzzWrap(f *testing.F) {
	for _, phrase := range append(english[:20:20], arabic[:20]...) {
		f.Add(phrase, 80.0)
	}
	f.Add("a--b - c -1 -- 28 562 333 4444 — – x", 3.0)
	f.Add("\xff\xfe 1 \u00a0234", -1.0)
	f.Fuzz(func(t *testing.T, text string, max float64) {
		if len(text) > 400 || math.IsNaN(max) {
			t.Skip("longer than any label")
		}
		lines := typeface.Wrap(text, max, 14, typeface.Regular)
		if got, want := bare.Replace(strings.Join(lines, "")), bare.Replace(text); got != want {
			t.Errorf("the lines hold %q, the text %q", got, want)
		}
		for _, line := range lines {
			if line == "" || strings.Trim(line, " \t\n\r") != line {
				t.Errorf("line %q is empty or has outer spaces", line)
			}
			// A line too wide must be one piece: wrapped with no room at all it stays one line.
			if typeface.Width(line, 14, typeface.Regular) > max && len(typeface.Wrap(line, 0, 14, typeface.Regular)) != 1 {
				t.Errorf("line %q is wider than %v px and could have been broken", line, max)
			}
		}
	})
}
