package serve

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// lines is a log that may be read while it is written.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func fetch(t *testing.T, method, url string, body io.Reader) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, url, body)
	if err != nil {
		t.Fatal(err)
	}
	res, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(text)
}

func TestTheLogHasALineForEachRequestAndNobodysAddress(t *testing.T) {
	for _, named := range []bool{false, true} {
		log := &lines{}
		s := openWith(t, func(s *Server) { s.Log, s.LogAddresses = slog.New(slog.NewJSONHandler(log, nil)), named })
		fetch(t, "GET", s.URL()+"en/gap/?secret=1", nil)
		fetch(t, "GET", s.URL()+"en/"+strings.Repeat("x", 5000), nil)
		fetch(t, "POST", s.URL()+"en/", strings.NewReader("x=1"))
		waitFor(t, "three lines", func() bool { return strings.Count(log.String(), `"request"`) == 3 })
		text := log.String()
		for _, want := range []string{`"method":"GET","path":"/en/gap/","status":200,"bytes":`, `"status":404`, `"method":"POST","path":"/en/","status":405`, `"protocol":"HTTP/1.1"`} {
			if !strings.Contains(text, want) {
				t.Errorf("the log lacks %s:\n%s", want, text)
			}
		}
		requests := regexp.MustCompile(`(?m)^.*"request".*$`).FindAllString(text, -1)
		for _, line := range requests {
			var fields map[string]any
			if err := json.Unmarshal([]byte(line), &fields); err != nil || len(line) > 600 || strings.Contains(line, "secret") {
				t.Errorf("%d bytes, %v: %.700s", len(line), err, line)
			}
			if client, _ := fields["client"].(string); (client == "127.0.0.1") != named || !named && strings.Contains(line, "127.0.0.1") {
				t.Errorf("addresses are wanted: %v, and the line is %s", named, line)
			}
		}
	}
}

func TestBrokenConnectionsAreLoggedWithoutTheirAddress(t *testing.T) {
	log := &lines{}
	s := &Server{Log: slog.New(slog.NewTextHandler(log, nil))}
	for _, text := range []string{
		"http: TLS handshake error from 203.0.113.9:4711: EOF", "http: TLS handshake error from [2001:db8::9]:4711: EOF",
		"http: panic serving [::ffff:203.0.113.9%eth0]:4711: boom",
	} {
		connectionLog{s}.Write([]byte(text + "\n"))
	}
	if got := log.String(); strings.Contains(got, "203") || strings.Contains(got, "db8") || strings.Count(got, "a client") != 3 || strings.Count(got, "level=ERROR") != 1 {
		t.Errorf("the log is\n%s", got)
	}
}

func TestAFaultOfAHandlerIsAnsweredLoggedAndCounted(t *testing.T) {
	log := &lines{}
	s := openWith(t, func(s *Server) {
		s.MetricsAddr, s.Log = "127.0.0.1:0", slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelError}))
		s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/late" {
				io.WriteString(w, "half")
				http.NewResponseController(w).Flush() // in pieces: only the end says that it is whole
			}
			panic("boom")
		})
	})
	if res, text := fetch(t, "GET", s.URL(), nil); res.StatusCode != 500 || res.Header.Get("Cache-Control") != "no-store" || text == "" {
		t.Errorf("%s %q %v", res.Status, text, res.Header)
	}
	if res, err := http.Post(s.URL()+"late", "text/plain", nil); err == nil {
		if text, err := io.ReadAll(res.Body); err == nil {
			t.Errorf("half an answer is taken for the whole: %q", text)
		}
	}
	if text := log.String(); strings.Count(text, "boom") != 2 || !strings.Contains(text, "observe_test.go") {
		t.Errorf("the log is\n%s", text)
	}
	if _, text := fetch(t, "GET", s.MetricsURL(), nil); !strings.Contains(text, "\nopencases_http_panics_total 2\n") {
		t.Error(text)
	}
}

func TestMetricsCountWhatWasAskedWithFewLabels(t *testing.T) {
	s := openWith(t, func(s *Server) { s.MetricsAddr, s.Version, s.Edition = "127.0.0.1:0", "v1", "abc" })
	fetch(t, "GET", s.URL()+"en/", nil)
	fetch(t, "HEAD", s.URL()+"en/", nil)
	fetch(t, "GET", s.URL()+"assets/a-123.wasm", nil)
	for _, method := range []string{"BREW", "PROPFIND"} {
		fetch(t, method, s.URL()+"en/", nil)
	}
	for i := range 50 {
		fetch(t, "GET", s.URL()+"en/"+itoa(i), nil)
	}
	waitFor(t, "all are counted", func() bool {
		_, text := fetch(t, "GET", s.MetricsURL(), nil)
		return strings.Contains(text, `opencases_http_requests_total{method="GET",code="404",kind="missing"} 50`)
	})
	res, text := fetch(t, "GET", s.MetricsURL(), nil)
	for _, want := range []string{
		`opencases_http_requests_total{method="GET",code="200",kind="page"} 1`, `opencases_http_requests_total{method="HEAD",code="200",kind="page"} 1`,
		`opencases_http_requests_total{method="GET",code="200",kind="asset"} 1`, `opencases_http_requests_total{method="other",code="405",kind="page"} 2`,
		`opencases_http_request_duration_seconds_bucket{kind="missing",le="+Inf"} 50`, `opencases_info{version="v1",edition="abc"} 1`,
		"opencases_ready 0", "opencases_http_requests_in_flight 0", "opencases_connections ", "opencases_connections_evicted_total 0",
		"process_resident_memory_bytes", "go_goroutines", "# TYPE opencases_http_requests_total counter",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if n := strings.Count(text, "opencases_http_requests_total{"); n != 5 {
		t.Errorf("%d rows of requests", n)
	}
	if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/plain; version=0.0.4") {
		t.Errorf("the type is %q", res.Header.Get("Content-Type"))
	}
	if res, _ := fetch(t, "GET", s.URL()+"metrics", nil); res.StatusCode != 404 {
		t.Errorf("readers are told the metrics: %s", res.Status)
	}
}

func TestALargeBodyIsRefusedAndTheConnectionEnds(t *testing.T) {
	s := openWith(t, func(s *Server) {
		s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := io.ReadAll(r.Body); err != nil {
				w.WriteHeader(http.StatusBadRequest)
			}
		})
	})
	large := strings.Repeat("x", maxBody+1)
	if res, _ := fetch(t, "POST", s.URL(), strings.NewReader(large)); res.StatusCode != 413 || !res.Close {
		t.Errorf("a body whose length is said: %s, closes %v", res.Status, res.Close)
	}
	if res, _ := fetch(t, "POST", s.URL(), io.MultiReader(strings.NewReader(large))); res.StatusCode != 400 {
		t.Errorf("a body in pieces: %s", res.Status)
	}
	if res, _ := fetch(t, "POST", s.URL(), strings.NewReader(large[1:])); res.StatusCode != 200 {
		t.Errorf("a body at the limit: %s", res.Status)
	}
	r, _ := http.NewRequest("GET", s.URL(), nil)
	r.Header.Set("X-Large", strings.Repeat("x", maxHeader+8192))
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if res.Body.Close(); res.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a large header: %s", res.Status)
	}
}

func TestAServerThatClosesSaysSoFirstAndLetsAnswersFinish(t *testing.T) {
	release := make(chan bool)
	s := openWith(t, func(s *Server) {
		s.MetricsAddr, s.DrainDelay, s.DrainTimeout = "127.0.0.1:0", time.Second, 10*time.Second
		s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/slow" {
				<-release
			}
			io.WriteString(w, "answer")
		})
	})
	s.Compress()
	ready := func(at string) int { res, _ := fetch(t, "GET", at+"readyz", nil); return res.StatusCode }
	metrics := strings.TrimSuffix(s.MetricsURL(), "metrics")
	if ready(s.URL()) != 200 || ready(metrics) != 200 {
		t.Error("a server whose files are compressed is not ready")
	}
	slow := make(chan string)
	go func() { _, text := fetch(t, "GET", s.URL()+"slow", nil); slow <- text }()
	waitFor(t, "the slow request is under way", func() bool { return s.metrics.inFlight.Load() == 1 })
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	waitFor(t, "it says that it closes", func() bool { return ready(s.URL()) == 503 })
	if res, _ := fetch(t, "GET", s.URL(), nil); res.StatusCode != 200 {
		t.Errorf("during the delay a reader is answered %s", res.Status)
	}
	time.Sleep(1500 * time.Millisecond)
	if _, err := http.Get(s.URL()); err == nil {
		t.Error("after the delay it takes new connections")
	}
	close(release)
	if text := <-slow; text != "answer" {
		t.Errorf("the answer under way is %q", text)
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if err := s.Wait(); err != nil {
		t.Error(err)
	}
}
