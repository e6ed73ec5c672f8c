package codec

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
)

func TestFilesAreRead(t *testing.T) {
	files := Files{"a.csv": "x,y\n"}
	if b, err := fs.ReadFile(files, "a.csv"); err != nil || string(b) != "x,y\n" {
		t.Errorf("read %q, %v", b, err)
	}
	if _, err := fs.ReadFile(files, "b.csv"); err == nil {
		t.Error("a file that is not there was read")
	}
}

func TestPairsAreReadAsThePageWritesThem(t *testing.T) {
	for text, want := range map[string]map[string]string{
		"":                        {},
		"a\x00x":                  {"a": "x"},
		"a\x00\x00b\x00y, ü\n":    {"a": "", "b": "y, ü\n"},
		"a\x00x\x00b\x00":         {"a": "x", "b": ""},
		"language.name\x00\u0639": {"language.name": "\u0639"},
	} {
		if got := Pairs(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: read %q, want %q", text, got, want)
		}
	}
}

// Whatever texts without a zero byte the page has, they come over as they are.
func FuzzPairs(f *testing.F) {
	f.Add("a.csv", "x,y\n", "b", "")
	f.Fuzz(func(t *testing.T, a, x, b, y string) {
		if a == b || strings.Contains(a+x+b+y, "\x00") {
			t.Skip()
		}
		if got := Pairs(strings.Join([]string{a, x, b, y}, "\x00")); !reflect.DeepEqual(got, map[string]string{a: x, b: y}) && a+x+b+y != "" {
			t.Errorf("read %q", got)
		}
	})
}
