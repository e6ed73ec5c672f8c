package packing

import (
	"fmt"
	"strings"
)

// unused are the characters of ASCII that Text does not write with: those that a page, a copy or a screen may read
// otherwise (the end of a file on old systems, escapes, new pages, ends of lines), and those of markup.
const unused = "\x00\n\v\f\r\x1a\x1b&<>\x7f"

// alphabet is what Text writes with.
var alphabet = func() (a []byte) {
	for c := range byte(128) {
		if strings.IndexByte(unused, c) < 0 {
			a = append(a, c)
		}
	}
	return a
}()

const (
	base   = 117 // 117 to the 7th is a little more than 2 to the 48th
	octets = 6
	digits = 7
	line   = 119 // characters, so that tools that read by lines bear with the file
)

// Text writes bytes as characters: seven for every six bytes, in lines. That is a sixth more, where base64 would be a third;
// without it a second language would not fit into the file. Every character is one of ASCII, so that the text reads the same
// in whatever encoding a host claims for the page, and whatever a copy does to the ends of its lines.
func Text(plain []byte) []byte {
	out := make([]byte, 0, len(plain)*digits/octets+len(plain)/90+2*digits)
	column := 0
	for len(plain) > 0 {
		n, whole := min(octets, len(plain)), uint64(0)
		for i := range n {
			whole |= uint64(plain[i]) << (8 * i)
		}
		plain = plain[n:]
		var group [digits]byte
		for i := digits - 1; i >= 0; i-- {
			group[i] = alphabet[whole%base]
			whole /= base
		}
		out = append(out, group[:]...)
		if column += digits; column == line {
			out, column = append(out, '\n'), 0
		}
	}
	return out
}

// Bytes reads what Text wrote; n is how many bytes there are.
func Bytes(text []byte, n int) ([]byte, error) {
	var value [256]int
	for i := range value {
		value[i] = -1
	}
	for v, c := range alphabet {
		value[c] = v
	}
	var out []byte
	whole, read := uint64(0), 0
	for i, c := range text {
		if c == '\n' || c == '\r' {
			continue
		}
		if value[c] < 0 {
			return nil, fmt.Errorf("character %d, %q, is not one that bytes are written with", i, c)
		}
		whole = whole*base + uint64(value[c])
		if read++; read < digits {
			continue
		}
		if whole >= 1<<(8*octets) {
			return nil, fmt.Errorf("the characters before %d hold more than %d bytes", i, octets)
		}
		for range octets {
			out = append(out, byte(whole))
			whole >>= 8
		}
		whole, read = 0, 0
	}
	if len(out) < n || read != 0 {
		return nil, fmt.Errorf("the text ends after %d of %d bytes", len(out), n)
	}
	return out[:n], nil
}
