package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// served is the product's server on a free port; it knows its address, as a public site does.
type served struct {
	url string
	cmd *exec.Cmd
}

func serve(bin string) (*served, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := l.Addr().String()
	if err := l.Close(); err != nil {
		return nil, err
	}
	s := &served{"http://" + address + "/", exec.Command(bin, "serve", "-addr", address, "-url", "http://"+address+"/")}
	s.cmd.Stderr = os.Stderr
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, fmt.Errorf("%w; run make build first", err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		s.stop()
		return nil, fmt.Errorf("%s serve says no address: %w", bin, err)
	}
	// A site that has been up for a minute is measured: the first request makes a page's compressed form.
	for _, p := range pages {
		r, err := http.NewRequest("GET", s.url+p.path, nil)
		if err != nil {
			return nil, err
		}
		r.Header.Set("Accept-Encoding", "br")
		res, err := http.DefaultClient.Do(r)
		if err == nil {
			_, err = io.Copy(io.Discard, res.Body)
			res.Body.Close()
		}
		if err == nil && res.StatusCode != http.StatusOK {
			err = fmt.Errorf("%s: %s", p.path, res.Status)
		}
		if err != nil {
			s.stop()
			return nil, err
		}
	}
	return s, nil
}

func (s *served) stop() {
	s.cmd.Process.Signal(syscall.SIGTERM)
	s.cmd.Wait()
}

// control is the page that shows the machine's own noise.
type control struct {
	url string
	*http.Server
}

func plain() (control, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return control{}, err
	}
	c := control{"http://" + l.Addr().String() + "/", &http.Server{ReadHeaderTimeout: 5 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		io.Copy(w, strings.NewReader(`<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Heading</title>`+
			`<meta name="description" content="A heading"><link rel="icon" href="data:,"></head><body><main><h1>Heading</h1></main></body></html>`))
	})}}
	go c.Serve(l)
	return c, nil
}
