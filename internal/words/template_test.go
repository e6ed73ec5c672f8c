package words

import (
	"strings"
	"testing"
)

func TestATemplateIsReadIntoSegments(t *testing.T) {
	got, err := parseTemplate("By {month assessments/2017-11/open|short}: {{{n|bare}}} of {figure derived/rest/2017-11}")
	if err != nil {
		t.Fatal(err)
	}
	want := []segment{
		{text: "By "}, {kind: "month", name: "assessments/2017-11/open", modifier: "short"}, {text: ": {"},
		{kind: "arg", name: "n", modifier: "bare"}, {text: "} of "}, {kind: "figure", name: "derived/rest/2017-11"},
	}
	if len(got) != len(want) {
		t.Fatalf("%d pieces, want %d: %v", len(got), len(want), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("piece %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

func TestABadTemplateIsRefusedWithItsColumnAndRemedy(t *testing.T) {
	for text, want := range map[string]string{
		"abc {n":                  "column 5: { is not closed",
		"{n {m}":                  "column 1: { is not closed",
		"a } b":                   "column 3: } without {",
		"{}":                      "is no argument name",
		"{N}":                     "is no argument name",
		"{fig assessments/x/y}":   "is no known form; write {name}, {figure REF}",
		"{figure open}":           "is no REF",
		"{figure a/b|short}":      `"short" is no form of {figure ...}; known: bare`,
		"{year a/b|short}":        "known: none",
		"{n|}":                    `"" is no form of {arg ...}`,
		"{figure a/b c}":          "is no REF",
		"aé {x":                   "column 5: { is not closed",
		"{figure  a/b}":           "is no REF",
		"{date events/2017|bare}": `"bare" is no form of {date ...}; known: short`,
	} {
		_, err := parseTemplate(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

// print writes segments as a template again.
func print(segments []segment) string {
	var b strings.Builder
	for _, p := range segments {
		if p.kind == "" {
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(p.text))
			continue
		}
		b.WriteByte('{')
		if p.kind != "arg" {
			b.WriteString(p.kind + " ")
		}
		b.WriteString(p.name)
		if p.modifier != "" {
			b.WriteString("|" + p.modifier)
		}
		b.WriteByte('}')
	}
	return b.String()
}

func FuzzATemplateIsRefusedOrPrintsWhatWasRead(f *testing.F) {
	for _, s := range []string{"", "{n}", "{{", "}}", "{n|bare}", "a {figure a/b|bare} c", "{", "}", "{{{n}}}", "{a b c}", "é{n}ü"} {
		f.Add(s)
	}
	l, err := FromMap("en", minimal())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		segments, err := parseTemplate(s)
		if err != nil {
			return
		}
		if got := print(segments); got != s {
			t.Fatalf("%q was read as %q", s, got)
		}
		l.fillPlaceholders(segments, nil) // must not panic, whatever is missing
	})
}
