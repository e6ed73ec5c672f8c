package words

// charactersAWord is how many characters count as a word where a script sets no spaces between words.
const charactersAWord = 2.5

// Count is how many words a text has, as far as the time to read it goes: what is between spaces is a word, and
// so are 2.5 characters of a script without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese).
func Count(text string) float64 {
	words, characters := 0, 0
	inside := false // a word between spaces
	for _, c := range text {
		switch {
		case isSpaceless(c):
			characters++
			inside = false
		case c == ' ' || c == '\n' || c == '\t' || c == '\u00a0' || c == '\u202f' || c >= '\u3000' && c <= '\u303f':
			inside = false
		case !inside:
			words++
			inside = true
		}
	}
	return float64(words) + float64(characters)/charactersAWord
}

// isSpaceless reports a character of a script that is written without spaces between words.
func isSpaceless(c rune) bool {
	switch {
	case c < 0x0e00:
		return false
	case c <= 0x0eff, // Thai, Lao
		c >= 0x1000 && c <= 0x109f,   // Burmese
		c >= 0x1780 && c <= 0x17ff,   // Khmer
		c >= 0x3040 && c <= 0x30ff,   // Japanese
		c >= 0x3400 && c <= 0x9fff,   // Chinese
		c >= 0xf900 && c <= 0xfaff,   // Chinese, for compatibility
		c >= 0x20000 && c <= 0x3ffff: // Chinese, rare
		return true
	}
	return false
}
