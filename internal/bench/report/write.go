package report

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

// Write puts a benchmark's tables into DIR/NAME.md and DIR/NAME.json and answers with the Markdown.
func Write(dir, name string, m Machine, tables ...Table) (markdown string, err error) {
	for _, t := range tables {
		markdown += t.Markdown() + "\n"
	}
	markdown += "Machine: " + m.String() + "\n"
	doc := document{Machine: m}
	for _, t := range tables {
		doc.Tables = append(doc.Tables, t.plain())
	}
	text, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return markdown, fmt.Errorf("report: %s: %w", name, err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return markdown, err
	}
	if err := os.WriteFile(filepath.Join(dir, name+".md"), []byte(markdown), 0o644); err != nil {
		return markdown, err
	}
	return markdown, os.WriteFile(filepath.Join(dir, name+".json"), append(text, '\n'), 0o644)
}

type document struct {
	Machine Machine     `json:"machine"`
	Tables  []plainJSON `json:"tables"`
}

type plainJSON struct {
	Name  string      `json:"name"`
	Title string      `json:"title"`
	Note  string      `json:"note,omitempty"`
	Base  string      `json:"base,omitempty"`
	Cells []plainCell `json:"cells"`
}

type plainCell struct {
	Row     string    `json:"row"`
	Base    string    `json:"base,omitempty"` // where it is not the table's
	Column  string    `json:"column"`
	Unit    string    `json:"unit,omitempty"`
	Median  *float64  `json:"median"` // null: not measured, why says why
	P95     *float64  `json:"p95"`
	Ratio   *float64  `json:"ratio,omitempty"` // of medians, to the base row
	Samples []float64 `json:"samples"`
	Why     string    `json:"why,omitempty"`
}

func (t Table) plain() plainJSON {
	p := plainJSON{Name: t.Name, Title: t.Title, Note: t.Note, Base: t.Base}
	for _, r := range t.Rows {
		base := t.base(r)
		for i, c := range t.Columns {
			x := at(r, i)
			made := plainCell{Row: r.Name, Base: r.Base, Column: c.Name, Unit: c.Unit, Samples: x.Samples, Why: x.Why,
				Median: known(x.Samples.Median()), P95: known(x.Samples.P95())}
			if !c.Plain {
				made.Ratio = known(x.Samples.Median() / at(base, i).Samples.Median())
			}
			p.Cells = append(p.Cells, made)
		}
	}
	return p
}

// known is nil for what is no number: JSON has no name for it.
func known(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}
