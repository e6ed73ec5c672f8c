package record

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func TestOneFaultGivesExactlyItsMessage(t *testing.T) {
	for _, c := range spoilt {
		t.Run(c.name, func(t *testing.T) {
			fsys := files(t)
			edit(t, fsys, c.file, c.from, c.to)
			expect(t, fsys, c.want)
		})
	}
}

// expect loads a spoilt record and compares its faults, line by line.
func expect(t *testing.T, fsys fstest.MapFS, want []string) ErrorList {
	t.Helper()
	r, err := Load(fsys)
	if r != nil || err == nil {
		t.Fatalf("loaded %v with the error %v, want faults and nothing loaded", r != nil, err)
	}
	var faults ErrorList
	if !errors.As(err, &faults) {
		t.Fatalf("the error is a %T, want Faults", err)
	}
	if got := err.Error(); got != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
	return faults
}

func TestAFaultKnowsTheCellsPlaceInItsLine(t *testing.T) {
	fsys := files(t)
	edit(t, fsys, "weapons_by_month.csv", "2017-08,5075,", "2017-08,many,")
	faults := expect(t, fsys, []string{`weapons_by_month.csv:18: column weapons_released: "many" is not a whole number; write digits or leave it empty`})
	if f := faults[0]; f.Line != 18 || f.Column != 9 || f.Name != "weapons_released" || f.File != "weapons_by_month.csv" {
		t.Errorf("the fault stands at %+v", f)
	}
}

func TestAMissingFileIsAFault(t *testing.T) {
	for name := range files(t) {
		fsys := files(t)
		delete(fsys, name)
		_, err := Load(fsys)
		if err == nil {
			t.Fatalf("loaded without %s", name)
		}
		if want := name + ": the file is missing; put it beside the others, even if it holds only its header"; err.Error() != want {
			t.Errorf("without %s:\n%v\nwant:\n%s", name, err, want)
		}
	}
}

func TestAnEmptyFileIsAFault(t *testing.T) {
	fsys := files(t)
	fsys["events.csv"] = &fstest.MapFile{}
	expect(t, fsys, []string{"events.csv:1: the file is empty; begin with the header date,event,confidence,sources,note"})
}

func TestAllFaultsAreReportedTogetherInFileOrder(t *testing.T) {
	fsys := files(t)
	edit(t, fsys, "weapons_by_month.csv", "2017-08,5075,,AFCENT", "2017-08,x,roughly,AFCENT")
	edit(t, fsys, "assessments.csv", "2017-11,2017-12-28,695,9,,101,9,92", "2017-11,2017-12-28,695,9,,101,9,9o")
	edit(t, fsys, "assessments.csv", "2016-11,2017-01-02,,16", "2016-11,yesterday,,16")
	edit(t, fsys, "events.csv", "near Sinjar,primary,centcom-07", "near Sinjar,primary,centcom-99")
	edit(t, fsys, "sources.csv", "2014-09-06,press", "2014-09-06,blog")
	delete(fsys, "strikes_by_month.csv")
	expect(t, fsys, []string{
		`assessments.csv:3: column released: "yesterday" is not a date; write it like 2017-11-30, 2017-11 or 2017 or leave it empty`,
		`assessments.csv:15: column non_credible: "9o" is not a whole number; write digits or leave it empty`,
		`events.csv:3: column sources: "centcom-99" is not an id of sources.csv; add the source there or mend the id`,
		`sources.csv:2: column kind: "blog" is not a known kind; write official, monitor, archive or press`,
		`strikes_by_month.csv: the file is missing; put it beside the others, even if it holds only its header`,
		`weapons_by_month.csv:18: column weapons_released: "x" is not a whole number; write digits or leave it empty`,
		`weapons_by_month.csv:18: column qualifier: "roughly" is not a known qualifier; write at_least, more_than, nearly or about or leave it empty`,
	})
}

func TestEveryExceptionIsNeeded(t *testing.T) {
	all := exceptions
	defer func() { exceptions = all }()
	for i, e := range all {
		exceptions = append(append([]exception(nil), all[:i]...), all[i+1:]...)
		r, err := Load(files(t))
		var faults ErrorList
		alike := errors.As(err, &faults) // several findings name one release
		for _, f := range faults {
			alike = alike && f.What == faults[0].What
		}
		if r != nil || !alike || len(faults) == 0 || len(faults) > 1 && e.rule != releaseIsListed {
			t.Errorf("without the exception of %s (%s) the record has the faults %v, want one", e.month, e.why, err)
		}
	}
}
