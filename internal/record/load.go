package record

import (
	"io/fs"
	"strconv"
	"strings"
)

// Load reads the ten CSV files at the root of fsys and checks them. The error is Faults with everything
// that is wrong; with an error the Record is nil.
func Load(fsys fs.FS) (*Record, error) {
	r, faults := assemble(fsys, func() {})
	faults = append(faults, r.loadFindings(fsys)...)
	faults = append(faults, r.check()...)
	if len(faults) > 0 {
		return nil, faults.order()
	}
	return r, nil
}

// Reload reads a record that Load has found to be right, as the server hands it on to the engine: the rules that its figures
// keep are not asked again, and the findings are not read. Between its steps pause is called, so that a browser can do other things.
func Reload(fsys fs.FS, pause func()) (*Record, error) {
	r, faults := assemble(fsys, pause)
	if len(faults) > 0 {
		return nil, faults.order()
	}
	return r, nil
}

// assemble makes a Record of the files as far as they can be read.
func assemble(fsys fs.FS, pause func()) (*Record, Faults) {
	r := &Record{sheets: map[string]*sheet{}, byID: map[string]*Source{}, rows: map[string]map[string]int{}}
	var faults Faults
	for i := range layouts {
		pause()
		s, wrong := read(fsys, &layouts[i])
		r.sheets[s.table] = s
		faults = append(faults, wrong...)
	}
	pause()
	faults = append(faults, r.loadSources()...)
	for _, s := range r.sheets {
		if s.table != "sources" {
			faults = append(faults, r.checkSources(s)...)
		}
	}
	return r, append(faults, r.build(pause)...)
}

func (r *Record) loadSources() (faults Faults) {
	s := r.sheets["sources"]
	for i := range s.rows {
		src := &Source{
			ID: s.cell(i, "id"), Publisher: s.cell(i, "publisher"), Published: s.date(i, "published"),
			Kind: s.cell(i, "kind"), URL: s.cell(i, "url"), Line: s.rows[i].number,
		}
		if src.ID == "" {
			continue
		}
		if first := r.byID[src.ID]; first != nil {
			faults = append(faults, s.fault(i, "id", strconv.Quote(src.ID)+" is the id of line "+strconv.Itoa(first.Line)+" already", "give each source its own id"))
			continue
		}
		r.byID[src.ID] = src
		r.sources = append(r.sources, src)
	}
	return faults
}

// checkSources asks that every source named in a row exists and is named once.
func (r *Record) checkSources(s *sheet) (faults Faults) {
	for i := range s.rows {
		seen := map[string]bool{}
		for _, id := range strings.Fields(s.cell(i, "sources")) {
			switch {
			case seen[id]:
				faults = append(faults, s.fault(i, "sources", strconv.Quote(id)+" is named twice", "name each source once"))
			case r.byID[id] == nil && r.sheets["sources"].whole:
				faults = append(faults, s.fault(i, "sources", strconv.Quote(id)+" is not an id of sources.csv", "add the source there or mend the id"))
			}
			seen[id] = true
		}
	}
	return faults
}

// row makes what all rows have in common. Keys that must be unique and are not make a fault.
func (r *Record) row(s *sheet, i int, table, key string) Row {
	w := Row{
		Table: table, Key: key, File: s.file(), Line: s.rows[i].number,
		Confidence: s.cell(i, "confidence"), Note: s.cell(i, "note"), index: i,
	}
	for _, id := range strings.Fields(s.cell(i, "sources")) {
		if src := r.byID[id]; src != nil {
			w.Sources = append(w.Sources, src)
		}
	}
	return w
}

// name lets the row be found by its REF. It reports the line of an earlier row of the same name, or 0.
func (r *Record) name(table, key string, s *sheet, i int) int {
	keys := r.rows[table]
	if keys == nil {
		keys = map[string]int{}
		r.rows[table] = keys
	}
	if first, ok := keys[key]; ok {
		return s.rows[first].number
	}
	keys[key] = i
	return 0
}
