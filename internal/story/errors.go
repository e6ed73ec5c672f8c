package story

import "strconv"

// InvalidValueError says that a word of a command or a parameter is not valid, and what would be.
type InvalidValueError struct {
	Where string // "parameter month", "command seek"
	Value string // as it was given
	Want  string // what is right, to be read after "write" : "a month like 2017-11"
}

// Error names the place, the value (shortened) and what is right.
func (e *InvalidValueError) Error() string {
	if e.Value == "" {
		return e.Where + ": a value is missing; write " + e.Want
	}
	return e.Where + ": " + quote(e.Value) + " does not fit; write " + e.Want
}

// NotApplicableError says that a command is well formed but has no meaning where the reader is.
type NotApplicableError struct {
	Verb Verb
	Why  string // what holds here, and what would be right
}

// Error names the command, why it does not fit here and what would.
func (e *NotApplicableError) Error() string { return "command " + string(e.Verb) + ": " + e.Why }

// quote shortens foreign input, so that an error stays one readable line.
func quote(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			return strconv.Quote(s[:i] + "…")
		}
	}
	return strconv.Quote(s)
}

// joinChoices joins names into "a, b or c".
func joinChoices[T ~string](names []T) string {
	out := ""
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			out += " or "
		default:
			out += ", "
		}
		out += string(n)
	}
	return out
}
