package fonts

import (
	"fmt"
	"slices"
	"strings"
)

// fallback is a font of the reader's system, stretched so that the swap to Open Cases Sans moves no line.
// Its size-adjust is the ratio of the widths of this project's English texts set in both, its ascent and
// descent those of Open Cases Sans (1.025 and 0.275 em) divided by it; README.md tells how to measure.
type fallback struct {
	family    string
	cssWeight int
	local     []string
	adjust    float64 // size-adjust, 1 = 100%
}

// Arial's figures were measured on Liberation Sans, which has the same widths.
var fallbacks = []fallback{
	{"Open Cases Sans Arial", 400, []string{"Arial", "ArialMT", "Liberation Sans", "LiberationSans", "Arimo"}, 1.013},
	{"Open Cases Sans Arial", 600, []string{"Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold", "Arimo Bold"}, 0.983},
	{"Open Cases Sans Roboto", 400, []string{"Roboto", "Roboto-Regular"}, 1.018},
	{"Open Cases Sans Roboto", 600, []string{"Roboto Bold", "Roboto-Bold"}, 1.033},
}

// Heights above and below the baseline of Open Cases Sans, in em.
const (
	ascent  = 1.025
	descent = 0.275
)

// ShortFallbacks gives the @font-face rules of the fallbacks for the commonest names alone, for documents whose bytes are counted.
func ShortFallbacks() string {
	return rules(func(f fallback) []string {
		return slices.DeleteFunc(slices.Clone(f.local), func(name string) bool { return !slices.Contains(common, strings.TrimSuffix(name, " Bold")) })
	})
}

// common are the fonts that the systems of most readers have.
var common = []string{"Arial", "Liberation Sans", "Roboto"}

// Fallbacks gives the @font-face rules of the fallbacks alone, for documents that declare the files themselves.
func Fallbacks() string { return rules(func(f fallback) []string { return f.local }) }

func rules(names func(fallback) []string) string {
	var b strings.Builder
	for _, f := range fallbacks {
		fmt.Fprintf(&b, "@font-face{font-family:%q;font-weight:%d;src:local(%s);size-adjust:%.1f%%;ascent-override:%.1f%%;descent-override:%.1f%%;line-gap-override:0%%}\n",
			f.family, f.cssWeight, `"`+strings.Join(names(f), `"),local("`)+`"`, 100*f.adjust, 100*ascent/f.adjust, 100*descent/f.adjust)
	}
	return b.String()
}
