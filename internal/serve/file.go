package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"
	"time"

	"opencases/internal/asset"
)

// servedFile is a file with its header fields, made once: requests share the values and change none.
type servedFile struct {
	file            *asset.File
	encodings       func() []asset.Encoding // the smallest first
	representations map[asset.Encoding]func() (representation, error)
}

// representation is the content in one encoding (RFC 9110).
type representation struct {
	body   []byte
	etag   string
	header http.Header
}

func newServedFile(f *asset.File) *servedFile {
	a := &servedFile{f, sync.OnceValue(f.Encodings), map[asset.Encoding]func() (representation, error){}}
	for _, e := range []asset.Encoding{asset.Brotli, asset.Gzip, asset.Identity} {
		a.representations[e] = sync.OnceValues(func() (representation, error) { return newRepresentation(f, e) })
	}
	return a
}

// newRepresentation is a file's content in an encoding. Its entity tag is the hash of its own bytes: another program may compress or
// paint the same file to others.
func newRepresentation(f *asset.File, e asset.Encoding) (representation, error) {
	body := f.Encoded(e)
	if e == asset.Identity {
		var err error
		if body, err = f.Body(); err != nil {
			return representation{}, err
		}
	}
	made := representation{body: body, etag: `"` + asset.Hash(body) + `"`}
	made.header = http.Header{
		"Etag":         {made.etag},
		"Content-Type": {f.Type},
		// Also on plain answers: a cache must not hand them to a client that asked otherwise.
		"Vary":           {"Accept-Encoding"},
		"Content-Length": {strconv.Itoa(len(made.body))},
		"Accept-Ranges":  {"bytes"},
	}
	for _, field := range f.Header() {
		made.header.Set(field.Name, field.Value)
	}
	if e != asset.Identity {
		made.header["Content-Encoding"] = []string{string(e)}
	}
	return made, nil
}

// choose is the best representation that the client accepts.
func (a *servedFile) choose(r *http.Request) (representation, error) {
	return a.representations[asset.Accept(r.Header.Get("Accept-Encoding"), a.encodings())]()
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
