package serve

import (
	"encoding/json"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"opencases/internal/site"
)

// from asks a site's handler as somebody who reached it under a host; the field names are followed by their values.
func from(t *testing.T, newSite func() (*site.Site, error), host, path string, head ...string) *httptest.ResponseRecorder {
	t.Helper()
	h, err := handlerOf(newSite)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("GET", path, nil)
	r.Host = host
	for i := 0; i < len(head); i += 2 {
		r.Header.Add(head[i], head[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

var handlers = map[*site.Site]http.Handler{}

// handlerOf is a site's handler; it is made once.
func handlerOf(newSite func() (*site.Site, error)) (http.Handler, error) {
	s, err := newSite()
	if err == nil && handlers[s] == nil {
		handlers[s] = Handler(s)
	}
	return handlers[s], err
}

func TestASiteThatKnowsItsAddressNamesNoOther(t *testing.T) {
	for _, path := range []string{
		"/oembed?url=" + url.QueryEscape(public+"en/gap/"), "/en/gap/oembed.json?format=json", "/en/gap/?theme=dark", "/en/gap/",
	} {
		w := from(t, known, "evil.example", path, "X-Forwarded-Proto", "http")
		if body := w.Body.String(); w.Code != 200 || strings.Contains(body, "evil.example") || !strings.Contains(body, public) {
			t.Errorf("%s: %d, %.200s", path, w.Code, body)
		}
		if strings.Contains(path, "oembed") && (w.Header().Get("Cache-Control") != "public, max-age=3600" || w.Header().Get("Vary") != "Accept-Encoding") {
			t.Errorf("%s: %v", path, w.Header())
		}
	}
	if w := from(t, known, "evil.example", "/oembed?url="+url.QueryEscape("http://evil.example/en/gap/")); w.Code != 404 {
		t.Errorf("a page at another host: %d", w.Code)
	}
}

func TestWhatNamesTheHostOfARequestIsForThatConsumerAlone(t *testing.T) {
	for _, path := range []string{"/oembed?url=" + url.QueryEscape("https://news.example/en/gap/"), "/en/gap/oembed.json?format=json"} {
		head := from(t, whole, "news.example", path).Header()
		if head.Get("Cache-Control") != "private, max-age=3600" || head.Get("Vary") != "Accept-Encoding, X-Forwarded-Proto" {
			t.Errorf("%s: %v", path, head)
		}
	}
}

func TestTheFirstProxySaysHowTheSiteWasReached(t *testing.T) {
	for field, scheme := range map[string]string{"https": "https", "HTTPS": "https", "https, http": "https", " https ,http": "https", "http, https": "http", "": "http"} {
		w := from(t, whole, "news.example", "/en/gap/oembed.json?format=json", "X-Forwarded-Proto", field)
		if !strings.Contains(w.Body.String(), `src=\"`+scheme+`://news.example/en/player/gap/`) {
			t.Errorf("%q: %s", field, w.Body)
		}
	}
}

var discovery = regexp.MustCompile(`type="(application/json|text/xml)\+oembed" href="([^"]*)"`)

// A consumer follows a page's link: it must lead to the player as it was pasted.
func TestAPagesLinksLeadToThePlayerAsItWasPasted(t *testing.T) {
	for _, tt := range []struct {
		site        func() (*site.Site, error)
		path, query string
		src         string
	}{
		{whole, "/en/gap/", "", "https://news.example/en/player/gap/"},
		{whole, "/en/", "", "https://news.example/en/player/cover/"},
		{whole, "/en/gap/", "theme=dark&accent=%231f5f9e", "https://news.example/en/player/gap/?theme=dark&accent=%231f5f9e"},
		{whole, "/en/player/count/", "beat=2", "https://news.example/en/player/count/?beat=2"},
		{known, "/en/gap/", "theme=dark&x=%22%3E", public + "en/player/gap/?theme=dark"},
		{known, "/en/player/gap/", "", public + "en/player/gap/"},
		{known, "/en/gap/", "theme=dark&x=" + strings.Repeat("y", 3000), public + "en/player/gap/"},
	} {
		page := from(t, tt.site, "news.example", tt.path+"?"+tt.query, "X-Forwarded-Proto", "https")
		links := discovery.FindAllStringSubmatch(page.Body.String(), -1)
		if page.Code != 200 || len(links) != 2 {
			t.Errorf("%s: %d with %d links", tt.path, page.Code, len(links))
			continue
		}
		for _, link := range links {
			u, err := url.Parse(html.UnescapeString(link[2]))
			if err != nil || !u.IsAbs() {
				t.Errorf("%s: the link %s is not whole (%v)", tt.path, link[2], err)
				continue
			}
			answer := from(t, tt.site, u.Host, strings.TrimPrefix(u.RequestURI(), strings.TrimSuffix(mustParse(public).Path, "/")), "X-Forwarded-Proto", u.Scheme)
			if link[1] == "application/json" {
				var a struct{ HTML string }
				if err := json.Unmarshal(answer.Body.Bytes(), &a); err != nil || !strings.Contains(a.HTML, `src="`+html.EscapeString(tt.src)+`"`) {
					t.Errorf("%s?%.40s: %s, want %s (%v)", tt.path, tt.query, a.HTML, tt.src, err)
				}
			} else if answer.Code != 200 || !strings.HasPrefix(answer.Body.String(), "<?xml") {
				t.Errorf("%s: %d, %.40s", tt.path, answer.Code, answer.Body)
			}
		}
	}
}

func mustParse(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	return u
}

// Browsers read no such links, and a service worker holds each page to its hash.
func TestBrowsersGetThePageAsItIs(t *testing.T) {
	for _, newSite := range []func() (*site.Site, error){whole, known} {
		s, err := newSite()
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/en/gap/", "/en/player/gap/?v=x"} {
			w := from(t, newSite, "news.example", path, "Sec-Fetch-Dest", "empty")
			name, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "?")
			f, _ := s.File(name + "index.html")
			body, err := f.Body()
			if err != nil || w.Body.String() != string(body) {
				t.Errorf("%s: a browser gets %d bytes, the file has %d (%v)", path, w.Body.Len(), len(body), err)
			}
			other := from(t, newSite, "news.example", path)
			same := s.OEmbed().Public() != "" && !strings.Contains(path, "?")
			if (other.Header().Get("ETag") == w.Header().Get("ETag")) != same || strings.Contains(other.Header().Get("Vary"), "Sec-Fetch-Dest") == same ||
				w.Header().Get("Vary") != "Accept-Encoding" || w.Header().Get("Cache-Control") != "no-cache" || other.Header().Get("Cache-Control") != "no-cache" {
				t.Errorf("%s: a browser is told %v, others %v", path, w.Header(), other.Header())
			}
		}
	}
}

func TestInventedHostsDoNotFillTheMemory(t *testing.T) {
	s, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	h := Handler(s).(*handler)
	for i := range 3 * maxVariants {
		r := httptest.NewRequest("GET", "/en/player/gap/", nil)
		r.Host = "host" + itoa(i) + ".example"
		h.ServeHTTP(httptest.NewRecorder(), r)
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
	if n := len(h.pageVariants.pages); n == 0 || n > maxVariants {
		t.Errorf("%d pages are kept for hosts, want at most %d", n, maxVariants)
	}
}
