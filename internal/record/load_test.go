package record

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"opencases/data"
)

// load reads the real record.
func load(t testing.TB) *Record {
	t.Helper()
	r, err := Load(data.FS)
	if err != nil {
		t.Fatalf("the record has faults:\n%v", err)
	}
	return r
}

func TestReloadReadsTheSameRecordAndYieldsBetweenSteps(t *testing.T) {
	yields := 0
	got, err := Reload(data.FS, func() { yields++ })
	if err != nil {
		t.Fatal(err)
	}
	want := load(t)
	if !slices.Equal(got.Refs(), want.Refs()) {
		t.Fatal("it has other figures")
	}
	for _, ref := range want.Refs() {
		a, _ := got.Figure(ref)
		b, _ := want.Figure(ref)
		if a.Count != b.Count || a.Line != b.Line || a.Note != b.Note {
			t.Errorf("%s reads as %v, want %v", ref, a, b)
		}
	}
	if yields < 2*len(schemas)-2 {
		t.Errorf("%d yields for %d files", yields, len(schemas))
	}
	broken := files(t)
	broken["strike_totals.csv"] = &fstest.MapFile{Data: []byte("no header\n")}
	if r, err := Reload(broken, func() {}); err == nil || r != nil {
		t.Error("a file that cannot be read was taken in")
	}
}

// files is a copy of the real record that a test may spoil.
func files(t testing.TB) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(data.FS, "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(data.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: text}
	}
	return out
}

// edit replaces a text that must stand in the file exactly once.
func edit(t testing.TB, fsys fstest.MapFS, file, from, to string) {
	t.Helper()
	text := fsys[file].Data
	if n := bytes.Count(text, []byte(from)); n != 1 {
		t.Fatalf("%s holds %q %d times, want once", file, from, n)
	}
	fsys[file] = &fstest.MapFile{Data: bytes.Replace(text, []byte(from), []byte(to), 1)}
}

func TestTheRecordHasNoFaults(t *testing.T) {
	r := load(t)
	for name, want := range map[string]int{
		"assessments": 55, "announcements": 9, "estimates": 43, "events": 26, "sources": 245,
		"statements": 17, "strike_totals": 80, "strikes_by_month": 39, "weapons_by_month": 25,
	} {
		if got := len(r.Table(name).Rows); got != want {
			t.Errorf("%s: %d rows, want %d", name, got, want)
		}
	}
}

func TestEveryRowHasItsSources(t *testing.T) {
	r := load(t)
	for _, name := range r.Tables() {
		for i := range r.Table(name).Rows {
			if w := r.rowOf(name, i); w != nil && len(w.Sources) == 0 {
				t.Errorf("%s:%d has no sources", w.File, w.Line)
			}
		}
	}
}

func TestTheMarkOfUTF8AndOtherLineEndsAreNoFault(t *testing.T) {
	fsys := files(t)
	for name, f := range fsys {
		text := append([]byte("\ufeff"), bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))...)
		fsys[name] = &fstest.MapFile{Data: text}
	}
	r, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := r.Figure("assessments/2017-11/open"); !ok || f.Line != 15 {
		t.Errorf("open of 2017-11 on line %d, %v; want 15", f.Line, ok)
	}
}

func TestColumnsMayStandInAnyOrder(t *testing.T) {
	fsys := files(t)
	text := "note,event,date,sources,confidence\nseen by day,First strike,2014-08-08,airwars-35,secondary\n"
	text += ",Second day,2014-08-09,centcom-07,primary\n,Syria,2014-09-22,longwarjournal-01,secondary\n"
	text += ",A,2017-12-09,airwars-36,primary\n,B,2017-12-10,airwars-36,primary\n,C,2017-03-09,airwars-36,primary\n,D,2017-10-17,airwars-36,primary\n"
	fsys["events.csv"] = &fstest.MapFile{Data: []byte(text)}
	r, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	e := r.Events()[0]
	if e.Text != "First strike" || e.Note != "seen by day" || e.Confidence != "secondary" || e.Date.String() != "2014-08-08" {
		t.Errorf("read as %+v", e)
	}
}

func TestFilesWithOnlyAHeaderMakeAnEmptyRecord(t *testing.T) {
	fsys := files(t)
	for name, f := range fsys {
		head, _, _ := bytes.Cut(f.Data, []byte("\n"))
		fsys[name] = &fstest.MapFile{Data: head}
	}
	r, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if refs := r.Refs(); len(refs) != 0 {
		t.Errorf("an empty record has the figures %v", refs)
	}
	if _, ok := r.At(lastMonth, "open"); ok {
		t.Error("an empty record knows how many reports are open")
	}
	if _, ok := r.Suppose(lastMonth, 0.5); ok {
		t.Error("an empty record supposes")
	}
	if f, ok := r.Figure("derived/acknowledged_one_in"); !ok || f.Kind != Absent {
		t.Errorf("acknowledged_one_in of an empty record: %v %v, want absent", f.Kind, ok)
	}
	for _, name := range []string{"survey_share", "last_killed", "last_strikes", "latest_independent_low", "latest_acknowledged", "independent@2017-11", "acknowledged_one_in"} {
		if f, ok := r.Figure("named/" + name); ok {
			t.Errorf("named/%s of an empty record: %+v", name, f)
		}
	}
}

// The player downloads everything this package imports.
func TestThePackageImportsNothingThatIsLarge(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range f.Imports {
			path, _ := strconv.Unquote(imp.Path.Value)
			switch path {
			case "regexp", "encoding/json", "time", "reflect", "text/template", "html/template", "net/http":
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(data.FS); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEveryFigure(b *testing.B) {
	r, err := Load(data.FS)
	if err != nil {
		b.Fatal(err)
	}
	refs := r.Refs()
	for b.Loop() {
		for _, ref := range refs {
			r.Figure(ref)
		}
	}
}
