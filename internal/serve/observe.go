package serve

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"runtime/debug"
	"strings"
	"time"
)

// observe is the outermost handler: it believes only those proxies that are named, answers the probes, counts and logs each
// request, and answers for the handlers that it calls when they panic.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		s.Proxies.read(r)
		a := newAnswer(w, s.stallTimeout)
		s.metrics.inFlight.Add(1)
		defer func() {
			s.metrics.inFlight.Add(-1)
			fault := recover()
			if fault != nil && fault != http.ErrAbortHandler {
				s.metrics.panics.Inc()
				s.Log.Error("a request met a fault of the program", "fault", fault, "path", logged(r.URL.Path), "stack", string(debug.Stack()))
				if a.status == 0 {
					serverError(a)
					fault = nil
				}
			}
			if a.status == 0 {
				a.status = http.StatusOK // as net/http answers for a handler that says nothing
			}
			took := time.Since(began)
			s.metrics.count(r, a, took)
			s.logRequest(r, a, took)
			if fault != nil {
				panic(http.ErrAbortHandler) // the client must not take what was sent for the whole
			}
		}()
		if r.TLS != nil && s.HSTS > 0 {
			w.Header()["Strict-Transport-Security"] = s.hsts
		}
		if r.ContentLength > maxBody {
			w.Header().Set("Connection", "close")
			http.Error(a, "a request of this size is not read here", http.StatusRequestEntityTooLarge)
			return
		}
		if r.ContentLength != 0 {
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		}
		switch r.URL.Path {
		case "/readyz":
			probe(a, s.notReady())
		case "/healthz":
			probe(a, "")
		default:
			next.ServeHTTP(a, r)
		}
	})
}

// probe answers a load balancer.
func probe(w http.ResponseWriter, fault string) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if fault != "" {
		w.WriteHeader(http.StatusServiceUnavailable)
		w.Write([]byte(fault + "\n"))
		return
	}
	w.Write([]byte("ok\n"))
}

// logRequest writes one line. Who asked is not in it unless that is wanted, nor what followed the question mark.
func (s *Server) logRequest(r *http.Request, a *answer, took time.Duration) {
	if !s.Log.Enabled(r.Context(), slog.LevelInfo) {
		return
	}
	fields := []slog.Attr{
		slog.String("method", logged(r.Method)), slog.String("path", logged(r.URL.Path)), slog.Int("status", a.status), slog.Int64("bytes", a.bytes),
		slog.Float64("ms", float64(took.Microseconds())/1000), slog.String("protocol", r.Proto), slog.String("encoding", a.Header().Get("Content-Encoding")),
	}
	if s.LogAddresses {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			host = r.RemoteAddr
		}
		fields = append(fields, slog.String("client", host))
	}
	s.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", fields...)
}

// logged is a text from outside at a length that does not fill a disk.
func logged(text string) string {
	const most = 256
	if len(text) > most {
		text = text[:most] + "…"
	}
	return strings.ToValidUTF8(text, "�")
}

// connectionLog takes what net/http says of broken connections, such as handshakes that fail. It names the client's
// address in the middle of a sentence.
type connectionLog struct{ *Server }

var clientAddress = regexp.MustCompile(`(\[[0-9a-fA-F:.%\w]+\]|\d+\.\d+\.\d+\.\d+):\d+`)

// Write implements io.Writer.
func (c connectionLog) Write(p []byte) (int, error) {
	text := strings.TrimSpace(string(p))
	if !c.LogAddresses {
		text = clientAddress.ReplaceAllString(text, "a client")
	}
	level := slog.LevelInfo // what strangers do is no fault of this program
	if strings.Contains(text, "panic") || strings.Contains(text, "Accept error") {
		level = slog.LevelError
	}
	c.Log.Log(context.Background(), level, text)
	return len(p), nil
}
