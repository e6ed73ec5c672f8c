// Package month holds calendar months and dates as precise as a source gives them, without time zones.
package month

import (
	"fmt"
	"strconv"
)

// Month is a calendar month: year*12 + (month number - 1). The zero Month means none.
type Month int

// Of makes the Month of a year and a month number from 1 to 12.
func Of(year, number int) Month { return Month(year*12 + number - 1) }

// Parse reads "2017-11". The error says what was found and what form is right.
func Parse(s string) (Month, error) {
	d, err := ParseDate(s)
	if err != nil || d.Month == 0 || d.Day != 0 {
		return 0, fmt.Errorf("%q is not a month; write it like 2017-11", s)
	}
	return d.In(), nil
}

// String prints the month as "2017-11".
func (m Month) String() string {
	var buf [len("2017-11")]byte
	return string(appendPadded(append(appendPadded(buf[:0], m.Year(), 1000), '-'), m.Number(), 10))
}

// Year is the calendar year.
func (m Month) Year() int { return int(m) / 12 }

// Number is the month's number, 1 to 12.
func (m Month) Number() int { return int(m)%12 + 1 }

// Length is the number of days in the month, 28 to 31.
func (m Month) Length() int {
	return Days(m.Year(), m.Number()+1, 1) - Days(m.Year(), m.Number(), 1)
}

// Start is the serial day of the month's first day.
func (m Month) Start() int { return Days(m.Year(), m.Number(), 1) }

// End is the serial day of the month's last day.
func (m Month) End() int { return m.Start() + m.Length() - 1 }

// Date is a day, a month or a year, as precise as the source is: a zero Day or Month is not known.
type Date struct{ Year, Month, Day int }

// ParseDate reads "2017-11-30", "2017-11" or "2017". Months and days that no calendar has are refused.
func ParseDate(s string) (Date, error) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return Date{}, dateError(s)
	}
	for i, c := range []byte(s) {
		if dash := i == 4 || i == 7; dash != (c == '-') || !dash && (c < '0' || c > '9') {
			return Date{}, dateError(s)
		}
	}
	var d Date
	d.Year, _ = strconv.Atoi(s[:4])
	if len(s) > 4 {
		d.Month, _ = strconv.Atoi(s[5:7])
		if d.Month < 1 || d.Month > 12 {
			return Date{}, dateError(s)
		}
	}
	if len(s) > 7 {
		d.Day, _ = strconv.Atoi(s[8:])
		if d.Day < 1 || d.Day > Of(d.Year, d.Month).Length() {
			return Date{}, dateError(s)
		}
	}
	return d, nil
}

// dateError is made only when it is wanted: thousands of good dates are read while the player starts.
func dateError(s string) error {
	return fmt.Errorf("%q is not a date; write it like 2017-11-30, 2017-11 or 2017", s)
}

// String prints the date as precisely as it is known. It does not allocate beyond the string: pictures call it at every frame of a sweep.
func (d Date) String() string {
	if d.Year == 0 {
		return ""
	}
	var buf [len("2017-11-30")]byte
	text := appendPadded(buf[:0], d.Year, 1000)
	if d.Month != 0 {
		text = appendPadded(append(text, '-'), d.Month, 10)
		if d.Day != 0 {
			text = appendPadded(append(text, '-'), d.Day, 10)
		}
	}
	return string(text)
}

// appendPadded appends a number with a zero for every place that it lacks, from the place of 1000 or 10 on.
func appendPadded(to []byte, n, place int) []byte {
	for ; place > 1 && n < place; place /= 10 {
		to = append(to, '0')
	}
	return strconv.AppendInt(to, int64(n), 10)
}

// IsZero reports whether no date is known at all.
func (d Date) IsZero() bool { return d.Year == 0 }

// In is the month the date lies in; for a bare year, its January.
func (d Date) In() Month { return Of(d.Year, max(d.Month, 1)) }

// First is the serial day of the earliest day the date can mean.
func (d Date) First() int { return Days(d.Year, max(d.Month, 1), max(d.Day, 1)) }

// Last is the serial day of the latest day the date can mean.
func (d Date) Last() int {
	switch {
	case d.Month == 0:
		return Days(d.Year, 12, 31)
	case d.Day == 0:
		return d.In().End()
	}
	return d.First()
}

// Days counts days from 1 March of the year 0 in the Gregorian calendar; only differences matter.
// Month 13 stands for January of the next year.
func Days(year, number, day int) int {
	// Years are counted from March, so that the leap day is a year's last.
	number -= 3
	if number < 0 {
		number += 12
		year--
	} else if number >= 12 {
		number -= 12
		year++
	}
	return 365*year + year/4 - year/100 + year/400 + (153*number+2)/5 + day - 1
}
