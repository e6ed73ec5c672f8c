package record

import (
	"strconv"
	"strings"

	"opencases/internal/month"
)

// check says what is wrong with a cell that is not empty, and what would be right. Both are "" for a good cell.
func (c *column) check(s string) (what, want string) {
	is, want := c.problem(s)
	if is == "" {
		return "", ""
	}
	if !c.required && c.kind != textCell {
		want += " or leave it empty"
	}
	return strconv.Quote(s) + " " + is, want
}

// problem is check without the cell's text: what the cell is or is not, "" for a good one.
func (c *column) problem(s string) (is, want string) {
	switch c.kind {
	case idCell:
		if !isID(s) {
			return "is not an id", "use small letters, digits and hyphens, like open-now"
		}
	case monthCell:
		if _, err := month.Parse(s); err != nil || s < "0001" {
			return "is not a month", "write it like 2017-11"
		}
	case dayCell, dateCell:
		d, err := month.ParseDate(s)
		switch {
		case c.kind == dayCell && (err != nil || d.Year == 0 || d.Day == 0):
			return "is not a day", "write it like 2017-11-30"
		case err != nil || d.Year == 0:
			return "is not a date", "write it like 2017-11-30, 2017-11 or 2017"
		}
	case integerCell:
		if !isInteger(s) {
			return "is not a whole number", "write digits"
		}
	case decimalCell:
		a, b, point := strings.Cut(s, ".")
		if !isInteger(a) || point && !isDigits(b) {
			return "is not a number", "write digits, with a point for decimals,"
		}
	case enumCell:
		for _, w := range c.enum {
			if s == w {
				return "", ""
			}
		}
		return "is not a known " + c.name, "write " + list(c.enum)
	case urlCell:
		if !isURL(s) {
			return "is not a web address", "start it with https:// or http://"
		}
	case textCell:
		if strings.TrimSpace(s) != s {
			return "has spaces at an end", "take them away"
		}
	}
	return "", ""
}

// wanted says what an empty cell of a column that must be filled should hold.
func (c *column) wanted() string {
	switch c.kind {
	case idCell:
		return "write a short id, like open-now"
	case monthCell:
		return "write a month like 2017-11"
	case dayCell:
		return "write a day like 2017-11-30"
	case dateCell:
		return "write a date like 2017-11-30, 2017-11 or 2017"
	case enumCell:
		return "write " + list(c.enum)
	case sourcesCell:
		return "name at least one id of sources.csv"
	}
	return "write a text"
}

func list(words []string) string {
	n := len(words) - 1
	if n == 0 {
		return words[0]
	}
	return strings.Join(words[:n], ", ") + " or " + words[n]
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && len(s) <= 9
}

func isInteger(s string) bool { return isDigits(s) && (s == "0" || s[0] != '0') }

func isID(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != ""
}

// isURL asks for a scheme, a host and no blank or control characters, which would break the link on a page.
func isURL(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	host, _, _ := strings.Cut(rest, "/")
	if !ok || !strings.Contains(host, ".") || strings.HasPrefix(host, ".") {
		return false
	}
	for i := 0; i < len(rest); i++ {
		if c := rest[i]; c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == 0x7f {
			return false
		}
	}
	return true
}
