package record

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

func FuzzLoadGivesARecordOrFaults(f *testing.F) {
	names := []string{}
	for i := range schemas {
		names = append(names, schemas[i].file())
	}
	// A small record is read fast, so that more is tried.
	whole := tiny()
	for i, name := range names {
		text := string(whole[name].Data)
		f.Add(uint8(i), []byte(text))
		f.Add(uint8(i), []byte(strings.Replace(text, "2017-01", "9999-12", 1)))
		f.Add(uint8(i), []byte(strings.ReplaceAll(text, ",1", ",")))
		f.Add(uint8(i), []byte(text[:len(text)/2]))
		f.Add(uint8(i), []byte("sep=,\n"+strings.ReplaceAll(text, "\n", ",,,\n")+",,,,\n"))
		f.Add(uint8(i), []byte(strings.ReplaceAll(text, "\n", "\r")))
		f.Add(uint8(i), []byte(strings.ReplaceAll(text, "a-1", "a\x00-1")))
	}
	f.Add(uint8(1), []byte(string(whole["assessments.csv"].Data)+"9999-12,,,1,,,,,,,,1,,,45,9,,,,primary,a-1,\n"))
	f.Add(uint8(0), []byte("\ufeff"))
	f.Add(uint8(3), []byte("date,event,confidence,sources,note\n\"\n"))
	f.Fuzz(func(t *testing.T, which uint8, text []byte) {
		name := names[int(which)%len(names)]
		fsys := fstest.MapFS{}
		for n, file := range whole {
			fsys[n] = file
		}
		fsys[name] = &fstest.MapFile{Data: text}
		r, err := Load(fsys)
		if err != nil {
			var faults ErrorList
			if r != nil || !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("an error without faults, or half a record: %v", err)
			}
			for _, fault := range faults {
				if fault.What == "" || fault.Want == "" || fault.File == "" || !utf8.ValidString(fault.Error()) {
					t.Fatalf("a fault that says nothing: %+v", fault)
				}
			}
			return
		}
		for _, ref := range r.Refs() {
			if g, ok := r.Figure(ref); !ok || g.Ref != ref || g.Kind == Absent {
				t.Fatalf("%s is listed and not there: %+v", ref, g)
			}
		}
		sum := 0
		for _, s := range r.Spans() {
			if s.Strikes < 0 {
				t.Fatalf("a span has %d strikes", s.Strikes)
			}
			sum += s.Strikes
		}
		for _, a := range r.Assessments() {
			if o, ok := r.Outcome(a.Month); ok {
				if n, there := o.Rest.Count.Int(); !there || n < 0 {
					t.Fatalf("%s: the rest of the reports is %d, %v", a.Key, n, there)
				}
			}
			r.Suppose(a.Month, -1)
		}
		r.Suppose(lastMonth, 0.5)
		for _, n := range r.Tables() {
			r.Table(n)
		}
	})
}

func FuzzFigureNeverPanics(f *testing.F) {
	r := load(f)
	for _, ref := range r.Refs() {
		f.Add(ref)
	}
	for _, ref := range []string{"", "///", "named/independent@2017-11", "named/strikes@0000-00", "derived/rest/9999-12", "named/@", "derived/span/"} {
		f.Add(ref)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		g, ok := r.Figure(ref)
		if !ok {
			return
		}
		if g.Ref != ref && !strings.HasPrefix(ref, "named/") {
			t.Fatalf("%q answers as %q", ref, g.Ref)
		}
		if again, ok := r.Figure(g.Ref); !ok || again.Count != g.Count || again.Kind != g.Kind {
			t.Fatalf("%q does not find itself as %q", ref, g.Ref)
		}
		if (g.Kind == Absent || g.Kind == Dated) != g.Count.Absent() {
			t.Fatalf("%q is of kind %d with the count %+v", ref, g.Kind, g.Count)
		}
	})
}
