package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"
	"time"

	"opencases/internal/site"
)

// servedFile is a file with its header fields, made once: requests share the values and change none.
type servedFile struct {
	file            *site.File
	encodings       func() []site.Encoding // the smallest first
	representations map[site.Encoding]func() (representation, error)
}

// representation is the content in one encoding (RFC 9110).
type representation struct {
	body   []byte
	etag   string
	header http.Header
}

func newServedFile(f *site.File) *servedFile {
	a := &servedFile{f, sync.OnceValue(f.Encodings), map[site.Encoding]func() (representation, error){}}
	for _, e := range []site.Encoding{site.Brotli, site.Gzip, site.Identity} {
		a.representations[e] = sync.OnceValues(func() (representation, error) { return newRepresentation(f, e) })
	}
	return a
}

// newRepresentation is a file's content in an encoding. Its entity tag is the hash of its own bytes: another program may compress or
// paint the same file to others.
func newRepresentation(f *site.File, e site.Encoding) (representation, error) {
	body := f.Encoded(e)
	if e == site.Identity {
		var err error
		if body, err = f.Body(); err != nil {
			return representation{}, err
		}
	}
	made := representation{body: body, etag: `"` + site.Hash(body) + `"`}
	made.header = http.Header{
		"Etag":         {made.etag},
		"Content-Type": {f.Type},
		// Also on plain answers: a cache must not hand them to a client that asked otherwise.
		"Vary":          {"Accept-Encoding"},
		"Cache-Control": {"no-cache"},
		// A frame sandboxed without allow-same-origin has an opaque origin: everything it loads is from elsewhere.
		"Access-Control-Allow-Origin":  {"*"},
		"Cross-Origin-Resource-Policy": {"cross-origin"},
		// Pages that are isolated from other origins only frame documents that say the same of themselves.
		"Cross-Origin-Embedder-Policy": {"require-corp"},
		"Content-Length":               {strconv.Itoa(len(made.body))},
		"Accept-Ranges":                {"bytes"},
	}
	if f.Immutable {
		made.header["Cache-Control"] = []string{"public, max-age=31536000, immutable"}
	}
	if f.Policy != "" {
		made.header["Content-Security-Policy"] = []string{f.Policy}
	}
	if e != site.Identity {
		made.header["Content-Encoding"] = []string{string(e)}
	}
	return made, nil
}

// choose is the best representation that the client accepts.
func (a *servedFile) choose(r *http.Request) (representation, error) {
	return a.representations[site.Accept(r.Header.Get("Accept-Encoding"), a.encodings())]()
}

// send answers with the file; fields are header fields, as name and value, that replace the file's own. What is
// asked for as a whole, or to see whether it has changed, is answered here; ranges and other conditions are left to
// net/http. Ranges count in the bytes of the representation that is sent, as RFC 9110 has it.
func (a *servedFile) send(w http.ResponseWriter, r *http.Request, fields ...string) {
	chosen, err := a.choose(r)
	if err != nil {
		serverError(w)
		return
	}
	header := w.Header()
	for name, value := range chosen.header {
		header[name] = value
	}
	for i := 0; i+1 < len(fields); i += 2 {
		header.Set(fields[i], fields[i+1])
	}
	r = withReadableRange(r, len(chosen.body))
	switch {
	case r.Header["If-None-Match"] != nil && r.Header.Get("If-None-Match") == chosen.etag && !hasOtherConditions(r):
		delete(header, "Content-Type")
		delete(header, "Content-Length")
		delete(header, "Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
	case r.Header["If-None-Match"] != nil || hasOtherConditions(r):
		if r.Header["If-Match"] != nil {
			delete(header, "Content-Length") // it would stay in an answer that the condition fails
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(chosen.body))
	default:
		w.Write(chosen.body) // net/http leaves the body out for HEAD
	}
}

// serverError says that a file could not be made. The answer is not cached, so that it is requested again.
func serverError(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "this file could not be made; the fault is this program’s", http.StatusInternalServerError)
}

// hasOtherConditions reports whether a request asks for a part of a file, or names a condition other than If-None-Match.
func hasOtherConditions(r *http.Request) bool {
	for _, name := range []string{"Range", "If-Range", "If-Match", "If-Modified-Since", "If-Unmodified-Since"} {
		if r.Header[name] != nil {
			return true
		}
	}
	return false
}
