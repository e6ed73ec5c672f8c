package handout

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"opencases/data"
)

// fileRow is a line of a file of the record, by column.
type fileRow map[string]string

// find reads a file of the record without the record's own code, and gives the one line in which the columns hold what
// the pairs say.
func find(t *testing.T, file string, pairs ...string) fileRow {
	t.Helper()
	f, err := data.FS.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var found []fileRow
	for _, line := range lines[1:] {
		row, fits := fileRow{}, true
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		for i := 0; i < len(pairs); i += 2 {
			fits = fits && row[pairs[i]] == pairs[i+1]
		}
		if fits {
			found = append(found, row)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%s has %d lines with %q, want one", file, len(found), pairs)
	}
	return found[0]
}

func (r fileRow) whole(t *testing.T, column string) int {
	t.Helper()
	n, err := strconv.Atoi(r[column])
	if err != nil {
		t.Fatalf("column %s: %v", column, err)
	}
	return n
}

func TestEveryKeyFigureIsThatOfTheFilesOfTheRecord(t *testing.T) {
	november := find(t, "assessments.csv", "month", "2017-11")
	last := find(t, "assessments.csv", "month", "2021-07")
	strikes := find(t, "strike_totals.csv", "date", "2017-11-30", "chain", "official")
	independent := find(t, "estimates.csv", "to", "2017-11", "compare", "campaign")
	latest := find(t, "estimates.csv", "published", "", "compare", "campaign")
	survey := find(t, "estimates.csv", "published", "2017-11-16", "unit", "share of strikes")
	acknowledged := find(t, "estimates.csv", "published", "2017-11-21", "unit", "share of strikes")
	in := func(r fileRow, column string) int { return r.whole(t, column) }
	if survey["low"] != "0.2" || !strings.HasSuffix(acknowledged["counts"], "about one in 157") {
		t.Fatalf("the shares of strikes have changed: %q, %q", survey["low"], acknowledged["counts"])
	}
	number := message.NewPrinter(language.English)
	c, _, _ := content(t)
	for i, want := range []struct {
		title, before string
		n             int
		after, asOf   string
	}{
		{"Strikes in Iraq and Syria, official total", "", in(strikes, "total"), " strikes", "30 November 2017"},
		{"Reports of possible civilian harm since the campaign began", "", in(november, "reports_total"), " reports", "30 November 2017"},
		{"Reports found credible since the campaign began", "", in(november, "credible_total"), " reports", "30 November 2017"},
		{"Reports open at the end of the month", "", in(november, "open"), " reports", "30 November 2017"},
		{"Reports found non-credible or duplicate, in all", "", in(november, "reports_total") - in(november, "credible_total") - in(november, "open"), " reports", "30 November 2017"},
		{"Open reports carried into the month", "", in(november, "carried_over"), " reports", "November 2017"},
		{"Civilian deaths acknowledged since the campaign began", "at least ", in(november, "killed_total"), " people killed", "30 November 2017"},
		{"Civilians killed, counted by Airwars", "at least ", in(independent, "low"), " people killed", "November 2017"},
		{"Surveyed strikes in northern Iraq that killed civilians", "one in five", 0, "", "16 November 2017"},
		{"Strikes in Iraq that killed civilians, by the coalition’s figures", "about one in ", 157, "", "21 November 2017"},
		{"Civilian deaths acknowledged since the campaign began", "at least ", in(last, "killed_total"), " people killed", "31 July 2021"},
		{"Civilians killed, counted by Airwars: lower end", "", in(latest, "low"), " people killed", ""},
		{"Civilians killed, counted by Airwars: upper end", "", in(latest, "high"), " people killed", ""},
	} {
		value := want.before
		if want.n > 0 {
			value += number.Sprintf("%d", want.n)
		}
		if got := c.Figures[i]; got.Title != want.title || got.Value != value+want.after || got.AsOf != want.asOf {
			t.Errorf("figure %d is %q, %q, %q; want %q, %q, %q", i+1, got.Title, got.Value, got.AsOf, want.title, value+want.after, want.asOf)
		}
	}
}

func TestEveryPictureOfTheHandoutIsTheLastOfItsChapter(t *testing.T) {
	november := find(t, "assessments.csv", "month", "2017-11")
	number := message.NewPrinter(language.English)
	c, _, _ := content(t)
	for i, want := range []struct{ chapter, month, figure string }{
		{"strikes", "2017-11", number.Sprintf("%d strikes", find(t, "strike_totals.csv", "date", "2017-11-30", "chain", "official").whole(t, "total"))},
		{"reports", "2017-11", number.Sprintf("%d reports", november.whole(t, "reports_total"))},
		{"cases", "2017-11", number.Sprintf("%d were open", november.whole(t, "open"))},
		{"gap", "2017-11", number.Sprintf("%d reports had been found credible", november.whole(t, "credible_total"))},
		{"count", "2017-11", number.Sprintf("at least %d civilians", november.whole(t, "killed_total"))},
		{"after", "2020-09", number.Sprintf("at least %d", find(t, "assessments.csv", "month", "2020-09").whole(t, "killed_total"))},
	} {
		if got := c.Pictures[i]; got.Chapter != want.chapter || got.Month.String() != want.month || !strings.Contains(got.Caption, want.figure) {
			t.Errorf("picture %d is %s at %s: %q; want %s at %s with %q", i+1, got.Chapter, got.Month, got.Caption, want.chapter, want.month, want.figure)
		}
	}
}
