package fonts_test

import (
	"strings"
	"testing"

	"opencases/web/fonts"
)

func TestCSSNamesEveryFileAtItsAddress(t *testing.T) {
	css := fonts.CSS(func(file string) string { return "/a/" + file })
	for _, f := range fonts.Faces {
		if n := strings.Count(css, `src:url("/a/`+f.File+`") format("woff2");unicode-range:`+f.UnicodeRange); n != 1 {
			t.Errorf("%s is named %d times, want once", f.File, n)
		}
	}
	for _, family := range strings.Split(fonts.ArabicStack, ",") {
		if strings.HasPrefix(family, `"`) && !strings.Contains(css, "font-family:"+family) {
			t.Errorf("no rule for %s, which the stack names", family)
		}
	}
}

// A fallback keeps the line where it was only if its overrides undo its size-adjust.
func TestFallbackHeightsUndoTheSizeAdjustment(t *testing.T) {
	css := fonts.CSS(func(file string) string { return file })
	want := "size-adjust:101.3%;ascent-override:101.2%;descent-override:27.1%;line-gap-override:0%"
	if !strings.Contains(css, want) {
		t.Errorf("the rules for Arial do not hold %s:\n%s", want, css)
	}
}
