package typeface

import (
	"strings"
	"unicode/utf8"
)

// Wrap breaks text into lines of at most maxPx CSS px, filling each line before the next. It breaks at
// spaces (which it drops; several count as one), after hyphens and dashes, and between Chinese, Japanese and
// Korean characters, but never inside a number: "28,562", "28 562", "2014-08-08" and "8,249–13,342" stay
// whole. No-break and thin spaces do not break. A single piece wider than maxPx is put whole on its own line.
// Text of spaces only gives nil.
func Wrap(text string, maxPx, sizePx float64, weight Weight) []string {
	return wrapText(text, maxPx, sizePx, weight, false)
}

// WrapAnywhere is Wrap for a text that must not be wider than maxPx: a piece that is wider is broken between
// any two characters. Numbers still stay whole.
func WrapAnywhere(text string, maxPx, sizePx float64, weight Weight) []string {
	return wrapText(text, maxPx, sizePx, weight, true)
}

func wrapText(text string, maxPx, sizePx float64, weight Weight, anywhere bool) []string {
	var lines []string
	line := ""
	for len(text) > 0 {
		piece, space, rest := nextPiece(text)
		text = rest
		if piece == "" {
			continue
		}
		longer := line + piece
		if space && line != "" {
			longer = line + " " + piece
		}
		if line == "" || Width(longer, sizePx, weight) <= maxPx {
			line = longer
		} else {
			lines = append(lines, line)
			line = piece
		}
		for anywhere && Width(line, sizePx, weight) > maxPx {
			head, tail := breakPiece(line, maxPx, sizePx, weight)
			if tail == "" {
				break
			}
			lines, line = append(lines, head), tail
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// nextPiece cuts off the first piece that must not be broken and reports whether a space preceded it.
func nextPiece(text string) (piece string, space bool, rest string) {
	start := 0
	for start < len(text) && isSpace(text[start]) {
		start++
	}
	text, space = text[start:], start > 0
	for i := 0; i < len(text); {
		if isSpace(text[i]) {
			if !isDigitGroupSpace(text, i) {
				return text[:i], space, text[i:]
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		after := i + size
		if canBreakAfter(text, i, r, after) {
			return text[:after], space, text[after:]
		}
		i = after
	}
	return text, space, ""
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// canBreakAfter reports whether a line may end after r, which is text[i:after].
func canBreakAfter(text string, i int, r rune, after int) bool {
	if after == len(text) || isSpace(text[after]) {
		return false
	}
	following, _ := utf8.DecodeRuneInString(text[after:])
	if isEastAsian(r) || isEastAsian(following) {
		return canBreakBetween(r, following)
	}
	if i == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if isSpace(text[i-1]) || isDash(following) || strings.ContainsRune(neverFirst+"“‘", following) {
		return false // a dash that opens a piece stays with it; of several dashes the last one breaks
	}
	switch r {
	case '-', '\u2010':
		return !isDigit(following)
	case '–', '—':
		return !isDigit(before) || !isDigit(following)
	}
	return false
}

func isDash(r rune) bool { return r == '-' || r == '\u2010' || r == '–' || r == '—' }

// isDigit knows European digits, Arabic-Indic digits and their Persian forms.
func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= 0x660 && r <= 0x669 || r >= 0x6f0 && r <= 0x6f9
}

// isDigitGroupSpace reports whether the space at text[i] separates the digits of one number, as in "28 562": one to three
// digits before it, three after it.
func isDigitGroupSpace(text string, i int) bool {
	if text[i] != ' ' {
		return false
	}
	before := 0
	for at := i; at > 0; before++ {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if !isDigit(r) {
			break
		}
		at -= size
	}
	after := 0
	for at := i + 1; at < len(text); after++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isDigit(r) {
			break
		}
		at += size
	}
	return before >= 1 && before <= 3 && after == 3
}
