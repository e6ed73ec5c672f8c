// Package asset makes the files of a site: their hashed names, compressed encodings, header fields, minified and bundled
// text, and the policies of documents. It knows nothing of what the files say.
package asset

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// Encoding is a content coding as HTTP names it.
type Encoding string

// The encodings of a file. Identity is the file as it is.
const (
	Identity Encoding = "identity"
	Gzip     Encoding = "gzip"
	Brotli   Encoding = "br"
)

// File is one file of the site. Its content never changes once the site is made.
type File struct {
	Path      string // slash-separated, relative to the site's root: "en/gap/index.html"
	Type      string // Content-Type
	Immutable bool   // the name contains the content's hash, so it may be kept for ever
	Policy    string // Content-Security-Policy that is sent with it, or ""
	Hash      string // of the content, short, safe in names and header fields

	MustRevalidate bool // static hosts, too, must have it asked for again each time

	packed bool
	body   func() ([]byte, error) // fails where it is made late and cannot be
	br, gz func() []byte          // nil where compressing does not pay
}

// NewFile makes a file whose compressed encodings are made when first asked for.
func NewFile(path, contentType string, body []byte) *File {
	f := &File{Path: path, Type: contentType, Hash: Hash(body), body: func() ([]byte, error) { return body, nil }}
	f.br, f.gz = none, none
	if compressible(contentType) {
		f.br = sync.OnceValue(func() []byte { return smaller(CompressBrotli(body), body) })
		f.gz = sync.OnceValue(func() []byte { return smaller(CompressGzip(body), body) })
	}
	return f
}

// NewHashed makes a file whose name carries its hash, so that it may be kept for ever.
func NewHashed(name, contentType string, body []byte) *File {
	f := NewFile("", contentType, body)
	f.Path, f.Immutable = HashedPath(name, f.Hash), true
	return f
}

// NewDeferred makes a file whose content is made when it is first asked for, and then compressed with gzip at most: whoever
// asks is waiting. sum stands for the content: it must change with all that the content is made from.
func NewDeferred(path, contentType, sum string, body func() ([]byte, error)) *File {
	f := &File{Path: path, Type: contentType, Hash: sum, body: sync.OnceValues(body), br: none, gz: none}
	if compressible(contentType) {
		f.gz = sync.OnceValue(func() []byte {
			body, err := f.body()
			if err != nil {
				return nil // the plain encoding says why
			}
			return smaller(CompressGzip(body), body)
		})
	}
	return f
}

// NewBrief makes a file for one answer: of its compressed encodings only gzip, which costs no more than making the answer.
func NewBrief(contentType string, body []byte) *File {
	f := NewFile("", contentType, body)
	f.br = none
	return f
}

// NewCompressed makes a file from what the build has compressed already; the plain file is unpacked when
// first asked for. sum is the plain content's hash.
func NewCompressed(path, contentType, sum string, br, gz []byte) *File {
	return &File{
		Path: path, Type: contentType, Hash: sum, packed: true,
		body: sync.OnceValues(func() ([]byte, error) { return Decompress(gz) }),
		br:   func() []byte { return br },
		gz:   func() []byte { return gz },
	}
}

// At is the same content at another path, whose name says nothing of it.
func (f *File) At(path string) *File {
	g := *f
	g.Path, g.Immutable = path, false
	return &g
}

// Packed reports that the file needs no compressing: it came compressed, or never is.
func (f *File) Packed() bool { return f.packed || !compressible(f.Type) }

// Body is the file's content. The error says why it could not be made or unpacked.
func (f *File) Body() ([]byte, error) {
	body, err := f.body()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	return body, nil
}

// MustBody is the content of a file that was there from the beginning, which cannot fail.
func (f *File) MustBody() []byte {
	body, err := f.Body()
	if err != nil {
		panic(err)
	}
	return body
}

// Encodings lists the encodings the file has, the smallest first. Identity is always there.
func (f *File) Encodings() []Encoding {
	var all []Encoding
	if f.br() != nil {
		all = append(all, Brotli)
	}
	if f.gz() != nil {
		all = append(all, Gzip)
	}
	return append(all, Identity)
}

// Encoded is the content in one of the compressed encodings that Encodings lists, nil for any other.
func (f *File) Encoded(e Encoding) []byte {
	switch e {
	case Brotli:
		return f.br()
	case Gzip:
		return f.gz()
	}
	return nil
}

func none() []byte { return nil }

func compressible(contentType string) bool {
	kind, _, _ := strings.Cut(contentType, ";")
	switch kind {
	case "font/woff2", "image/png", "image/webp", "image/x-icon":
		return false // compressed by their own format
	}
	return true
}

// smaller refuses a packed body that wins less than a header field costs.
func smaller(packed, plain []byte) []byte {
	if len(packed)+32 > len(plain) {
		return nil
	}
	return packed
}

// slowLimit is the size above which a file made at start is compressed one step less than best: measured, that is
// 2 to 5 percent bigger and done in a third of the time, 0.25 s instead of 0.8 s for the standalone page.
const slowLimit = 128 << 10

func CompressBrotli(body []byte) []byte {
	quality := brotli.BestCompression
	if len(body) > slowLimit {
		quality--
	}
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, quality)
	w.Write(body) // a bytes.Buffer does not fail
	w.Close()
	return b.Bytes()
}

func CompressGzip(body []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is valid
	w.Write(body)
	w.Close()
	return b.Bytes()
}

// Decompress reads gzip data that the build made.
func Decompress(gz []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(gz))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
