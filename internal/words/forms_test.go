package words

import (
	"strconv"
	"testing"

	"opencases/internal/month"
)

// minimal is the least a language can be.
func minimal() map[string]string {
	m := map[string]string{
		"language.name": "Test", "language.direction": "ltr", "plural": "en",
		"number.digits": "0123456789", "number.group": ",", "number.group.from": "4", "number.decimal": ".",
		"number.minus": "−", "number.percent": "{n} percent",
		"date.day": "{day} {month} {year}", "date.day.short": "{day} {month} {year}",
		"date.month": "{month} {year}", "date.month.short": "{month} {year}", "date.year": "{year}",
		"figure.blank": "not stated", "figure.undated": "no date", "figure.onein": "one in {n}", "number.word.5": "five",
		"qualifier.at_least": "at least {n}", "qualifier.more_than": "more than {n}",
		"qualifier.nearly": "nearly {n}", "qualifier.about": "about {n}",
		"list.middle": "{a}, {b}", "list.end": "{a} and {b}",
	}
	for i := 1; i <= 12; i++ {
		n := strconv.Itoa(i)
		m["month."+n+".long"], m["month."+n+".short"] = "Month"+n, "M"+n
	}
	return m
}

func with(t *testing.T, more map[string]string) *Language {
	t.Helper()
	m := minimal()
	for k, v := range more {
		m[k] = v
	}
	l, err := FromMap("xx", m)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestNumbersAreGroupedAndRoundedAsTheLanguageDoes(t *testing.T) {
	en := with(t, nil)
	ar := with(t, map[string]string{"number.digits": "٠١٢٣٤٥٦٧٨٩", "number.group": "٬", "number.decimal": "٫", "plural": "none", "language.direction": "rtl"})
	es := with(t, map[string]string{"number.group": ".", "number.group.from": "5", "number.decimal": ","})
	for _, c := range []struct{ got, want string }{
		{en.Number(0), "0"}, {en.Number(603), "603"}, {en.Number(1799), "1,799"}, {en.Number(28562), "28,562"},
		{en.Number(1234567), "1,234,567"}, {en.Number(-1234), "−1,234"},
		{ar.Number(28562), "٢٨٬٥٦٢"}, {ar.Decimal(3.94, 1), "٣٫٩"}, {ar.Year(2017), "٢٠١٧"},
		{es.Number(1799), "1799"}, {es.Number(28562), "28.562"}, {es.Decimal(1.5, 2), "1,50"},
		{en.Decimal(0.25, 1), "0.3"}, {en.Decimal(-0.25, 1), "−0.3"}, {en.Decimal(1234.5, 0), "1,235"},
		{en.Percent(0.1739), "17 percent"}, {en.Percent(0.0314), "3.1 percent"}, {en.Percent(0.05), "5 percent"},
		{en.Percent(0.0064), "0.64 percent"}, {en.Percent(0), "0 percent"}, {en.Percent(1), "100 percent"},
	} {
		if c.got != c.want {
			t.Errorf("printed %q, want %q", c.got, c.want)
		}
	}
}

func TestAFigureHasItsQualifierAndAFloorIsNeverRoundedUp(t *testing.T) {
	l := with(t, nil)
	f := func(n float64, q, unit string) figure {
		return figure{ref: "a/b", number: n, isStated: true, qualifier: q, unit: unit}
	}
	for _, c := range []struct {
		got, want string
	}{
		{l.formatFigure(f(817, "at_least", "deaths"), false), "at least 817"},
		{l.formatFigure(f(817, "at_least", "deaths"), true), "817"},
		{l.formatFigure(f(3.98, "at_least", "per_report"), false), "at least 3.9"},
		{l.formatFigure(f(3.98, "", "per_report"), false), "4.0"},
		{l.formatFigure(figure{ref: "a/b", qualifier: "at_least"}, false), "not stated"},
		{l.formatFigure(f(.2, "", "share"), false), "20 percent"},
		{l.formatFigure(f(3.14, "", "percent"), false), "3.14 percent"},
		{l.formatFigure(f(157, "about", "one_in"), false), "about one in 157"},
		{l.formatOneIn(f(.2, "", "share"), false), "one in five"},
		{l.formatOneIn(f(.174, "", "share"), false), "about one in 6"},
		{l.formatOneIn(f(0, "", "share"), false), "not stated"},
		{l.formatPercent(f(.2, "about", "ratio"), false), "about 20 percent"},
	} {
		if c.got != c.want {
			t.Errorf("printed %q, want %q", c.got, c.want)
		}
	}
}

func TestADateIsPrintedAsPreciselyAsItIsKnown(t *testing.T) {
	l := with(t, map[string]string{"month.11.date": "Month11th"})
	for _, c := range []struct{ got, want string }{
		{l.Date(month.Date{Year: 2017, Month: 11, Day: 30}), "30 Month11th 2017"},
		{l.Date(month.Date{Year: 2017, Month: 11}), "Month11 2017"},
		{l.Date(month.Date{Year: 2017}), "2017"},
		{l.Date(month.Date{}), "no date"},
		{l.DateShort(month.Date{Year: 2017, Month: 11, Day: 30}), "30 M11 2017"},
		{l.Month(month.Of(2017, 3)), "Month3 2017"},
		{l.MonthShort(month.Of(2017, 3)), "M3 2017"},
		{l.MonthName(month.Of(2017, 3)), "M3"},
	} {
		if c.got != c.want {
			t.Errorf("printed %q, want %q", c.got, c.want)
		}
	}
}

func TestAListIsJoinedAsTheLanguageDoes(t *testing.T) {
	l := with(t, nil)
	for want, items := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b, c and d": {"a", "b", "c", "d"}} {
		if got := l.List(items); got != want {
			t.Errorf("%v is joined as %q, want %q", items, got, want)
		}
	}
}
