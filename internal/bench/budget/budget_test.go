package budget

import (
	"strings"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/engine"
)

func file(path string, size int) *asset.File {
	return asset.NewFile(path, "font/woff2", make([]byte, size))
}

func TestWhatIsTooHeavyOrMissingIsNamed(t *testing.T) {
	items := []Item{
		{"light", []*asset.File{file("a", 10), file("b", 20)}, 30},
		{"heavy", []*asset.File{file("c", 31)}, 30},
		{"only weighed", []*asset.File{file("d", 1000)}, 0},
		{"missing", nil, 30},
	}
	faults := Faults(items)
	if len(faults) != 2 || !strings.HasPrefix(faults[0], "heavy: 31 bytes, limit 30") || !strings.HasPrefix(faults[1], "missing:") {
		t.Errorf("%q", faults)
	}
	text := Table(items).Markdown()
	for _, line := range []string{"| light | 30 | 30 | 30 | 30 |", "| only weighed | 1,000 | 1,000 | 1,000 | – |"} {
		if !strings.Contains(text, line) {
			t.Errorf("the table has no line %s:\n%s", line, text)
		}
	}
}

func TestPackagesAddUpToTheModule(t *testing.T) {
	s := engine.Sizes{Code: 70, Data: 30, Packages: []engine.Weight{{Package: "a", Bytes: 40}, {Package: "b", Bytes: 20}, {Package: "c", Bytes: 10}}}
	text := Packages(s, 1).Markdown()
	for _, line := range []string{"| a | 40 | 40 |", "| code of all others | 30 | 30 |", "| data of all | 30 | 30 |"} {
		if !strings.Contains(text, line) {
			t.Errorf("the table has no line %s:\n%s", line, text)
		}
	}
}

func TestArabicPagesCountBothScriptsAndEnglishOnesOnlyTheirs(t *testing.T) {
	all := []*asset.File{file("assets/open-cases-sans-400-x.woff2", 1), file("assets/open-cases-sans-arabic-400-x.woff2", 1)}
	if en, ar := len(fontsOf("en", all)), len(fontsOf("ar", all)); en != 1 || ar != 2 {
		t.Errorf("%d font files for English, %d for Arabic", en, ar)
	}
}
