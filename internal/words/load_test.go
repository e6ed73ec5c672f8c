package words

import (
	"encoding/csv"
	"errors"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// file writes texts as a file of data/words.
func file(texts map[string]string) *fstest.MapFile {
	keys := make([]string, 0, len(texts))
	for k := range texts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write([]string{"key", "text", "note"})
	for _, k := range keys {
		w.Write([]string{k, texts[k], ""})
	}
	w.Flush()
	return &fstest.MapFile{Data: []byte(b.String())}
}

func raw(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestLoadNamesEveryFaultWithItsPlaceAndRemedy(t *testing.T) {
	arabic := minimal()
	arabic["plural"], arabic["language.direction"] = "ar", "rtl"
	for name, c := range map[string]struct {
		files map[string]*fstest.MapFile
		lang  string
		want  []string // in this order, one in each line of the error
	}{
		"no files": {nil, "fr", []string{"words/fr: there are no texts"}},
		"bad header": {map[string]*fstest.MapFile{"words/en/a.csv": raw("key,text\nk,v\n")}, "en",
			[]string{`words/en/a.csv:1: the header is "key,text"; write key,text,note`}},
		"an empty file": {map[string]*fstest.MapFile{"words/en/a.csv": raw("")}, "en",
			[]string{"words/en/a.csv:1: the file is empty"}},
		"a short row": {map[string]*fstest.MapFile{"words/en/a.csv": raw("key,text,note\nk,v\n")}, "en",
			[]string{"words/en/a.csv:2: the row has 2 cells; write key,text,note"}},
		"a broken quote": {map[string]*fstest.MapFile{"words/en/a.csv": raw("key,text,note\nk,\"v,\n")}, "en",
			[]string{`words/en/a.csv:2:7: extraneous or missing " in quoted-field; quote texts`}},
		"several at once": {map[string]*fstest.MapFile{"words/en/a.csv": raw("key,text,note\nKey,v,\nk,a {n,\nk,b,\nl,,\nk.one,x,\nm.one,x,\nm.few,x,\n")}, "en",
			[]string{
				`words/en/a.csv:2:5: key "Key" is not a key; use lower-case letters`,
				`words/en/a.csv:3:3: key k: column 3: { is not closed`,
				`words/en/a.csv:4:3: key k is given twice; it stands first in words/en/a.csv:3`,
				`words/en/a.csv:5:3: key l: the text is empty`,
				`words/en/a.csv:6:1: key k lacks the plural form .other; the rule en needs one, other`,
				`words/en/a.csv:7:1: key m lacks the plural form .other`,
				`words/en/a.csv:8:1: key m.few is a plural form that the rule en does not have; use one, other`,
			}},
		"what a spreadsheet adds": {map[string]*fstest.MapFile{
			"words/en/a.csv": raw("sep=,\nkey,text,note,,\nk,\"a\x00\",,,\n,,,,\nl,\"b\x00\",,,\n"),
			"words/en/b.csv": raw("key,text,note\rm,a,\r"),
			"words/en/c.csv": raw("key,text,note\nn,caf\xe9,\n"),
			"words/en/d.csv": raw("key;text;note\no;a;\n"),
		}, "en",
			[]string{
				"words/en/a.csv:1: the first line sep=, is a note for a spreadsheet; delete the line",
				"words/en/a.csv:2:15: the last 2 columns have no name; ",
				"words/en/a.csv:4: the row holds nothing but commas; delete it",
				"words/en/a.csv:3:3: column text: the cell holds the control character U+0000, which no page can show (1 more cell like it); ",
				"words/en/b.csv:1: the lines end in CR alone",
				"words/en/c.csv:2: the text is not UTF-8; ",
				"words/en/d.csv:1: the cells are not parted by commas; ",
			}},
		"both plain and plural": {map[string]*fstest.MapFile{"words/en/a.csv": raw("key,text,note\nk,a,\nk.one,b,\nk.other,c,\n")}, "en",
			[]string{"words/en/a.csv:3:1: key k has both a plain text and plural forms; keep one"}},
		"forms of numbers": {map[string]*fstest.MapFile{
			"words/en/language.csv": file(func() map[string]string {
				m := minimal()
				m["number.digits"], m["plural"], m["language.direction"], m["number.group.from"] = "012", "xx", "up", "3"
				delete(m, "month.3.short")
				return m
			}())}, "en",
			[]string{
				"words/en/language.csv: key month.3.short is missing; every language needs it",
				"key number.digits has 3 digits; write the ten digits",
				`key number.group.from "3" is not a count of digits; write 4 or more`,
				`key language.direction is "up"; write ltr or rtl`,
				`key plural names the unknown rule "xx"; write none, en, fr, ru, pl or ar`,
			}},
		"another language": {map[string]*fstest.MapFile{
			"words/en/language.csv": file(minimal()),
			"words/en/a.csv":        raw("key,text,note\na,{figure x/y} and {n},\nb,B,\nc.one,{n} c,\nc.other,{n} cs,\nd,{n} d,\n"),
			"words/ar/language.csv": file(arabic),
			"words/ar/a.csv":        raw("key,text,note\na,{m} {figure x/z},\nd.zero,-,\nd.one,-,\nd.two,-,\nd.few,{n},\nd.many,{n},\nd.other,{n},\nz,Z,\nc,{n},\n"),
		}, "ar",
			[]string{
				`words/ar: key b is missing; translate "B"`,
				"words/ar/a.csv:2:3: key a lacks {figure x/y}; every figure of the en text must be there",
				"words/ar/a.csv:2:3: key a has {figure x/z}, {m}; the en text does not have it",
				"words/ar/a.csv:9:1: key z is unknown in en; remove it or correct its name",
			}},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for path, f := range c.files {
				fsys[path] = f
			}
			if _, has := fsys["words/en/language.csv"]; !has && c.lang == "en" {
				fsys["words/en/language.csv"] = file(minimal())
			}
			l, err := Load(fsys, c.lang)
			if err == nil || l != nil {
				t.Fatalf("language %v, error %v: a faulty language is never loaded", l, err)
			}
			lines := strings.Split(err.Error(), "\n")
			at := 0
			for _, want := range c.want {
				for at < len(lines) && !strings.Contains(lines[at], want) {
					at++
				}
				if at == len(lines) {
					t.Fatalf("no line %q (in this order) in\n%s", want, err)
				}
			}
			if slices.Contains([]string{"several at once", "another language", "what a spreadsheet adds"}, name) && len(lines) != len(c.want) {
				t.Errorf("%d faults, want %d:\n%s", len(lines), len(c.want), err)
			}
		})
	}
}

func TestASecondLanguageLoadsFromItsFilesAlone(t *testing.T) {
	m := minimal()
	m["language.name"] = "Français"
	fsys := fstest.MapFS{
		"words/en/language.csv": file(minimal()), "words/en/a.csv": raw("key,text,note\nk,{n} cases,\n"),
		"words/fr/language.csv": file(m), "words/fr/a.csv": raw("\ufeffkey,text,note\nk,\"{n} cas, dit-on\",à lire\n"),
		"words/notes.txt": raw("no language"),
	}
	if got := Languages(fsys); len(got) != 2 || got[0] != "en" || got[1] != "fr" {
		t.Fatalf("languages %v, want en and fr", got)
	}
	l, err := Load(fsys, "fr")
	if err != nil {
		t.Fatal(err)
	}
	if got := l.String("k", Num("n", 2)); got != "2 cas, dit-on" || l.Name() != "Français" || l.Direction() != "ltr" {
		t.Errorf("printed %q in %s", got, l.Name())
	}
}

func TestABadMapIsRefused(t *testing.T) {
	m := minimal()
	m["k"] = "{n"
	if l, err := FromMap("en", m); err == nil || l != nil || !strings.Contains(err.Error(), "key k: column 1: { is not closed") {
		t.Errorf("language %v, error %v", l, err)
	}
}

func FuzzLoadGivesALanguageOrFaults(f *testing.F) {
	forms := file(minimal())
	for _, text := range []string{
		"key,text,note\nk,v,\n", "key,text,note\nk.one,{n},\nk.other,\"{n} {figure a/b}\",\n", "sep=,\nkey,text,note,\nk,v,,\n,,,\n",
		"key,text,note\rk,v,\r", "key,text,note\nk,\"a\x00\nb\",\n", "key,text,note\nk,\"\n", "\ufeff", "key;text;note\n", "key,text,note\nk,{percent {,\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := Load(fstest.MapFS{"words/en/language.csv": forms, "words/en/z.csv": {Data: text}}, "en")
		if err != nil {
			var faults ErrorList
			if l != nil || !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("an error without faults, or half a language: %v", err)
			}
			return
		}
		for _, key := range l.Keys() {
			if s := l.String(key, Num("n", 2)); !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
				t.Fatalf("%s prints %q", key, s)
			}
		}
	})
}
