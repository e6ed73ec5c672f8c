package typeface

// joiningClass says how a character of the Arabic script joins its neighbours (Unicode, ArabicShaping.txt).
type joiningClass uint8

const (
	joinsNone   joiningClass = iota // stands alone: digits, punctuation, Latin
	joinsBefore                     // joins only the letter before it: alef, dal, reh, waw, ...
	joinsBoth                       // joins on both sides
	joinsBridge                     // tatweel and zero-width joiner: make neighbours join
	joinsAlone                      // a letter that never joins: hamza
)

// Forms of a letter, in the order of the tables.
const (
	isolated = iota
	initial
	medial
	final
	formCount
)

const (
	zeroWidthJoiner = 0x200d
	arabicBlock     = 0x600 // first character of the block that holds all letters
)

// joiningClassOf gives the class of the letters that the fonts hold.
func joiningClassOf(r rune) joiningClass {
	switch {
	case r == zeroWidthJoiner || r == 0x640:
		return joinsBridge
	case r < 0x621 || r > 0x6d5:
		return joinsNone
	}
	if search(letters, r) < 0 {
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

// isArabicMark reports vowel signs, which are drawn on a letter, have no width and do not affect joining.
func isArabicMark(r rune) bool { return r >= 0x64b && r <= 0x65f || r == 0x670 }

// arabicRun measures a run of joining letters. The width of the last one is pending until it is known whether the next joins it.
type arabicRun struct {
	letter         rune // the pending letter, 0 for none
	joining        joiningClass
	previous       rune // the letter that joins it from before, 0 for none
	previousJoined bool // whether that letter is joined from before too
}

// add takes the next letter and returns the width of the pending one.
func (j *arabicRun) add(r rune, c joiningClass, w int) int {
	joins := c != joinsAlone && (j.joining == joinsBoth || j.joining == joinsBridge)
	width := j.letterWidth(joins, w)
	following := arabicRun{letter: r, joining: c}
	if joins {
		following.previous, following.previousJoined = j.letter, j.previous != 0
	} else if i := search(spreads, pairKey(j.letter, r)); i >= 0 {
		width += uint16At(spreadWidths[w], i)
	}
	*j = following
	return width
}

// finish returns the width of the pending letter where no letter follows that joins it.
func (j *arabicRun) finish(w int) int {
	width := j.letterWidth(false, w)
	*j = arabicRun{}
	return width
}

// letterWidth is the pending letter's width in the form it takes, less what a ligature with the letter before
// it saves: lam with alef, and many letters with a final yeh, reh or noon.
func (j *arabicRun) letterWidth(joinsNext bool, w int) int {
	if j.letter == 0 || j.letter == zeroWidthJoiner {
		return 0
	}
	form := isolated
	switch {
	case j.previous != 0 && joinsNext:
		form = medial
	case j.previous != 0:
		form = final
	case joinsNext:
		form = initial
	}
	width := uint16At(letterWidths[w], formCount*search(letters, j.letter)+form)
	if form != final {
		return width
	}
	if i := search(ligatures, pairKey(j.previous, j.letter)); i >= 0 {
		i *= 2
		if j.previousJoined {
			i++
		}
		width -= int(int16(uint16At(ligatureSavings[w], i))) // one ligature is wider than its letters
	}
	return width
}

// pairKey is the number of two letters in the tables of pairs; with anything else it is in no table.
func pairKey(a, b rune) rune {
	if a <= arabicBlock || a > arabicBlock+0xff || b <= arabicBlock || b > arabicBlock+0xff {
		return 0
	}
	return (a-arabicBlock)<<8 | (b - arabicBlock)
}
