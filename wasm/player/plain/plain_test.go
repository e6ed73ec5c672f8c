package plain

import (
	"encoding/json"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"opencases/internal/frame"
)

// fill gives every field of a struct a value of its own, so that none can be left out or mixed up.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(rune('a'+*n%26)) + string(rune('a'+*n/26)))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Float64:
		v.SetFloat(float64(*n) + .5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	}
}

func TestTheFrameReadsAsItsJSON(t *testing.T) {
	var full, empty frame.Frame
	n := 0
	fill(reflect.ValueOf(&full).Elem(), &n)
	open := full
	open.Ask = &frame.Ask{Values: []*float64{nil}}
	empty.Series, empty.Labels, empty.Hots, empty.Axis.Ticks = []frame.Choice{}, []frame.Label{}, []frame.Hot{}, []frame.Tick{}
	for name, f := range map[string]frame.Frame{"full": full, "not placed": open, "empty": empty} {
		want, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(Frame(&f))
		if err != nil {
			t.Fatal(err)
		}
		var a, b any
		json.Unmarshal(want, &a)
		json.Unmarshal(got, &b)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: reads as\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestFilesAreRead(t *testing.T) {
	opened := 0
	files := Files{Texts: map[string]string{"a.csv": "x,y\n"}, Opening: func() { opened++ }}
	if b, err := fs.ReadFile(files, "a.csv"); err != nil || string(b) != "x,y\n" {
		t.Errorf("read %q, %v", b, err)
	}
	if _, err := fs.ReadFile(files, "b.csv"); err == nil {
		t.Error("a file that is not there was read")
	}
	if opened != 2 {
		t.Errorf("told of %d openings, want 2", opened)
	}
	files.Opening = nil
	if _, err := fs.ReadFile(files, "a.csv"); err != nil {
		t.Error(err)
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
