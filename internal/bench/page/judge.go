package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"opencases/internal/bench/report"
)

// judgement is what one run of Lighthouse says of a page.
type judgement struct {
	values []float64 // in the order of columns
	short  []string  // the audits that fall short, "performance: Total Blocking Time"
}

// measure is one column: a category's score, or an audit's value.
type measure struct {
	name, unit, category, audit string
	scale                       float64
}

var measures = []measure{
	{name: "performance", category: "performance", scale: 100},
	{name: "accessibility", category: "accessibility", scale: 100},
	{name: "best practices", category: "best-practices", scale: 100},
	{name: "SEO", category: "seo", scale: 100},
	{name: "first paint", unit: "s", audit: "first-contentful-paint", scale: 1e-3},
	{name: "largest paint", unit: "s", audit: "largest-contentful-paint", scale: 1e-3},
	{name: "blocked", unit: "ms", audit: "total-blocking-time", scale: 1},
	{name: "layout shift", audit: "cumulative-layout-shift", scale: 1},
	{name: "transferred", unit: "kB", audit: "total-byte-weight", scale: 1e-3},
}

func columns() (all []report.Column) {
	for _, m := range measures {
		all = append(all, report.Column{Name: m.name, Unit: m.unit, Plain: true, Exact: m.audit == "total-byte-weight"})
	}
	return all
}

// flags let Chromium draw without a graphics card and keep it from asking for anything of its own.
const flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update " +
	"--disable-sync --disable-extensions --use-angle=swiftshader --enable-unsafe-swiftshader"

// judge runs Lighthouse once.
func judge(tool, chromium, url string) (judgement, error) {
	dir, err := os.MkdirTemp("", "bench-page")
	if err != nil {
		return judgement{}, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "report.json")
	cmd := exec.Command(tool, url, "--quiet", "--output=json", "--output-path="+file, "--no-enable-error-reporting", "--chrome-flags="+flags)
	cmd.Env = append(os.Environ(), "CHROME_PATH="+chromium)
	if text, err := cmd.CombinedOutput(); err != nil {
		return judgement{}, fmt.Errorf("lighthouse: %w: %s", err, text)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return judgement{}, err
	}
	return read(text)
}

// result is what is read of Lighthouse's report.
type result struct {
	RuntimeError *struct{ Message string }
	Categories   map[string]struct {
		Score     *float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Title        string
		Score        *float64
		NumericValue *float64
	}
}

func read(text []byte) (j judgement, err error) {
	var r result
	if err := json.Unmarshal(text, &r); err != nil {
		return j, fmt.Errorf("lighthouse's report: %w", err)
	}
	if r.RuntimeError != nil {
		return j, fmt.Errorf("lighthouse: %s", r.RuntimeError.Message)
	}
	for _, m := range measures {
		value := r.Categories[m.category].Score
		if m.audit != "" {
			value = r.Audits[m.audit].NumericValue
		}
		if value == nil {
			return j, fmt.Errorf("lighthouse does not say %s", m.name)
		}
		j.values = append(j.values, *value*m.scale)
	}
	for _, name := range slices.Sorted(maps.Keys(r.Categories)) {
		for _, ref := range r.Categories[name].AuditRefs {
			if a := r.Audits[ref.ID]; ref.Weight > 0 && a.Score != nil && *a.Score < 1 {
				j.short = append(j.short, name+": "+a.Title)
			}
		}
	}
	return j, nil
}

// tell names, for whoever mends them, the audits that fell short and how often.
func tell(short map[string]int, rounds int) {
	for _, what := range slices.Sorted(maps.Keys(short)) {
		fmt.Fprintf(os.Stderr, "short of full marks in %d of %d: %s\n", short[what], rounds, what)
	}
}
