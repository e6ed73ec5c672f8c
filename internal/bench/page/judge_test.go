package main

import (
	"slices"
	"strings"
	"testing"
)

const said = `{"categories": {
	"performance": {"score": 0.98, "auditRefs": [{"id": "total-blocking-time", "weight": 30}, {"id": "hint", "weight": 0}]},
	"accessibility": {"score": 1, "auditRefs": [{"id": "not-applicable", "weight": 7}]}, "best-practices": {"score": 1}, "seo": {"score": 0.92}},
 "audits": {
	"first-contentful-paint": {"score": 1, "numericValue": 700}, "largest-contentful-paint": {"score": 1, "numericValue": 1250},
	"total-blocking-time": {"title": "Total Blocking Time", "score": 0.9, "numericValue": 120}, "cumulative-layout-shift": {"score": 1, "numericValue": 0},
	"total-byte-weight": {"score": 1, "numericValue": 124737}, "hint": {"title": "Hint", "score": 0}, "not-applicable": {"score": null}}}`

func TestScoresValuesAndWhatFellShortAreRead(t *testing.T) {
	j, err := read([]byte(said))
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{98, 100, 100, 92, .7, 1.25, 120, 0, 124.737}
	for i := range want {
		if d := j.values[i] - want[i]; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s is %v, want %v", measures[i].name, j.values[i], want[i])
		}
	}
	if !slices.Equal(j.short, []string{"performance: Total Blocking Time"}) {
		t.Errorf("short: %v", j.short)
	}
}

func TestAReportThatJudgesNothingIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"nonsense": "lighthouse's report",
		`{"runtimeError": {"message": "the page did not load"}}`:  "did not load",
		strings.Replace(said, `"numericValue": 700`, `"x": 1`, 1): "first paint",
	} {
		if _, err := read([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
