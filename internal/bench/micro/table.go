package main

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"opencases/internal/bench/report"
)

// units are the columns, as Go's benchmarks name them.
var units = []string{"ns/op", "B/op", "allocs/op"}

// reading is one line of a benchmark's output.
type reading struct {
	name   string
	values map[string]float64 // by unit
}

// read reads the output of Go's benchmarks: the form is a part of Go's promise of compatibility.
func read(text string) (all []reading) {
	pkg := ""
	for line := range strings.Lines(text) {
		if p, ok := strings.CutPrefix(line, "pkg:"); ok {
			pkg = path.Base(strings.TrimSpace(p))
		}
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 { // the number of processors
			if _, err := strconv.Atoi(name[i+1:]); err == nil {
				name = name[:i]
			}
		}
		r := reading{pkg + "." + name, map[string]float64{}}
		for i := 2; i+1 < len(fields); i += 2 {
			if value, err := strconv.ParseFloat(fields[i], 64); err == nil {
				r.values[fields[i+1]] = value
			}
		}
		all = append(all, r)
	}
	return all
}

// table gathers a tree's readings, a row for each benchmark in the order they ran.
func table(t *tree, o options) report.Table {
	out := report.Table{
		Name: "micro", Title: "Benchmarks of the code",
		Columns: []report.Column{{Name: "time", Unit: "µs"}, {Name: "memory", Unit: "kB", Exact: true}, {Name: "allocations", Exact: true}},
		Note:    fmt.Sprintf("Each for %s, %d times in turn.", o.each, o.rounds),
	}
	if t.name == "old" {
		out.Title += ", at " + o.old
	}
	for _, r := range read(t.said) {
		at := slices.IndexFunc(out.Rows, func(row report.Row) bool { return row.Name == r.name })
		if at < 0 {
			at = len(out.Rows)
			out.Rows = append(out.Rows, report.Row{Name: r.name, Cells: make([]report.Cell, len(units))})
		}
		for i, unit := range units {
			if value, ok := r.values[unit]; ok {
				if i < 2 {
					value /= 1e3
				}
				out.Rows[at].Cells[i].Samples = append(out.Rows[at].Cells[i].Samples, value)
			}
		}
	}
	return out
}
