package words

import (
	"math"
	"strconv"
	"strings"
)

// Number prints a whole number with the language's digits and grouping: 28,562.
func (l *Language) Number(n int) string {
	return l.localise(strconv.Itoa(n))
}

// Decimal prints f with exactly places digits after the decimal separator (places >= 0), rounded half away
// from zero: 3.9.
func (l *Language) Decimal(f float64, places int) string {
	p := math.Pow10(places)
	return l.localise(strconv.FormatFloat(math.Round(f*p)/p, 'f', places, 64))
}

// Percent prints a share from 0 to 1 in whole per cent; below 10 per cent it has one digit after the
// decimal separator, below 1 per cent two, where they are not zero: 17 percent, 0.64 percent.
func (l *Language) Percent(share float64) string {
	places := 0
	switch a := math.Abs(share); {
	case a < .01:
		places = 2
	case a < .10:
		places = 1
	}
	p := math.Pow10(places)
	return l.formatPercentage(math.Round(share*100*p) / p)
}

// formatPercentage prints a number of per cent with as many digits as it has.
func (l *Language) formatPercentage(f float64) string {
	return l.String("number.percent", Str("n", l.localise(strconv.FormatFloat(f, 'f', -1, 64))))
}

// formatNumber prints whole numbers grouped and all others with one digit after the decimal separator.
// A floor ("at least", "more than") is rounded down: rounded up it would claim too much.
func (l *Language) formatNumber(f float64, qualifier string) string {
	if f == math.Trunc(f) {
		return l.localise(strconv.FormatFloat(f, 'f', 0, 64))
	}
	if qualifier == "at_least" || qualifier == "more_than" {
		f = math.Floor(f*10) / 10
	}
	return l.Decimal(f, 1)
}

// localise gives a number in ASCII digits the language's digits and separators.
func (l *Language) localise(ascii string) string {
	whole, fraction, hasFraction := strings.Cut(ascii, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = l.numbers.minus, whole[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	grouped := len(whole) >= l.numbers.groupFrom
	for i, c := range []byte(whole) {
		if grouped && i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.numbers.group)
		}
		b.WriteRune(l.numbers.digits[(c-'0')%10])
	}
	if hasFraction {
		b.WriteString(l.numbers.decimal)
		b.WriteString(l.localiseDigits(fraction))
	}
	return b.String()
}

// localiseDigits gives digits alone the language's digits: days, years.
func (l *Language) localiseDigits(ascii string) string {
	var b strings.Builder
	for _, c := range []byte(ascii) {
		b.WriteRune(l.numbers.digits[(c-'0')%10])
	}
	return b.String()
}

// formatFigure prints a figure with its qualifier, or without it where bare: the text then carries it in words.
func (l *Language) formatFigure(f figure, bare bool) string {
	if !f.isStated {
		return l.String("figure.blank")
	}
	switch f.unit {
	case "share":
		return l.addQualifier(f.qualifier, bare, l.Percent(f.number))
	case "percent":
		return l.addQualifier(f.qualifier, bare, l.formatPercentage(f.number))
	case "one_in":
		return l.formatOneIn(f, bare)
	}
	return l.addQualifier(f.qualifier, bare, l.formatNumber(f.number, f.qualifier))
}

// formatPercent prints a share as per cent, whatever its unit says.
func (l *Language) formatPercent(f figure, bare bool) string {
	if f.unit != "percent" {
		f.unit = "share"
	}
	return l.formatFigure(f, bare)
}

// formatOneIn prints a share as "one in five": a share of 0.2, or a one_in figure of 5. A share that is no whole
// "one in" is rounded and called "about".
func (l *Language) formatOneIn(f figure, bare bool) string {
	if !f.isStated || f.number <= 0 {
		return l.String("figure.blank")
	}
	of := f.number
	if f.unit != "one_in" {
		of = 1 / f.number
		if math.Abs(of-math.Round(of)) > 1e-6 && f.qualifier == "" {
			f.qualifier = "about"
		}
	}
	n := int(math.Round(of))
	body := l.Number(n)
	if word := "number.word." + strconv.Itoa(n); l.Has(word) {
		body = l.String(word)
	}
	return l.addQualifier(f.qualifier, bare, l.String("figure.onein", Str("n", body)))
}

// addQualifier puts the qualifier's words around a number; each language has its own order.
func (l *Language) addQualifier(qualifier string, bare bool, number string) string {
	if qualifier == "" || bare {
		return number
	}
	return l.String("qualifier."+qualifier, Str("n", number))
}
