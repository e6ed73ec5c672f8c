package site

import (
	"bytes"
	"encoding/json"
	"html"
	"html/template"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
	cards "opencases/internal/paint/png"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

func english(t *testing.T) (*record.Record, *words.Language) {
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

// Whoever asks a figure where it comes from is told everything that qualifies it.
func TestTheCardOfAFigureSaysWhatQualifiesIt(t *testing.T) {
	r, l := english(t)
	all := map[string]card{}
	for _, f := range mustMake(t).Files() {
		if strings.HasPrefix(f.Path, asset.Dir+"en-cards-") {
			if err := json.Unmarshal(contentOf(f), &all); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	told := map[string]int{}
	for _, ref := range r.Refs() {
		f, _ := r.Figure(ref)
		c, ok := all[ref]
		if !ok {
			t.Errorf("%s has no card", ref)
			continue
		}
		says := func(what, text string) {
			if text == "" {
				return
			}
			told[what]++
			if !strings.Contains(html.UnescapeString(string(c.HTML)), html.UnescapeString(text)) {
				t.Errorf("the card of %s does not tell the %s %q: %s", ref, what, text, c.HTML)
			}
		}
		if f.Kind != record.Dated && c.Value == "" {
			t.Errorf("the card of %s has no value", ref)
		}
		if q := string(f.Count.Qualifier); q != "" && l.Has("exact."+q) {
			says("qualifier", template.HTMLEscapeString(l.String("exact."+q)))
		}
		if f.Flag != "" {
			says("flag", template.HTMLEscapeString(l.String(f.Flag)))
		}
		if f.Formula != "" {
			says("formula", template.HTMLEscapeString(l.String(f.Formula)))
		}
		if f.By != "" {
			says("counter", template.HTMLEscapeString(l.By(f.By)))
		}
		for _, source := range f.Sources {
			says("source", template.HTMLEscapeString(source.Publisher))
		}
		for _, input := range f.Inputs {
			in, _ := r.Figure(input)
			says("input", `>`+template.HTMLEscapeString(l.Figure(in))+`</a>`)
		}
	}
	for _, what := range []string{"qualifier", "flag", "formula", "counter", "source", "input"} {
		if told[what] == 0 {
			t.Errorf("no card tells a %s", what)
		}
	}
}

func TestAShareCardShowsTheTitleAndThePictureOfItsOwnChapter(t *testing.T) {
	r, l := english(t)
	colours, err := palette()
	if err != nil {
		t.Fatal(err)
	}
	for _, ch := range story.Chapters {
		s := story.Initial().Opened(ch.Name)
		title := l.String("chapter." + ch.Name + ".title")
		want, err := cards.Card(picture.Make(r, l, s.Scene(), picture.Article),
			cards.Words{Site: l.String("site.title"), Title: title, Lead: l.String("chapter." + ch.Name + ".lead")}, colours)
		if err != nil {
			t.Fatal(err)
		}
		path := "en/" + ch.Name + "/" + cardName
		if ch.Name == "cover" {
			path = "en/" + cardName
		}
		if got := contentOf(mustFile(t, path)); !bytes.Equal(got, want) {
			t.Errorf("%s is not the card of %q", path, title)
		}
	}
}
