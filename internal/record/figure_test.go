package record

import (
	"slices"
	"strings"
	"testing"

	"opencases/internal/month"
)

// value is the number of a figure that must be there.
func value(t testing.TB, r *Record, ref string) float64 {
	t.Helper()
	f, ok := r.Figure(ref)
	if !ok {
		t.Fatalf("%s is not known", ref)
	}
	n, ok := f.Count.Float()
	if !ok {
		t.Fatalf("%s is absent", ref)
	}
	return n
}

func TestFiguresAreReadWithTheirQualifierUnitAndDate(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		ref   string
		n     float64
		q     Qualifier
		unit  string
		asOf  string
		by    string
		place string
	}{
		{"assessments/2017-11/killed_total", 817, AtLeast, "deaths", "2017-11-30", "CJTF-OIR", "assessments.csv:15"},
		{"assessments/2017-11/open", 603, Exact, "reports", "2017-11-30", "CJTF-OIR", "assessments.csv:15"},
		{"assessments/2017-11/carried_over", 695, Exact, "reports", "2017-11", "CJTF-OIR", "assessments.csv:15"},
		{"assessments/2017-10/percent_engagements_reported", 3.14, Exact, "percent", "2017-10-31", "CJTF-OIR", "assessments.csv:14"},
		{"assessments/2018-09/credible", 0, Exact, "reports", "2018-09", "CJTF-OIR", "assessments.csv:25"},
		{"announcements/2016-04-22/reports_total", 162, Exact, "reports", "2016-04-22", "CENTCOM", "announcements.csv:7"},
		{"strikes/2017-11-30/total", 28562, Exact, "strikes", "2017-11-30", "CJTF-OIR", "strike_totals.csv:51"},
		{"strikes/2014-12-19/total", 1371, Exact, "strikes", "2014-12-19", "DoD/CENTCOM", "strike_totals.csv:10"},
		{"strike_totals/2014-12-19:2/total", 1361, Exact, "strikes", "2014-12-19", "DoD/CENTCOM", "strike_totals.csv:11"},
		{"strike_totals/2018-02:1/total", 29000, MoreThan, "strikes", "2018-02", "Airwars", "strike_totals.csv:54"},
		{"strikes_by_month/2017-02:stated/syria", 547, Exact, "strikes", "2017-02", "Airwars, from CENTCOM/CJTF-OIR and allied releases", "strikes_by_month.csv:29"},
		{"strikes_by_month/2015-01:aggregated_daily/total", 545, Undercount, "strikes", "2015-01", "sum of CENTCOM/CJTF-OIR daily release lines", "strikes_by_month.csv:3"},
		{"strikes_by_month/2015-01:aggregated_daily/days_covered", 28, Exact, "days", "2015-01", "sum of CENTCOM/CJTF-OIR daily release lines", "strikes_by_month.csv:3"},
		{"weapons/2017-06/weapons_released", 4848, AtLeast, "weapons", "2017-06", "AFCENT (aircraft under CFACC control)", "weapons_by_month.csv:16"},
		{"estimates/2017-11-30:1/low", 5961, AtLeast, "deaths", "2017-11", "Airwars", "estimates.csv:22"},
		{"estimates/2017-11-16:2/low", 31, MoreThan, "ratio", "2017-11-16", "New York Times Magazine (Khan, Gopal)", "estimates.csv:20"},
		{"estimates/undated:1/high", 13342, Exact, "deaths", "", "Airwars", "estimates.csv:44"},
		{"statements/open-now/value", 700, Nearly, "reports", "2017-12", "CJTF-OIR, as reported by the press", "statements.csv:3"},
		{"statements/members/value", 68, Exact, "nations", "2017", "the article", "statements.csv:13"},
		{"derived/acknowledged_one_in", 157, About, "one_in", "2017-11-21", "Coalition figure as reported with the NYT piece", "estimates.csv:21"},
		{"derived/acknowledged_beside/2023-03-24:1", 1437, AtLeast, "deaths", "2023-03", "CJTF-OIR", "estimates.csv:42"},
	} {
		f, ok := r.Figure(c.ref)
		n, present := f.Count.Float()
		if !ok || !present || n != c.n || f.Count.Qualifier != c.q || f.Kind != Stated {
			t.Errorf("%s: %v %q of kind %d (known %v, present %v), want %v %q, stated", c.ref, n, f.Count.Qualifier, f.Kind, ok, present, c.n, c.q)
		}
		place := Error{File: f.File, Line: f.Line}.Error()
		if f.Unit != c.unit || f.AsOf.String() != c.asOf || f.By != c.by || !strings.HasPrefix(place, c.place+":") {
			t.Errorf("%s: %q as of %q by %q at %s, want %q, %q, %q, %s", c.ref, f.Unit, f.AsOf, f.By, place, c.unit, c.asOf, c.by, c.place)
		}
		if f.Ref != c.ref {
			t.Errorf("%s calls itself %s", c.ref, f.Ref)
		}
	}
}

func TestDerivedFiguresFollowTheirFormulas(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		ref  string
		n    float64
		q    Qualifier
		unit string
		in   int // inputs
	}{
		{"derived/rest/2017-11", 988, Exact, "reports", 3}, // 1799 - 208 - 603
		{"derived/closed/2017-11", 1196, Exact, "reports", 2},
		{"derived/rate/2017-11", 208.0 / 1196, Exact, "share", 3},
		{"derived/open_share/2017-11", 603.0 / 1799, Exact, "share", 2},
		{"derived/per_credible/2017-11", 817.0 / 208, AtLeast, "per_report", 2},
		{"derived/open_change/2017-11", -92, Exact, "reports", 2},
		{"derived/killed_step/2017-11", 16, Exact, "deaths", 2},
		{"derived/killed_beyond/2017-11", 5, Exact, "deaths", 3},
		{"derived/killed_beyond/2018-05", -15, Exact, "deaths", 3},
		{"derived/report_step/2017-10", 524, Exact, "reports", 2},
		{"derived/report_step/2017-02", 396, Exact, "reports", 1},
		{"derived/unexplained/2017-10", 284, Exact, "reports", 3}, // 1790 - 1266 - 240
		{"derived/unexplained/2017-11", 0, Exact, "reports", 3},
		{"derived/span/2017-09-30", 1540, Exact, "strikes", 2},     // 27566 - 26026
		{"derived/unexplained/2017-09", -286, Exact, "reports", 3}, // 1266 - 1250 - 302
		{"derived/span/2014-12-19", 1371, Exact, "strikes", 1},
	} {
		f, ok := r.Figure(c.ref)
		n, present := f.Count.Float()
		if !ok || !present || n != c.n || f.Count.Qualifier != c.q || f.Kind != Derived || f.Unit != c.unit || len(f.Inputs) != c.in {
			t.Errorf("%s: %v %q %s of kind %d from %v, want %v %q %s derived from %d", c.ref, n, f.Count.Qualifier, f.Unit, f.Kind, f.Inputs, c.n, c.q, c.unit, c.in)
		}
		name := strings.Split(c.ref, "/")[1]
		if f.Formula != "formula."+name || f.Ref != c.ref || len(f.Sources) == 0 {
			t.Errorf("%s: formula %q, calls itself %q, %d sources", c.ref, f.Formula, f.Ref, len(f.Sources))
		}
	}
}

func TestTheQuotientOfDerivedInputsCanBeChecked(t *testing.T) {
	r := load(t)
	for _, ref := range r.Refs() {
		f, _ := r.Figure(ref)
		for _, in := range f.Inputs {
			g, ok := r.Figure(in)
			if !ok || g.Kind != Stated {
				t.Errorf("%s is computed from %s, which is not stated (known %v)", ref, in, ok)
			}
			for _, s := range g.Sources {
				if !slices.Contains(f.Sources, s) {
					t.Errorf("%s does not name the source %s of %s", ref, s.ID, in)
				}
			}
		}
	}
}

func TestAnEmptyCellIsAbsentAndNeverZero(t *testing.T) {
	r := load(t)
	for _, ref := range []string{
		"assessments/2018-08/open", "assessments/2018-10/credible", "estimates/2017-11-21:1/low", "estimates/2017-11-30:1/high",
		"statements/precise/value", "strikes/2015-08-07/iraq", "derived/rest/2017-06", "derived/rate/2018-04",
		"derived/unexplained/2017-05", "derived/unexplained/2017-03", "derived/killed_step/2019-10",
		"derived/acknowledged_beside/2017-11-30:1", "derived/acknowledged_beside/2017-12-20:2",
	} {
		f, ok := r.Figure(ref)
		if !ok || f.Kind != Absent || !f.Count.Absent() || f.Ref != ref {
			t.Errorf("%s: known %v, kind %d, count %+v; want a figure of kind Absent", ref, ok, f.Kind, f.Count)
		}
		if n, ok := f.Count.Int(); ok {
			t.Errorf("%s reads as %d", ref, n)
		}
	}
	var none Count
	if _, ok := none.Float(); ok || !none.Absent() {
		t.Error("the zero Count is not absent")
	}
	if n, ok := Some(0, Exact).Int(); !ok || n != 0 {
		t.Error("a stated 0 is not 0")
	}
	if _, ok := Some(0.2, Exact).Int(); ok {
		t.Error("0.2 reads as a whole number")
	}
}

func TestUnknownRefsAreNotFigures(t *testing.T) {
	r := load(t)
	for _, ref := range []string{
		"", "/", "assessments", "assessments/2017-11", "assessments/2017-11/", "assessments/2017-11/note", "assessments/2017-11/month",
		"assessments/2017-11/open/", "assessments/2021-03/open", "assessments/2017-1/open", "strikes/2017-01-31/total", "strikes/2017-11/total",
		"estimates/2017-11-30/low", "estimates/2017-11-30:2/low", "estimates/2017-11-30:1/published", "events/2017-03-18", "statements/nobody/value",
		"weapons_by_month/2017-08/weapons_released", "sources/airwars-01", "sources/airwars-01/id", "derived", "derived/", "derived/rest", "derived/rest/",
		"derived/rest/2021-03", "derived/rest/2017-11/x", "derived/rest/2017-11-30", "derived/mean/2017-11", "derived/span/2017-11", "derived/acknowledged_one_in/2017",
		"named/", "named/nobody", "named/strikes", "named/strikes@", "named/strikes@2017", "named/strikes@2014-11", "named/survey_share@2017-11", "named/independent@2014-12",
	} {
		if f, ok := r.Figure(ref); ok {
			t.Errorf("%q is the figure %+v", ref, f)
		}
	}
}

func TestNamedFiguresAreFoundBySearchAndKeepTheirOwnRef(t *testing.T) {
	r := load(t)
	for name, want := range map[string]string{
		"survey_share": "estimates/2017-11-16:1/low", "survey_ratio": "estimates/2017-11-16:2/low",
		"acknowledged_one_in": "derived/acknowledged_one_in", "last_killed": "assessments/2021-07/killed_total",
		"last_open": "assessments/2021-07/open", "last_strikes": "strikes/2021-07-31/total",
		"latest_independent_low": "estimates/undated:1/low", "latest_independent_high": "estimates/undated:1/high",
		"latest_acknowledged": "derived/acknowledged_beside/undated:1",
		"independent@2017-11": "estimates/2017-11-30:1/low", "independent@2018-01": "estimates/2017-11-30:1/low",
		"independent_high@2017-11": "estimates/2017-11-30:1/high",
		// Two estimates count up to February 2018: the primary one with a range stands.
		"independent@2018-02": "estimates/2018-03:1/low", "independent_high@2018-02": "estimates/2018-03:1/high",
		"independent@2017-10":  "estimates/2015-08-03:1/low",
		"acknowledged@2017-11": "assessments/2017-11/killed_total", "acknowledged@2019-09": "assessments/2019-08/killed_total",
		"open@2018-08": "assessments/2018-07/open", "reports@2017-06": "assessments/2017-05/reports_total",
		"credible@2017-08": "assessments/2017-07/credible_total",
		"strikes@2017-11":  "strikes/2017-11-30/total", "strikes@2016-12": "strikes/2016-07-27/total",
	} {
		f, ok := r.Figure("named/" + name)
		if !ok || f.Ref != want {
			t.Errorf("named/%s is %q (known %v), want %s", name, f.Ref, ok, want)
		}
	}
	for name, want := range map[string]float64{
		"survey_share": 0.2, "survey_ratio": 31, "acknowledged_one_in": 157, "last_killed": 1417, "last_strikes": 34991,
		"latest_independent_low": 8249, "latest_independent_high": 13342, "latest_acknowledged": 1457, "independent@2017-11": 5961,
	} {
		if got := value(t, r, "named/"+name); got != want {
			t.Errorf("named/%s is %v, want %v", name, got, want)
		}
	}
}

func TestRefsListsEveryFigureOnce(t *testing.T) {
	r := load(t)
	refs := r.Refs()
	seen := map[string]bool{}
	derived := false
	for _, ref := range refs {
		f, ok := r.Figure(ref)
		if !ok || f.Ref != ref || f.Kind == Absent || f.File == "" || f.Line == 0 || len(f.Sources) == 0 {
			t.Errorf("%s: known %v, %+v", ref, ok, f)
		}
		if seen[ref] {
			t.Errorf("%s is listed twice", ref)
		}
		seen[ref] = true
		if is := strings.HasPrefix(ref, "derived/"); derived && !is {
			t.Errorf("%s comes after derived figures", ref)
		} else {
			derived = is
		}
	}
	// Every number in a file of the record has a card.
	numbers := 0
	for i := range schemas {
		csv := r.tables[schemas[i].table]
		for j := range csv.rows {
			for _, c := range csv.columns {
				if (c.kind == integerCell || c.kind == decimalCell) && csv.cell(j, c.name) != "" {
					numbers++
				}
			}
		}
	}
	stated := 0
	for _, ref := range refs {
		if f, _ := r.Figure(ref); f.Kind == Stated && !strings.HasPrefix(ref, "derived/") {
			stated++
		}
	}
	if stated != numbers || numbers < 500 {
		t.Errorf("%d stated figures have a REF, the files hold %d numbers", stated, numbers)
	}
}

func TestEventsAndStatementsAreTextsWithADate(t *testing.T) {
	r := load(t)
	f, ok := r.Figure("events/2017-03-17")
	if !ok || f.Kind != Dated || !strings.HasPrefix(f.Text, "Strike in al-Jadida") || f.AsOf != (month.Date{Year: 2017, Month: 3, Day: 17}) || f.Sources[0].ID != "cjtfoir-02" {
		t.Errorf("known %v: %+v", ok, f)
	}
	f, ok = r.Figure("statements/precise")
	if !ok || f.Kind != Dated || !strings.HasPrefix(f.Text, "One of the most precise") {
		t.Errorf("known %v: %+v", ok, f)
	}
}

func TestEveryStatementResolves(t *testing.T) {
	r := load(t)
	for _, s := range r.Statements() {
		if f, ok := r.Figure(s.Ref("")); !ok || f.Text != s.Text {
			t.Errorf("%s does not resolve", s.Ref(""))
		}
		if f, ok := r.Figure(s.Ref("value")); !ok || f.Count != s.Value || f.Unit != s.Unit && !s.Value.Absent() {
			t.Errorf("the value of %s does not resolve: %+v", s.ID, f)
		}
		if !s.Value.Absent() && s.Unit == "" {
			t.Errorf("the number of %s has no unit", s.ID)
		}
		for _, ref := range s.Evidence {
			if f, ok := r.Figure(ref); !ok || f.Kind == Absent {
				t.Errorf("%s bears on %s, which is not there", s.ID, ref)
			}
		}
	}
	for id, want := range map[string]string{
		"open-now": "assessments/2017-11/carried_over assessments/2017-11/open",
		"strikes":  "assessments/2017-10/strikes_total assessments/2017-11/strikes_total",
		"precise":  "estimates/2017-11-16:1/low estimates/2017-11-16:2/low",
		"victory":  "events/2017-12-09 events/2017-12-10",
		"experts":  "", "aim": "",
	} {
		for _, s := range r.Statements() {
			if got := strings.Join(s.Evidence, " "); s.ID == id && got != want {
				t.Errorf("%s bears on %q, want %q", id, got, want)
			}
		}
	}
}
