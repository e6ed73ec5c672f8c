package typeface

import (
	"strings"
	"unicode/utf8"
)

// A table of ranges and two short lists replace the Unicode line breaking algorithm, whose library would
// make the player larger by more than all of this package. Tests hold them against that library.

// isEastAsian reports characters between which a line may end without a space: ideographs, kana, Hangul, and
// the full-width signs that go with them.
func isEastAsian(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115f, // Hangul letters that begin a syllable
		r >= 0x2e80 && r <= 0x30ff, // radicals, signs, kana
		r >= 0x3105 && r <= 0xa4cf, // Bopomofo, Hangul letters, ideographs, Yi
		r >= 0xac00 && r <= 0xd7a3, // Hangul syllables
		r >= 0xf900 && r <= 0xfaff, // ideographs for compatibility
		r >= 0xfe30 && r <= 0xfe4f,
		r >= 0xff01 && r <= 0xffe6,
		r >= 0x20000 && r <= 0x3fffd:
		return true
	}
	return false
}

// Signs that may not begin a line (closing brackets, stops, small kana, signs of repetition), and brackets
// that may not end one.
const (
	neverFirst = "!%),.:;?]}°’”…‥‼⁇⁈⁉、。〃々〉》」』】〕〗〙〛〜〞〟〻ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞ゠ァィゥェォッャュョヮヵヶ・ーヽヾ" +
		"！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
	neverLast = "$([{‘“£¥〈《「『【〔〖〘〚〝（［｛｟｢＄￡￥￦"
)

// canBreakBetween reports whether a line may end between two characters of which one at least is East Asian.
func canBreakBetween(a, b rune) bool {
	switch {
	case strings.ContainsRune(neverFirst, b), strings.ContainsRune(neverLast, a), isCombining(b):
		return false
	case strings.ContainsRune("%％￠°", a) && strings.ContainsRune(neverLast, b):
		return false // a sign of percent or money stays with its number
	case isEastAsian(a) && isEastAsian(b):
		return true
	case strings.ContainsRune("％￠", a), strings.ContainsRune("＄￡￥￦", b):
		return false
	}
	// Beside other writing a line ends only at a letter, a digit or a bracket: quotation marks stay where they are.
	if isEastAsian(a) {
		return isWestern(b) || strings.ContainsRune("([{", b)
	}
	return isWestern(a) || strings.ContainsRune(")]},.;:!?%", a)
}

func isWestern(r rune) bool {
	return isDigit(r) || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// isCombining reports characters that are drawn with the one before them: accents, joiners, skin tones of an emoji.
func isCombining(r rune) bool {
	return isFormat(r) || isArabicMark(r) || r >= 0x302a && r <= 0x302f || r >= 0x3099 && r <= 0x309a ||
		r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0100 && r <= 0xe01ef
}

// isNonBreaking reports spaces and joiners at which a line never ends.
func isNonBreaking(r rune) bool {
	return r == 0xa0 || r == 0x202f || r == 0x2060 || r == 0x200d || r == 0xfeff
}

// breakPiece breaks a piece that is wider than maxPx before the first character that does not fit, but never inside
// a number nor before the second character. The tail is "" where it can break nowhere.
func breakPiece(piece string, maxPx, sizePx float64, weight Weight) (head, tail string) {
	at, last := 0, rune(0)
	for i, r := range piece {
		if i > 0 && !isCombining(r) && !isNonBreaking(last) && !isNonBreaking(r) && !insideNumber(piece, i) {
			if at > 0 && Width(piece[:i], sizePx, weight) > maxPx {
				break
			}
			at = i
		}
		last = r
	}
	if at == 0 {
		return piece, ""
	}
	return piece[:at], piece[at:]
}

// insideNumber reports whether text[i:] goes on with a number that text[:i] has begun: digits, and the signs
// between or before digits.
func insideNumber(text string, i int) bool {
	a, _ := utf8.DecodeLastRuneInString(text[:i])
	b, after := utf8.DecodeRuneInString(text[i:])
	switch {
	case isDigit(a):
		if isDigit(b) || b == '%' {
			return true
		}
		then, _ := utf8.DecodeRuneInString(text[i+after:])
		return isDigit(then) && !isLetter(b)
	case isDigit(b):
		return !isLetter(a)
	}
	return false
}

// isLetter reports letters of any script: whatever is no separator between digits.
func isLetter(r rune) bool {
	return isWestern(r) && !isDigit(r) || r >= 0xc0 && r < 0x2000 && r != 0x66a && r != 0x66b && r != 0x66c || isEastAsian(r)
}
