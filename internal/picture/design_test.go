package picture_test

import (
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	. "opencases/internal/picture"
)

var (
	cssStage    = regexp.MustCompile(`[^-]aspect-ratio: (\d+)/(\d+)`)
	scriptStage = regexp.MustCompile(`\b(narrow|article|wide): (\d+)(?: / (\d+))?`)
)

// The page shows a stage at the proportions for which its picture is laid out.
func TestStyleSheetsAndScriptsHaveTheDesignSizesOfStages(t *testing.T) {
	px := func(s string) float64 { n, _ := strconv.ParseFloat(s, 64); return n }
	stages := map[Viewport]int{}
	byName := map[string]Viewport{}
	for _, c := range []Composition{Narrow, Article, Wide, Projector} {
		stages[Design(c)], byName[c.String()] = 0, Design(c)
	}
	inScripts := 0
	web := os.DirFS("../../web")
	err := fs.WalkDir(web, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(web, path)
		switch {
		case strings.HasSuffix(path, ".css"):
			for _, m := range cssStage.FindAllStringSubmatch(string(text), -1) {
				size := Viewport{W: px(m[1]), H: px(m[2])}
				if _, ok := stages[size]; !ok {
					t.Errorf("%s: %s is the proportion of no stage", path, m[0])
				}
				stages[size]++
			}
		case strings.HasSuffix(path, ".js"):
			for _, m := range scriptStage.FindAllStringSubmatch(string(text), -1) {
				inScripts++
				if want := byName[m[1]]; px(m[2]) != want.W || m[3] != "" && px(m[3]) != want.H {
					t.Errorf("%s: %q, want a stage of %g by %g px", path, m[0], want.W, want.H)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for size, n := range stages {
		if n == 0 {
			t.Errorf("no style sheet shows a stage of %g by %g px", size.W, size.H)
		}
	}
	if inScripts == 0 {
		t.Error("no script names the size of a stage")
	}
}
