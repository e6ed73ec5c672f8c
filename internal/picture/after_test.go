package picture_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"opencases/data"
	"opencases/internal/month"
	. "opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// An estimate that its source dates by a year alone counts up to that year's last day, in every view.
func TestAnEstimateDatedByItsYearIsKnownAtTheYearsEnd(t *testing.T) {
	fsys := fstest.MapFS{}
	names, err := fs.Glob(data.FS, "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := data.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "estimates.csv" {
			was := text
			if text = bytes.Replace(text, []byte(",2014-08,2017-11,5961,"), []byte(",2014-08,2017,5961,"), 1); bytes.Equal(was, text) {
				t.Fatal("the estimate of November 2017 is not there")
			}
		}
		fsys[name] = &fstest.MapFile{Data: text}
	}
	r, err := record.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	l = l.With(r)
	const id = "independent/2017-11-30:1"
	from, to := story.Window("", story.After)
	for m := from; m <= to; m++ {
		known := m >= month.Of(2017, 12)
		p := Make(r, l, story.Scene{View: story.After, Month: m, From: from, To: to, Focus: "counts"}, Wide)
		drawn := false
		for _, h := range p.Hots {
			if strings.HasPrefix(h.ID, id) {
				drawn = true
				if h.Month != month.Of(2017, 12) {
					t.Errorf("%v: the place stands for %v, want December 2017", m, h.Month)
				}
			}
		}
		e := r.IndependentAt(m)
		counted := e != nil && e.Key == "2017-11-30:1"
		if drawn != known || counted != (known && m < month.Of(2018, 2)) {
			t.Errorf("%v: drawn %v in the view after, taken %v beside the acknowledged deaths", m, drawn, counted)
		}
	}
}
