package record

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"opencases/data"
	"opencases/internal/month"
)

// printedFindings reads findings.csv without the code under test: a row by its columns.
func printedFindings(t *testing.T) []map[string]string {
	t.Helper()
	text, err := data.FS.ReadFile("findings.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// waits are the days of the printed rows that chosen accepts, sorted. A row that repeats another's finding of the
// same day is left out.
func waits(t *testing.T, chosen func(map[string]string) bool) (days []int) {
	t.Helper()
	rows := printedFindings(t)
	twice := func(row map[string]string) bool {
		return slices.ContainsFunc(rows, func(o map[string]string) bool {
			return row["same_as"] == o["id"] && row["found"] == o["found"] && row["finding"] == o["finding"]
		})
	}
	for _, row := range rows {
		if twice(row) || !chosen(row) {
			continue
		}
		struck, err := time.Parse(time.DateOnly, row["struck"])
		if err != nil {
			t.Fatal(err)
		}
		found, err := time.Parse(time.DateOnly, row["found"])
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, int(found.Sub(struck)/(24*time.Hour)))
	}
	slices.Sort(days)
	return days
}

func TestWaitingTimesAreCountedFromTheRowsOfASelection(t *testing.T) {
	r := load(t)
	for name, c := range map[string]struct {
		selection Selection
		chosen    func(map[string]string) bool
	}{
		"all":              {Selection{}, func(map[string]string) bool { return true }},
		"credible":         {Selection{Finding: "credible"}, func(row map[string]string) bool { return row["finding"] == "credible" }},
		"reason=no_strike": {Selection{Reason: "no_strike"}, func(row map[string]string) bool { return row["reason"] == "no_strike" }},
		"credible self-reports": {Selection{Finding: "credible", ReportedBy: "self_report"}, func(row map[string]string) bool {
			return row["finding"] == "credible" && row["reported_by"] == "self_report"
		}},
		"other reporters in Iraq": {Selection{ReportedBy: "other", Country: "Iraq"}, func(row map[string]string) bool {
			return row["reported_by"] == "other" && row["country"] == "Iraq"
		}},
		"nothing": {Selection{Finding: "credible", Reason: "other"}, func(map[string]string) bool { return false }},
	} {
		days := waits(t, c.chosen)
		want := map[string]float64{FindingsCount: float64(len(days)), OverOneYear: 0, OverTwoYears: 0}
		for _, d := range days {
			if d > 365 {
				want[OverOneYear]++
			}
			if d > 2*365 {
				want[OverTwoYears]++
			}
		}
		if n := len(days); n > 0 {
			want[DaysLongest] = float64(days[n-1])
			want[DaysMedian] = float64(days[n/2])
			if n%2 == 0 {
				want[DaysMedian] = float64(days[n/2-1]+days[n/2]) / 2
			}
		}
		for _, measure := range Measures {
			f := r.FindingsFigure(c.selection, measure)
			got, ok := f.Count.Float()
			if n, wanted := want[measure]; ok != wanted || got != n {
				t.Errorf("%s, %s: %v (known %v), want %v (known %v)", name, measure, got, ok, n, wanted)
			}
			if ok && (f.Kind != Derived || f.Formula != "formula.findings_"+measure || len(days) > 0 && len(f.Sources) == 0) {
				t.Errorf("%s, %s: %+v", name, measure, f)
			}
		}
	}
}

func TestFindingsSayWhatTheReadmeSays(t *testing.T) {
	r := load(t)
	if n := len(r.findings); n != 1869 {
		t.Errorf("%d rows, want 1,869", n)
	}
	if n := len(r.Findings()); n != 1865 {
		t.Errorf("%d findings, want 1,865: four rows repeat another's", n)
	}
	for selection, want := range map[Selection]float64{
		{Reason: "no_strike"}: 1051, {Reason: "no_detail"}: 413 - 2 /* repeated */, {Finding: "duplicate"}: 5, {Country: "Iraq"}: 37,
	} {
		if got, _ := r.FindingsFigure(selection, FindingsCount).Count.Float(); got != want {
			t.Errorf("%+v: %v findings, want %v", selection, got, want)
		}
	}
	parts := 0.
	for _, f := range []string{"credible", "non_credible", "duplicate"} {
		n, _ := r.FindingsFigure(Selection{Finding: f}, FindingsCount).Count.Float()
		parts += n
	}
	if all, _ := r.FindingsFigure(Selection{}, FindingsCount).Count.Float(); parts != all {
		t.Errorf("the findings by outcome make %v of %v", parts, all)
	}
}

func TestFindingsAreNotShownOnPagesOrInThePlayer(t *testing.T) {
	r := load(t)
	if slices.Contains(r.Tables(), "findings") {
		t.Error("a page would show every finding")
	}
	fsys := files(t)
	delete(fsys, "findings.csv")
	again, err := Reload(fsys, func() {})
	if err != nil || len(again.Findings()) > 0 {
		t.Errorf("the player's record: %d findings, %v", len(again.Findings()), err)
	}
	if f := again.FindingsFigure(Selection{}, FindingsCount); !f.Count.Absent() {
		t.Errorf("without the table %s is %v", f.Ref, f.Count)
	}
}

func TestAFaultOfAFindingIsNamed(t *testing.T) {
	const row = "cs001,2014-09-23,day,Kafr Daryan,Syria,2018-06-28,2018-05,non_credible,no_strike,,,,,,,https://airwars.org/civilian-casualties/cs001-september-23-2014/,"
	for name, c := range map[string]struct{ from, to, want string }{
		"found before struck":     {"2018-06-28,2018-05", "2014-06-28,2018-05", "column found: 2014-06-28 is before the strike on 2014-09-23; check both days"},
		"an unknown finding":      {"non_credible,no_strike", "denied,no_strike", `column finding: "denied" is not a known finding; write credible, non_credible or duplicate`},
		"an unknown reason":       {"no_strike", "secret", `column reason: "secret" is not a known reason; write no_strike, no_detail, no_evidence, not_coalition or other or leave it empty`},
		"a reason for a credible": {"non_credible,no_strike", "credible,no_strike", "column reason: only a non-credible finding has a reason, this one is credible; leave it empty or mend the finding"},
		"a release nobody listed": {"2018-05,", "2022-05,", "column release: assessments.csv has no row for 2022-05; add the release there or mend the month"},
		"a release that is none":  {"2018-05,", "spring 2018,", `column release: "spring 2018" is not a month; write it like 2017-11, two as 2017-11 or 2017-12, or leave it empty`},
		"its own repetition":      {",,https", ",cs001,https", `column same_as: "cs001" is the row's own id; name the other row or leave it empty`},
		"a repetition of nothing": {",,https", ",cs9999,https", `column same_as: no row of "cs9999" holds the same finding of the same day; mend the id or leave it empty`},
		"another day's finding":   {",,https", ",cs002,https", `column same_as: no row of "cs002" holds the same finding of the same day; mend the id or leave it empty`},
		"a page without address":  {"https://airwars.org/civ", "airwars.org/civ", `column page: "airwars.org/civilian-casualties/cs001-september-23-2014/" is not a web address; start it with https:// or http://`},
		"a range upside down":     {"no_strike,,,", ",3,2,", "column killed_high: 2 is below the low end 3; write the higher number here"},
		"no day":                  {"cs001,2014-09-23", "cs001,2014-09", `column struck: "2014-09" is not a day; write it like 2017-11-30`},
		"another country":         {"Syria", "Libya", `column country: "Libya" is not a known country; write Iraq or Syria`},
	} {
		t.Run(name, func(t *testing.T) {
			if n := strings.Count(row, c.from); n != 1 {
				t.Fatalf("%q stands %d times in the row", c.from, n)
			}
			fsys := files(t)
			edit(t, fsys, "findings.csv", row, strings.Replace(row, c.from, c.to, 1))
			expect(t, fsys, []string{"findings.csv:2: " + c.want})
		})
	}
	fsys := files(t)
	edit(t, fsys, "findings.csv", "cs002,2014-09-25,", "cs002,2014-09-20,")
	expect(t, fsys, []string{"findings.csv:4: column struck: 2014-09-20 comes after 2014-09-24; put the rows in the order of time"})
}

func TestACaseWithTwoFindingsHasTwoRows(t *testing.T) {
	var found []string
	for _, f := range load(t).Findings() {
		if f.ID == "cs965" {
			found = append(found, f.Key+" "+f.Finding+" "+f.Found.String())
		}
	}
	if want := []string{"cs965:1 non_credible 2017-08-04", "cs965:2 credible 2019-02-28"}; !slices.Equal(found, want) {
		t.Errorf("cs965 has the findings %q, want %q", found, want)
	}
}

func TestCredibleSoFarContinuesFromAPrintedTotalToTheNextBlank(t *testing.T) {
	r := load(t)
	for m, want := range map[month.Month]int{
		month.Of(2017, 8): 164 + 14, month.Of(2018, 4): 227 + 5, month.Of(2018, 9): 264,
		month.Of(2017, 7): -1 /* printed */, month.Of(2018, 10): -1, month.Of(2018, 11): -1, month.Of(2016, 10): -1,
	} {
		f, ok := r.Figure("derived/credible_so_far/" + m.String())
		n, known := f.Count.Int()
		if !ok || known != (want >= 0) || known && n != want {
			t.Errorf("%v: %d (known %v), want %d", m, n, known, want)
		}
		if known && (f.Kind != Derived || f.AsOf != monthEnd(m)) {
			t.Errorf("%v: %+v", m, f)
		}
	}
}

func TestWhatTheNextReleaseCarriesOverIsKnownForTheMonth(t *testing.T) {
	r := load(t)
	for key, want := range map[string]int{"2018-08": 310, "2018-10": 194, "2019-07": 97, "2019-11": 82, "2020-06": 113, "2020-08": 126, "2017-10": 695, "2019-09": -1} {
		f, _ := r.Figure("derived/carried_next/" + key)
		n, known := f.Count.Int()
		if known != (want >= 0) || known && (n != want || f.AsOf.String()[:7] != key) {
			t.Errorf("%s: %d (known %v) as of %s, want %d", key, n, known, f.AsOf, want)
		}
	}
}

func FuzzFindingsGiveARecordOrFaults(f *testing.F) {
	whole := tiny()
	head := (&csvTable{schema: &findingsSchema}).columnNames() + "\n"
	for _, rows := range []string{tinyRows["findings"], "a,2016-01-01,day,,Iraq,2016-01-01,2017-01 or 2017-02,duplicate,,1,0,,up_to,,b,https://a.example/,primary,a-1,\n", "a,,,,,,,,,,,,,,a,,,,\n", ",,,\n"} {
		f.Add([]byte(head + rows))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fsys := fstest.MapFS{}
		for name, file := range whole {
			fsys[name] = file
		}
		fsys["findings.csv"] = &fstest.MapFile{Data: text}
		r, err := Load(fsys)
		if (r == nil) != (err != nil) {
			t.Fatalf("half a record: %v", err)
		}
		if err != nil {
			return
		}
		for _, finding := range r.Findings() {
			if finding.Days() < 0 {
				t.Fatalf("%s was found before it was struck", finding.Key)
			}
		}
		for _, measure := range Measures {
			r.FindingsFigure(Selection{Finding: "credible"}, measure)
		}
	})
}
