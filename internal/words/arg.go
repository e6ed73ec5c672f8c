package words

import "opencases/internal/month"

// Arg fills a placeholder {name} of a text.
type Arg struct {
	name   string
	kind   argKind
	number int
	share  float64
	figure figure
	month  month.Month
	date   month.Date
	text   string
}

type argKind uint8

const (
	argNum argKind = iota
	argFigure
	argMonth
	argDay
	argStr
	argPct
	argBody
)

// Num is a whole number that the interface itself counts (a chapter's number, a guess): it is grouped and
// has no source. An argument named n chooses the plural form of the text.
func Num(name string, n int) Arg { return Arg{name: name, kind: argNum, number: n} }

// Mon is a calendar month; {name} prints it long, {name|short} short.
func Mon(name string, m month.Month) Arg { return Arg{name: name, kind: argMonth, month: m} }

// Day is a date, printed as precisely as it is known; {name|short} uses short month names.
func Day(name string, d month.Date) Arg { return Arg{name: name, kind: argDay, date: d} }

// Str is a run of words that is not to be translated again, such as a source's publisher.
func Str(name, s string) Arg { return Arg{name: name, kind: argStr, text: s} }

// Who is a body that counts, as the record names it ("CJTF-OIR"), printed by Language.By.
func Who(name, by string) Arg { return Arg{name: name, kind: argBody, text: by} }

// Pct is a share from 0 to 1, printed by Percent.
func Pct(name string, share float64) Arg { return Arg{name: name, kind: argPct, share: share} }

// figure is what texts need to know of a figure of the record.
type figure struct {
	ref       string
	number    float64
	isStated  bool   // false: the source leaves it blank
	isDated   bool   // an event or statement: its date is what it states
	qualifier string // "", "at_least", "more_than", "nearly", "about", ...
	unit      string // "strikes", "share", "one_in", ...
	asOf      month.Date
	published month.Date
	by        string
}

// whole returns the number that chooses a plural form, whether it has a fraction, and whether there is one.
func (a Arg) whole() (n int, fraction, ok bool) {
	switch {
	case a.kind == argNum:
		return a.number, false, true
	case a.kind == argFigure && a.figure.isStated:
		n = int(a.figure.number)
		return n, float64(n) != a.figure.number, true
	}
	return 0, false, false
}
