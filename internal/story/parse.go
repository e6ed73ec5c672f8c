package story

import (
	"slices"
	"strconv"
	"strings"
)

// With reads a query string (with or without "?") over the State: what the query does not name stays. It always
// returns a valid State at rest. Each bad value is passed over and gives one *InvalidValueError that names the parameter, the
// value and what would be right; a month outside the axis gives its nearest end as well.
func (s State) With(query string) (State, []error) {
	r, old := &queryReader{values: map[string]string{}}, s
	r.split(query)
	r.readOptions(&s)
	r.readGuesses(&s)
	r.readPosition(&s, old)
	return s, r.errs
}

// queryReader reads parameters one by one and collects the errors.
type queryReader struct {
	values map[string]string
	errs   []error
}

func (r *queryReader) refuse(name, value, want string) {
	r.errs = append(r.errs, &InvalidValueError{"parameter " + name, value, want})
}

// split finds the parameters of a State; the first of two with one name counts.
func (r *queryReader) split(query string) {
	for _, pair := range strings.Split(strings.TrimPrefix(query, "?"), "&") {
		name, value, _ := strings.Cut(pair, "=")
		name, ok := unescape(name)
		if !ok || !isParameter(name) {
			continue
		}
		plain, ok := unescape(value)
		if _, twice := r.values[name]; twice {
			r.refuse(name, value, "it once; the first one counts")
		} else if !ok {
			r.refuse(name, value, "% only before two hexadecimal digits")
		} else {
			r.values[name] = plain
		}
	}
}

func isParameter(name string) bool {
	switch name {
	case inChapter, inBeat, inView, inMonth, inOnly, inSelect, inSuppose, inRevealed, inSpeed, inLang, inTheme, inControls,
		inGuess:
		return true
	}
	chapter, guessed := strings.CutPrefix(name, inGuessed)
	_, asks := QuestionOf(chapter)
	return guessed && asks
}

// take passes a parameter's value, if it is given, to use, and reports it if use refuses it.
func (r *queryReader) take(name, want string, use func(value string) bool) {
	if value, given := r.values[name]; given && !use(value) {
		r.refuse(name, value, want)
	}
}

// set stores a word that accepts approves in a field.
func (r *queryReader) set(field *string, name, want string, accepts func(string) bool) {
	r.take(name, want, func(v string) bool {
		if accepts(v) {
			*field = v
			return true
		}
		return false
	})
}

func oneOf(names []string) func(string) bool {
	return func(v string) bool { return slices.Contains(names, v) }
}

func (r *queryReader) readOptions(s *State) {
	r.set(&s.Options.Lang, inLang, expectedLang, isLang)
	r.set(&s.Options.Theme, inTheme, joinChoices(themes), oneOf(themes))
	r.set(&s.Options.Controls, inControls, joinChoices(controls), oneOf(controls))
	r.take(inGuess, "on or off", func(v string) bool {
		ok := v == onOff[true] || v == onOff[false]
		if ok {
			s.Options.Guess = v == onOff[true]
		}
		return ok
	})
	r.number(&s.Speed, inSpeed, expectedSpeed, readSpeed)
	r.number(&s.Supposed, inSuppose, expectedShare, readShare)
}

func (r *queryReader) number(field *float64, name, want string, read func(string) (float64, bool)) {
	r.take(name, want, func(v string) bool {
		x, ok := read(v)
		if ok {
			*field = x
		}
		return ok
	})
}

func (r *queryReader) readGuesses(s *State) {
	for _, chapter := range ChapterNames() {
		q, asks := QuestionOf(chapter)
		if !asks {
			continue
		}
		r.take(inGuessed+chapter, q.expected(), func(v string) bool {
			values, ok := readValues(v)
			if ok = ok && q.accepts(values); ok {
				*s = s.withGuess(chapter, Guess{values, s.Guesses[chapter].Revealed})
			}
			return ok
		})
	}
	r.take(inRevealed, "chapters that ask, with commas: "+strings.Join(askingChapters(), ", "), func(v string) bool {
		if len(v) > 100 {
			return false
		}
		all := true
		for _, chapter := range strings.Split(v, ",") {
			if _, asks := QuestionOf(chapter); asks {
				*s = s.withGuess(chapter, Guess{s.Guesses[chapter].Values, true})
			} else {
				all = false
			}
		}
		return all
	})
}

// readPosition goes to the chapter and beat that are named, or stays, and then sets view and timeline as commands do.
func (r *queryReader) readPosition(s *State, old State) {
	named := false
	*s = s.restAt(s.Step())
	r.take(inChapter, joinChoices(ChapterNames()), func(v string) bool {
		if !slices.Contains(ChapterNames(), v) {
			return false
		}
		*s, named = s.goToBeat(v, 0), true
		return true
	})
	r.take(inBeat, expectedBeat(s.Chapter), func(v string) bool {
		n, ok := readWhole(v)
		if !ok || n < 1 || n > beatsOf(s.Chapter) {
			return false
		}
		*s, named = s.goToBeat(s.Chapter, n), true
		return true
	})
	if !named {
		*s = s.keepPosition(old)
	}
	r.readView(s)
}

// keepPosition keeps what the reader saw before the query, as far as the options still allow it.
func (s State) keepPosition(old State) State {
	if old.isShown(old.Step()) && !s.isShown(s.Step()) {
		return s.goToBeat(s.Chapter, 0)
	}
	s = s.showView(old.View)
	s.Month, s.Selected = old.Month, old.Selected
	if s.hasSeries(old.Only) {
		s.Only = old.Only
	}
	return s
}

func (r *queryReader) readView(s *State) {
	r.take(inView, joinChoices(Views), func(v string) bool {
		ok := slices.Contains(Views, View(v))
		if ok {
			*s = s.showView(View(v))
		}
		return ok
	})
	from, to := Window(s.Chapter, s.View)
	r.take(inMonth, expectedMonth+", from "+from.String()+" to "+to.String()+" in this view", func(v string) bool {
		m, ok := readMonth(v)
		if ok {
			s.Month = clamp(m, s.Chapter, s.View)
		}
		return ok && m == s.Month
	})
	r.take(inOnly, s.expectedSeries(), func(v string) bool {
		if v == "all" {
			v = ""
		}
		ok := s.hasSeries(v)
		if ok {
			s.Only = v
		}
		return ok
	})
	r.set(&s.Selected, inSelect, expectedRef, isRef)
}

// unescape reads %XX and + as addresses write them.
func unescape(s string) (string, bool) {
	if !strings.ContainsAny(s, "%+") {
		return s, true
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '+':
			b.WriteByte(' ')
		case s[i] != '%':
			b.WriteByte(s[i])
		default:
			if i+2 >= len(s) {
				return "", false
			}
			n, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if err != nil {
				return "", false
			}
			b.WriteByte(byte(n))
			i += 2
		}
	}
	return b.String(), true
}
