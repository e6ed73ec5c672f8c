package frame

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"opencases/data"
	"opencases/internal/story"
)

// november reads a number of the release for November 2017 from the file of the record, without the record's own code.
func november(t *testing.T, column string) int {
	t.Helper()
	f, err := data.FS.Open("assessments.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i, name := range rows[0] {
			if row[0] == "2017-11" && name == column {
				n, err := strconv.Atoi(row[i])
				if err != nil {
					t.Fatal(err)
				}
				return n
			}
		}
	}
	t.Fatalf("there is no %s for November 2017", column)
	return 0
}

func TestAQuestionsScaleComesFromTheRecordAndDoesNotRevealTheAnswer(t *testing.T) {
	killed := 20 * november(t, "killed_total")
	for chapter, want := range map[string]struct{ most, step int }{
		"cases": {november(t, "reports_total"), 1},
		"gap":   {1000, 10},
		"count": {(killed + 999) / 1000 * 1000, 10},
	} {
		_, f := at(t, "chapter="+chapter+"&beat=1")
		if f.Ask == nil || f.Ask.Min != 0 || f.Ask.Max != float64(want.most) || f.Ask.Step != float64(want.step) {
			t.Errorf("%s: %+v; want a scale from 0 to %d in steps of %d", chapter, f.Ask, want.most, want.step)
		}
	}
}

func TestTheKickerSaysWhichChapterOfHowManyItIs(t *testing.T) {
	total := 0
	for _, ch := range story.Chapters {
		if ch.Name != "cover" && ch.Name != "explore" {
			total++
		}
	}
	n := 0
	for _, ch := range story.Chapters {
		_, f := at(t, "chapter="+ch.Name)
		_, l := load(t)
		want := l.String("chapter." + ch.Name + ".title")
		if ch.Name != "cover" && ch.Name != "explore" {
			n++
			want = fmt.Sprintf("%d of %d: %s", n, total, want)
		}
		if f.Kicker != want {
			t.Errorf("%s: %q, want %q", ch.Name, f.Kicker, want)
		}
	}
	if n != total {
		t.Errorf("%d of %d chapters have a number", n, total)
	}
}

// grouped writes numbers as English newspapers do, without the code of package words.
func grouped(format string, args ...any) string {
	return message.NewPrinter(language.English).Sprintf(format, args...)
}

var tag = regexp.MustCompile(`<[^>]*>`)

func TestEveryFigureBesideAPictureIsTheRecords(t *testing.T) {
	for _, c := range []struct{ query, column, label string }{
		{"chapter=gap&beat=4", "open", "%d open"},
		{"chapter=gap&beat=4", "credible_total", "%d credible"},
		{"chapter=cases&beat=3", "open", "%d open"},
		{"chapter=reports&beat=4", "reports_total", "%d reports"},
	} {
		_, f := at(t, c.query)
		want, found := grouped(c.label, november(t, c.column)), false
		var all []string
		for _, l := range f.Labels {
			text := tag.ReplaceAllString(l.HTML, "")
			all = append(all, text)
			found = found || text == want
		}
		if !found {
			t.Errorf("%s: no label says %q: %q", c.query, want, all)
		}
	}
	_, f := at(t, "chapter=gap&beat=4")
	if text := tag.ReplaceAllString(f.TextHTML, "") + f.Description; !strings.Contains(text, grouped("%d", november(t, "open"))) {
		t.Errorf("the words of the gap do not say how many were open: %q", text)
	}
}

func TestPlacesAndTheTimelineAreSharesOfTheStage(t *testing.T) {
	for px, want := range map[float64]float64{0: 0, 280: 50, 560: 100, 1: .18, 186.7: 33.34} {
		if got := share(px, 560); got != want {
			t.Errorf("%g of 560 px is %g per cent, want %g", px, got, want)
		}
	}
	_, f := at(t, "chapter=gap&beat=4&month=2017-03")
	if a := f.Axis; a.From != "2016-10" || a.To != "2017-11" || a.Month != "2017-03" || a.MonthText != "March 2017" || a.Index != 5 || a.Last != 13 || !(0 < a.X0 && a.X0 < a.X1 && a.X1 < 100) {
		t.Errorf("%+v", a)
	}
}
