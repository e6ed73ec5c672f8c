package asset

import "strings"

// Field is one field of an HTTP header.
type Field struct{ Name, Value string }

// commonFields are sent with every file.
var commonFields = []Field{
	// A frame sandboxed without allow-same-origin has an opaque origin: everything it loads is from elsewhere.
	{"Access-Control-Allow-Origin", "*"},
	{"Cross-Origin-Resource-Policy", "cross-origin"},
	// Pages that are isolated from other origins only frame documents that say the same of themselves.
	{"Cross-Origin-Embedder-Policy", "require-corp"},
	{"X-Content-Type-Options", "nosniff"},
}

const (
	cacheImmutable  = "public, max-age=31536000, immutable"
	cacheRevalidate = "no-cache"
)

// Header lists the fields that a server sends with the file whatever its encoding, besides its type.
func (f *File) Header() []Field {
	cache := Field{"Cache-Control", cacheRevalidate}
	if f.Immutable {
		cache.Value = cacheImmutable
	}
	all := append([]Field{cache}, commonFields...)
	if f.Policy != "" {
		all = append(all, Field{"Content-Security-Policy", f.Policy})
	}
	return all
}

// StaticHeaders says the same of files to hosts that only serve files: Netlify, Cloudflare Pages and others read it from a
// file named _headers. Such hosts have most files revalidated by themselves; those that must be are named.
func StaticHeaders(files []*File) []byte {
	var b strings.Builder
	write := func(path string, fields ...Field) {
		b.WriteString("/" + path + "\n")
		for _, f := range fields {
			b.WriteString("  " + f.Name + ": " + f.Value + "\n")
		}
	}
	write("*", commonFields...)
	write(Dir+"*", Field{"Cache-Control", cacheImmutable})
	for _, f := range files {
		if f.MustRevalidate {
			write(f.Path, Field{"Cache-Control", cacheRevalidate})
		}
	}
	for _, f := range files {
		if f.Policy != "" {
			write(strings.TrimSuffix(f.Path, "index.html")+"*", Field{"Content-Security-Policy", f.Policy})
		}
	}
	return []byte(b.String())
}
