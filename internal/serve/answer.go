package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"
	"time"

	"opencases/internal/asset"
)

// answer is a file with its header, made once: requests share the values and change none.
type answer struct {
	file       *asset.File
	encodings  func() []asset.Encoding // the smallest first
	byEncoding map[asset.Encoding]func() (encoded, error)
}

// encoded is the content in one encoding, with the header that goes with it.
type encoded struct {
	body []byte
	tag  string
	head http.Header
}

func newAnswer(f *asset.File) *answer {
	a := &answer{f, sync.OnceValue(f.Encodings), map[asset.Encoding]func() (encoded, error){}}
	for _, e := range []asset.Encoding{asset.Brotli, asset.Gzip, asset.Identity} {
		a.byEncoding[e] = sync.OnceValues(func() (encoded, error) { return encode(f, e) })
	}
	return a
}

// encode prepares a file's content in an encoding. Its entity tag is that of the very bytes: another program may compress or
// paint the same file to others.
func encode(f *asset.File, e asset.Encoding) (encoded, error) {
	body := f.Encoded(e)
	if e == asset.Identity {
		var err error
		if body, err = f.Body(); err != nil {
			return encoded{}, err
		}
	}
	m := encoded{body: body, tag: `"` + asset.Hash(body) + `"`}
	m.head = http.Header{
		"Etag":         {m.tag},
		"Content-Type": {f.Type},
		// Also on plain answers: a cache must not hand them to a client that asked otherwise.
		"Vary":           {"Accept-Encoding"},
		"Content-Length": {strconv.Itoa(len(m.body))},
		"Accept-Ranges":  {"bytes"},
	}
	for _, field := range f.Header() {
		m.head.Set(field.Name, field.Value)
	}
	if e != asset.Identity {
		m.head["Content-Encoding"] = []string{string(e)}
	}
	return m, nil
}

// choose negotiates the encoding.
func (a *answer) choose(r *http.Request) (encoded, error) {
	return a.byEncoding[asset.Accept(r.Header.Get("Accept-Encoding"), a.encodings())]()
}

// send answers with the file; more are header fields, as name and value, that stand in place of the file's own. What is
// asked for as a whole, or to see whether it has changed, is answered here; ranges and other conditions are left to
// net/http. Ranges count in the bytes of the encoding that is sent, as RFC 9110 has it.
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
