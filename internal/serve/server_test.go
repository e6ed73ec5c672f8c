package serve

import (
	"io"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"opencases/internal/asset"
)

func itoa(n int) string { return strconv.Itoa(n) }

// open starts a server on any free port and closes it when the test ends.
func open(t *testing.T) *Server {
	t.Helper()
	s := New("127.0.0.1:0", testSite())
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestAServerAnswersAtItsURLUntilItIsClosed(t *testing.T) {
	s := open(t)
	res, err := http.Get(s.URL() + "healthz")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if body, _ := io.ReadAll(res.Body); res.StatusCode != 200 || string(body) != "ok\n" {
		t.Errorf("healthz: %d %q", res.StatusCode, body)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := s.Wait(); err != nil {
		t.Errorf("a closed server ends with %v", err)
	}
	if _, err := http.Get(s.URL() + "healthz"); err == nil {
		t.Error("a closed server still answers")
	}
}

func TestAllRepresentationsAreMadeBeforeTheyAreRequested(t *testing.T) {
	// making takes what the form's making takes of memory: a compressor's tables, or nothing.
	making := func(s *Server) uint64 {
		var before, after runtime.MemStats
		f, _ := s.site.File("en/index.html")
		runtime.ReadMemStats(&before)
		f.Encoded(asset.Brotli)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	closed := open(t)
	closed.Close()
	closed.Compress()
	if n := making(closed); n < 10_000 {
		t.Errorf("a closed server has made a form: asking for it took %d bytes", n)
	}
	s := open(t)
	s.Compress()
	if n := making(s); n > 1_000 {
		t.Errorf("a form was made when it was asked for: it took %d bytes", n)
	}
}

// A client that never ends its header holds a connection only for a short while.
func TestAClientThatIsSlowWithItsHeaderIsDisconnected(t *testing.T) {
	s := open(t)
	if got := s.servers[0].ReadHeaderTimeout; got <= 0 || got > 10*time.Second {
		t.Errorf("a header may take %v", got)
	}
	s.Close()
	s = New("127.0.0.1:0", testSite())
	s.headerTimeout = 50 * time.Millisecond
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	c, err := net.Dial("tcp", s.Listening().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n")
	c.SetReadDeadline(time.Now().Add(5 * time.Second))
	if _, err := io.ReadAll(c); err != nil {
		t.Errorf("the connection stays open: %v", err)
	}
}

func TestAnUnusableAddressIsNamedWithARemedy(t *testing.T) {
	taken := strings.TrimSuffix(strings.TrimPrefix(open(t).URL(), "http://"), "/")
	for addr, want := range map[string]string{
		taken:            "is in use; choose another with -addr",
		"127.0.0.1:hoho": "write -addr like 127.0.0.1:8080",
	} {
		err := New(addr, testSite()).Open()
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), addr) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want one line with the address and %q", addr, err, want)
		}
	}
}
