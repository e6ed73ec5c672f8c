package serve

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// raw sends bytes as they are and answers with the status of what comes back, 0 for none.
func raw(t *testing.T, s *Server, bytes string) (status int, body string) {
	t.Helper()
	c, err := net.Dial("tcp", s.Listening().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(10 * time.Second))
	io.WriteString(c, bytes)
	res, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return 0, ""
	}
	defer res.Body.Close()
	text, _ := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	return res.StatusCode, string(text)
}

func TestMalformedRequestsAreRefusedAndTheNextIsServed(t *testing.T) {
	s := openWith(t, func(*Server) {})
	for name, tt := range map[string]struct {
		bytes  string
		status []int
	}{
		"no HTTP":               {"hello\r\n\r\n", []int{400}},
		"no host":               {"GET / HTTP/1.1\r\n\r\n", []int{400}},
		"two lengths":           {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", []int{400}},
		"a length and chunks":   {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", []int{400, 405}},
		"unknown coding":        {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: magic\r\n\r\n", []int{501}},
		"a space before colon":  {"GET / HTTP/1.1\r\nHost : x\r\n\r\n", []int{400}},
		"a control character":   {"GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n", []int{400}},
		"another version":       {"GET / HTTP/9.9\r\nHost: x\r\n\r\n", []int{505}},
		"HTTP/2 in the clear":   {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", []int{405, 505}},
		"a proxy's request":     {"GET http://evil.example/en/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", []int{200}},
		"a tunnel":              {"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", []int{405}},
		"everything":            {"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", []int{200, 405}},
		"a huge header":         {"GET / HTTP/1.1\r\nHost: x\r\nA: " + strings.Repeat("x", 2*maxHeader) + "\r\n\r\n", []int{431}},
		"a huge address":        {"GET /" + strings.Repeat("x", 2*maxHeader) + " HTTP/1.1\r\nHost: x\r\n\r\n", []int{431}},
		"up and out":            {"GET /../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", []int{404}},
		"up and out, escaped":   {"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", []int{404}},
		"up and out, backwards": {"GET /..\\..\\etc\\passwd HTTP/1.1\r\nHost: x\r\n\r\n", []int{404}},
		"a zero byte":           {"GET /en/%00 HTTP/1.1\r\nHost: x\r\n\r\n", []int{404}},
		"a thousand ranges":     {"GET /en/ HTTP/1.1\r\nHost: x\r\nRange: bytes=" + strings.Repeat("0-,", 1000) + "0-\r\n\r\n", []int{200, 416}},
	} {
		status, body := raw(t, s, tt.bytes)
		ok := false
		for _, want := range tt.status {
			ok = ok || status == want
		}
		if !ok || strings.Contains(body, "root:x:") {
			t.Errorf("%s: %d with %d bytes, want %v", name, status, len(body), tt.status)
		}
		if len(body) > 4*len(page) {
			t.Errorf("%s: %d bytes are sent for a page of %d", name, len(body), len(page))
		}
		if status, err := dial(t, s).ask("/en/"); status != 200 {
			t.Fatalf("after %s a reader gets %d, %v", name, status, err)
		}
	}
}

// Connections that are held, headers that never end, floods of missing pages, of queries and of hosts, all at once and all bounded:
// a reader is served meanwhile, and the memory is given back.
func TestAReaderIsServedDuringFloodsAndTheMemoryStaysFlat(t *testing.T) {
	made, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	s := New("127.0.0.1:0", made)
	s.MaxConnections = 200
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reader := func() time.Duration {
		began := time.Now()
		c := dial(t, s)
		defer c.Close()
		if status, err := c.ask("/en/player/gap/"); status != 200 {
			t.Errorf("a reader gets %d, %v", status, err)
		}
		return time.Since(began)
	}
	reader()
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	flood := func(n int) {
		var wg sync.WaitGroup
		for i := range 300 { // more than there is room for
			wg.Go(func() {
				c, err := net.Dial("tcp", s.Listening().String())
				if err != nil {
					return
				}
				defer c.Close()
				c.SetDeadline(time.Now().Add(time.Second))
				if i%2 == 0 {
					io.WriteString(c, "GET /en/ HTTP/1.1\r\nHost: x\r\nA: ")
				}
				io.Copy(io.Discard, c)
			})
		}
		for i := range 8 {
			wg.Go(func() {
				for j := range n {
					path := []string{"/en/nothing-%d-%d/", "/en/gap/?x=%d-%d", "/oembed?url=http://x%d/en/gap/&maxwidth=%d", "/assets/en-stills-%d/gap-%d.json"}[i%4]
					r, _ := http.NewRequest("GET", strings.TrimSuffix(s.URL(), "/")+fmt.Sprintf(path, i, j), nil)
					r.Host = fmt.Sprintf("host%d-%d.example", i, j)
					if res, err := http.DefaultClient.Do(r); err == nil {
						io.Copy(io.Discard, res.Body)
						res.Body.Close()
					}
				}
			})
		}
		for range 20 {
			reader()
		}
		wg.Wait()
	}
	flood(30) // what is kept at most is kept after this
	before := heap()
	flood(90)
	if after := heap(); after > before+16<<20 {
		t.Errorf("the heap has grown from %d to %d MB", before>>20, after>>20)
	}
	if took := reader(); took > 5*time.Second {
		t.Errorf("after the flood a reader waits %v", took)
	}
	waitFor(t, "the connections are given back", func() bool {
		http.DefaultClient.CloseIdleConnections()
		open, _ := s.connections.count()
		return open == 0
	})
}
