package svg

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"opencases/data"
	"opencases/internal/month"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

var colours = map[picture.Ink]string{
	picture.InkText: "#1d1c1a", picture.InkQuiet: "#5c5850", picture.InkRule: "#cfc9bd", picture.InkStrike: "#6b675f",
	picture.InkReport: "#3f3c37", picture.InkCredible: "#8c1c13", picture.InkOpen: "#a85b00", picture.InkRest: "#8a857b",
	picture.InkIndependent: "#1f5a8a", picture.InkGuess: "#5b4a8a", picture.InkGround: "#fbfaf7", picture.InkBlank: "#d8d2c6",
}

// scenes are the moments whose pictures are kept as golden files.
var scenes = []struct {
	name string
	sc   story.Scene
}{
	{"strikes-2015-01", story.Scene{View: story.Strikes, Month: month.Of(2015, 1)}},
	{"strikes-2017-11", story.Scene{View: story.Strikes, Month: month.Of(2017, 11)}},
	{"reports-2016-09", story.Scene{View: story.Reports, Month: month.Of(2016, 9)}},
	{"reports-2017-11", story.Scene{View: story.Reports, Month: month.Of(2017, 11)}},
	{"cases-2017-03", story.Scene{View: story.Cases, Month: month.Of(2017, 3)}},
	{"cases-2017-11", story.Scene{View: story.Cases, Month: month.Of(2017, 11)}},
	{"cases-ask", story.Scene{View: story.Cases, Month: month.Of(2017, 11), Asking: story.AskValue, Guess: []float64{500}}},
	{"gap-2017-03", story.Scene{View: story.Gap, Month: month.Of(2017, 3)}},
	{"gap-2017-11", story.Scene{View: story.Gap, Month: month.Of(2017, 11), Focus: "finding"}},
	{"gap-ask", story.Scene{View: story.Gap, Month: month.Of(2017, 11), Asking: story.AskLine, Guess: []float64{40, 60, 90, 100, 120, 150, 160, 170, 180, 200, 240}}},
	{"count-ask", story.Scene{View: story.Count, Month: month.Of(2017, 11), Asking: story.AskValue, Guess: []float64{1500}}},
	{"count-acknowledged", story.Scene{View: story.Count, Month: month.Of(2017, 11), Focus: "acknowledged"}},
	{"count-2017-11", story.Scene{View: story.Count, Month: month.Of(2017, 11)}},
	{"count-rate", story.Scene{View: story.Count, Month: month.Of(2017, 11), Focus: "rate"}},
	{"if-rate", story.Scene{View: story.If, Month: month.Of(2017, 11), Supposed: -1}},
	{"if-all", story.Scene{View: story.If, Month: month.Of(2017, 11), Supposed: 1}},
	{"after-open", story.Scene{View: story.After, Month: month.Of(2020, 9), Focus: "open"}},
	{"after-counts", story.Scene{View: story.After, Month: month.Of(2020, 9), Focus: "counts"}},
}

func load(t testing.TB) (*record.Record, *words.Language) {
	t.Helper()
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return r, l.With(r)
}

func TestEveryPictureIsTheGoldenOne(t *testing.T) {
	r, l := load(t)
	for _, s := range scenes {
		s.sc.From, s.sc.To = story.Window("", s.sc.View)
		for _, c := range []picture.Composition{picture.Narrow, picture.Article, picture.Wide} {
			name := s.name + "-" + c.String()
			t.Run(name, func(t *testing.T) {
				p := picture.Make(r, l, s.sc, c)
				got := Draw(p, Options{Colours: colours, Words: true, Font: "Open Cases Sans", ID: "g", Title: p.Description.String()})
				wellFormed(t, got)
				file := filepath.Join("testdata", name+".svg")
				if *update {
					if err := os.WriteFile(file, got, 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("the picture differs from %s; look at it, and write it anew with -update if it is right", file)
				}
			})
		}
	}
}

func wellFormed(t *testing.T, b []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
	}
}
