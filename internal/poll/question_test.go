package poll

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

var (
	value = Question{Name: "cases", Values: 1, Most: 1799}
	line  = Question{Name: "gap", Values: 3, Most: 1000}
)

func TestAnAnswerIsReadFromItsFields(t *testing.T) {
	for _, tt := range []struct {
		q      Question
		fields []string
		want   Answer
	}{
		{value, []string{"0"}, Answer{0}},
		{value, []string{"208"}, Answer{208}},
		{value, []string{"1799"}, Answer{1799}},
		{value, []string{"00208"}, Answer{208}},
		{line, []string{"1", "", "1000"}, Answer{1, Blank, 1000}},
		{line, []string{"", "", "7"}, Answer{Blank, Blank, 7}},
	} {
		got, err := tt.q.Parse(tt.fields)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s %q: %v, %v; want %v", tt.q.Name, tt.fields, got, err, tt.want)
		}
	}
}

func TestAnInvalidAnswerIsRefusedWithWhatWouldBeValid(t *testing.T) {
	for _, tt := range []struct {
		q      Question
		fields []string
		want   string
	}{
		{value, nil, "0 values, want 1"},
		{value, []string{""}, "it is empty"},
		{value, []string{"1800"}, "whole number from 0 to 1799"},
		{value, []string{"-1"}, "whole number"},
		{value, []string{"+1"}, "whole number"},
		{value, []string{"1e3"}, "whole number"},
		{value, []string{"0x10"}, "whole number"},
		{value, []string{" 7"}, "whole number"},
		{value, []string{"12.5"}, "whole number"},
		{value, []string{"٢٠٨"}, "whole number"},
		{value, []string{"0000000000000000001"}, "whole number"},
		{value, []string{"9999999999999999999999"}, "whole number"},
		{value, []string{"7", "8"}, "2 values, want 1"},
		{line, []string{"", "", ""}, "it is empty"},
		{line, []string{"1", "2"}, "2 values, want 3"},
		{line, []string{"1", "2", "1001"}, "value 3"},
	} {
		got, err := tt.q.Parse(tt.fields)
		if !errors.Is(err, ErrForm) || !strings.Contains(err.Error(), tt.want) || got != nil {
			t.Errorf("%s %q: %v, %v; want an ErrForm with %q", tt.q.Name, tt.fields, got, err, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("208", "", "7")
	f.Add("-1", "1e9", "0000000001")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for _, q := range []Question{{Values: 1, Most: 1799}, {Values: 3, Most: 1000}} {
			fields := []string{a, b, c}[:q.Values]
			got, err := q.Parse(fields)
			if err != nil {
				if !errors.Is(err, ErrForm) || got != nil || len(err.Error()) > 300 {
					t.Fatalf("%q: %v, %v", fields, got, err)
				}
				continue
			}
			for i, n := range got {
				if n != Blank && (n < 0 || n > q.Most) || (n == Blank) != (fields[i] == "") {
					t.Fatalf("%q is read as %v", fields, got)
				}
			}
			again, err := q.Parse(got.Fields())
			if err != nil || !slices.Equal(again, got) {
				t.Fatalf("%v is written as %q and read as %v, %v", got, got.Fields(), again, err)
			}
			q.tally([]Answer{got, got}) // whatever is read can be counted
		}
	})
}
