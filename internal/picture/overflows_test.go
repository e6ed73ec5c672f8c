package picture_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	. "opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/words"
)

// reworded is the English language with some texts replaced.
func reworded(t *testing.T, l *words.Language, r *record.Record, text func(key, was string) string) *words.Language {
	t.Helper()
	m := l.Map()
	for key, was := range m {
		m[key] = text(key, was)
	}
	other, err := words.FromMap("en", m)
	if err != nil {
		t.Fatal(err)
	}
	return other.With(r)
}

// only replaces the text of one key.
func only(key, text string) func(key, was string) string {
	return func(k, was string) string {
		if k == key {
			return text
		}
		return was
	}
}

const (
	chinese  = "联军公布的每百五十七次空袭中仅有一次造成平民伤亡的说法"
	longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
)

func TestATextThatCannotBeBrokenAtSpacesIsLaidOut(t *testing.T) {
	r, en := load(t)
	for name, text := range map[string]string{"Chinese": chinese, "one long word": longWord} {
		for _, key := range []string{"label.rate.survey", "label.acknowledged", "label.cases.of"} {
			l := reworded(t, en, r, only(key, text))
			shown := 0
			for i, sc := range allScenes() {
				if i%40 > 0 && sc.Focus == "" {
					continue
				}
				for _, c := range []Composition{Narrow, Article, Wide, Projector} {
					p := Make(r, l, sc, c)
					for _, label := range p.Labels {
						whole := ""
						for _, line := range label.Lines {
							whole += line.String()
						}
						if whole == text {
							shown++
						}
					}
					if shown%50 == 1 {
						checkLabels(t, name+" as "+key, p)
					}
				}
			}
			if shown == 0 {
				t.Errorf("%s as %s is seen in no picture", name, key)
			}
			if overflows := Overflows(r, l); len(overflows) > 0 {
				t.Errorf("%s as %s finds no room: %+v", name, key, overflows[0])
			}
		}
	}
}

func TestNoTextOfAnyLengthMakesThePicturesFail(t *testing.T) {
	r, en := load(t)
	for _, text := range []string{chinese, longWord, strings.Repeat(chinese, 40), strings.Repeat("x", 3000), strings.Repeat("word ", 500) + "word", "28,562,000,000,000,000,000,000,000,000,000,000,000"} {
		l := reworded(t, en, r, func(key, was string) string {
			if strings.HasPrefix(key, "label.") || strings.HasPrefix(key, "ask.") {
				return text
			}
			return was
		})
		for i, sc := range allScenes() {
			if i%40 == 0 || sc.Focus == "rate" && i%8 == 0 {
				MakeSized(r, l, sc, viewports[i%len(viewports)])
			}
		}
	}
}

func TestEveryTextFindsRoomInEveryBeat(t *testing.T) {
	r, l := load(t)
	for _, m := range Overflows(r, l) {
		t.Errorf("%+v", m)
	}
}

func TestATextThatFindsNoRoomIsReportedWithItsPictureAndItsRoom(t *testing.T) {
	r, en := load(t)
	for _, c := range []struct {
		key      string
		required bool
	}{{"label.cases.blank", true}, {"label.event.2017-03-17", false}} {
		long := strings.Repeat(chinese, 20)
		overflows := Overflows(r, reworded(t, en, r, only(c.key, long)))
		if len(overflows) != 1 || overflows[0].Key != c.key || overflows[0].Required != c.required || overflows[0].Text != long || overflows[0].Chapter == "" || overflows[0].Month == 0 {
			t.Errorf("%s: %d texts without room: %.200v", c.key, len(overflows), overflows)
			continue
		}
		room := overflows[0].Room
		if room < 10 || room >= utf8.RuneCountInString(long) {
			t.Errorf("%s: %d characters would find room", c.key, room)
		}
		short := string([]rune(long)[:room])
		for _, m := range Overflows(r, reworded(t, en, r, only(c.key, short))) {
			if m.Key == c.key && m.Composition == overflows[0].Composition {
				t.Errorf("%s: cut to %d characters it still finds no room in %+v", c.key, room, m)
			}
		}
	}
}
