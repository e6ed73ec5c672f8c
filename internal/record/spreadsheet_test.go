package record

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What a spreadsheet adds to a file is reported once, by its cause, and hides no other fault.
func TestWhatASpreadsheetAddsToAFileIsOneFault(t *testing.T) {
	const spoiltCell = `weapons_by_month.csv:18: column weapons_released: "many" is not a whole number; write digits or leave it empty`
	for name, c := range map[string]struct {
		change func(string) string
		want   []string
	}{
		"empty columns": {func(s string) string { return strings.ReplaceAll(s, "\n", ",,,\n") }, []string{
			`weapons_by_month.csv:1: the last 3 columns have no name; delete what a spreadsheet left there, the commas at the end of every line, or name the column if it is meant`, spoiltCell}},
		"empty rows": {func(s string) string { return s + ",,,,,,\n,,,,,,\n" }, []string{spoiltCell,
			`weapons_by_month.csv:27: the row holds nothing but commas (1 more row like it); delete it`}},
		"a note of the separator": {func(s string) string { return "sep=,\n" + s }, []string{
			`weapons_by_month.csv:1: the first line sep=, is a note for a spreadsheet; delete the line`, strings.Replace(spoiltCell, ":18:", ":19:", 1)}},
		"NUL": {func(s string) string { return strings.ReplaceAll(s, "AFCENT", "AF\x00CENT") }, []string{
			`weapons_by_month.csv:2: column counted_by: the cell holds the control character U+0000, which no page can show (29 more cells like it); delete it, or type the cell anew`, spoiltCell}},
		"CR alone": {func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }, []string{
			`weapons_by_month.csv:1: the lines end in CR alone, as old Macs wrote them; save the file as CSV with line ends LF or CRLF`}},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := files(t)
			edit(t, fsys, "weapons_by_month.csv", "2017-08,5075,", "2017-08,many,")
			fsys["weapons_by_month.csv"] = &fstest.MapFile{Data: []byte(c.change(string(fsys["weapons_by_month.csv"].Data)))}
			expect(t, fsys, c.want)
		})
	}
}
