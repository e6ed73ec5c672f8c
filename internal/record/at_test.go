package record

import (
	"math"
	"testing"

	"opencases/internal/month"
)

func TestTheExactMonthAndTheLatestKnownAreDifferentQuestions(t *testing.T) {
	r := load(t)
	if _, ok := r.In(month.Of(2021, 3)); ok {
		t.Error("there is a release for March 2021")
	}
	a, ok := r.In(month.Of(2018, 8))
	if !ok || !a.Open.Absent() {
		t.Errorf("August 2018 states open reports: %+v", a)
	}
	f, ok := r.At(month.Of(2018, 8), "open")
	if n, _ := f.Count.Int(); !ok || n != 216 || f.AsOf.String() != "2018-07-31" {
		t.Errorf("latest open at August 2018: %d as of %s, want 216 as of 2018-07-31", n, f.AsOf)
	}
	f, ok = r.At(month.Of(2030, 1), "killed_total")
	if n, _ := f.Count.Int(); !ok || n != 1417 {
		t.Errorf("last toll %d, want 1417", n)
	}
	for _, column := range []string{"killed", "received", "carried_over", "month", "note", "", "x_total"} {
		if f, ok := r.At(month.Of(2030, 1), column); ok {
			t.Errorf("%q has a latest known value: %+v", column, f)
		}
	}
	if _, ok := r.At(month.Of(2016, 9), "open"); ok {
		t.Error("open reports are known before the first release")
	}
}

func TestTheReleaseOfMarch2017AddsUp(t *testing.T) {
	a, _ := load(t).In(month.Of(2017, 3))
	n, ok := ints(a.CarriedOver, a.Received, a.Assessed, a.Open)
	if !ok || n[0] != 43 || n[1] != 27 || n[2] != 28 || n[3] != 42 || n[0]+n[1]-n[2] != n[3] {
		t.Errorf("43 + 27 - 28 = 42, got %v", n)
	}
}

func TestOutcomesAreCompleteOrNone(t *testing.T) {
	r := load(t)
	complete := map[string]bool{"2017-02": true, "2017-03": true, "2017-04": true, "2017-05": true, "2017-07": true, "2017-09": true, "2017-10": true, "2017-11": true, "2017-12": true, "2018-01": true, "2018-02": true, "2018-03": true}
	for m := month.Of(2014, 8); m <= month.Of(2020, 12); m++ {
		o, ok := r.Outcome(m)
		if ok != complete[m.String()] {
			t.Errorf("%s: an outcome %v, want %v", m, ok, complete[m.String()])
		}
		if !ok {
			continue
		}
		sum := 0
		for _, f := range []Figure{o.Credible, o.Open, o.Rest} {
			n, _ := f.Count.Int()
			sum += n
		}
		if n, _ := o.Reports.Count.Int(); sum != n || o.Rest.Kind != Derived || o.Month != m {
			t.Errorf("%s: the parts make %d of %d", m, sum, n)
		}
	}
	o, _ := r.Outcome(month.Of(2017, 11))
	for want, f := range map[int]Figure{1799: o.Reports, 208: o.Credible, 603: o.Open, 988: o.Rest} {
		if n, _ := f.Count.Int(); n != want {
			t.Errorf("%s is %d, want %d", f.Ref, n, want)
		}
	}
	if o, ok := r.OutcomeAt(month.Of(2017, 8)); !ok || o.Month != month.Of(2017, 7) {
		t.Errorf("latest outcome at August 2017 is of %s", o.Month)
	}
	if _, ok := r.OutcomeAt(month.Of(2017, 1)); ok {
		t.Error("an outcome is known in January 2017")
	}
}

func TestSpansMakeTheOfficialTotals(t *testing.T) {
	r := load(t)
	spans := r.Spans()
	if s := spans[0]; s.From != Begin || s.Strikes != 1371 || s.Precision != "approx" {
		t.Errorf("the first span is %+v", s)
	}
	sum, restated := 0, 0
	for i, s := range spans {
		if i > 0 && s.From != spans[i-1].To {
			t.Errorf("the span to %s begins at %s, the one before ends at %s", s.To, s.From, spans[i-1].To)
		}
		sum += s.Strikes
		if total, ok := s.Total.Count.Int(); !ok || sum != total {
			t.Errorf("spans to %s make %d, the total is %d", s.To, sum, total)
		}
		if got := value(t, r, s.Ref); got != float64(s.Strikes) {
			t.Errorf("%s is %v, the span has %d", s.Ref, got, s.Strikes)
		}
		if s.To.String() == "2017-11-30" && sum != 28562 {
			t.Errorf("to the end of November 2017: %d, want 28562", sum)
		}
		if s.Restated {
			restated++
			if s.To.String() != "2017-06-30" {
				t.Errorf("the span to %s is said to be restated", s.To)
			}
		}
	}
	if sum != 34991 || restated != 1 || len(spans) != 42 {
		t.Errorf("%d spans with %d strikes, %d restated; want 42, 34991, 1", len(spans), sum, restated)
	}
}

func TestReportSpansMakeTheTotalsOfReports(t *testing.T) {
	spans := load(t).ReportSpans()
	want := []struct {
		from, to string
		reports  int
		stated   Count
		repeated bool
	}{
		{"2014-08", "2017-02", 396, Count{}, false},
		{"2017-03", "2017-03", 0, Some(27, Exact), true},
		{"2017-04", "2017-04", 44, Some(43, Exact), false},
		{"2017-05", "2017-05", 287, Count{}, false},
		{"2017-06", "2017-07", 442, Count{}, false},
		{"2017-08", "2017-08", 81, Count{}, false},
		{"2017-09", "2017-09", 16, Some(302, Exact), false},
		{"2017-10", "2017-10", 524, Some(240, Exact), false},
		{"2017-11", "2017-11", 9, Some(9, Exact), false},
		{"2017-12", "2017-12", 21, Some(21, Exact), false},
		{"2018-01", "2018-01", 195, Some(195, Exact), false},
		{"2018-02", "2018-02", 120, Some(121, Exact), false},
		{"2018-03", "2018-03", 0, Count{}, true},
	}
	if len(spans) != len(want) {
		t.Fatalf("%d spans, want %d", len(spans), len(want))
	}
	for i, w := range want {
		if s := spans[i]; s.From.String() != w.from || s.To.String() != w.to || s.Reports != w.reports || s.Stated != w.stated || s.Repeated != w.repeated {
			t.Errorf("span %d is %+v, want %+v", i, s, w)
		}
	}
}

func TestCampaignEstimatesAreSortedByTheDateTheyCountTo(t *testing.T) {
	c := load(t).Campaign()
	var got []string
	for _, e := range c {
		got = append(got, e.Key)
		if e.Unit != "deaths" || e.Low.Absent() {
			t.Errorf("%s stands beside the toll: %+v", e.Key, e)
		}
	}
	want := []string{"2015-08-03:1", "2017-11-30:1", "2018-03:1", "2018-03:3", "2019-08-07:1", "2022-08:1", "2023-03-24:1", "2025-01:1", "undated:1"}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: %s, want %s", i, got[i], want[i])
		}
	}
}

func TestTheExerciseIsExact(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		share             float64
		more, sum, deaths int
	}{
		{-1, 105, 313, 1229}, // the rate so far, 208 of 1196
		{0, 0, 208, 817},
		{1, 603, 811, 3185}, // 817 * 811 / 208 = 3185.5
		{0.5, 302, 510, 2003},
	} {
		s, ok := r.Suppose(month.Of(2017, 11), c.share)
		deaths, stated := s.Deaths.Int()
		if !ok || s.More != c.more || s.Sum != c.sum || deaths != c.deaths || !stated || s.Deaths.Qualifier != AtLeast {
			t.Errorf("share %v: %+v", c.share, s)
		}
		if s.OfAll != float64(c.sum)/1799 || s.Month != month.Of(2017, 11) {
			t.Errorf("share %v: %v of all at %s", c.share, s.OfAll, s.Month)
		}
		for _, ref := range s.Inputs {
			if f, ok := r.Figure(ref); !ok || f.Kind != Stated {
				t.Errorf("the exercise starts from %s, which is not stated", ref)
			}
		}
	}
	if s, _ := r.Suppose(month.Of(2017, 11), -1); s.Share != 208.0/1196 {
		t.Errorf("the rate so far is %v", s.Share)
	}
	if s, ok := r.Suppose(month.Of(2017, 8), 0); !ok || s.Month != month.Of(2017, 7) {
		t.Errorf("August 2017 starts from %s, want the outcome of 2017-07", s.Month)
	}
	for _, share := range []float64{1.01, math.NaN(), math.Inf(1)} {
		if s, ok := r.Suppose(month.Of(2017, 11), share); ok {
			t.Errorf("share %v: %+v", share, s)
		}
	}
	if _, ok := r.Suppose(month.Of(2016, 1), 0.5); ok {
		t.Error("supposes before any outcome is known")
	}
}

func TestTablesArePrintedAsWritten(t *testing.T) {
	r := load(t)
	for _, name := range r.Tables() {
		tab := r.Table(name)
		refs := map[string]bool{}
		for _, row := range tab.Rows {
			if len(row.Cells) != len(tab.Header) || row.Ref == "" || refs[row.Ref] {
				t.Errorf("%s:%d: %d cells under %d columns, ref %q (seen %v)", tab.File, row.Line, len(row.Cells), len(tab.Header), row.Ref, refs[row.Ref])
			}
			refs[row.Ref] = true
		}
		tab.Rows[0].Cells[0] = "spoilt"
		if r.Table(name).Rows[0].Cells[0] == "spoilt" {
			t.Errorf("%s can be written to", name)
		}
	}
	row := r.Table("assessments").Rows[13]
	if row.Line != 15 || row.Ref != "assessments/2017-11" || row.Cells[11] != "603" || row.Cells[4] != "" {
		t.Errorf("%+v", row)
	}
	if tab := r.Table("passwords"); tab.Header != nil || tab.Rows != nil {
		t.Errorf("an unknown table is %+v", tab)
	}
}
