package main

import (
	"github.com/go-text/typesetting/shaping"

	"opencases/internal/typeface/shape"
)

// zeroWidthJoiner is the zero-width joiner, which brings a letter into its joined forms.
const zeroWidthJoiner = "\u200d"

// formWidth is the advance of a letter isolated (0), initial (1), medial (2) or final (3).
func formWidth(s *shape.Setter, r rune, form int) int {
	text := string(r)
	return width(s, [...]string{text, text + zeroWidthJoiner, zeroWidthJoiner + text + zeroWidthJoiner, zeroWidthJoiner + text}[form])
}

// ligatures gives the pairs of letters that are narrower together than one by one, in any weight.
func ligatures(setters []*shape.Setter, letters []rune) (pairs []rune) {
	for _, a := range letters {
		for _, b := range letters {
			for _, s := range setters {
				if saving(s, a, b, false) != 0 || saving(s, a, b, true) != 0 {
					pairs = append(pairs, (a-0x600)<<8|(b-0x600))
					break
				}
			}
		}
	}
	return pairs
}

// saving is how much narrower a and b are together than one by one, with b final and a initial or, after
// a meem, medial. Of letters that do not join, and of pairs that only kerning brings together, it is 0.
func saving(s *shape.Setter, a, b rune, medial bool) int {
	before, apart := "", formWidth(s, a, 1)+formWidth(s, b, 3)
	if medial {
		before, apart = "م", formWidth(s, 'م', 1)+formWidth(s, a, 2)+formWidth(s, b, 3)
	}
	pair := before + string(a) + string(b)
	if set := s.Line(pair, size); len(set) != 1 || glyphs(set[0].Glyphs) != len([]rune(pair))-1 {
		return 0
	}
	return apart - width(s, pair)
}

// spread gives the pairs of letters that do not join and that the fonts move apart in any weight. What
// they bring together is left out: a label measured a little too wide does no harm.
func spread(setters []*shape.Setter, letters []rune) (pairs []rune) {
	for _, a := range letters {
		for _, b := range letters {
			for _, s := range setters {
				if gap(s, a, b) >= smallest {
					pairs = append(pairs, (a-0x600)<<8|(b-0x600))
					break
				}
			}
		}
	}
	return pairs
}

// gap is how far the fonts move b from a, at the most over the forms the two can take; 0 when they join.
func gap(s *shape.Setter, a, b rune) (most int) {
	if formWidth(s, a, 0) != formWidth(s, a, 1) {
		return 0
	}
	for _, before := range []string{"", zeroWidthJoiner} {
		for _, after := range []string{"", zeroWidthJoiner} {
			first, second := before+string(a), string(b)+after
			most = max(most, width(s, first+second)-width(s, first)-width(s, second))
		}
	}
	return most
}

// glyphs counts the glyphs that take room.
func glyphs(all []shaping.Glyph) (count int) {
	for _, g := range all {
		if g.Advance != 0 {
			count++
		}
	}
	return count
}
