package asset

import "strings"

// Field is one field of an HTTP header.
type Field struct{ Name, Value string }

// Values of Cache-Control.
const (
	cacheImmutable  = "public, max-age=31536000, immutable"
	cacheRevalidate = "no-cache"
)

// CommonFields are sent with every file.
var CommonFields = []Field{
	// A frame sandboxed without allow-same-origin has an opaque origin: everything it loads is from elsewhere.
	{"Access-Control-Allow-Origin", "*"},
	{"Cross-Origin-Resource-Policy", "cross-origin"},
	// Pages that are isolated from other origins only frame documents that say the same of themselves.
	{"Cross-Origin-Embedder-Policy", "require-corp"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
}

// documentFields are sent with HTML: what no page of this site asks a browser for, nor anything that gets into one.
var documentFields = []Field{{"Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()"}}

// IsDocument reports whether a content type is HTML's.
func IsDocument(contentType string) bool { return strings.HasPrefix(contentType, "text/html") }

// CacheRule is the file's Cache-Control.
func (f *File) CacheRule() string {
	if f.Immutable {
		return cacheImmutable
	}
	return cacheRevalidate
}

// OwnFields are the fields that a server sends with the file besides the common ones, its type and its cache rule.
func (f *File) OwnFields() (all []Field) {
	if IsDocument(f.Type) {
		all = append(all, documentFields...)
	}
	if f.Policy != "" {
		all = append(all, Field{"Content-Security-Policy", f.Policy})
	}
	return all
}

// Header lists the fields that a server sends with the file whatever its encoding, besides its type.
func (f *File) Header() []Field {
	return append(append([]Field{{"Cache-Control", f.CacheRule()}}, CommonFields...), f.OwnFields()...)
}
