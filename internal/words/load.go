package words

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"path"
	"sort"
	"strings"

	"opencases/internal/csvtext"
)

// Reference is the language all others are measured by: it must have every key.
const Reference = "en"

// row is one text as written in a file.
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

// Load reads all files words/LANG/*.csv of fsys. The error is an ErrorList: everything wrong with the language, and
// for languages other than English every text that it lacks or whose figures differ.
func Load(fsys fs.FS, lang string) (*Language, error) {
	rows, faults := readLanguage(fsys, lang)
	l, more := build(lang, rows)
	faults = append(faults, more...)
	if lang != Reference {
		referenceRows, _ := readLanguage(fsys, Reference)
		if reference, faulty := build(Reference, referenceRows); len(faulty) == 0 {
			faults = append(faults, l.compareWith(reference, rows)...)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return l, nil
}

// Place is the place of a text in its file.
type Place struct {
	File         string // "words/en/labels.csv"
	Line, Column int    // of the text, from 1
}

// Places gives, by key, the places of the texts of a language that Load accepted.
func Places(fsys fs.FS, lang string) map[string]Place {
	rows, _ := readLanguage(fsys, lang)
	places := make(map[string]Place, len(rows))
	for _, r := range rows {
		places[r.key] = Place{r.file, r.line, r.column}
	}
	return places
}

// FromMap makes a language of texts that Map returned: the browser's way. The error is an ErrorList.
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

// readLanguage reads every file of a language, in the order of their names.
func readLanguage(fsys fs.FS, lang string) ([]row, ErrorList) {
	dir := "words/" + lang
	files, err := fs.Glob(fsys, dir+"/*.csv")
	if err != nil || len(files) == 0 {
		return nil, ErrorList{{File: dir, What: "there are no texts", Want: "put files like language.csv there"}}
	}
	var rows []row
	var faults ErrorList
	for _, name := range files {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			faults = append(faults, Error{File: name, What: err.Error(), Want: "make the file readable"})
			continue
		}
		more, wrong := readFile(text, name)
		rows, faults = append(rows, more...), append(faults, wrong...)
	}
	return rows, faults
}

// readFile reads one file with the header key,text,note.
func readFile(text []byte, name string) (rows []row, faults ErrorList) {
	in := csvtext.Read(text)
	for _, f := range in.Faults {
		what := f.What
		if f.Name != "" {
			what = "column " + f.Name + ": " + what
		}
		faults = append(faults, Error{File: name, Line: f.Line, Column: f.Column, What: what, Want: f.Want})
	}
	if in.Header.Cells == nil && len(faults) == 0 && in.Err == nil {
		return nil, ErrorList{{File: name, Line: 1, What: "the file is empty", Want: "begin with the header key,text,note"}}
	}
	if got := strings.Join(in.Header.Cells, ","); in.Header.Cells != nil && got != "key,text,note" {
		return nil, append(faults, Error{File: name, Line: in.Header.Number, What: `the header is "` + got + `"`, Want: "write key,text,note"})
	}
	for _, r := range in.Rows {
		if len(r.Cells) != 3 {
			faults = append(faults, Error{File: name, Line: r.Number, What: "the row has " + plainCount(len(r.Cells)) + " cells", Want: "write key,text,note"})
			continue
		}
		rows = append(rows, row{key: r.Cells[0], text: r.Cells[1], file: name, line: r.Number, column: r.Starts[1]})
	}
	if in.Err != nil {
		fault := Error{File: name, What: in.Err.Error(), Want: `quote texts that hold a comma or a quote, and double the quotes inside`}
		if at := (*csv.ParseError)(nil); errors.As(in.Err, &at) {
			fault.Line, fault.Column, fault.What = at.Line, at.Column, at.Err.Error()
		}
		faults = append(faults, fault)
	}
	return rows, faults
}
