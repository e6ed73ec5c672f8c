package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"opencases/internal/asset"
)

// discard is a connection that forgets what is written to it.
type discard struct{ head http.Header }

func (d discard) Header() http.Header         { return d.head }
func (d discard) Write(p []byte) (int, error) { return len(p), nil }
func (d discard) WriteHeader(int)             {}

// What the handler itself costs, without net/http's connections: make bench-server measures those.
func BenchmarkAnswer(b *testing.B) {
	s, err := whole()
	if err != nil {
		b.Fatal(err)
	}
	h := Handler(s)
	still := ""
	for _, f := range s.Files() {
		if strings.HasSuffix(f.Path, "gap-narrow.json") {
			still = "/" + f.Path
		}
	}
	page, _ := s.File("en/player/gap/index.html")
	for _, bb := range []struct{ name, path, tag string }{
		{"document", "/en/player/gap/", ""},
		{"still", still, ""},
		{"unchanged", "/en/player/gap/", `"` + asset.Hash(page.Encoded(asset.Brotli)) + `"`},
		{"missing", "/en/nothing/", ""},
	} {
		b.Run(bb.name, func(b *testing.B) {
			r := httptest.NewRequest("GET", bb.path, nil)
			r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
			r.Header.Set("Sec-Fetch-Dest", "document")
			if bb.tag != "" {
				r.Header.Set("If-None-Match", bb.tag)
			}
			h.ServeHTTP(discard{http.Header{}}, r) // what is made lazily is made
			b.ReportAllocs()
			for b.Loop() {
				h.ServeHTTP(discard{http.Header{}}, r)
			}
		})
	}
}
