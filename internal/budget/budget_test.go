package budget

import (
	"strings"
	"testing"

	"opencases/internal/site"
)

func file(path string, size int) *site.File {
	return site.NewFile(path, "font/woff2", make([]byte, size))
}

func TestWhatIsTooHeavyOrMissingIsNamed(t *testing.T) {
	var b strings.Builder
	faults := Report(&b, []Item{
		{"light", []*site.File{file("a", 10), file("b", 20)}, 30},
		{"heavy", []*site.File{file("c", 31)}, 30},
		{"only weighed", []*site.File{file("d", 1000)}, 0},
		{"missing", nil, 30},
	})
	if len(faults) != 2 || !strings.HasPrefix(faults[0], "heavy: 31 bytes, limit 30") || !strings.HasPrefix(faults[1], "missing:") {
		t.Errorf("%q", faults)
	}
	if !strings.Contains(b.String(), "1000") {
		t.Errorf("the table leaves an item out:\n%s", b.String())
	}
}

func TestArabicPagesCountBothScriptsAndEnglishOnesOnlyTheirs(t *testing.T) {
	all := []*site.File{file("assets/open-cases-sans-400-x.woff2", 1), file("assets/open-cases-sans-arabic-400-x.woff2", 1)}
	if en, ar := len(fontsOf("en", all)), len(fontsOf("ar", all)); en != 1 || ar != 2 {
		t.Errorf("%d font files for English, %d for Arabic", en, ar)
	}
}
