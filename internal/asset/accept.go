package asset

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// weighed is one entry of a header field such as Accept-Encoding, with its quality value from 0 to 1.
type weighed struct {
	name string
	q    float64
}

// first reads the first entry of a comma-separated list with quality values. An entry with a quality that cannot be
// read counts as refused, so that a garbled field never yields what was not asked for. Nothing is allocated: every
// request is read so, for each encoding that a file has.
func first(list string) (w weighed, rest string) {
	entry, rest, _ := strings.Cut(list, ",")
	name, parameters, _ := strings.Cut(entry, ";")
	w = weighed{strings.ToLower(strings.TrimSpace(name)), 1}
	for parameters != "" {
		var p string
		p, parameters, _ = strings.Cut(parameters, ";")
		k, v, _ := strings.Cut(p, "=")
		if strings.EqualFold(strings.TrimSpace(k), "q") {
			q, err := strconv.ParseFloat(strings.TrimSpace(v), 64)
			if err != nil || !(q >= 0 && q <= 1) {
				q = 0
			}
			w.q = q
		}
	}
	return w, rest
}

// Accept chooses the encoding to send from those a file has (smallest first), for an Accept-Encoding field.
// Without a field, and when nothing acceptable is there, the plain file is sent: every client can read it.
func Accept(field string, have []Encoding) Encoding {
	best, bestQ := Identity, 0.
	for _, e := range have {
		q, named := quality(field, string(e))
		if !named && e == Identity {
			continue // acceptable, but only when nothing the client named is there
		}
		if q > bestQ {
			best, bestQ = e, q
		}
	}
	return best
}

// quality is how much a name is wanted by a list, and whether the list speaks of it at all.
func quality(field, name string) (q float64, named bool) {
	for field != "" {
		var w weighed
		w, field = first(field)
		if w.name == name || name == "gzip" && w.name == "x-gzip" {
			return w.q, true
		}
		if w.name == "*" && !named {
			q, named = w.q, true
		}
	}
	return q, named
}

// AcceptLanguage chooses the reader's language from the tags that the site has, for an Accept-Language field, by Unicode's
// rules: "ar-IQ" is served Arabic, "pt" Brazilian Portuguese. The first language of the site is the default.
func AcceptLanguage(field string, have []string) string {
	want, _, err := language.ParseAcceptLanguage(field)
	if err != nil {
		return have[0]
	}
	tags := make([]language.Tag, len(have))
	for i, tag := range have {
		tags[i] = language.Make(tag)
	}
	_, best, _ := language.NewMatcher(tags).Match(want...)
	return have[best]
}
