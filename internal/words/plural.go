package words

import "slices"

// A plural rule is named by a language that has it, as in the Unicode CLDR: a new language names one of these
// in its language.csv (key `plural`). Categories are those that whole numbers and fractions can fall into.
var pluralCategories = map[string][]string{
	"none": {"other"},                                      // Chinese, Japanese, Indonesian, Vietnamese ...
	"en":   {"one", "other"},                               // English, German, Spanish, Italian, Turkish, Kurdish ...
	"fr":   {"one", "other"},                               // French, Portuguese of Brazil: 0 and 1 are singular
	"ru":   {"one", "few", "many", "other"},                // Russian, Ukrainian
	"pl":   {"one", "few", "many", "other"},                // Polish
	"ar":   {"zero", "one", "two", "few", "many", "other"}, // Arabic
}

// pluralNames are all suffixes that make a key one form of a plural.
var pluralNames = []string{"zero", "one", "two", "few", "many", "other"}

// pluralCategory says which form a count takes: n >= 0 is its whole part, fraction whether more follows.
// Formulas: Unicode CLDR, plural rules, for numbers below a million.
func pluralCategory(rule string, n int, fraction bool) string {
	if n < 0 {
		n = -n
	}
	if fraction {
		if rule == "fr" && n <= 1 {
			return "one"
		}
		return "other"
	}
	tens, units := n%100, n%10
	teen := tens >= 11 && tens <= 14
	switch rule {
	case "en":
		if n == 1 {
			return "one"
		}
	case "fr":
		if n <= 1 {
			return "one"
		}
	case "ru", "pl":
		switch {
		case n == 1, rule == "ru" && units == 1 && !teen:
			return "one"
		case units >= 2 && units <= 4 && !teen:
			return "few"
		}
		return "many"
	case "ar":
		switch {
		case n == 0:
			return "zero"
		case n == 1:
			return "one"
		case n == 2:
			return "two"
		case tens >= 3 && tens <= 10:
			return "few"
		case tens >= 11:
			return "many"
		}
	}
	return "other"
}

// splitPluralForm cuts a plural suffix off a key: "unit.strikes.one" is "unit.strikes" and "one".
func splitPluralForm(key string) (base, form string) {
	for i := len(key) - 1; i > 0; i-- {
		if key[i] == '.' {
			if slices.Contains(pluralNames, key[i+1:]) {
				return key[:i], key[i+1:]
			}
			break
		}
	}
	return key, ""
}
