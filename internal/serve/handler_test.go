package serve

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"opencases/internal/asset"
	"opencases/internal/site"
)

var (
	page     = []byte("<!doctype html><title>Page</title>" + strings.Repeat("<p>The coalition says.</p>", 200))
	wasmBody = []byte(strings.Repeat("figure ", 300))
)

func testSite() *site.Site {
	return site.New([]string{"en", "ar"},
		asset.NewFile("en/index.html", "text/html; charset=utf-8", page),
		asset.NewFile("en/gap/index.html", "text/html; charset=utf-8", page),
		immutable(),
	)
}

func immutable() *asset.File {
	f := asset.NewFile("assets/a-123.wasm", "application/wasm", wasmBody)
	f.Immutable = true
	return f
}

// get asks a real server, follows no redirect and unpacks nothing.
func get(t *testing.T, method, path string, head ...string) *http.Response {
	t.Helper()
	server := httptest.NewServer(Handler(testSite()))
	t.Cleanup(server.Close)
	r, err := http.NewRequest(method, server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(head); i += 2 {
		r.Header.Set(head[i], head[i+1])
	}
	res, err := (&http.Transport{DisableCompression: true, DisableKeepAlives: true}).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { res.Body.Close() })
	return res
}

func read(t *testing.T, r io.Reader) []byte {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAddressesLeadToPages(t *testing.T) {
	for _, tt := range []struct {
		path, language string
		status         int
		location       string
	}{
		{"/", "", 302, "./en/"},
		{"/", "ar-IQ, en;q=0.5", 302, "./ar/"},
		{"/?theme=dark", "", 302, "./en/?theme=dark"},
		{"/en/", "", 200, ""},
		{"/en", "", 301, "./en/"},
		{"/en/gap", "", 301, "./gap/"},
		{"/en/gap?beat=2", "", 301, "./gap/?beat=2"},
		{"/en/gap/", "", 200, ""},
		{"/en/gap/index.html", "", 301, "./"},
		{"/healthz", "", 200, ""},
		{"/assets/a-123.wasm", "", 200, ""},
		{"/assets/", "", 404, ""},
		{"/en/nothing/", "", 404, ""},
		{"//evil.example/", "", 404, ""},
		{"/en/gap/?x", "", 200, ""},
		{"//", "", 301, "./../"},
		{"//en/gap/", "", 301, "./../../../en/gap/"},
		{"/en//gap/", "", 301, "./../../../en/gap/"},
		{"/en/gap//?beat=2", "", 301, "./../../../en/gap/?beat=2"},
		{"/en//gap", "", 301, "./../../en/gap/"},
		{"/en/./gap/", "", 301, "./../../en/gap/"},
		{"/en/./gap", "", 301, "./../en/gap/"},
		{"/en/x/../gap/", "", 301, "./../../en/gap/"},
		{"/../en/", "", 301, "./../en/"},
		{"/assets//a-123.wasm", "", 301, "./../../assets/a-123.wasm"},
		{"/en/%2Fgap/", "", 301, "./../../en/gap/"},
		{"/en/%67ap/", "", 200, ""},
		{"/en//nothing/", "", 404, ""},
		{"/assets/a-123.wasm/", "", 404, ""},
	} {
		res := get(t, "GET", tt.path, "Accept-Language", tt.language)
		if res.StatusCode != tt.status || res.Header.Get("Location") != tt.location {
			t.Errorf("%s (%s): %d to %q, want %d to %q", tt.path, tt.language, res.StatusCode, res.Header.Get("Location"), tt.status, tt.location)
		}
	}
}

// Where a redirect leads is found as a browser, or a client that leaves dots alone, finds it: also below another path.
func TestTheCleanAddressIsFoundUnderAnyPath(t *testing.T) {
	for _, path := range []string{"//en/gap/", "/en//gap/", "/en/gap//", "/en/./gap/", "/en/x/../gap/", "///en///gap///"} {
		for _, under := range []string{"", "/sub/site"} {
			base, err := url.Parse("http://host.example" + under + path)
			if err != nil {
				t.Fatal(err)
			}
			to, err := base.Parse(get(t, "GET", path).Header.Get("Location"))
			if err != nil || to.String() != "http://host.example"+under+"/en/gap/" {
				t.Errorf("%s under %q leads to %s (%v)", path, under, to, err)
			}
		}
	}
}

func TestTheRootVariesByLanguage(t *testing.T) {
	if v := get(t, "GET", "/").Header.Get("Vary"); v != "Accept-Language" {
		t.Errorf("Vary is %q, want Accept-Language", v)
	}
}

func TestOnlyGetAndHeadAreServed(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH"} {
		res := get(t, method, "/en/")
		if res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, Allow %q; want 405 and GET, HEAD", method, res.StatusCode, res.Header.Get("Allow"))
		}
	}
}

func TestEachRepresentationHasItsOwnTagAndLengthAndDecodesToTheSamePage(t *testing.T) {
	tags := map[string]string{}
	for _, tt := range []struct {
		accept, coding string
		unpack         func(io.Reader) (io.Reader, error)
	}{
		{"identity", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
		{"gzip", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"gzip, br", "br", func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
	} {
		res := get(t, "GET", "/en/", "Accept-Encoding", tt.accept)
		if got := res.Header.Get("Content-Encoding"); got != tt.coding {
			t.Errorf("%s: Content-Encoding %q, want %q", tt.accept, got, tt.coding)
		}
		if res.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: Vary %q, want Accept-Encoding", tt.accept, res.Header.Get("Vary"))
		}
		raw := read(t, res.Body)
		if got := res.Header.Get("Content-Length"); got != itoa(len(raw)) {
			t.Errorf("%s: Content-Length %q of %d bytes", tt.accept, got, len(raw))
		}
		plain, err := tt.unpack(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(read(t, plain), page) {
			t.Errorf("%s: the page does not unpack to itself", tt.accept)
		}
		tag := res.Header.Get("ETag")
		if tags[tag] != "" || len(tag) < 10 {
			t.Errorf("%s and %s share the tag %s", tt.accept, tags[tag], tag)
		}
		tags[tag] = tt.accept
		again := get(t, "GET", "/en/", "Accept-Encoding", tt.accept, "If-None-Match", tag)
		if again.StatusCode != http.StatusNotModified || len(read(t, again.Body)) != 0 {
			t.Errorf("%s: asked again with its tag: %d, want 304 without a body", tt.accept, again.StatusCode)
		}
		if other := get(t, "GET", "/en/", "Accept-Encoding", tt.accept, "If-None-Match", `"other"`); other.StatusCode != 200 {
			t.Errorf("%s: asked with another tag: %d, want 200", tt.accept, other.StatusCode)
		}
	}
}

func TestHeadAnswersLikeGetWithoutABody(t *testing.T) {
	for _, path := range []string{"/en/", "/assets/a-123.wasm", "/nothing"} {
		g, h := get(t, "GET", path, "Accept-Encoding", "br"), get(t, "HEAD", path, "Accept-Encoding", "br")
		if len(read(t, h.Body)) != 0 {
			t.Errorf("%s: HEAD has a body", path)
		}
		for _, field := range []string{"Content-Length", "ETag", "Content-Type", "Content-Encoding", "Cache-Control"} {
			if g.Header.Get(field) != h.Header.Get(field) {
				t.Errorf("%s: %s is %q for GET, %q for HEAD", path, field, g.Header.Get(field), h.Header.Get(field))
			}
		}
	}
}

func TestConditionsWithOtherTagsHoldToo(t *testing.T) {
	for _, accept := range []string{"identity", "br"} {
		whole := get(t, "GET", "/en/", "Accept-Encoding", accept)
		tag, size := whole.Header.Get("ETag"), len(read(t, whole.Body))
		for _, tt := range []struct {
			field, value string
			status, size int
		}{
			{"If-None-Match", `"other", ` + tag, 304, 0},
			{"If-None-Match", "W/" + tag, 304, 0},
			{"If-None-Match", "*", 304, 0},
			{"If-Match", tag, 200, size},
			{"If-Match", `"other"`, 412, 0},
			{"If-Modified-Since", "Mon, 02 Jan 2006 15:04:05 GMT", 200, size},
		} {
			res := get(t, "GET", "/en/", "Accept-Encoding", accept, tt.field, tt.value)
			if got := len(read(t, res.Body)); res.StatusCode != tt.status || got != tt.size {
				t.Errorf("%s, %s: %s: %d with %d bytes, want %d with %d", accept, tt.field, tt.value, res.StatusCode, got, tt.status, tt.size)
			}
		}
	}
}

func TestMissingPagesAreAnsweredAtEveryDepth(t *testing.T) {
	s := testSite()
	h := Handler(s)
	for _, path := range []string{"/en/nothing/", "/en" + strings.Repeat("/a", 5000) + "/"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code != http.StatusNotFound || w.Body.Len() == 0 {
			t.Errorf("%.20s: %d with %d bytes", path, w.Code, w.Body.Len())
		}
	}
	ask, _ := consumer(t)
	for accept, coding := range map[string]string{"br": "br", "identity": ""} {
		res := ask("GET", "/en/nothing/", "Accept-Encoding", accept)
		if res.Header.Get("Vary") != "Accept-Language, Accept-Encoding" {
			t.Errorf("%s: a page in the reader's language varies by %q", accept, res.Header.Get("Vary"))
		}
		if body := read(t, res.Body); res.StatusCode != 404 || res.Header.Get("Content-Encoding") != coding || len(body) < 300 || res.Header.Get("ETag") != "" {
			t.Errorf("%s: %s, %v, %d bytes", accept, res.Status, res.Header, len(body))
		}
	}
}

func TestHashedFilesAreCachedForeverAndPagesAreRevalidated(t *testing.T) {
	if got := get(t, "GET", "/assets/a-123.wasm").Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("asset: Cache-Control %q", got)
	}
	if got := get(t, "GET", "/en/").Header.Get("Cache-Control"); got != "no-cache" {
		t.Errorf("page: Cache-Control %q", got)
	}
}

func TestFramesOnOtherPagesMayLoadEverything(t *testing.T) {
	for _, path := range []string{"/en/", "/assets/a-123.wasm"} {
		h := get(t, "GET", path, "Origin", "null").Header
		if h.Get("Access-Control-Allow-Origin") != "*" || h.Get("Cross-Origin-Resource-Policy") != "cross-origin" ||
			h.Get("Cross-Origin-Embedder-Policy") != "require-corp" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("X-Frame-Options") != "" {
			t.Errorf("%s: %v", path, h)
		}
		if h.Get("Set-Cookie") != "" {
			t.Errorf("%s sets a cookie", path)
		}
	}
	if got := get(t, "GET", "/assets/a-123.wasm").Header.Get("Content-Type"); got != "application/wasm" {
		t.Errorf("the player's type is %q", got)
	}
}

// A tag is of the bytes that are sent: another program may paint or compress the same file to others.
func TestFilesOfOneNameAndOtherBytesHaveTheirOwnTag(t *testing.T) {
	tag := func(body string) string {
		f := asset.NewFile("card.png", "image/png", []byte(body))
		f.Hash = "of what went into it"
		w := httptest.NewRecorder()
		newServedFile(f).send(w, httptest.NewRequest("GET", "/card.png", nil))
		return w.Header().Get("ETag")
	}
	if a, b := tag("painted"), tag("painted better"); a == b || a != tag("painted") || len(a) < 10 {
		t.Errorf("the tags are %s and %s", a, b)
	}
}
