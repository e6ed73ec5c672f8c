package csvtext

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// prepare makes a text readable for the CSV reader. The text is nil if it cannot be read at all.
func prepare(text []byte) ([]byte, *Fault) {
	// Spreadsheets write a byte order mark before the first column's name.
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if text == nil {
		text = []byte{}
	}
	if !utf8.Valid(text) {
		good := 0
		for good < len(text) {
			r, n := utf8.DecodeRune(text[good:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			good += n
		}
		return nil, &Fault{Line: 1 + bytes.Count(text[:good], []byte("\n")), What: "the text is not UTF-8", Want: "save the file with the encoding UTF-8"}
	}
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if bytes.ContainsRune(bytes.TrimSuffix(first, []byte("\r")), '\r') {
		return nil, &Fault{Line: 1, What: "the lines end in CR alone, as old Macs wrote them", Want: "save the file as CSV with line ends LF or CRLF"}
	}
	if mark := strings.ToLower(strings.Trim(string(first), "\" \t\r,;")); strings.HasPrefix(mark, "sep=") {
		return dropSeparatorLine(text, first, rest)
	}
	header := string(bytes.TrimSpace(first))
	if len(header) > 0 && !strings.Contains(header, ",") && strings.ContainsAny(header, ";\t") {
		return nil, &Fault{Line: 1, What: "the cells are not parted by commas", Want: "save the file as CSV with commas"}
	}
	return text, nil
}

// dropSeparatorLine handles a first line that tells a spreadsheet which separator is used. With commas the rest can be read.
func dropSeparatorLine(text, first, rest []byte) ([]byte, *Fault) {
	f := &Fault{Line: 1, What: "the first line " + strings.TrimSpace(string(first)) + " is a note for a spreadsheet", Want: "delete the line"}
	head, _, _ := bytes.Cut(rest, []byte("\n"))
	if !bytes.Contains(head, []byte(",")) {
		f.Want += " and save the file as CSV with commas"
		return nil, f
	}
	// The line is emptied, so that the line numbers of other faults stay right.
	return append([]byte("\n"), rest...), f
}
