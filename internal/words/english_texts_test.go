package words_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// placeholder finds what stands between braces.
var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

func TestNoNumberIsTyped(t *testing.T) {
	l, _ := english(t)
	allowed := map[string]string{
		"number.digits":     "the ten digits themselves",
		"number.group.from": "read as a setting, never shown",
	}
	for key, text := range l.Map() {
		typed := strings.ContainsFunc(placeholder.ReplaceAllString(text, ""), unicode.IsDigit)
		if _, ok := allowed[key]; typed && !ok {
			t.Errorf("%s types a number: %s", key, text)
		} else if ok && !typed {
			t.Errorf("%s is allowed to type a number and does not", key)
		}
	}
}

// A date or an author must be known; a figure must have a number.
func TestEveryFigureInATextIsInTheRecord(t *testing.T) {
	l, r := english(t)
	for key, text := range l.Map() {
		for _, p := range placeholder.FindAllString(text, -1) {
			form, ref, ok := strings.Cut(strings.Trim(p, "{}"), " ")
			if !ok {
				continue
			}
			ref, mod, _ := strings.Cut(ref, "|")
			f, found := r.Figure(ref)
			switch {
			case !found:
				t.Errorf("%s: %s is not in the record", key, p)
			case form == "date" && f.AsOf.Day == 0, form == "month" && f.AsOf.Month == 0, form == "year" && f.AsOf.IsZero():
				t.Errorf("%s: %s has the date %q", key, p, f.AsOf)
			case form == "published" && f.Published.IsZero():
				t.Errorf("%s: %s has no date of publication", key, p)
			case form == "by" && f.By == "":
				t.Errorf("%s: nobody is named for %s", key, p)
			case (form == "figure" || form == "percent" || form == "onein") && f.Count.Absent():
				t.Errorf("%s: %s is blank in the record", key, p)
			case mod == "bare" && f.Count.Qualifier != record.Exact:
				q := strings.Trim(l.String("qualifier."+string(f.Count.Qualifier), words.Str("n", "")), " ")
				if !strings.Contains(strings.ToLower(text), q) {
					t.Errorf("%s: %s drops %q, and the words do not say it", key, p, q)
				}
			}
		}
	}
}

func TestEveryChapterAndBeatHasItsTexts(t *testing.T) {
	l, _ := english(t)
	need := func(key string, most int) {
		t.Helper()
		if !l.Has(key) {
			t.Errorf("no text %s", key)
			return
		}
		if n := utf8.RuneCountInString(l.String(key)); most > 0 && n > most {
			t.Errorf("%s has %d letters, at most %d: %s", key, n, most, l.String(key))
		}
	}
	for _, c := range story.Chapters {
		need("chapter."+c.Name+".title", 20)
		need("chapter."+c.Name+".lead", 155)
		for i, b := range c.Beats {
			beat := "beat." + c.Name + "." + strconv.Itoa(i+1)
			need(beat+".title", 40)
			need(beat+".text", 0)
			if b.Ask != story.AskNothing {
				for _, part := range []string{"label", "hint", "yours", "answer", "shown"} {
					need("ask."+c.Name+"."+part, 0)
				}
			}
		}
		beyond := "beat." + c.Name + "." + strconv.Itoa(len(c.Beats)+1) + ".text"
		if l.Has(beyond) {
			t.Errorf("%s has no beat", beyond)
		}
	}
	for _, v := range story.Views {
		need("view."+string(v), 16)
		need("describe."+string(v), 0)
	}
	need("page.description", 155)
	// Descriptions take arguments, which are not given here: keys and REFs must not be missing.
	for _, m := range l.Missing() {
		if strings.ContainsAny(m, "./") {
			t.Errorf("missing: %s", m)
		}
	}
}

func TestABeatHasAtMost45Words(t *testing.T) {
	l, _ := english(t)
	beats(l, func(key, text string) {
		if n := len(strings.Fields(text)); n > 45 {
			t.Errorf("%s has %d words: %s", key, n, text)
		}
	})
}

func TestShortLabelsAreShort(t *testing.T) {
	l, r := english(t)
	f := func(ref string) record.Figure { f, _ := r.Figure(ref); return f }
	day := f("strikes/2016-07-27/total").AsOf
	args := []words.Arg{
		words.Fig("n", f("assessments/2017-11/open")), words.Fig("credible", f("assessments/2017-11/credible_total")),
		words.Fig("open", f("assessments/2017-11/open")), words.Num("more", 105), words.Num("sum", 313),
		words.Pct("share", .17), words.Day("date", day), words.Mon("month", story.ArticleMonth),
	}
	long := map[string]string{
		"label.blank.before.short": "over a wide hatched field",
		"label.acknowledged.short": "beside a line, on two lines where needed",
		"label.independent.short":  "beside a line, on two lines where needed",
		"label.announced.short":    "beside a mark, on two lines where needed",
		"label.carried.short":      "beside a mark, on two lines where needed",
		"label.asof.short":         "under the headline",
		"label.if.left.short":      "over a heap",
	}
	for _, key := range l.Keys() {
		most := 0
		switch {
		case strings.HasPrefix(key, "label.event.") && !strings.HasSuffix(key, ".short"):
			most = 22
		case strings.HasPrefix(key, "label.") && strings.HasSuffix(key, ".short") && !strings.HasPrefix(key, "label.rate") && long[key] == "":
			most = 14
		}
		if text := l.String(key, args...); most > 0 && utf8.RuneCountInString(text) > most {
			t.Errorf("%s has more than %d letters: %s", key, most, text)
		}
	}
}

func TestTheGroupIsNamedInFullOnceAndFirst(t *testing.T) {
	l, _ := english(t)
	first := true
	beats(l, func(key, text string) {
		if named := strings.Contains(text, "the Islamic State group (ISIS, Daesh)"); named != first {
			t.Errorf("%s: named in full %v, want %v", key, named, first)
		}
		first = false
	})
}

// No text may address the reader as right or wrong, cheer, or break the house's typography.
func TestTextsAreNeutralAndTypographicallyClean(t *testing.T) {
	l, _ := english(t)
	for key, text := range l.Map() {
		for _, bad := range []string{"!", "'", `"`, "  ", "...", "well done", "correct!", "unfortunately", "tragic", "shocking", "horrific", "massive", "brutal", "only 2", "just ", "simply"} {
			if strings.Contains(strings.ToLower(text), bad) {
				t.Errorf("%s holds %q: %s", key, bad, text)
			}
		}
		if text != strings.TrimSpace(text) {
			t.Errorf("%s begins or ends with a space: %q", key, text)
		}
	}
	for _, key := range l.Keys() {
		fields := strings.Fields(l.String(key))
		for i := 1; i < len(fields); i++ {
			if fields[i] == fields[i-1] {
				t.Errorf("%s says %q twice: %s", key, fields[i], l.String(key))
			}
		}
	}
	sentence := regexp.MustCompile(`(^|[.?] )[a-z]`)
	beats(l, func(key, text string) {
		if at := sentence.FindString(text); at != "" {
			t.Errorf("%s: a sentence begins small, with a qualifier: %s", key, text)
		}
	})
}

// beats calls do with every beat's text as shown, in the story's order.
func beats(l *words.Language, do func(key, text string)) {
	for _, c := range story.Chapters {
		for i := range c.Beats {
			key := "beat." + c.Name + "." + strconv.Itoa(i+1) + ".text"
			do(key, l.String(key))
		}
	}
}
