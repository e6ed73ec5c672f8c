package words

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// Reference is the language all others are measured by: it must have every key.
const Reference = "en"

// row is one text as it stands in a file.
type row struct {
	key, text    string
	file         string
	line, column int // of the text
}

// Languages lists, sorted, the tags of all languages in fsys: the folders of words/ that hold a language.csv.
func Languages(fsys fs.FS) []string {
	found, _ := fs.Glob(fsys, "words/*/language.csv")
	tags := make([]string, len(found))
	for i, name := range found {
		tags[i] = path.Base(path.Dir(name))
	}
	sort.Strings(tags)
	return tags
}

// Load reads all files words/LANG/*.csv of fsys. The error is Faults: everything wrong with the language, and
// for languages other than English every text that it lacks or whose figures differ.
func Load(fsys fs.FS, lang string) (*Language, error) {
	rows, faults := readAll(fsys, lang)
	l, more := build(lang, rows)
	faults = append(faults, more...)
	if lang != Reference {
		reference, _ := readAll(fsys, Reference)
		if full, broken := build(Reference, reference); len(broken) == 0 {
			faults = append(faults, l.compare(full, rows)...)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return l, nil
}

// FromMap makes a language of texts that Map returned: the browser's way. The error is Faults.
func FromMap(lang string, m map[string]string) (*Language, error) {
	rows := make([]row, 0, len(m))
	for key, text := range m {
		rows = append(rows, row{key: key, text: text, file: key})
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i].key < rows[j].key })
	l, faults := build(lang, rows)
	if len(faults) > 0 {
		return nil, faults
	}
	return l, nil
}

// readAll reads every file of a language, in the order of their names.
func readAll(fsys fs.FS, lang string) ([]row, Faults) {
	dir := "words/" + lang
	files, err := fs.Glob(fsys, dir+"/*.csv")
	if err != nil || len(files) == 0 {
		return nil, Faults{{File: dir, What: "there are no texts", Want: "put files like language.csv there"}}
	}
	var rows []row
	var faults Faults
	for _, name := range files {
		f, err := fsys.Open(name)
		if err != nil {
			faults = append(faults, Fault{File: name, What: err.Error(), Want: "make the file readable"})
			continue
		}
		more, wrong := readFile(f, name)
		f.Close()
		rows, faults = append(rows, more...), append(faults, wrong...)
	}
	return rows, faults
}

// readFile reads one file with the header key,text,note.
func readFile(r io.Reader, name string) (rows []row, faults Faults) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = -1
	header := true
	for {
		cells, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			fault := Fault{File: name, What: err.Error(), Want: `quote texts that hold a comma or a quote, and double the quotes inside`}
			if at := (*csv.ParseError)(nil); errors.As(err, &at) {
				fault.Line, fault.Column, fault.What = at.Line, at.Column, at.Err.Error()
			}
			return rows, append(faults, fault)
		}
		line, _ := in.FieldPos(0)
		if header {
			header = false
			if got := strings.TrimPrefix(strings.Join(cells, ","), "\ufeff"); got != "key,text,note" {
				return nil, append(faults, Fault{File: name, Line: line, What: `the header is "` + got + `"`, Want: "write key,text,note"})
			}
			continue
		}
		if len(cells) != 3 {
			faults = append(faults, Fault{File: name, Line: line, What: "the row has " + plainCount(len(cells)) + " cells", Want: "write key,text,note"})
			continue
		}
		r := row{key: cells[0], text: cells[1], file: name}
		r.line, r.column = in.FieldPos(1)
		rows = append(rows, r)
	}
	if header {
		faults = append(faults, Fault{File: name, Line: 1, What: "the file is empty", Want: "begin with the header key,text,note"})
	}
	return rows, faults
}
