package words_test

import (
	"testing"

	"opencases/data"
	"opencases/internal/record"
	"opencases/internal/words"
)

// english is the language as the site uses it.
func english(t testing.TB) (*words.Language, *record.Record) {
	t.Helper()
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l.With(r), r
}

func TestEveryTableAndColumnOfTheRecordHasAName(t *testing.T) {
	l, r := english(t)
	for _, table := range r.Tables() {
		for _, part := range []string{"title", "note"} {
			if key := "table." + table + "." + part; !l.Has(key) {
				t.Errorf("no text %s", key)
			}
		}
		for _, column := range r.Table(table).Header {
			if key := "column." + table + "." + column; !l.Has(key) {
				t.Errorf("no text %s", key)
			}
		}
	}
}

func TestEveryFigureHasATitleAUnitAFormulaAndItsFlag(t *testing.T) {
	l, r := english(t)
	refs := append(r.Refs(), "derived/acknowledged_one_in")
	for _, ref := range refs {
		f, ok := r.Figure(ref)
		if !ok {
			t.Errorf("%s is listed and not found", ref)
			continue
		}
		title := "title." + f.Table + "." + f.Column
		if f.Column == "" {
			title = "title." + f.Table
		}
		confidence := ""
		if f.Confidence != "" { // statements have none
			confidence = "confidence." + f.Confidence
		}
		for _, key := range []string{title, confidence, f.Formula, f.Flag} {
			if key != "" && !l.Has(key) {
				t.Errorf("%s: no text %s", ref, key)
			}
		}
		if f.Unit != "" && !l.Has("unit."+f.Unit) {
			t.Errorf("%s: no text unit.%s", ref, f.Unit)
		}
		if q := string(f.Count.Qualifier); q != "" && !(l.Has("qualifier."+q) && l.Has("exact."+q)) {
			t.Errorf("%s: no texts qualifier.%s and exact.%s", ref, q, q)
		}
	}
}

func TestEveryRepeatedWordOfTheRecordHasATranslatableText(t *testing.T) {
	l, r := english(t)
	kinds := map[string]string{
		"by": "by", "counted_by": "by", "attributed_to": "by", "scope": "scope", "total_scope": "scope",
		"area": "area", "confidence": "confidence", "finding": "finding", "precision": "precision",
		"basis": "basis", "kind": "kind", "chain": "chain", "compare": "compare", "qualifier": "exact",
	}
	for _, name := range r.Tables() {
		table := r.Table(name)
		for i, column := range table.Header {
			kind, ok := kinds[column]
			if !ok {
				continue
			}
			for _, row := range table.Rows {
				if cell := row.Cells[i]; cell != "" && !l.Has(kind+"."+words.Slug(cell)) {
					t.Errorf("%s:%d: %s %q: no text %s.%s", table.File, row.Line, column, cell, kind, words.Slug(cell))
				}
			}
		}
	}
}

func TestEveryEventAndStatementHasItsTexts(t *testing.T) {
	l, r := english(t)
	for _, e := range r.Events() {
		if key := "event." + words.Slug(e.Key); !l.Has(key) {
			t.Errorf("%s:%d: no text %s", e.File, e.Line, key)
		}
	}
	for _, s := range r.Statements() {
		for _, part := range []string{".said", ".found"} {
			if key := "statement." + s.Key + part; !l.Has(key) {
				t.Errorf("%s:%d: no text %s", s.File, s.Line, key)
			}
		}
	}
}
