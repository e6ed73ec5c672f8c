package single

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"opencases/data"
	"opencases/internal/single"
	"opencases/internal/site"
)

// disguised is the built-in data with a further language: English with every letter replaced by one of another script, so
// that it weighs what a translation would, and is written from right to left.
func disguised(t *testing.T) fs.FS {
	t.Helper()
	const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
	other := []rune(letters)
	all := fstest.MapFS{}
	err := fs.WalkDir(data.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(data.FS, path)
		if err != nil {
			return err
		}
		all[path] = &fstest.MapFile{Data: body}
		name, words := strings.CutPrefix(path, "words/en/")
		if !words || !strings.HasSuffix(name, ".csv") {
			return nil
		}
		rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
		if err != nil {
			return err
		}
		for _, row := range rows[1:] {
			row[1] = disguise(row[0], row[1], other)
		}
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		if err := w.WriteAll(rows); err != nil {
			return err
		}
		all["words/ar/"+name] = &fstest.MapFile{Data: out.Bytes()}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// disguise replaces the letters of a text that a reader sees: not those in braces, nor those of keys that programs read.
func disguise(key, text string, other []rune) string {
	switch {
	case key == "language.direction":
		return "rtl"
	case key == "plural" || strings.HasPrefix(key, "number.") || key == "embed.locale":
		return text
	}
	depth := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		case depth == 0 && r >= 'a' && r <= 'z':
			return other[r-'a']
		case depth == 0 && r >= 'A' && r <= 'Z':
			return other[r-'A']
		}
		return r
	}, text)
}

func TestASecondLanguageFitsInAndCanBeTurnedTo(t *testing.T) {
	made, err := site.Make(site.Config{Data: disguised(t), Player: player})
	if err != nil {
		t.Fatal(err)
	}
	both, err := made.MakeSingle()
	if err != nil {
		t.Fatal(err)
	}
	if most := single.Limit(2); len(both) > most {
		t.Errorf("two languages take %d bytes, the limit is %d", len(both), most)
	}
	t.Logf("one language %d bytes, two %d", len(content), len(both))
	name := filepath.Join(t.TempDir(), "two.html")
	if err := os.WriteFile(name, both, 0o644); err != nil {
		t.Fatal(err)
	}
	p := chromium.Tab(t)
	p.Open("file://" + name)
	whole(p)
	first := p.Attr("html", "lang")
	second := map[string]string{"en": "ar", "ar": "en"}[first]
	p.Click(`.languages a[lang="` + second + `"]`)
	p.Wait("the page in the other language", `document.documentElement.lang === %s && !("wait" in document.documentElement.dataset)`, second)
	whole(p)
	live(p)
	if want := map[string]string{"ar": "rtl", "en": "ltr"}[second]; p.Attr("html", "dir") != want || inFrame[string](p, `doc.documentElement.dir`) != want {
		t.Errorf("the page in %s runs %s", second, p.Attr("html", "dir"))
	}
	p.Fonts()
	families := inFrame[string](p, `[...doc.fonts].filter(f => f.status === "loaded").map(f => f.family).join()`)
	if arabic := strings.Contains(families, "Arabic"); arabic != (second == "ar") {
		t.Errorf("the player in %s has the fonts %s", second, families)
	}
	p.Click(`.top a[href="#` + second + `/present/"]`)
	p.Wait("the presenter in the same language", `document.documentElement.dataset.ready === "" && document.documentElement.lang === %s`, second)
	p.Do(`history.back()`)
	whole(p)
	p.Click(`.languages a[lang="` + first + `"]`)
	p.Wait("the first language again", `document.documentElement.lang === %s`, first)
	whole(p)
}
