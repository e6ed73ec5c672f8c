package main

import (
	"math"
	"testing"
)

const said = `goos: linux
pkg: opencases/internal/picture
cpu: A processor
BenchmarkMake/strikes/wide-2   	    2277	    922598 ns/op	   24424 B/op	     360 allocs/op
BenchmarkMake/strikes/wide-2   	    2277	    922600 ns/op	   24424 B/op	     360 allocs/op
BenchmarkMotionStep            	     814	       0.5 ns/op	       0 B/op	       0 allocs/op
PASS
pkg: opencases/internal/site
BenchmarkCompress-page-2       	       4	  12000 ns/op	  10.5 MB/s	    2000 B/op	       3 allocs/op
`

func TestWhatBenchmarksPrintIsRead(t *testing.T) {
	got := table(&tree{name: "now", said: said}, options{rounds: 2})
	if len(got.Rows) != 3 {
		t.Fatalf("%d rows, want 3", len(got.Rows))
	}
	for i, want := range []struct {
		name           string
		samples        int
		us, kB, allocs float64
	}{{"picture.Make/strikes/wide", 2, 922.599, 24.424, 360}, {"picture.MotionStep", 1, .0005, 0, 0}, {"site.Compress-page", 1, 12, 2, 3}} {
		row := got.Rows[i]
		c := row.Cells
		if row.Name != want.name || len(c[0].Samples) != want.samples || math.Abs(c[0].Samples.Median()-want.us) > 1e-9 || c[1].Samples.Median() != want.kB || c[2].Samples.Median() != want.allocs {
			t.Errorf("%+v, want %+v", row, want)
		}
	}
}
