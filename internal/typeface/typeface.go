// Package typeface measures text for layout without a text engine, so that it can be linked into the
// player: from tables of advance widths, generated from the files in web/fonts, and Arabic joining rules.
package typeface

//go:generate go run ./gen

// Weight is one of the two weights that pages use.
type Weight uint8

// Regular is CSS weight 400, Semibold 600. Any other value is measured as Semibold, the wider one.
const (
	Regular Weight = iota
	Semibold
)

// WidestArabicDigit is the width of the widest Arabic-Indic digit (٣, semibold), in em. The fonts hold no
// tabular form of these digits: a count that runs must reserve this much for each. European digits are
// all 0.6 em wide.
const WidestArabicDigit = 0.634

// Widths of what the fonts do not hold, in thousandths of the font size. A fallback font of the reader's
// system draws these, so they err on the wide side: most letters of Greek or Cyrillic are narrower than
// 0.7 em, ideographs and most pictographs are 1 em.
const (
	unknownLetter = 700
	unknownSign   = 1000
)

// Width is the width of text set on one line, in CSS px. sizePx is the font size in CSS px; features are
// the browser's defaults (kerning on). Latin text is within 1% of true shaping on ordinary labels; Arabic
// letters take the width of the form they join in. Runes outside the fonts count 0.7 em below U+1100 and
// 1 em above; control and format characters have no width. It does not allocate.
func Width(text string, sizePx float64, weight Weight) float64 {
	w := min(int(weight), 1)
	units := 0
	last := rune(0)
	var arabic arabicRun
	for _, r := range text {
		if isArabicMark(r) {
			continue
		}
		if class := joiningClassOf(r); class != joinsNone {
			units += arabic.add(r, class, w)
			last = r
			continue
		}
		units += arabic.finish(w)
		units += advance(r, w) + kern(last, r, w)
		last = r
	}
	units += arabic.finish(w)
	return float64(units) * sizePx / 1000
}

// LineHeight is the distance between the baselines of two lines, in CSS px: 1.25 times the font size.
func LineHeight(sizePx float64) float64 { return 1.25 * sizePx }

// advance is the width of one rune that does not join, in thousandths of the font size.
func advance(r rune, w int) int {
	switch {
	case r >= 0x20 && r <= 0x7e:
		return uint16At(latinWidths[w], int(r)-0x20)
	case r < 0x20 || isFormat(r):
		return 0
	}
	if i := search(signs, r); i >= 0 {
		return uint16At(signWidths[w], i)
	}
	if r < 0x1100 {
		return unknownLetter
	}
	return unknownSign
}

// isFormat reports characters that take no room: C1 controls, soft hyphen, combining accents, joiners,
// direction marks, variation selectors.
func isFormat(r rune) bool {
	switch {
	case r >= 0x7f && r <= 0x9f, r == 0xad, r >= 0x300 && r <= 0x36f, r == 0x61c, r >= 0x200b && r <= 0x200f,
		r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfe00 && r <= 0xfe0f, r == 0xfeff:
		return true
	}
	return false
}

// kern is what the fonts add between two characters (mostly negative), in thousandths of the font size.
func kern(a, b rune, w int) int {
	a, b = kernSlot(a), kernSlot(b)
	if i := search(pairs, a<<8|b); i >= 0 {
		return int(int8(pairKerns[w][i]))
	}
	return 0
}

// kernSlot is a character's number in the table of pairs: ASCII as it is, the apostrophe ’ at 127.
func kernSlot(r rune) rune {
	switch {
	case r == '’':
		return 0x7f
	case r < 0x7f:
		return r
	}
	return 0
}

// uint16At reads the i-th 16-bit value of a table.
func uint16At(table string, i int) int { return int(table[2*i])<<8 | int(table[2*i+1]) }

// search gives the index of key in a sorted table of 16-bit values, or -1.
func search(table string, key rune) int {
	low, high := 0, len(table)/2
	for low < high {
		mid := (low + high) / 2
		switch have := rune(uint16At(table, mid)); {
		case have == key:
			return mid
		case have < key:
			low = mid + 1
		default:
			high = mid
		}
	}
	return -1
}
