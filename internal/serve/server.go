// Package serve serves a site over HTTP from memory: precompressed, with entity tags, for readers and for
// frames on other people's pages.
package serve

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"log/slog"
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

// What a client may take, so that slow and greedy ones do not hold what others need. README.md of cmd/opencases names them.
const (
	headerTimeout  = 5 * time.Second // for its header, and for the handshake before it
	bodyTimeout    = 10 * time.Second
	answerTimeout  = time.Minute // until the first piece of an answer is written; the poll's wait is in it
	idleTimeout    = 2 * time.Minute
	maxHeader      = 32 << 10
	maxBody        = 64 << 10
	maxConnections = 4096
	drainTimeout   = 3 * time.Second // for answers under way when the server is closed
)

// Server serves one site on one address.
type Server struct {
	Addr    string // host:port; port 0 takes any free one
	Handler http.Handler

	Base           string        // the path that the site is served below; "" is "/"
	Proxies        Proxies       // whose word on a reader's address and scheme counts
	MaxConnections int           // 0 is 4096
	DrainDelay     time.Duration // how long Close still takes new connections, for load balancers to notice
	DrainTimeout   time.Duration // how long Close waits for answers under way; 0 is 3 s

	TLS          *tls.Config // HTTP/2 and HTTP/1.1 over TLS
	ACME         *ACME       // in place of TLS
	HSTS         time.Duration
	RedirectAddr string // speaks HTTP and leads to https; "" is none

	Log          *slog.Logger // nil is none
	LogAddresses bool         // who asked, too
	MetricsAddr  string       // host:port of Prometheus' metrics; "" is none

	Version, Edition string // of the program and of the site, for the metrics

	headerTimeout, stallTimeout time.Duration // shorter in tests

	site        *site.Site
	listener    net.Listener
	connections *connectionLimit
	servers     []*http.Server // the site's first
	metrics     *metrics
	hsts        []string
	done        chan error
	closed      atomic.Bool
	compressed  atomic.Bool

	metricsListener, redirectListener net.Listener
}

// New makes a Server for a site. Nothing listens before Open.
func New(addr string, s *site.Site) *Server {
	made := &Server{}
	made.SetSite(addr, s)
	return made
}

// SetSite gives a Server that is told its other fields already its address and its site.
func (s *Server) SetSite(addr string, of *site.Site) {
	s.Addr, s.Handler, s.site = addr, Handler(of), of
	s.headerTimeout, s.stallTimeout = headerTimeout, stallTimeout
}

// Open begins to listen and to serve. The error names the address and what can be done.
func (s *Server) Open() (err error) {
	s.MaxConnections = cmp.Or(s.MaxConnections, maxConnections)
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	s.hsts = []string{fmt.Sprintf("max-age=%d", int(s.HSTS.Seconds()))}
	var toHTTPS http.Handler = http.HandlerFunc(s.toHTTPS)
	if s.ACME != nil {
		m, err := s.ACME.manager()
		if err != nil {
			return err
		}
		s.TLS, toHTTPS = m.TLSConfig(), m.HTTPHandler(toHTTPS)
	}
	defer func() {
		if err != nil {
			for _, l := range []net.Listener{s.listener, s.metricsListener, s.redirectListener} {
				if l != nil {
					l.Close()
				}
			}
		}
	}()
	for _, l := range []struct {
		made       *net.Listener
		flag, addr string
	}{{&s.listener, "-addr", s.Addr}, {&s.metricsListener, "-metrics-addr", s.MetricsAddr}, {&s.redirectListener, "-redirect-addr", s.RedirectAddr}} {
		if l.addr == "" && l.made != &s.listener {
			continue
		}
		if *l.made, err = listen(l.flag, l.addr); err != nil {
			return err
		}
	}
	l := s.listener
	if s.TLS != nil {
		l = tls.NewListener(l, s.TLS)
	}
	s.connections = newConnectionLimit(l, s.MaxConnections)
	s.metrics = newMetrics(s)
	s.done = make(chan error, 1)
	main := s.start(s.connections, s.observe(below(s.Base, s.Handler)), s.connections.track)
	go func() { s.done <- <-main }()
	if s.metricsListener != nil {
		s.start(s.metricsListener, s.metrics.handler(s), nil)
	}
	if s.redirectListener != nil {
		few := newConnectionLimit(s.redirectListener, s.MaxConnections)
		s.start(few, toHTTPS, few.track)
	}
	s.Log.Info("listening", "url", s.URL(), "version", s.Version, "edition", s.Edition)
	return nil
}

// start serves a handler on a listener under the limits of all.
func (s *Server) start(l net.Listener, h http.Handler, track func(net.Conn, http.ConnState)) (ended chan error) {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: s.headerTimeout,
		ReadTimeout:       bodyTimeout,
		WriteTimeout:      answerTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ConnState:         track,
		TLSConfig:         s.TLS,
		ErrorLog:          log.New(connectionLog{s}, "", 0),
	}
	s.servers = append(s.servers, server)
	ended = make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	return ended
}

func listen(flag, addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("address %s is in use; choose another with %s, for example %s 127.0.0.1:0 for any free port", addr, flag, flag)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("address %s may not be used by this user; choose a port above 1023 with %s", addr, flag)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %q: %w; write %s like 127.0.0.1:8080", addr, err, flag)
	}
	return l, nil
}

// Compress makes the compressed encodings that have to be made, one after the other, so that no reader waits for them: the
// largest page takes a third of a second, all of them some seconds. The first pages come first, then what is soonest
// done; a reader who is faster has a file made at once. What making the site took is given back then, and /readyz says yes.
// It ends early when the server is closed.
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
	s.compressed.Store(true)
	s.Log.Info("ready")
}

// notReady is why a load balancer should send nobody here; "" is no reason.
func (s *Server) notReady() string {
	switch {
	case s.closed.Load():
		return "closing"
	case !s.compressed.Load():
		return "compressing"
	}
	return ""
}

// URL is the address to open in a browser, with a slash at the end. A server that listens on every interface
// is named by the loopback address.
func (s *Server) URL() string {
	a := s.Listening()
	host := a.IP.String()
	if a.IP.IsUnspecified() {
		host = "127.0.0.1"
	}
	scheme := "http"
	if s.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(host, fmt.Sprint(a.Port)) + cmp.Or(s.Base, "/")
}

// Listening is the address that the server listens on, with the port that was free if any was asked for.
func (s *Server) Listening() *net.TCPAddr { return s.listener.Addr().(*net.TCPAddr) }

// MetricsURL is where the metrics are, "" if nowhere.
func (s *Server) MetricsURL() string {
	if s.metricsListener == nil {
		return ""
	}
	return "http://" + s.metricsListener.Addr().String() + "/metrics"
}

// Wait blocks until the server stops and says why; nil after Close.
func (s *Server) Wait() error {
	if err := <-s.done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Close says no to /readyz, waits for load balancers to see it, stops listening, lets answers under way finish, then ends.
func (s *Server) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	s.Log.Info("closing", "delay", s.DrainDelay)
	time.Sleep(s.DrainDelay)
	ctx, cancel := context.WithTimeout(context.Background(), cmp.Or(s.DrainTimeout, drainTimeout))
	defer cancel()
	var errs []error
	for _, server := range s.servers { // the metrics tell of the drain until its end
		if err := server.Shutdown(ctx); err != nil {
			s.Log.Warn("answers under way were cut off", "after", cmp.Or(s.DrainTimeout, drainTimeout))
			errs = append(errs, server.Close())
		}
	}
	s.Log.Info("closed")
	return errors.Join(errs...)
}
