package record

import (
	"io/fs"
	"strconv"
	"strings"
)

// Load reads the ten CSV files at the root of fsys and checks them. The error is an ErrorList with everything
// that is wrong; with an error the Record is nil.
func Load(fsys fs.FS) (*Record, error) {
	r, faults := readRecord(fsys, func() {})
	faults = append(faults, r.loadFindings(fsys)...)
	faults = append(faults, r.check()...)
	if len(faults) > 0 {
		return nil, faults.sorted()
	}
	return r, nil
}

// Reload reads a record that Load accepted, as the server passes it to the player: the rules that bind its figures are not
// checked again, and the findings are not read. Between its steps yield is called, so that a browser can do other work.
func Reload(fsys fs.FS, yield func()) (*Record, error) {
	r, faults := readRecord(fsys, yield)
	if len(faults) > 0 {
		return nil, faults.sorted()
	}
	return r, nil
}

// readRecord makes a Record of the files as far as they can be read.
func readRecord(fsys fs.FS, yield func()) (*Record, ErrorList) {
	r := &Record{tables: map[string]*csvTable{}, sourcesByID: map[string]*Source{}, rowIndex: map[string]map[string]int{}}
	var faults ErrorList
	for i := range schemas {
		yield()
		t, wrong := readTable(fsys, &schemas[i])
		r.tables[t.table] = t
		faults = append(faults, wrong...)
	}
	yield()
	faults = append(faults, r.loadSources()...)
	for _, t := range r.tables {
		if t.table != "sources" {
			faults = append(faults, r.checkSources(t)...)
		}
	}
	return r, append(faults, r.build(yield)...)
}

func (r *Record) loadSources() (faults ErrorList) {
	t := r.tables["sources"]
	for i := range t.rows {
		src := &Source{
			ID: t.cell(i, "id"), Publisher: t.cell(i, "publisher"), Published: t.date(i, "published"),
			Kind: t.cell(i, "kind"), URL: t.cell(i, "url"), Line: t.rows[i].number,
		}
		if src.ID == "" {
			continue
		}
		if first := r.sourcesByID[src.ID]; first != nil {
			faults = append(faults, t.fault(i, "id", strconv.Quote(src.ID)+" is the id of line "+strconv.Itoa(first.Line)+" already", "give each source its own id"))
			continue
		}
		r.sourcesByID[src.ID] = src
		r.sources = append(r.sources, src)
	}
	return faults
}

// checkSources asks that every source named in a row exists and is named once.
func (r *Record) checkSources(t *csvTable) (faults ErrorList) {
	for i := range t.rows {
		seen := map[string]bool{}
		for _, id := range strings.Fields(t.cell(i, "sources")) {
			switch {
			case seen[id]:
				faults = append(faults, t.fault(i, "sources", strconv.Quote(id)+" is named twice", "name each source once"))
			case r.sourcesByID[id] == nil && r.tables["sources"].complete:
				faults = append(faults, t.fault(i, "sources", strconv.Quote(id)+" is not an id of sources.csv", "add the source there or mend the id"))
			}
			seen[id] = true
		}
	}
	return faults
}

// newRow makes what all rows have in common. Keys that must be unique and are not make a fault.
func (r *Record) newRow(t *csvTable, i int, table, key string) Row {
	w := Row{
		Table: table, Key: key, File: t.file(), Line: t.rows[i].number,
		Confidence: t.cell(i, "confidence"), Note: t.cell(i, "note"), index: i,
	}
	for _, id := range strings.Fields(t.cell(i, "sources")) {
		if src := r.sourcesByID[id]; src != nil {
			w.Sources = append(w.Sources, src)
		}
	}
	return w
}

// indexRow lets the row be found by its REF. It reports the line of an earlier row of the same name, or 0.
func (r *Record) indexRow(table, key string, t *csvTable, i int) int {
	keys := r.rowIndex[table]
	if keys == nil {
		keys = map[string]int{}
		r.rowIndex[table] = keys
	}
	if first, ok := keys[key]; ok {
		return t.rows[first].number
	}
	keys[key] = i
	return 0
}
