package web

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Words must reach 4.5:1 and marks and edges of controls 3:1 against every ground they stand on (WCAG 2.2,
// 1.4.3 and 1.4.11). Rules that only divide, such as --ink-rule, carry no meaning and are not held to it.
var (
	wordTokens = []string{"ink-text", "ink-quiet", "words-credible", "words-open", "words-rest", "words-independent"}
	markTokens = []string{"ink-strike", "ink-report", "ink-credible", "ink-open", "ink-rest", "ink-independent", "ink-guess", "ink-blank", "edge", "focus"}
	grounds    = []string{"ink-ground", "raised"}
)

func TestEveryThemeKeepsItsContrast(t *testing.T) {
	for name, tokens := range themes(t) {
		for _, ground := range grounds {
			least := func(token string, ratio float64) {
				if got := contrast(t, tokens, token, ground); got < ratio {
					t.Errorf("%s: --%s on --%s is %.2f:1; it must be %g:1", name, token, ground, got, ratio)
				}
			}
			for _, token := range wordTokens {
				least(token, 4.5)
			}
			for _, token := range markTokens {
				least(token, 3)
			}
		}
	}
}

func TestDarkIsTheSameByDeviceAndByChoice(t *testing.T) {
	all := themes(t)
	for token, colour := range all["dark by device"] {
		if chosen := all["dark by choice"][token]; chosen != colour {
			t.Errorf("--%s is %s where the device is dark and %s where the reader chose dark", token, colour, chosen)
		}
	}
}

func TestEveryThemeNamesEveryRole(t *testing.T) {
	all := themes(t)
	for name, tokens := range all {
		for token := range all["light"] {
			if tokens[token] == "" {
				t.Errorf("%s does not set --%s", name, token)
			}
		}
	}
}

var (
	block = regexp.MustCompile(`(?s)([^{}]+)\{([^{}]*)\}`)
	token = regexp.MustCompile(`--([\w-]+):\s*(#[0-9a-f]{6})\s*;`)
)

// themes reads the colours of each theme from tokens.css, by name of theme and of token.
func themes(t *testing.T) map[string]map[string]string {
	t.Helper()
	css, err := fs.ReadFile(FS, "style/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{":root": "light", ":root:not([data-theme=light])": "dark by device", ":root[data-theme=dark]": "dark by choice"}
	found := map[string]map[string]string{}
	text := regexp.MustCompile(`(?s)/\*.*?\*/|@media[^{]*\{`).ReplaceAllString(string(css), "")
	for _, m := range block.FindAllStringSubmatch(text, -1) {
		name, ok := names[strings.Trim(m[1], " \n}")]
		colours := token.FindAllStringSubmatch(m[2], -1)
		if !ok || len(colours) == 0 {
			continue
		}
		found[name] = map[string]string{}
		for _, c := range colours {
			found[name][c[1]] = c[2]
		}
	}
	if len(found) != len(names) {
		t.Fatalf("tokens.css holds the themes %v; it must hold %v", found, names)
	}
	return found
}

func contrast(t *testing.T, tokens map[string]string, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, tokens[a]), luminance(t, tokens[b])
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

// luminance is the relative luminance of WCAG 2.2 of "#rrggbb".
func luminance(t *testing.T, colour string) (sum float64) {
	t.Helper()
	if len(colour) != 7 {
		t.Fatalf("%q is not a colour of the form #rrggbb", colour)
	}
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(fmt.Errorf("%s: %w", colour, err))
		}
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
