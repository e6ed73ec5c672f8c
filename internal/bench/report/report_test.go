package report

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestQuantilesOfReadings(t *testing.T) {
	for _, tt := range []struct {
		s           Samples
		median, p95 float64
	}{
		{Samples{3, 1, 2}, 2, 2.9},
		{Samples{4, 1, 2, 3}, 2.5, 3.85},
		{Samples{7}, 7, 7},
	} {
		if m, p := tt.s.Median(), tt.s.P95(); math.Abs(m-tt.median) > 1e-9 || math.Abs(p-tt.p95) > 1e-9 {
			t.Errorf("%v: median %v, p95 %v; want %v, %v", tt.s, m, p, tt.median, tt.p95)
		}
	}
	if !math.IsNaN(Samples(nil).Median()) {
		t.Error("no readings have a median")
	}
}

func TestNumbersKeepThreeDigits(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 12: "12", 0.5: "0.50", 1.234: "1.23", 12.34: "12.3", 123.4: "123", 1234.5: "1,234", 1145104: "1,145,104", -1500: "-1,500", math.NaN(): "–"} {
		if got := Number(x); got != want {
			t.Errorf("%v prints as %q, want %q", x, got, want)
		}
	}
}

var sample = Table{
	Name: "t", Title: "Title", Note: "How it was measured.", Base: "ours",
	Columns: []Column{{Name: "time", Unit: "ms"}, {Name: "bytes", Unit: "kB", Exact: true}, {Name: "score", Plain: true}},
	Rows: []Row{
		{Name: "ours", Cells: []Cell{Of(1, 2, 3), Of(10, 10), Of(100)}},
		{Name: "other|one", Cells: []Cell{Of(4, 4, 6), Of(5, 5), {Why: "does not run"}}},
		{Name: "short", Cells: []Cell{Of(1)}},
		{Name: "like short", Cells: []Cell{Of(3)}, Base: "short"},
	},
}

func TestATableShowsMediansRatiosSpreadAndBlanks(t *testing.T) {
	want := `### Title

| | time, ms | bytes, kB | score |
| --- | ---: | ---: | ---: |
| ours | 2 [1–3] | 10 | 100 |
| other\|one | 4 (2×) [4–6] | 5 (0.50×) | does not run |
| short | 1 (0.50×) | – | – |
| like short | 3 (3×) | – | – |

How it was measured.
`
	if got := sample.Markdown(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatIsWrittenCanBeReadByPrograms(t *testing.T) {
	dir := t.TempDir()
	text, err := Write(dir, "sample", Machine{CPU: "a processor", Versions: map[string]string{"b": "2", "a": "1"}}, sample)
	if err != nil || !strings.Contains(text, "a processor") || strings.Index(text, ", a 1") > strings.Index(text, ", b 2") {
		t.Errorf("%v, %s", err, text)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "sample.json"))
	if err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Tables[0].Cells) != 12 || *doc.Tables[0].Cells[3].Ratio != 2 || *doc.Tables[0].Cells[9].Ratio != 3 || doc.Tables[0].Cells[5].Median != nil || doc.Tables[0].Cells[5].Why == "" {
		t.Errorf("%s", raw)
	}
}
