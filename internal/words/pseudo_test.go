package words_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"opencases/data"
	"opencases/internal/words"
)

// pseudo is English rewritten as a language with six plural forms, its own digits and the other direction: what
// still looks English then stands in code and not in data/words.
func pseudo(t *testing.T) *words.Language {
	en, r := english(t)
	texts := en.Map()
	out := map[string]string{}
	for key, text := range texts {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		if base == key {
			out[key] = text
			continue
		}
		for _, form := range []string{"zero", "one", "two", "few", "many", "other"} {
			out[base+"."+form] = texts[base+".other"]
		}
	}
	out["language.name"], out["language.direction"], out["plural"] = "Pseudo", "rtl", "ar"
	out["number.digits"], out["number.group"], out["number.decimal"] = "٠١٢٣٤٥٦٧٨٩", "٬", "٫"
	l, err := words.FromMap("qps", out)
	if err != nil {
		t.Fatal(err)
	}
	return l.With(r)
}

func TestInAnotherLanguageNoWesternDigitIsLeft(t *testing.T) {
	l := pseudo(t)
	if !l.RTL() {
		t.Error("the language is not written from right to left")
	}
	for _, key := range l.Keys() {
		if key == "number.group.from" {
			continue
		}
		text := l.String(key, words.Num("n", 28562), words.Pct("share", .17))
		if strings.ContainsFunc(text, func(c rune) bool { return c < unicode.MaxASCII && unicode.IsDigit(c) }) {
			t.Errorf("%s prints %s", key, text)
		}
	}
	for _, m := range l.Missing() {
		if strings.ContainsAny(m, "./") {
			t.Errorf("missing: %s", m)
		}
	}
}

func TestEveryLanguageInTheRepositoryIsComplete(t *testing.T) {
	tags := words.Languages(data.FS)
	if len(tags) == 0 {
		t.Fatal("no language was found")
	}
	for _, tag := range tags {
		if _, err := words.Load(data.FS, tag); err != nil {
			t.Errorf("%s:\n%v", tag, err)
		}
	}
}

// The files of a language stand on their own: English loads from a copy of its folder alone.
func TestALanguageLoadsFromItsFolderAlone(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"language", "labels", "controls", "cards", "chapters", "descriptions", "pages", "said", "embed", "classroom", "poll", "single"} {
		path := "words/en/" + name + ".csv"
		text, err := data.FS.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fsys[path] = &fstest.MapFile{Data: text}
	}
	l, err := words.Load(fsys, "en")
	if err != nil {
		t.Fatal(err)
	}
	whole, _ := english(t)
	if len(l.Keys()) != len(whole.Keys()) {
		t.Errorf("%d texts, want %d: a file is not in the list", len(l.Keys()), len(whole.Keys()))
	}
}
