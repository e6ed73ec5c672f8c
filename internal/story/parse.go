package story

import (
	"slices"
	"strconv"
	"strings"
)

// With reads a query string (with or without "?") over the State: what the query does not name stays. It always
// returns a valid State at rest. Each bad value is passed over and gives one *Misfit that names the parameter, the
// value and what would be right; a month outside the axis gives its nearest end as well.
func (s State) With(query string) (State, []error) {
	r, old := &reader{values: map[string]string{}}, s
	r.split(query)
	r.options(&s)
	r.guesses(&s)
	r.place(&s, old)
	return s, r.faults
}

// reader takes parameters one by one and gathers what does not fit.
type reader struct {
	values map[string]string
	faults []error
}

func (r *reader) misfit(name, value, want string) {
	r.faults = append(r.faults, &Misfit{"parameter " + name, value, want})
}

// split finds our own parameters; the first of two with one name counts.
func (r *reader) split(query string) {
	for _, pair := range strings.Split(strings.TrimPrefix(query, "?"), "&") {
		name, value, _ := strings.Cut(pair, "=")
		name, ok := unescape(name)
		if !ok || !ours(name) {
			continue
		}
		plain, ok := unescape(value)
		if _, twice := r.values[name]; twice {
			r.misfit(name, value, "it once; the first one counts")
		} else if !ok {
			r.misfit(name, value, "% only before two hexadecimal digits")
		} else {
			r.values[name] = plain
		}
	}
}

func ours(name string) bool {
	switch name {
	case inChapter, inBeat, inView, inMonth, inOnly, inSelect, inSuppose, inRevealed, inSpeed, inLang, inTheme, inControls,
		inGuess:
		return true
	}
	chapter, guessed := strings.CutPrefix(name, inGuessed)
	_, asks := questions[chapter]
	return guessed && asks
}

// take passes a parameter's value to use, if it is given, and notes it if use refuses it.
func (r *reader) take(name, want string, use func(value string) bool) {
	if value, given := r.values[name]; given && !use(value) {
		r.misfit(name, value, want)
	}
}

// set takes a word that is checked by fits into a field.
func (r *reader) set(field *string, name, want string, fits func(string) bool) {
	r.take(name, want, func(v string) bool {
		if fits(v) {
			*field = v
			return true
		}
		return false
	})
}

func oneOf(names []string) func(string) bool {
	return func(v string) bool { return slices.Contains(names, v) }
}

func (r *reader) options(s *State) {
	r.set(&s.Options.Lang, inLang, wantLang, isLang)
	r.set(&s.Options.Theme, inTheme, choices(themes), oneOf(themes))
	r.set(&s.Options.Controls, inControls, choices(controls), oneOf(controls))
	r.take(inGuess, "on or off", func(v string) bool {
		ok := v == onOff[true] || v == onOff[false]
		if ok {
			s.Options.Guess = v == onOff[true]
		}
		return ok
	})
	r.number(&s.Speed, inSpeed, wantSpeed, readSpeed)
	r.number(&s.Supposed, inSuppose, wantShare, readShare)
}

func (r *reader) number(field *float64, name, want string, read func(string) (float64, bool)) {
	r.take(name, want, func(v string) bool {
		x, ok := read(v)
		if ok {
			*field = x
		}
		return ok
	})
}

func (r *reader) guesses(s *State) {
	for _, chapter := range chapterNames() {
		q, asks := questions[chapter]
		if !asks {
			continue
		}
		r.take(inGuessed+chapter, q.wants(), func(v string) bool {
			values, ok := readValues(v)
			if ok = ok && q.fits(values); ok {
				*s = s.withGuess(chapter, Guess{values, s.Guesses[chapter].Revealed})
			}
			return ok
		})
	}
	r.take(inRevealed, "chapters that ask, with commas: cases, gap, count", func(v string) bool {
		if len(v) > 100 {
			return false
		}
		all := true
		for _, chapter := range strings.Split(v, ",") {
			if _, asks := questions[chapter]; asks {
				*s = s.withGuess(chapter, Guess{s.Guesses[chapter].Values, true})
			} else {
				all = false
			}
		}
		return all
	})
}

// place goes to the chapter and beat that are named, or stays, and then moves view and timeline as commands do.
func (r *reader) place(s *State, old State) {
	named := false
	*s = s.stand(s.Step())
	r.take(inChapter, choices(chapterNames()), func(v string) bool {
		if !slices.Contains(chapterNames(), v) {
			return false
		}
		*s, named = s.enter(v, 0), true
		return true
	})
	r.take(inBeat, wantBeat(s.Chapter), func(v string) bool {
		n, ok := readWhole(v)
		if !ok || n < 1 || n > beatsOf(s.Chapter) {
			return false
		}
		*s, named = s.enter(s.Chapter, n), true
		return true
	})
	if !named {
		*s = s.stay(old)
	}
	r.move(s)
}

// stay keeps what the reader saw before the query, as far as the options still allow it.
func (s State) stay(old State) State {
	if old.told(old.Step()) && !s.told(s.Step()) {
		return s.enter(s.Chapter, 0)
	}
	s = s.show(old.View)
	s.Month, s.Selected = old.Month, old.Selected
	if s.hasSeries(old.Only) {
		s.Only = old.Only
	}
	return s
}

func (r *reader) move(s *State) {
	r.take(inView, choices(Views), func(v string) bool {
		ok := slices.Contains(Views, View(v))
		if ok {
			*s = s.show(View(v))
		}
		return ok
	})
	from, to := Window(s.Chapter, s.View)
	r.take(inMonth, wantMonth+", from "+from.String()+" to "+to.String()+" in this view", func(v string) bool {
		m, ok := readMonth(v)
		if ok {
			s.Month = clamp(m, s.Chapter, s.View)
		}
		return ok && m == s.Month
	})
	r.take(inOnly, s.wantOnly(), func(v string) bool {
		if v == "all" {
			v = ""
		}
		ok := s.hasSeries(v)
		if ok {
			s.Only = v
		}
		return ok
	})
	r.set(&s.Selected, inSelect, wantRef, isRef)
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
