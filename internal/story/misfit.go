package story

import "strconv"

// Misfit says that a word given to the story from outside does not fit, and what would.
type Misfit struct {
	Where string // "parameter month", "command seek"
	Value string // as it was given
	Want  string // what is right, to be read after "write" : "a month like 2017-11"
}

// Error names the place, the value (shortened) and what is right.
func (e *Misfit) Error() string {
	if e.Value == "" {
		return e.Where + ": a value is missing; write " + e.Want
	}
	return e.Where + ": " + quote(e.Value) + " does not fit; write " + e.Want
}

// Misplaced says that a command is well formed but has no meaning where the reader stands.
type Misplaced struct {
	Verb Verb
	Why  string // what is so here, and what would be right
}

// Error names the command, why it does not fit here and what would.
func (e *Misplaced) Error() string { return "command " + string(e.Verb) + ": " + e.Why }

// quote shortens what strangers sent, so that an error stays one readable line.
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

// choices joins names into "a, b or c".
func choices[T ~string](names []T) string {
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

func chapterNames() []string {
	names := make([]string, len(Chapters))
	for i, c := range Chapters {
		names[i] = c.Name
	}
	return names
}
