package main

import (
	"slices"
	"strings"
	"testing"

	"opencases/internal/bench/report"
	"opencases/internal/picture"
)

func TestTablesHoldEveryReadingAndLeaveBlanksBlank(t *testing.T) {
	sc, err := studioOf(t).scene(picture.Wide)
	if err != nil {
		t.Fatal(err)
	}
	who := field()
	read := map[string][]readings{
		"ours":    {{"first": 14, "picture": 100, "rest": 2, "timeline/task": 3}, {"first": 14, "picture": 300, "rest": 4, "timeline/task": 5}},
		"d3":      {{"first": 28, "picture": 400, "rest": 1}},
		"nothing": {{"rest": 1}},
	}
	all := tables(who, &stage{name: "wide", scene: sc}, read)
	text := map[string]string{}
	for _, table := range all {
		text[table.Name] = table.Markdown()
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Columns) {
				t.Errorf("%s: %s has %d cells", table.Name, row.Name, len(row.Cells))
			}
		}
	}
	for table, want := range map[string]string{
		"start": "| D3 and SVG | 28 (2×) | – | 400 (2×) | –", "rest": "| a page with nothing in it | – | – | – | – | 1 (0.33×) | – |",
		"timeline": "### Motion: 28,562 marks settle along the timeline", "regroup": "### Motion: 1,799 reports regroup into cases",
	} {
		if !strings.Contains(text[table], want) {
			t.Errorf("%s does not hold %q:\n%s", table, want, text[table])
		}
	}
	if strings.Contains(text["start"], "nothing in it") {
		t.Error("a row without a reading is shown")
	}
	for _, name := range inReadme {
		if !slices.ContainsFunc(all, func(table report.Table) bool { return table.Name == name }) {
			t.Errorf("the README is to show %q, which there is not", name)
		}
	}
}

func TestTheReadmeKeepsWhatStandsAroundItsTables(t *testing.T) {
	got, err := replaced("before\n"+readmeStart+"\nold\n"+readmeEnd+"\nafter\n", "new\n")
	if want := "before\n" + readmeStart + "\n\nnew\n\n" + readmeEnd + "\nafter\n"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if _, err := replaced("no marks", "new"); err == nil {
		t.Error("a README without marks was rewritten")
	}
}
