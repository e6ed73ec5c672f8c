package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"
	"time"

	"opencases/internal/asset"
)

// answer is a file with all that is said of it, made once: requests share the values and change none.
type answer struct {
	file    *asset.File
	codings func() []asset.Encoding // the smallest form first
	forms   map[asset.Encoding]func() (form, error)
}

// form is the content in one coding.
type form struct {
	body []byte
	tag  string
	head http.Header
}

func newAnswer(f *asset.File) *answer {
	a := &answer{f, sync.OnceValue(f.Encodings), map[asset.Encoding]func() (form, error){}}
	for _, e := range []asset.Encoding{asset.Brotli, asset.Gzip, asset.Identity} {
		a.forms[e] = sync.OnceValues(func() (form, error) { return newForm(f, e) })
	}
	return a
}

// newForm is a file's content in a coding. Its entity tag is that of the very bytes: another program may compress or
// paint the same file to others.
func newForm(f *asset.File, e asset.Encoding) (form, error) {
	body := f.Encoded(e)
	if e == asset.Identity {
		var err error
		if body, err = f.Body(); err != nil {
			return form{}, err
		}
	}
	m := form{body: body, tag: `"` + asset.Hash(body) + `"`}
	m.head = http.Header{
		"Etag":         {m.tag},
		"Content-Type": {f.Type},
		// Also on plain answers: a cache must not hand them to a client that asked otherwise.
		"Vary":          {"Accept-Encoding"},
		"Cache-Control": {"no-cache"},
		// A frame sandboxed without allow-same-origin has an opaque origin: everything it loads is from elsewhere.
		"Access-Control-Allow-Origin":  {"*"},
		"Cross-Origin-Resource-Policy": {"cross-origin"},
		// Pages that are isolated from other origins only frame documents that say the same of themselves.
		"Cross-Origin-Embedder-Policy": {"require-corp"},
		"Content-Length":               {strconv.Itoa(len(m.body))},
		"Accept-Ranges":                {"bytes"},
	}
	if f.Immutable {
		m.head["Cache-Control"] = []string{"public, max-age=31536000, immutable"}
	}
	if f.Policy != "" {
		m.head["Content-Security-Policy"] = []string{f.Policy}
	}
	if e != asset.Identity {
		m.head["Content-Encoding"] = []string{string(e)}
	}
	return m, nil
}

// choose is the best form the client takes.
func (a *answer) choose(r *http.Request) (form, error) {
	return a.forms[asset.Accept(r.Header.Get("Accept-Encoding"), a.codings())]()
}

// send answers with the file; more are header fields, as name and value, that stand in place of the file's own. What is
// asked for as a whole, or to see whether it has changed, is answered here; ranges and other conditions are left to
// net/http. Ranges count in the bytes of the form that is sent, as RFC 9110 has it.
func (a *answer) send(w http.ResponseWriter, r *http.Request, more ...string) {
	m, err := a.choose(r)
	if err != nil {
		failed(w)
		return
	}
	head := w.Header()
	for name, value := range m.head {
		head[name] = value
	}
	for i := 0; i+1 < len(more); i += 2 {
		head.Set(more[i], more[i+1])
	}
	r = ranged(r, len(m.body))
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

// failed says that a file could not be made. Nobody keeps the answer: it is asked for again.
func failed(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "this file could not be made; the fault is this program’s", http.StatusInternalServerError)
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
