package story

import (
	"math"
	"strconv"

	"opencases/internal/month"
)

// What is valid, for each kind of word; read after "write".
const (
	expectedMonth = "a month like 2017-11"
	expectedSpeed = "a number from 0.25 to 4"
	expectedShare = "a share from 0 to 1, or rate for the rate so far"
	expectedRef   = "the reference of a figure like assessments/2017-11/open"
	expectedLang  = "a language tag like en or ar"
)

var (
	themes   = []string{"auto", "light", "dark"}
	controls = []string{"full", "minimal", "none"}
)

func readMonth(s string) (month.Month, bool) {
	if len(s) != len("2017-11") {
		return 0, false
	}
	m, err := month.Parse(s)
	return m, err == nil
}

// readWhole reads up to seven digits: enough for every guess, too few to overflow.
func readWhole(s string) (int, bool) {
	if s == "" || len(s) > 7 {
		return 0, false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// readDecimal reads digits with at most one point; no sign, exponent or name of a number is taken.
func readDecimal(s string) (float64, bool) {
	if s == "" || len(s) > 24 {
		return 0, false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && c != '.' {
			return 0, false
		}
	}
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil
}

func readSpeed(s string) (float64, bool) {
	x, ok := readDecimal(s)
	return roundTo(x, 100), ok && x >= SlowestSpeed && x <= FastestSpeed
}

func readShare(s string) (float64, bool) {
	if s == "rate" {
		return RateSoFar, true
	}
	x, ok := readDecimal(s)
	return roundTo(x, 10000), ok && x <= 1
}

// roundTo rounds to a fraction that prints short.
func roundTo(x, parts float64) float64 { return math.Round(x*parts) / parts }

func printDecimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func printShare(x float64) string {
	if x < 0 {
		return "rate"
	}
	return printDecimal(x)
}

// isRef reports whether s has the form of a figure's reference. Whether the record knows it is asked elsewhere.
// Only characters that need no escaping in an address are taken.
func isRef(s string) bool {
	if len(s) < 3 || len(s) > 120 || s[0] == '/' || s[len(s)-1] == '/' {
		return false
	}
	slash := false
	for _, c := range []byte(s) {
		slash = slash || c == '/'
		if !alphanumeric(c) && c != '/' && c != '_' && c != '-' && c != ':' && c != '@' && c != '.' {
			return false
		}
	}
	return slash
}

// isLang reports whether s has the form of a language tag. Which languages there are is known elsewhere.
func isLang(s string) bool {
	if len(s) < 2 || len(s) > 35 || s[len(s)-1] == '-' {
		return false
	}
	for i, c := range []byte(s) {
		if i < 2 && (c < 'a' || c > 'z') || !alphanumeric(c) && c != '-' || c == '-' && s[i-1] == '-' {
			return false
		}
	}
	return true
}

func alphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
