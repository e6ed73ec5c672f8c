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
	joinZW      = 0x200d
	arabicBlock = 0x600 // first character of the block that holds all letters
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

// joiner follows a run of joining letters: the last one waits until it is known whether the next joins it.
type joiner struct {
	letter rune // the waiting letter, 0 for none
	class  class
	before rune // the letter that joins it from before, 0 for none
	medial bool // is that letter joined from before too?
}

// next takes a letter and gives the width of the letter that waited.
func (j *joiner) next(r rune, c class, w int) int {
	joins := c != joinsAlone && (j.class == joinsBoth || j.class == joinsBridge)
	width := j.width(joins, w)
	following := joiner{letter: r, class: c}
	if joins {
		following.before, following.medial = j.letter, j.before != 0
	} else if i := find(spreads, pair(j.letter, r)); i >= 0 {
		width += number(spreadWidths[w], i)
	}
	*j = following
	return width
}

// end gives the width of the letter that waits when nothing joins it from behind.
func (j *joiner) end(w int) int {
	width := j.width(false, w)
	*j = joiner{}
	return width
}

// width is the waiting letter's width in the form it takes, less what a ligature with the letter before
// it saves: lam with alef, and many letters with a final yeh, reh or noon.
func (j *joiner) width(joinsNext bool, w int) int {
	if j.letter == 0 || j.letter == joinZW {
		return 0
	}
	form := isolated
	switch {
	case j.before != 0 && joinsNext:
		form = medial
	case j.before != 0:
		form = final
	case joinsNext:
		form = initial
	}
	width := number(letterWidths[w], forms*find(letters, j.letter)+form)
	if form != final {
		return width
	}
	if i := find(ligatures, pair(j.before, j.letter)); i >= 0 {
		i *= 2
		if j.medial {
			i++
		}
		width -= int(int16(number(ligatureSavings[w], i))) // one ligature is wider than its letters
	}
	return width
}

// pair is the number of two letters in the tables of pairs; with anything else it is in no table.
func pair(a, b rune) rune {
	if a <= arabicBlock || a > arabicBlock+0xff || b <= arabicBlock || b > arabicBlock+0xff {
		return 0
	}
	return (a-arabicBlock)<<8 | (b - arabicBlock)
}
