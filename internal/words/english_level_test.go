package words_test

import (
	"regexp"
	"strings"
	"testing"
)

// grade is the Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.
func grade(text string) float64 {
	sentences, words, syllables := 0, 0, 0
	for _, field := range strings.Fields(text) {
		words++
		syllables += syllablesOf(field)
		if strings.HasSuffix(field, ".") || strings.HasSuffix(field, "?") {
			sentences++
		}
	}
	return .39*float64(words)/float64(max(sentences, 1)) + 11.8*float64(syllables)/float64(max(words, 1)) - 15.59
}

var vowels = regexp.MustCompile(`[aeiouy]+`)

// syllablesOf counts groups of vowels without a silent e at the end; a number counts as two or three.
func syllablesOf(word string) int {
	word = strings.Trim(strings.ToLower(word), ".,;:?()“”’")
	if strings.ContainsAny(word, "0123456789") {
		return min(len(word)+1, 3)
	}
	n := len(vowels.FindAllString(word, -1))
	if strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") && n > 1 || strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded") && n > 1 {
		n--
	}
	return max(n, 1)
}

func TestBeatsReadAtGradeNineOrBelow(t *testing.T) {
	l, _ := english(t)
	beats(l, func(key, text string) {
		if g := grade(text); g > 9 {
			t.Errorf("%s reads at grade %.1f: %s", key, g, text)
		} else {
			t.Logf("%4.1f %s", g, key)
		}
	})
}

// The page's longer texts are measured group by group: one long list of figures is not hard to read.
func TestPageTextsReadAtGradeNineOrBelow(t *testing.T) {
	l, _ := english(t)
	for _, group := range []string{"page.summary.", "page.how.", "page.careful.", "page.about.", "word.", "statement.", "formula.", "status."} {
		var all []string
		for _, key := range l.Keys() {
			if text := l.String(key); strings.HasPrefix(key, group) && strings.HasSuffix(text, ".") {
				all = append(all, text)
			}
		}
		if len(all) < 4 {
			t.Errorf("%s has only %d texts", group, len(all))
		}
		if g := grade(strings.Join(all, " ")); g > 9 {
			t.Errorf("%s reads at grade %.1f", group, g)
		} else {
			t.Logf("%4.1f %s", g, group)
		}
	}
}

func TestTheReadingLevelSeparatesPlainFromHardText(t *testing.T) {
	plain := grade("The cat sat on the mat. It was warm.")
	heavy := grade("Institutional documentation methodologies necessitate comprehensive administrative harmonisation across jurisdictions.")
	if plain > 3 || heavy < 15 {
		t.Errorf("plain reads at %.1f, heavy at %.1f", plain, heavy)
	}
}
