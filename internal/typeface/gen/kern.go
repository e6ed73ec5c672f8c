package main

import (
	"fmt"
	"log"

	"opencases/internal/typeface/shape"
)

// smallest is the least kerning kept, in thousandths of the font size: less is not seen in a label.
const smallest = 15

// apostrophe is the number that stands for ’ in the table of pairs.
const apostrophe = 0x7f

// kerning gives the pairs of characters that matter in any weight, and the rows of the table of amounts.
func kerning(setters []*shape.Setter) (pairs []rune, rows string) {
	amounts := make([]string, len(setters))
	for _, a := range between(' ', apostrophe) {
		for _, b := range between(' ', apostrophe) {
			kerns := make([]int, len(setters))
			matters := false
			for i, s := range setters {
				if isKerned(a) && isKerned(b) {
					kerns[i] = width(s, text(a)+text(b)) - width(s, text(a)) - width(s, text(b))
				}
				matters = matters || kerns[i] >= smallest || kerns[i] <= -smallest
			}
			if !matters {
				continue
			}
			pairs = append(pairs, a<<8|b)
			for i, k := range kerns {
				if k < -128 || k > 127 {
					log.Fatalf("kerning of %q is %d, a signed byte holds -128 to 127", text(a)+text(b), k)
				}
				amounts[i] += fmt.Sprintf("\\x%02x", uint8(int8(k)))
			}
		}
	}
	for _, row := range amounts {
		rows += "\t\"" + row + "\",\n"
	}
	return pairs, rows
}

// isKerned reports the characters whose pairs are kept: letters, and the punctuation between letters in labels.
func isKerned(r rune) bool {
	return r == ' ' || r == ',' || r == '-' || r == '.' || r == apostrophe || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

func text(r rune) string {
	if r == apostrophe {
		return "’"
	}
	return string(r)
}
