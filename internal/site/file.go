package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// Encoding is a content coding as HTTP names it.
type Encoding string

// The forms a file is kept in. Identity is the file as it is.
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
	Policy    string // Content-Security-Policy that a server sends with it, or ""
	Hash      string // of the content, short, safe in names and header fields

	packed bool
	body   func() ([]byte, error) // fails where it is made late and cannot be
	br, gz func() []byte          // nil where compressing does not pay
}

// NewFile makes a file whose compressed forms are made when first asked for.
func NewFile(path, contentType string, body []byte) *File {
	f := &File{Path: path, Type: contentType, Hash: hash(body), body: func() ([]byte, error) { return body, nil }}
	f.br, f.gz = none, none
	if compressible(contentType) {
		f.br = sync.OnceValue(func() []byte { return smaller(compressBrotli(body), body) })
		f.gz = sync.OnceValue(func() []byte { return smaller(compressGzip(body), body) })
	}
	return f
}

// Brief makes a file for one answer: of its compressed forms only the quick one, which is no dearer than the answer.
func Brief(contentType string, body []byte) *File {
	f := NewFile("", contentType, body)
	f.br = none
	return f
}

// newCompressed makes a file from what the build has compressed already; the plain form is unpacked when
// first asked for. sum is the plain content's hash.
func newCompressed(path, contentType, sum string, br, gz []byte) *File {
	return &File{
		Path: path, Type: contentType, Hash: sum, packed: true,
		body: sync.OnceValues(func() ([]byte, error) { return unpack(gz) }),
		br:   func() []byte { return br },
		gz:   func() []byte { return gz },
	}
}

// Packed reports that the file's forms need no making: it came compressed, or never is.
func (f *File) Packed() bool { return f.packed || !compressible(f.Type) }

// Body is the file's content. The error says why it could not be made or unpacked.
func (f *File) Body() ([]byte, error) {
	body, err := f.body()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	return body, nil
}

// mustBody is the content of a file that was there from the beginning, which cannot fail.
func (f *File) mustBody() []byte {
	body, err := f.Body()
	if err != nil {
		panic(err)
	}
	return body
}

// Encodings lists the forms the file can be had in, the smallest first. Identity is always there.
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

// Encoded is the content in one of the compressed forms that Encodings lists, nil for any other.
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

// smaller refuses a packed form that wins less than a header field costs.
func smaller(packed, plain []byte) []byte {
	if len(packed)+32 > len(plain) {
		return nil
	}
	return packed
}

// slowLimit is the size above which a file made at start is compressed one step less than best: measured, that is
// 2 to 5 percent bigger and done in a third of the time, 0.25 s instead of 0.8 s for the standalone page.
const slowLimit = 128 << 10

func compressBrotli(body []byte) []byte {
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

func compressGzip(body []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is valid
	w.Write(body)
	w.Close()
	return b.Bytes()
}

// unpack reads gzip data that the build made.
func unpack(gz []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(gz))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Hash names content: 80 bits of SHA-256 in lower-case letters and digits.
func Hash(body []byte) string { return hash(body) }

func hash(body []byte) string {
	sum := sha256.Sum256(body)
	return hashOf(sum[:])
}

// hashOf is the name that a SHA-256 makes.
func hashOf(sum []byte) string {
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}
