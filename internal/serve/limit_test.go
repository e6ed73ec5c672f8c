package serve

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// client is one kept connection.
type client struct {
	net.Conn
	in *bufio.Reader
}

func dial(t *testing.T, s *Server) *client {
	t.Helper()
	c, err := net.Dial("tcp", s.Listening().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	c.SetDeadline(time.Now().Add(10 * time.Second))
	return &client{c, bufio.NewReader(c)}
}

// ask sends a request and reads its answer; the connection stays.
func (c *client) ask(path string) (status int, err error) {
	if _, err := io.WriteString(c, "GET "+path+" HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
		return 0, err
	}
	res, err := http.ReadResponse(c.in, nil)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, err
}

// openWith starts a server that is told more than its site.
func openWith(t *testing.T, tell func(*Server)) *Server {
	t.Helper()
	s := New("127.0.0.1:0", testSite())
	tell(s)
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestAtTheCapTheConnectionThatHasWaitedLongestGivesItsPlaceAway(t *testing.T) {
	s := openWith(t, func(s *Server) { s.MaxConnections = 3 })
	var kept []*client
	for i := range 10 {
		c := dial(t, s)
		if i == 2 { // one that never asks is the first to go
			kept = append(kept, c)
			waitFor(t, "the silent connection is counted", func() bool { open, _ := s.connections.count(); return open == 3 })
			time.Sleep(2 * firstRequest)
			continue
		}
		if status, err := c.ask("/en/"); status != 200 {
			t.Fatalf("connection %d: %d, %v", i, status, err)
		}
		kept = append(kept, c)
		waitFor(t, "all wait", func() bool {
			s.connections.mu.Lock()
			defer s.connections.mu.Unlock()
			return s.connections.waiting.Len() == len(s.connections.open)
		})
		if open, _ := s.connections.count(); open > 3 {
			t.Errorf("%d connections are open, the cap is 3", open)
		}
	}
	for i, c := range kept {
		status, err := c.ask("/en/")
		if alive := i >= 7; alive != (err == nil && status == 200) {
			t.Errorf("connection %d of 10: %d, %v; the last three stay", i, status, err)
		}
	}
	if _, evicted := s.connections.count(); evicted != 7 {
		t.Errorf("%d gave their place away, want 7", evicted)
	}
}

func TestAtTheCapAnswersUnderWayAreNotCutOffAndOthersWait(t *testing.T) {
	release := make(chan bool)
	s := openWith(t, func(s *Server) {
		s.MaxConnections = 2
		s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/slow" {
				<-release
			}
		})
	})
	slow := make(chan error)
	for range 2 {
		c := dial(t, s)
		go func() { _, err := c.ask("/slow"); slow <- err }()
	}
	waitFor(t, "both are under way", func() bool { return s.metrics.inFlight.Load() == 2 })
	third := make(chan error)
	c := dial(t, s)
	go func() { _, err := c.ask("/en/"); third <- err }()
	select {
	case err := <-third:
		t.Fatalf("a third connection is served above the cap: %v", err)
	case <-time.After(100 * time.Millisecond):
	}
	close(release)
	for _, ended := range []chan error{slow, slow, third} {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}

func waitFor(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
}
