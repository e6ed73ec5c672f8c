package words

import (
	"slices"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

var formNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

func TestPluralFormsOfWholeNumbersAreThoseOfTheCLDR(t *testing.T) {
	rules := map[string]language.Tag{
		"none": language.Japanese, "en": language.English, "fr": language.French,
		"ru": language.Russian, "pl": language.Polish, "ar": language.Arabic,
	}
	if len(rules) != len(pluralCategories) {
		t.Fatalf("%d rules are tested, %d exist", len(rules), len(pluralCategories))
	}
	for rule, tag := range rules {
		seen := map[string]bool{}
		for n := range 100_000 {
			want := formNames[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
			got := pluralCategory(rule, n, false)
			if got != want {
				t.Fatalf("%s: %d is %q, want %q", rule, n, got, want)
			}
			seen[got] = true
		}
		for form := range seen {
			if !slices.Contains(pluralCategories[rule], form) {
				t.Errorf("%s: the form %q occurs and is not listed", rule, form)
			}
		}
	}
}

func TestAFractionTakesTheFormOfTheCLDR(t *testing.T) {
	for rule, tag := range map[string]language.Tag{
		"none": language.Japanese, "en": language.English, "fr": language.French,
		"ru": language.Russian, "pl": language.Polish, "ar": language.Arabic,
	} {
		for n := range 200 { // n.5
			want := formNames[plural.Cardinal.MatchPlural(tag, n, 1, 1, 5, 5)]
			if got := pluralCategory(rule, n, true); got != want {
				t.Fatalf("%s: %d.5 is %q, want %q", rule, n, got, want)
			}
		}
	}
}
