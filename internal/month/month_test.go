package month

import (
	"testing"
	"time"
)

func TestDaysAgreesWithPackageTime(t *testing.T) {
	day := time.Date(2013, 1, 1, 0, 0, 0, 0, time.UTC)
	base := Days(2013, 1, 1)
	for i := range 6000 {
		if got := Days(day.Year(), int(day.Month()), day.Day()) - base; got != i {
			t.Fatalf("%s: %d days after 2013-01-01, want %d", day.Format(time.DateOnly), got, i)
		}
		day = day.AddDate(0, 0, 1)
	}
}

func TestAMonthKnowsItsLengthAndEnds(t *testing.T) {
	for s, want := range map[string]int{"2016-02": 29, "2017-02": 28, "2017-12": 31, "2017-11": 30, "2100-02": 28} {
		m, err := Parse(s)
		if err != nil || m.Length() != want || m.String() != s || m.End()-m.Start()+1 != want {
			t.Errorf("%s: length %d, want %d (prints %s, err %v)", s, m.Length(), want, m, err)
		}
	}
}

func TestShortNumbersArePaddedWithZeros(t *testing.T) {
	for d, want := range map[Date]string{{2017, 1, 2}: "2017-01-02", {2017, 10, 30}: "2017-10-30", {2017, 9, 0}: "2017-09", {17, 0, 0}: "0017", {}: ""} {
		if got := d.String(); got != want {
			t.Errorf("%#v prints as %q, want %q", d, got, want)
		}
	}
	if got := Month(0).String(); got != "0000-01" {
		t.Errorf("no month prints as %q", got)
	}
}

func FuzzParseDateReadsBackWhatItPrints(f *testing.F) {
	for _, s := range []string{"2017-11-30", "2017-11", "2017", "", "2017-13", "2017-02-29", "２０１７"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err == nil && d.Year != 0 && d.String() != s {
			t.Fatalf("%q was read as %q", s, d)
		}
		if err == nil && d.Last() < d.First() {
			t.Fatalf("%q ends before it begins", s)
		}
	})
}
