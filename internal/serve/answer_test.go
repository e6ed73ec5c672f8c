package serve

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// stalling serves one large file and cuts off who stops reading it for a while.
func stalling(t *testing.T, size int) *Server {
	return openWith(t, func(s *Server) {
		body := bytes.Repeat([]byte("figure "), size/7)
		s.stallTimeout = time.Second
		s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
		})
	})
}

// reader asks for the file.
func reader(t *testing.T, s *Server) net.Conn {
	c, err := (&net.Dialer{Timeout: 5 * time.Second}).Dial("tcp", s.Listening().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
	return c
}

func TestAClientThatStopsReadingIsCutOff(t *testing.T) {
	s := stalling(t, 64<<20)
	reader(t, s)
	waitFor(t, "the request begins", func() bool { return s.metrics.inFlight.Load() == 1 })
	began := time.Now()
	waitFor(t, "the request ends", func() bool { return s.metrics.inFlight.Load() == 0 })
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestASlowClientThatReadsOnGetsTheWhole(t *testing.T) {
	const size = 40 << 20
	s := stalling(t, size)
	c := reader(t, s)
	began, got := time.Now(), int64(0)
	for {
		n, err := io.CopyN(io.Discard, c, 1<<20)
		got += n
		if err != nil {
			break
		}
		time.Sleep(75 * time.Millisecond)
	}
	if got < size-7 {
		t.Errorf("it got %d bytes of %d", got, size)
	}
	if took := time.Since(began); took < 2*s.stallTimeout {
		t.Errorf("it took %v, so no deadline was put off", took)
	}
}
