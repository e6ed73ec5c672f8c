package site

import (
	"html/template"
	"slices"
	"strings"

	"opencases/internal/frame"
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/words"
)

// table is one file of the record as a page shows it.
type table struct {
	Name, File string
	Title      string
	Note       string
	Heads      []head
	Rows       []tableRow
}

type head struct {
	Text    string
	Numbers bool // its cells are figures
}

type tableRow struct {
	ID    string
	Also  []string // further ids that lead here: of named figures
	Cells []cell
}

// cell is one value. At most one of its fields besides Text is set.
type cell struct {
	Text    string
	Figure  string   // REF
	Blank   bool     // no source states it
	Sources []string // ids
	Foreign bool     // the record's own English words on a page in another language
	Long    bool     // a sentence or more
	Date    bool
}

// leftOut are columns that a page does not repeat: a qualifier stands with its figure.
var leftOut = []string{"qualifier"}

// terms are columns of the record's short words, with the kind of word the languages know them by.
var terms = map[string]string{
	"confidence": "confidence", "finding": "finding", "basis": "basis", "chain": "chain", "compare": "compare",
	"precision": "precision", "kind": "kind", "area": "area", "scope": "scope", "total_scope": "scope",
}

// marks are columns in which an empty cell says that there is nothing to say, and not that no source says it.
var marks = []string{"note", "chain", "compare"}

// people are columns that name who counted or spoke.
var people = []string{"by", "counted_by", "attributed_to"}

// prose are columns of the record's own sentences.
var prose = []string{"note", "event", "statement", "counts", "unit", "record", "publisher"}

// table makes a file of the record ready to be shown.
func (e *edition) table(name string) table {
	t := e.rec.Table(name)
	out := table{Name: name, File: t.File, Title: e.lang.String("table." + name + ".title"), Note: e.lang.String("table." + name + ".note")}
	var shown []int
	for i, column := range t.Header {
		if slices.Contains(leftOut, column) {
			continue
		}
		shown = append(shown, i)
		out.Heads = append(out.Heads, head{Text: e.lang.String("column." + name + "." + column), Numbers: e.numbers(t, column)})
	}
	for _, row := range t.Rows {
		r := tableRow{ID: frame.Anchor(row.Ref), Also: e.aliases[frame.Anchor(row.Ref)]}
		for _, i := range shown {
			r.Cells = append(r.Cells, e.cell(row.Ref, t.Header[i], row.Cells[i]))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// numbers reports whether a column holds figures.
func (e *edition) numbers(t record.Table, column string) bool {
	if len(t.Rows) == 0 {
		return false
	}
	f, ok := e.rec.Figure(t.Rows[0].Ref + "/" + column)
	return ok && f.Kind != record.Dated
}

func (e *edition) cell(ref, column, text string) cell {
	if f, ok := e.rec.Figure(ref + "/" + column); ok && f.Kind != record.Dated {
		if f.Kind == record.Absent {
			return cell{Text: e.lang.Figure(f), Blank: true}
		}
		return cell{Text: e.lang.Figure(f), Figure: f.Ref}
	}
	switch {
	case text == "" && slices.Contains(marks, column):
		return cell{}
	case text == "":
		return cell{Text: e.lang.String("figure.blank"), Blank: true}
	case column == "sources":
		return cell{Sources: strings.Fields(text)}
	case column == "event" && e.lang.Has(eventKey(ref)):
		return cell{Text: e.lang.String(eventKey(ref)), Long: true}
	case terms[column] == "confidence":
		return cell{Text: e.lang.String("confidence." + text + ".short")}
	case terms[column] != "":
		return cell{Text: e.lang.Known(terms[column], text)}
	case slices.Contains(people, column):
		return cell{Text: e.lang.By(text)}
	case slices.Contains(prose, column):
		return cell{Text: text, Foreign: e.lang.Tag() != words.Reference, Long: column == "note" || column == "event"}
	}
	if d, err := month.ParseDate(text); err == nil {
		return cell{Text: e.lang.DateShort(d), Date: true}
	}
	return cell{Text: text}
}

// eventKey is the key of an event in a language's own words: "event.2014-08-08" for events/2014-08-08.
func eventKey(ref string) string {
	return "event." + strings.TrimPrefix(frame.Anchor(ref), "events-")
}

// derivedTable shows every derived figure with its formula, so that each has a row to be linked to.
type derivedTable struct {
	Title, Formula string
	Rows           []derivedRow
}

type derivedRow struct {
	ID, Ref, When, Value string
	Also                 []string
}

func (e *edition) derived() (all []derivedTable) {
	at := map[string]int{}
	for _, ref := range e.rec.Refs() {
		f, ok := e.rec.Figure(ref)
		if !ok || f.Table != "derived" {
			continue
		}
		i, known := at[f.Column]
		if !known {
			i = len(all)
			at[f.Column] = i
			all = append(all, derivedTable{Title: e.title(f), Formula: e.lang.String(f.Formula)})
		}
		row := derivedRow{ID: frame.Anchor(ref), Ref: ref, Value: e.lang.Figure(f), Also: e.aliases[frame.Anchor(ref)]}
		if !f.AsOf.IsZero() {
			row.When = e.lang.Date(f.AsOf)
		}
		all[i].Rows = append(all[i].Rows, row)
	}
	return all
}

// namedFigures finds, for each row's id, the named figures that lead to it.
func (e *edition) namedFigures() map[string][]string {
	byRow := map[string][]string{}
	for _, ref := range e.named() {
		if f, ok := e.rec.Figure(ref); ok {
			row := frame.Anchor(f.Ref)
			byRow[row] = append(byRow[row], frame.Anchor(ref))
		}
	}
	return byRow
}

// statement is one statement of the article beside what the record says, in the language's own words where it has
// them and else in the record's.
type statement struct {
	*record.Statement
	ID, Who, When, Verdict string
	Said, Found            template.HTML
}

func (e *edition) statements(root string) (all []statement) {
	for _, st := range e.rec.Statements() {
		s := statement{
			Statement: st, ID: frame.Anchor(st.Ref("")), Who: e.lang.String("page.said.by", words.Str("by", e.lang.By(st.AttributedTo))),
			Verdict: e.lang.String("finding." + st.Finding),
		}
		if !st.AsOf.IsZero() {
			s.When = e.lang.Date(st.AsOf)
		}
		key := "statement." + st.Key
		if e.lang.Has(key+".said") && e.lang.Has(key+".found") {
			s.Said, s.Found = e.markup(root, key+".said"), e.markup(root, key+".found")
		}
		all = append(all, s)
	}
	return all
}

// sourceGroup is the sources of one kind.
type sourceGroup struct {
	Kind, Title string
	Sources     []source
}

type source struct {
	*record.Source
	AnchorID, Date string
}

func (e *edition) sources() (groups []sourceGroup) {
	for _, kind := range []string{"official", "monitor", "archive", "press"} {
		g := sourceGroup{Kind: kind, Title: e.lang.String("kind." + kind)}
		for _, s := range e.rec.Sources() {
			if s.Kind == kind {
				g.Sources = append(g.Sources, source{s, frame.Anchor("sources/" + s.ID), e.lang.Date(s.Published)})
			}
		}
		if len(g.Sources) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}
