package main

import "testing"

func TestTablesStandBetweenTheirMarks(t *testing.T) {
	tables := map[string]string{"page": "### Pages\n\n| a |\n"}
	table := func(name string) (string, bool) { text, ok := tables[name]; return text, ok }
	const text = "before\n<!-- bench/page -->\nold\n<!-- /bench/page -->\nbetween\n<!-- bench/other -->\nkept\n<!-- /bench/other -->\nafter\n"
	const want = "before\n<!-- bench/page -->\n\n#### Pages\n\n| a |\n\n<!-- /bench/page -->\nbetween\n<!-- bench/other -->\nkept\n<!-- /bench/other -->\nafter\n"
	got, err := fill(text, table)
	if err != nil || got != want {
		t.Errorf("%v, %q, want %q", err, got, want)
	}
	if again, err := fill(got, table); err != nil || again != want {
		t.Errorf("done again: %v, %q", err, again)
	}
	if _, err := fill("<!-- bench/page -->\nnever closed", table); err == nil {
		t.Error("a mark that is not closed is taken")
	}
}
