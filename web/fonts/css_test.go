package fonts_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"opencases/web/fonts"
)

func TestEveryFamilyThatTheStylesNameHasItsRule(t *testing.T) {
	tokens, err := os.ReadFile("../style/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	stack := regexp.MustCompile(`--sans: ([^;]+);`).FindSubmatch(tokens)
	if stack == nil {
		t.Fatal("tokens.css has no --sans")
	}
	rules := fonts.Fallbacks()
	for _, f := range fonts.Faces {
		rules += fmt.Sprintf("font-family:%q", f.Family)
	}
	for _, family := range regexp.MustCompile(`"[^"]+"`).FindAllString(string(stack[1]), -1) {
		if !strings.Contains(rules, "font-family:"+family) {
			t.Errorf("no rule for %s, which tokens.css names", family)
		}
	}
}

// A fallback keeps the line where it was only if its overrides undo its size-adjust.
func TestFallbackHeightsUndoTheSizeAdjustment(t *testing.T) {
	css := fonts.Fallbacks()
	want := "size-adjust:101.3%;ascent-override:101.2%;descent-override:27.1%;line-gap-override:0%"
	if !strings.Contains(css, want) {
		t.Errorf("the rules for Arial do not hold %s:\n%s", want, css)
	}
}
