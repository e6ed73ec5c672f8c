package words

import (
	"strconv"

	"opencases/internal/month"
)

// Month prints a month in full: November 2017.
func (l *Language) Month(m month.Month) string {
	return l.formatDate(month.Date{Year: m.Year(), Month: m.Number()}, false)
}

// MonthShort prints a month with its short name: Nov 2017.
func (l *Language) MonthShort(m month.Month) string {
	return l.formatDate(month.Date{Year: m.Year(), Month: m.Number()}, true)
}

// MonthName prints a month's name alone, for axes that show years separately: Nov.
func (l *Language) MonthName(m month.Month) string {
	return l.String("month." + strconv.Itoa(m.Number()) + ".short")
}

// Date prints a date as precisely as it is known: 30 November 2017, November 2017 or 2017. The zero date
// prints the text figure.undated.
func (l *Language) Date(d month.Date) string { return l.formatDate(d, false) }

// DateShort is Date with short month names: 30 Nov 2017.
func (l *Language) DateShort(d month.Date) string { return l.formatDate(d, true) }

// Year prints a year: 2017.
func (l *Language) Year(y int) string { return l.localiseDigits(strconv.Itoa(y)) }

func (l *Language) formatDate(d month.Date, short bool) string {
	of := dateKey{d, short}
	l.dateCache.mu.Lock()
	text, known := l.dateCache.text[of]
	l.dateCache.mu.Unlock()
	if known {
		return text
	}
	text = l.renderDate(d, short)
	l.dateCache.mu.Lock()
	l.dateCache.text[of] = text
	l.dateCache.mu.Unlock()
	return text
}

func (l *Language) renderDate(d month.Date, short bool) string {
	if d.IsZero() {
		return l.String("figure.undated")
	}
	year := Str("year", l.Year(d.Year))
	if d.Month == 0 {
		return l.String("date.year", year)
	}
	pattern, name := "date.month", "long"
	if d.Day != 0 {
		pattern = "date.day"
	}
	key := "month." + strconv.Itoa(d.Month) + "."
	if short {
		pattern, name = pattern+".short", "short"
	} else if d.Day != 0 && l.Has(key+"date") {
		name = "date" // languages that inflect a month's name after a day
	}
	return l.String(pattern, year,
		Str("month", l.String(key+name)),
		Str("day", l.localiseDigits(strconv.Itoa(d.Day))))
}
