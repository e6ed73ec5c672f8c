package serve

import (
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/internal/site"
	"opencases/wasm/built"
)

var (
	whole = sync.OnceValues(func() (*site.Site, error) { return siteAt("") })
	known = sync.OnceValues(func() (*site.Site, error) { return siteAt(public) })
)

const public = "https://example.org/open-cases/"

// siteAt is the whole site, which knows its public address or, with "", does not.
func siteAt(address string) (*site.Site, error) {
	f := asset.NewFile("", "application/wasm", wasmBody)
	return site.Make(site.Config{Data: data.FS, URL: address, Player: built.Player{
		Manifest: built.Manifest{SHA256: strings.Repeat("0a", 32), Size: len(wasmBody)},
		Brotli:   f.Encoded(asset.Brotli), Gzip: f.Encoded(asset.Gzip), Support: []byte("globalThis.Go=1"),
	}})
}

// consumer asks a server of the whole site, which does not know its public address, and answers with the server's too.
func consumer(t *testing.T) (ask func(method, path string, head ...string) *http.Response, address string) {
	t.Helper()
	s, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(Handler(s))
	t.Cleanup(server.Close)
	return func(method, path string, head ...string) *http.Response {
		r, err := http.NewRequest(method, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(head); i += 2 {
			r.Header.Set(head[i], head[i+1])
		}
		res, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { res.Body.Close() })
		return res
	}, server.URL + "/"
}

func TestOEmbedAnswersInBothFormats(t *testing.T) {
	ask, address := consumer(t)
	page := url.QueryEscape(address + "en/gap/")
	for path, kind := range map[string]string{
		"/oembed?url=" + page:                                    "application/json",
		"/oembed?format=json&maxwidth=500&dnt=1&url=" + page:     "application/json",
		"/oembed?format=xml&maxwidth=500&url=" + page:            "text/xml; charset=utf-8",
		"/en/gap/oembed.json?maxwidth=500":                       "application/json",
		"/en/gap/oembed.xml?maxwidth=500&format=xml&url=" + page: "text/xml; charset=utf-8",
	} {
		res := ask("GET", path, "Accept-Encoding", "gzip")
		packed, err := gzip.NewReader(res.Body)
		if err != nil || res.Header.Get("Content-Encoding") != "gzip" {
			t.Fatalf("%s: %v, %v", path, err, res.Header)
		}
		body := read(t, packed)
		var a struct {
			Type    string `json:"type" xml:"type"`
			Version string `json:"version" xml:"version"`
			HTML    string `json:"html" xml:"html"`
			Width   int    `json:"width" xml:"width"`
		}
		if strings.HasPrefix(kind, "text/xml") {
			err = xml.Unmarshal(body, &a)
		} else {
			err = json.Unmarshal(body, &a)
		}
		if err != nil || res.StatusCode != 200 || res.Header.Get("Content-Type") != kind {
			t.Errorf("%s: %s, %s, %v", path, res.Status, res.Header.Get("Content-Type"), err)
		}
		if a.Type != "rich" || a.Version != "1.0" || !strings.Contains(a.HTML, `src="`+address+`en/player/gap/"`) {
			t.Errorf("%s: %+v", path, a)
		}
		if strings.Contains(path, "maxwidth=500") && a.Width != 500 {
			t.Errorf("%s: width %d", path, a.Width)
		}
		if h := res.Header; h.Get("Access-Control-Allow-Origin") != "*" || h.Get("ETag") == "" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Set-Cookie") != "" {
			t.Errorf("%s: %v", path, h)
		}
		for _, tag := range []string{"%s", "W/%s", `"other", %s`, `"other",W/%s`} {
			field := strings.Replace(tag, "%s", res.Header.Get("ETag"), 1)
			if again := ask("GET", path, "If-None-Match", field, "Accept-Encoding", "gzip"); again.StatusCode != http.StatusNotModified {
				t.Errorf("%s asked again with %s: %s", path, field, again.Status)
			}
		}
		if other := ask("GET", path, "If-None-Match", `"other"`); other.StatusCode != 200 {
			t.Errorf("%s asked with another tag: %s", path, other.Status)
		}
		head := ask("HEAD", path, "Accept-Encoding", "identity")
		if head.StatusCode != 200 || head.ContentLength != int64(len(body)) || len(read(t, head.Body)) != 0 {
			t.Errorf("HEAD %s: %s, length %d of %d", path, head.Status, head.ContentLength, len(body))
		}
	}
}

func TestOEmbedRefusesInPlainWords(t *testing.T) {
	ask, address := consumer(t)
	page := url.QueryEscape(address + "en/gap/")
	for path, status := range map[string]int{
		"/oembed":                        400,
		"/oembed?url=":                   400,
		"/oembed?maxwidth=x&url=" + page: 400,
		"/oembed?url=https%3A%2F%2Fexample.org%2Fen%2Fgap%2F": 404,
		"/oembed?url=" + page + "nothing/":                    404,
		"/oembed?format=php&url=" + page:                      501,
		"/oembed/?url=" + page:                                404,
		"/en/none/oembed.json?url=" + page:                    404,
	} {
		res := ask("GET", path)
		if body := read(t, res.Body); res.StatusCode != status || len(body) == 0 || strings.HasPrefix(path, "/oembed?") && res.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: %s %q, want %d", path, res.Status, body, status)
		}
	}
	if res := ask("POST", "/oembed?url="+page); res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %s", res.Status)
	}
}

// A file on a host of plain files that does not know its address: a link, which is true everywhere.
func TestTheFileOfASiteWithoutAddressIsALink(t *testing.T) {
	ask, _ := consumer(t)
	if body := string(read(t, ask("GET", "/en/gap/oembed.json").Body)); !strings.Contains(body, `"type":"link"`) || strings.Contains(body, "html") {
		t.Errorf("%s", body)
	}
}
