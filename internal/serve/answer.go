package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"
	"time"

	"opencases/internal/site"
)

// answer is a file with all that is said of it, made once: requests share the values and change none.
type answer struct {
	codings func() []site.Encoding // the smallest form first
	forms   map[site.Encoding]func() form
}

// form is the content in one coding.
type form struct {
	body []byte
	tag  string
	head http.Header
}

func newAnswer(f *site.File) *answer {
	a := &answer{sync.OnceValue(f.Encodings), map[site.Encoding]func() form{}}
	for _, e := range []site.Encoding{site.Brotli, site.Gzip, site.Identity} {
		a.forms[e] = sync.OnceValue(func() form { return newForm(f, e) })
	}
	return a
}

// newForm is a file's content in a coding. Each form has its own entity tag.
func newForm(f *site.File, e site.Encoding) form {
	tag := f.Hash
	if e != site.Identity {
		tag += "-" + string(e)
	}
	m := form{body: f.Encoded(e), tag: `"` + tag + `"`}
	m.head = http.Header{
		"Etag":         {m.tag},
		"Content-Type": {f.Type},
		// Also on plain answers: a cache must not hand them to a client that asked otherwise.
		"Vary":          {"Accept-Encoding"},
		"Cache-Control": {"no-cache"},
		// A frame sandboxed without allow-same-origin has an opaque origin: everything it loads is from elsewhere.
		"Access-Control-Allow-Origin":  {"*"},
		"Cross-Origin-Resource-Policy": {"cross-origin"},
		"Content-Length":               {strconv.Itoa(len(m.body))},
		"Accept-Ranges":                {"bytes"},
	}
	if f.Immutable {
		m.head["Cache-Control"] = []string{"public, max-age=31536000, immutable"}
	}
	if f.Policy != "" {
		m.head["Content-Security-Policy"] = []string{f.Policy}
	}
	if e != site.Identity {
		m.head["Content-Encoding"] = []string{string(e)}
	}
	return m
}

// choose is the best form the client takes.
func (a *answer) choose(r *http.Request) form {
	return a.forms[site.Accept(r.Header.Get("Accept-Encoding"), a.codings())]()
}

// send answers with the file. What is asked for as a whole, or to see whether it has changed, is answered here; ranges
// and other conditions are left to net/http. Ranges count in the bytes of the form that is sent, as RFC 9110 has it.
func (a *answer) send(w http.ResponseWriter, r *http.Request) {
	m := a.choose(r)
	head := w.Header()
	for name, value := range m.head {
		head[name] = value
	}
	switch {
	case r.Header["If-None-Match"] != nil && r.Header.Get("If-None-Match") == m.tag && !demanding(r):
		delete(head, "Content-Type")
		delete(head, "Content-Length")
		delete(head, "Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
	case r.Header["If-None-Match"] != nil || demanding(r):
		if r.Header["If-Match"] != nil {
			delete(head, "Content-Length") // it would stay in an answer that the condition fails
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(m.body))
	default:
		w.Write(m.body) // net/http leaves the body out for HEAD
	}
}

// demanding reports whether a request asks for a part of a file, or names a condition other than If-None-Match.
func demanding(r *http.Request) bool {
	for _, name := range []string{"Range", "If-Range", "If-Match", "If-Modified-Since", "If-Unmodified-Since"} {
		if r.Header[name] != nil {
			return true
		}
	}
	return false
}
