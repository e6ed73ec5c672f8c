package codec

import (
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"

	"opencases/internal/frame"
)

// fill gives every field of a struct a different value, so that none can be left out or mixed up.
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

// read decodes an encoded text, or a value by way of its JSON, as the page does.
func read(t *testing.T, of any) (v any) {
	t.Helper()
	text, encoded := of.(string)
	if !encoded {
		b, err := json.Marshal(of)
		if err != nil {
			t.Fatal(err)
		}
		text = string(b)
	}
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}

func filled() (f frame.Frame) {
	n := 0
	fill(reflect.ValueOf(&f).Elem(), &n)
	return f
}

func TestTheFirstFrameIsEncodedAsItsJSON(t *testing.T) {
	open, empty := filled(), frame.Frame{}
	open.Ask = &frame.Ask{Values: []*float64{nil}}
	empty.Series, empty.Labels, empty.Hots, empty.Axis.Ticks = []frame.Choice{}, []frame.Label{}, []frame.Hot{}, []frame.Tick{}
	for name, f := range map[string]frame.Frame{"full": filled(), "not placed": open, "empty": empty} {
		if got, want := read(t, new(FrameEncoder).Encode(f)), read(t, f); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: reads as\n%v\nwant\n%v", name, got, want)
		}
	}
}

func TestOnlyWhatHasChangedIsEncoded(t *testing.T) {
	for name, c := range map[string]struct {
		change func(f *frame.Frame)
		want   string
	}{
		"nothing":         {func(f *frame.Frame) {}, `{}`},
		"a text":          {func(f *frame.Frame) { f.Title = "Now" }, `{"title":"Now"}`},
		"a state":         {func(f *frame.Frame) { f.Playing = false }, `{"playing":false}`},
		"the month":       {func(f *frame.Frame) { f.Axis.Index = 7 }, `{"axis":{"index":7}}`},
		"a tick":          {func(f *frame.Frame) { f.Axis.Ticks = []frame.Tick{{X: 1.5, Text: "2017"}} }, `{"axis":{"ticks":[{"x":1.5,"text":"2017"}]}}`},
		"a label goes":    {func(f *frame.Frame) { f.Labels = f.Labels[1:] }, `{"labels":[1]}`},
		"a label comes":   {func(f *frame.Frame) { f.Labels = append([]frame.Label{{ID: "new"}}, f.Labels...) }, `{"labels":[{"id":"new","x":0,"y":0,"w":0,"anchor":"","role":"","ink":"","html":""},0,1]}`},
		"labels change":   {func(f *frame.Frame) { f.Labels = []frame.Label{f.Labels[1], f.Labels[0]} }, `{"labels":[1,` + string(label(filled().Labels[0])) + `]}`},
		"all places go":   {func(f *frame.Frame) { f.Hots = nil }, `{"hots":[]}`},
		"a question ends": {func(f *frame.Frame) { f.Ask = nil }, `{"ask":null}`},
		"an exercise":     {func(f *frame.Frame) { f.Suppose = nil }, `{"suppose":null}`},
	} {
		t.Run(name, func(t *testing.T) {
			var encoder FrameEncoder
			f := filled()
			encoder.Encode(f)
			c.change(&f)
			if got := encoder.Encode(f); got != c.want {
				t.Errorf("encoded %s, want %s", got, c.want)
			}
			if again := encoder.Encode(f); again != "{}" {
				t.Errorf("then encoded %s, want nothing", again)
			}
		})
	}
}

func FuzzTextsKeepTheirCharacters(f *testing.F) {
	f.Add("\"a\\\n\x00\u2028</script> ٢٠٨")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip() // Go's own writer and the page's decoder replace other parts of it
		}
		if got := read(t, string(appendString(nil, text))); got != text {
			t.Errorf("%q reads as %q", text, got)
		}
	})
}

func FuzzNumbersKeepTheirValue(f *testing.F) {
	f.Add(0.)
	f.Add(-12.34)
	f.Add(1e300)
	f.Fuzz(func(t *testing.T, v float64) {
		if v-v != 0 {
			t.Skip() // no Frame holds an infinite number
		}
		if got := read(t, string(appendNumber(nil, v))); got != v {
			t.Errorf("%g reads as %v", v, got)
		}
	})
}
