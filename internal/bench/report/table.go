// Package report holds what a benchmark has measured and prints it: a Markdown table for people and the same readings as
// JSON for programs, with medians, ratios to the row that all are compared with, the spread, and the machine named.
package report

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Table is one comparison: things that were measured in alternation in one run.
type Table struct {
	Name    string // of its files: "frames" becomes frames.md and frames.json
	Title   string
	Note    string // how it was measured and what a reader must know, in whole sentences
	Columns []Column
	Rows    []Row
	Base    string // the name of the row that ratios refer to; "" prints no ratios
}

// Column is one quantity.
type Column struct {
	Name  string
	Unit  string // "ms", "kB", "%", ...; "" for a count
	Exact bool   // readings do not vary, so no spread is printed
	Plain bool   // no ratio is printed: ratios of it say nothing
}

// Row is one of the things compared.
type Row struct {
	Name  string
	Cells []Cell // one a column, in the columns' order
	Base  string // the name of the row that its ratios refer to, where that is not the table's
}

// Cell is what was read of one quantity. Without samples Why says why there are none: a blank is never filled.
type Cell struct {
	Samples Samples
	Why     string
}

// Of makes a cell of readings.
func Of(samples ...float64) Cell { return Cell{Samples: samples} }

// Markdown is the table for people: the median, its ratio to the base row, and the spread from smallest to largest.
func (t Table) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n", t.Title)
	b.WriteString("|")
	for _, c := range t.Columns {
		fmt.Fprintf(&b, " | %s", cell(c.Name))
		if c.Unit != "" {
			fmt.Fprintf(&b, ", %s", cell(c.Unit))
		}
	}
	b.WriteString(" |\n| ---" + strings.Repeat(" | ---:", len(t.Columns)) + " |\n")
	for _, r := range t.Rows {
		base := t.base(r)
		fmt.Fprintf(&b, "| %s", cell(r.Name))
		for i, c := range t.Columns {
			b.WriteString(" | " + show(c, at(r, i), at(base, i), base.Name == "" || r.Name == base.Name))
		}
		b.WriteString(" |\n")
	}
	if t.Note != "" {
		fmt.Fprintf(&b, "\n%s\n", t.Note)
	}
	return b.String()
}

// base is the row that a row's ratios refer to; a row without a name where there is none.
func (t Table) base(of Row) Row {
	for _, r := range t.Rows {
		if r.Name == cmp.Or(of.Base, t.Base) {
			return r
		}
	}
	return Row{}
}

func at(r Row, column int) Cell {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return Cell{}
}

func show(c Column, x, base Cell, bare bool) string {
	if len(x.Samples) == 0 {
		if x.Why == "" {
			return "–"
		}
		return cell(x.Why)
	}
	m := x.Samples.Median()
	text := Number(m)
	if ratio := m / base.Samples.Median(); !bare && !c.Plain && !math.IsNaN(ratio) && !math.IsInf(ratio, 0) {
		text += " (" + Number(ratio) + "×)"
	}
	if !c.Exact && len(x.Samples) > 1 {
		text += fmt.Sprintf(" [%s–%s]", Number(x.Samples.Min()), Number(x.Samples.Max()))
	}
	return text
}

// Number prints three significant digits, and whole numbers from a thousand on with their thousands parted.
func Number(x float64) string {
	switch a := math.Abs(x); {
	case math.IsNaN(x):
		return "–"
	case x == math.Trunc(x) && a < 1000:
		return strconv.FormatFloat(x, 'f', 0, 64)
	case a < 10:
		return strconv.FormatFloat(x, 'f', 2, 64)
	case a < 100:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	digits := strconv.FormatFloat(math.Abs(x), 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if x < 0 {
		return "-" + digits
	}
	return digits
}

// cell keeps a text from ending its cell.
func cell(text string) string { return strings.NewReplacer("|", `\|`, "\n", " ").Replace(text) }
