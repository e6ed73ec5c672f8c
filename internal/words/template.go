package words

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// segment is a run of plain words, or a placeholder: kind "arg" is filled by an argument, every other kind
// by the figure of the record whose REF is name.
type segment struct {
	text     string // plain words, when kind is ""
	kind     string // "arg", "figure", "date", ...
	name     string // argument name or REF
	modifier string // "", "bare", "short" or "onein"
}

// placeholderModifiers lists what a placeholder may ask of a figure, with the modifiers that each takes.
var placeholderModifiers = map[string][]string{
	"arg":       {"bare", "short", "onein"},
	"figure":    {"bare"},
	"percent":   {"bare"},
	"onein":     {"bare"},
	"date":      {"short"},
	"month":     {"short"},
	"published": {"short"},
	"year":      nil,
	"by":        nil,
}

const knownPlaceholders = "{name}, {figure REF}, {percent REF}, {onein REF}, {date REF}, {month REF}, {year REF}, {published REF} or {by REF}"

// parseTemplate reads a text with placeholders; {{ and }} stand for braces. The error names the byte column, from 1.
func parseTemplate(text string) ([]segment, error) {
	var segments []segment
	var plain strings.Builder
	flush := func() {
		if plain.Len() > 0 {
			segments = append(segments, segment{text: plain.String()})
			plain.Reset()
		}
	}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case (c == '{' || c == '}') && i+1 < len(text) && text[i+1] == c:
			plain.WriteByte(c)
			i += 2
		case c == '}':
			return nil, fmt.Errorf("column %d: } without {; write }} for a brace", i+1)
		case c == '{':
			end := strings.IndexAny(text[i+1:], "{}")
			if end < 0 || text[i+1+end] != '}' {
				return nil, fmt.Errorf("column %d: { is not closed; write {{ for a brace", i+1)
			}
			p, err := parsePlaceholder(text[i+1 : i+1+end])
			if err != nil {
				return nil, fmt.Errorf("column %d: %w", i+1, err)
			}
			flush()
			segments = append(segments, p)
			i += end + 2
		default:
			plain.WriteByte(c)
			i++
		}
	}
	flush()
	return segments, nil
}

// parsePlaceholder reads what is between braces.
func parsePlaceholder(s string) (segment, error) {
	p := segment{kind: "arg"}
	body, modifier, modified := strings.Cut(s, "|")
	p.name, p.modifier = body, modifier
	if form, ref, ok := strings.Cut(body, " "); ok {
		p.kind, p.name = form, ref
	}
	modifiers, known := placeholderModifiers[p.kind]
	switch {
	case !known:
		return p, fmt.Errorf("{%s} is no known form; write %s", s, knownPlaceholders)
	case p.kind == "arg" && !isName(p.name):
		return p, fmt.Errorf("{%s}: %q is no argument name; use lower-case letters, digits and _", s, p.name)
	case p.kind != "arg" && !isRef(p.name):
		return p, fmt.Errorf("{%s}: %q is no REF; write it like assessments/2017-11/open", s, p.name)
	case modified && !slices.Contains(modifiers, modifier):
		return p, fmt.Errorf("{%s}: %q is no form of {%s ...}; known: %s", s, modifier, p.kind, listOrNone(modifiers))
	}
	return p, nil
}

func isName(s string) bool {
	for i, c := range []byte(s) {
		if !(c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '_')) {
			return false
		}
	}
	return s != ""
}

func isRef(s string) bool {
	if !strings.Contains(s, "/") || s[0] == '/' || s[len(s)-1] == '/' {
		return false
	}
	for _, c := range []byte(s) {
		if c <= ' ' || c == 0x7f || c == '|' {
			return false
		}
	}
	return true
}

// isKey reports whether s can name a text: lower-case letters, digits, dots, hyphens and _.
func isKey(s string) bool {
	for _, c := range []byte(s) {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_') {
			return false
		}
	}
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}

func listOrNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

var errEmpty = errors.New("the text is empty; write the words, or leave the row out")
