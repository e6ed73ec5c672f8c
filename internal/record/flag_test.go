package record

import "testing"

func TestOdditiesOfThePrintedTotalsAreFlagged(t *testing.T) {
	r := load(t)
	want := map[string]string{
		"assessments/2017-02/reports_total": FlagRepeated, "assessments/2017-03/reports_total": FlagRepeated,
		"assessments/2017-02/credible_total": FlagRepeated, "assessments/2017-03/credible_total": FlagRepeated,
		"assessments/2017-04/reports_total": FlagUnexplained, "assessments/2017-09/reports_total": FlagUnexplained,
		"assessments/2019-07/killed_total":  FlagFallen,
		"assessments/2017-10/reports_total": FlagUnexplained, "assessments/2017-12/credible_total": FlagSlip,
		"assessments/2018-02/reports_total": FlagRepeated, "assessments/2018-03/reports_total": FlagRepeated,
		"strikes/2017-06-30/total": FlagRestated,
	}
	for _, ref := range r.Refs() {
		f, _ := r.Figure(ref)
		if f.Flag != want[ref] && f.Kind == Stated {
			t.Errorf("%s has the flag %q, want %q", ref, f.Flag, want[ref])
		}
	}
	for ref, want := range map[string]string{
		"derived/rest/2017-12": FlagSlip, "derived/rest/2017-11": "", "derived/span/2017-06-30": FlagRestated, "derived/span/2017-08-09": "",
		"derived/unexplained/2017-10": FlagUnexplained, "derived/report_step/2017-11": "",
	} {
		if f, _ := r.Figure(ref); f.Flag != want {
			t.Errorf("%s has the flag %q, want %q", ref, f.Flag, want)
		}
	}
}
