package serve

import (
	"math"
	"net/http"
	"strconv"
	"strings"
)

// withReadableRange is a request as net/http may read it: with a Range field only if that is one of bytes that can be read. Any
// other is passed over, as RFC 9110 (14.2) asks; net/http would refuse it.
func withReadableRange(r *http.Request, size int) *http.Request {
	fields := r.Header["Range"]
	if fields == nil {
		return r
	}
	readable := r.Clone(r.Context())
	delete(readable.Header, "Range")
	if r.Method == http.MethodGet && len(fields) == 1 {
		if ranges, ok := byteRanges(fields[0], size); ok {
			readable.Header.Set("Range", "bytes="+ranges)
		}
	}
	return readable
}

// byteRanges reads a field like "bytes=0-99, -20" for content of a size. Empty ranges ("-0") are left out; where
// there are no others, one beyond the end replaces them, which is refused as it must be.
func byteRanges(field string, size int) (ranges string, ok bool) {
	unit, list, found := strings.Cut(field, "=")
	if !found || !strings.EqualFold(unit, "bytes") {
		return "", false
	}
	var all []string
	isAny := false
	for part := range strings.SplitSeq(list, ",") {
		part = strings.Trim(part, " \t")
		if part == "" {
			continue // RFC 9110 lets lists have empty elements
		}
		isAny = true
		from, to, found := strings.Cut(part, "-")
		first, isFirst := parsePosition(from)
		last, isLast := parsePosition(to)
		switch {
		case !found, from != "" && !isFirst, to != "" && !isLast, from == "" && to == "", from != "" && to != "" && last < first:
			return "", false
		case from == "" && last == 0:
		case from == "":
			all = append(all, "-"+strconv.Itoa(last))
		case to == "":
			all = append(all, strconv.Itoa(first)+"-")
		default:
			all = append(all, strconv.Itoa(first)+"-"+strconv.Itoa(last))
		}
	}
	if isAny && len(all) == 0 {
		all = []string{strconv.Itoa(size) + "-"}
	}
	return strings.Join(all, ","), isAny
}

// parsePosition reads digits; a number that is too large becomes the largest one.
func parsePosition(digits string) (n int, ok bool) {
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		n = math.MaxInt
	}
	return n, true
}
