package main

import (
	"strings"
	"testing"

	"opencases/internal/picture"
)

func TestTablesHoldEveryReadingAndLeaveBlanksBlank(t *testing.T) {
	sc, err := studioOf(t).scene(picture.Wide)
	if err != nil {
		t.Fatal(err)
	}
	who := field()
	read := map[string][]readings{
		"ours":    {{"first": 14, "picture": 100, "rest": 2, "timeline/drawn/task": 3}, {"first": 14, "picture": 300, "rest": 4, "timeline/drawn/task": 5}},
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
}
