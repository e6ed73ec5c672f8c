// Package serve serves a site over HTTP from memory: precompressed, with entity tags, for readers and for
// frames on other people's pages.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"opencases/internal/asset"
	"opencases/internal/site"
)

// closeTimeout is how long Close waits for answers under way.
const closeTimeout = 3 * time.Second

// headerTimeout is how long a client may take over its header: slow ones must not hold all connections.
const headerTimeout = 5 * time.Second

// Server serves one site on one address.
type Server struct {
	Addr    string // host:port; port 0 takes any free one
	Handler http.Handler

	headerTimeout time.Duration // shorter in tests

	site     *site.Site
	listener net.Listener
	server   *http.Server
	done     chan error
	closed   atomic.Bool
}

// New makes a Server for a site. Nothing listens before Open.
func New(addr string, s *site.Site) *Server {
	return &Server{Addr: addr, Handler: Handler(s), headerTimeout: headerTimeout, site: s}
}

// Open begins to listen and to serve. The error names the address and what can be done.
func (s *Server) Open() error {
	l, err := net.Listen("tcp", s.Addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("address %s is in use; choose another with -addr, for example -addr 127.0.0.1:0 for any free port", s.Addr)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("address %s may not be used by this user; choose a port above 1023 with -addr", s.Addr)
	case err != nil:
		return fmt.Errorf("cannot listen on %q: %w; write -addr like 127.0.0.1:8080", s.Addr, err)
	}
	s.listener = l
	s.server = &http.Server{
		Handler:           s.Handler,
		ReadHeaderTimeout: s.headerTimeout,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Minute, // the player on a slow phone link
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
	}
	s.done = make(chan error, 1)
	go func() { s.done <- s.server.Serve(l) }()
	return nil
}

// Compress makes the compressed encodings that have to be made, one after the other, so that no reader waits for them: the
// largest page takes a third of a second, all of them some seconds. The first pages come first, then what is soonest
// done; a reader who is faster has a file made at once. What making the site took is given back then. It ends early when
// the server is closed.
func (s *Server) Compress() {
	files := s.site.Files()
	files = slices.DeleteFunc(files, func(f *asset.File) bool { return f.Packed() })
	rank := func(f *asset.File) int {
		if strings.HasSuffix(f.Path, "index.html") && strings.Count(f.Path, "/") < 2 {
			return 0
		}
		body, _ := f.Body() // only files that are there from the beginning are packed here
		return len(body)
	}
	slices.SortStableFunc(files, func(a, b *asset.File) int { return rank(a) - rank(b) })
	for _, f := range files {
		if s.closed.Load() {
			return
		}
		f.Encodings()
	}
	debug.FreeOSMemory()
}

// URL is the address to open in a browser, with a slash at the end. A server that listens on every interface
// is named by the loopback address.
func (s *Server) URL() string {
	a := s.Listening()
	host := a.IP.String()
	if a.IP.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, fmt.Sprint(a.Port)) + "/"
}

// Listening is the address that the server listens on, with the port that was free if any was asked for.
func (s *Server) Listening() *net.TCPAddr { return s.listener.Addr().(*net.TCPAddr) }

// Wait blocks until the server stops and says why; nil after Close.
func (s *Server) Wait() error {
	if err := <-s.done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Close stops listening, lets answers under way finish for a short while, then ends.
func (s *Server) Close() error {
	s.closed.Store(true)
	ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
	defer cancel()
	if err := s.server.Shutdown(ctx); err != nil {
		return s.server.Close()
	}
	return nil
}
