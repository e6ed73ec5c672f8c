package csvtext_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"opencases/internal/csvtext"
)

const sound = "a,b,c\n1,\"x, y\",3\n4,,6\n"

// faultsOf prints the faults of a file, one a line.
func faultsOf(f *csvtext.File) string {
	var lines []string
	for _, w := range f.Faults {
		lines = append(lines, fmt.Sprintf("%d:%d: %s: %s; %s", w.Line, w.Column, w.Name, w.What, w.Want))
	}
	return strings.Join(lines, "\n")
}

func rows(f *csvtext.File) string {
	var b strings.Builder
	for _, r := range append([]csvtext.Row{f.Header}, f.Rows...) {
		fmt.Fprintf(&b, "%d%q", r.Number, r.Cells)
	}
	return b.String()
}

func TestWhatSpreadsheetsAddIsReportedOnceWithItsCause(t *testing.T) {
	const read = `1["a" "b" "c"]2["1" "x, y" "3"]3["4" "" "6"]`
	for name, c := range map[string]struct{ text, faults, rows string }{
		"a sound file":                     {sound, "", read},
		"the mark of UTF-8":                {"\ufeff" + sound, "", read},
		"CRLF, no last line end":           {strings.TrimSuffix(strings.ReplaceAll(sound, "\n", "\r\n"), "\r\n"), "", read},
		"commas at every line's end":       {strings.ReplaceAll(sound, "\n", ",,,\n"), "1:7: : the last 3 columns have no name; delete what a spreadsheet left there, the commas at the end of every line, or name the column if it is meant", read},
		"one comma at every line's end":    {strings.ReplaceAll(sound, "\n", ",\r\n"), "1:7: : the last column has no name; delete what a spreadsheet left there, the commas at the end of every line, or name the column if it is meant", read},
		"commas at the ends of rows alone": {"a,b,c\n1,\"x, y\",3,,\n4,,6,\n", "2:12: : the line ends in commas that part no columns (1 more line like it); delete them", read},
		"rows of commas":                   {sound + ",,\n,,,,,,\n , ,\n", "4:0: : the row holds nothing but commas (2 more rows like it); delete it", read},
		"a row of commas before the header": {",,\n" + sound, "1:0: : the row holds nothing but commas; delete it",
			`2["a" "b" "c"]3["1" "x, y" "3"]4["4" "" "6"]`},
		"sep=,": {"sep=,\n" + sound, "1:0: : the first line sep=, is a note for a spreadsheet; delete the line",
			`2["a" "b" "c"]3["1" "x, y" "3"]4["4" "" "6"]`},
		"sep=, quoted, capital, CRLF": {"\"SEP=,\"\r\n" + sound, "1:0: : the first line \"SEP=,\" is a note for a spreadsheet; delete the line",
			`2["a" "b" "c"]3["1" "x, y" "3"]4["4" "" "6"]`},
		"sep=;":                             {"sep=;\na;b;c\n1;2;3\n", "1:0: : the first line sep=; is a note for a spreadsheet; delete the line and save the file as CSV with commas", "0[]"},
		"semicolons":                        {"a;b;c\n1;2;3\n", "1:0: : the cells are not parted by commas; save the file as CSV with commas", "0[]"},
		"CR alone":                          {strings.ReplaceAll(sound, "\n", "\r"), "1:0: : the lines end in CR alone, as old Macs wrote them; save the file as CSV with line ends LF or CRLF", "0[]"},
		"another encoding":                  {"a,b,c\n1,caf\xe9,3\n", "2:0: : the text is not UTF-8; save the file with the encoding UTF-8", "0[]"},
		"NUL in one cell":                   {strings.Replace(sound, "x", "x\x00", 1), "2:3: b: the cell holds the control character U+0000, which no page can show; delete it, or type the cell anew", read},
		"NUL in many cells":                 {strings.NewReplacer("x", "x\x00", "6", "\x00\x006", "4", "4\x1b").Replace(sound), "2:3: b: the cell holds the control character U+0000, which no page can show (2 more cells like it); delete it, or type the cell anew", read},
		"a C1 control":                      {strings.Replace(sound, "x", "x\u0085", 1), "2:3: b: the cell holds the control character U+0085, which no page can show; delete it, or type the cell anew", read},
		"a lone CR in a cell":               {strings.Replace(sound, "4", "\"4\r\"", 1), "3:1: a: the cell holds the control character U+000D, which no page can show; delete it, or type the cell anew", read},
		"a control character in the header": {strings.Replace(sound, "b", "b\x7f", 1), "1:3: : the cell holds the control character U+007F, which no page can show; delete it, or type the cell anew", read},
		"a line break in a cell":            {"a,b,c\n1,\"x\ty\nz\",3\n", "", `1["a" "b" "c"]2["1" "x\ty\nz" "3"]`},
		"nothing":                           {"", "", "0[]"},
	} {
		t.Run(name, func(t *testing.T) {
			f := csvtext.Read([]byte(c.text))
			if got := faultsOf(f); got != c.faults {
				t.Errorf("told:\n%s\nwant:\n%s", got, c.faults)
			}
			if got := rows(f); got != c.rows {
				t.Errorf("read %s, want %s", got, c.rows)
			}
		})
	}
}

func TestARowOfTheWrongLengthIsReturnedForTheCallerToRefuse(t *testing.T) {
	f := csvtext.Read([]byte("a,b\n1,2,3\n4\n"))
	if got := rows(f); got != `1["a" "b"]2["1" "2" "3"]3["4"]` || faultsOf(f) != "" {
		t.Errorf("read %s with the faults %q", got, faultsOf(f))
	}
}

func FuzzReadRemovesEveryControlCharacter(f *testing.F) {
	for _, seed := range []string{sound, "sep=,\n" + sound, "sep=\t\n", ",,,\n", "a,\x00\n\x01,b", "a\rb\r", "\ufeff", "a,b,,\n1,2,3,4\n1,2,,,,\n", "a,b\n\"1\x00", "\"\r\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		in := csvtext.Read(text)
		for _, row := range append([]csvtext.Row{in.Header}, in.Rows...) {
			if len(row.Cells) != len(row.Starts) {
				t.Fatalf("line %d: %d cells at %d places", row.Number, len(row.Cells), len(row.Starts))
			}
			for _, cell := range row.Cells {
				if !utf8.ValidString(cell) || strings.ContainsAny(cell, "\x00\x1b\r\u0085\ufffe") {
					t.Fatalf("line %d holds %q", row.Number, cell)
				}
			}
		}
		if len(in.Faults) > 6 {
			t.Fatalf("one file has %d faults of its form: %s", len(in.Faults), faultsOf(in))
		}
	})
}
