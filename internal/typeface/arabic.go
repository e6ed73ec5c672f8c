package typeface

// class says how a character of the Arabic script joins its neighbours (Unicode, ArabicShaping.txt).
type class uint8

const (
	joinsNone   class = iota // stands alone: digits, punctuation, Latin
	joinsBefore              // joins only the letter before it: alef, dal, reh, waw, ...
	joinsBoth                // joins on both sides
	joinsBridge              // tatweel and zero-width joiner: make neighbours join
	joinsAlone               // a letter that never joins: hamza
)

// Forms of a letter, in the order of the tables.
const (
	isolated = iota
	initial
	medial
	final
	forms
)

const (
	lam    = 0x644
	joinZW = 0x200d
)

// joining gives the class of the letters that the fonts hold.
func joining(r rune) class {
	switch {
	case r == joinZW || r == 0x640:
		return joinsBridge
	case r < 0x621 || r > 0x6d5:
		return joinsNone
	}
	if find(letters, r) < 0 {
		return joinsNone
	}
	switch r {
	case 0x621:
		return joinsAlone
	case 0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62f, 0x630, 0x631, 0x632, 0x648, 0x695, 0x698, 0x6c6, 0x6d5:
		return joinsBefore
	}
	return joinsBoth
}

// isArabicMark tells vowel signs, which sit on a letter, take no room and do not disturb joining.
func isArabicMark(r rune) bool { return r >= 0x64b && r <= 0x65f || r == 0x670 }

// lamAlef gives the ligature that lam makes with an alef, as Unicode's presentation form; 0 for others.
func lamAlef(alef rune) rune {
	switch alef {
	case 0x622:
		return 0xfef5
	case 0x623:
		return 0xfef7
	case 0x625:
		return 0xfef9
	case 0x627:
		return 0xfefb
	}
	return 0
}

// joiner follows a run of joining letters: the last one waits until it is known whether the next joins it.
type joiner struct {
	letter rune // the waiting letter, 0 for none
	class  class
	joined bool // does the letter before it join it?
}

// next takes a letter and gives the width of the letter that waited.
func (j *joiner) next(r rune, c class, w int) int {
	joins := c != joinsAlone && (j.class == joinsBoth || j.class == joinsBridge)
	if alef := lamAlef(r); alef != 0 && joins && j.letter == lam {
		j.letter, j.class = alef, joinsBefore
		return 0
	}
	width := j.width(joins, w)
	*j = joiner{letter: r, class: c, joined: joins}
	return width
}

// end gives the width of the letter that waits when nothing joins it from behind.
func (j *joiner) end(w int) int {
	width := j.width(false, w)
	*j = joiner{}
	return width
}

// width is the waiting letter's width in the form it takes.
func (j *joiner) width(joinsNext bool, w int) int {
	if j.letter == 0 || j.letter == joinZW {
		return 0
	}
	form := isolated
	switch {
	case j.joined && joinsNext:
		form = medial
	case j.joined:
		form = final
	case joinsNext:
		form = initial
	}
	return number(letterWidths[w], forms*find(letters, j.letter)+form)
}
