package serve

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	// Prometheus' own client does the same with eight modules and 5 MB.
	vm "github.com/VictoriaMetrics/metrics"
)

// metrics are what a Server counts, in Prometheus' text format. Labels take few values, whatever is asked for: none holds an
// address or a path.
type metrics struct {
	set      *vm.Set
	inFlight atomic.Int64
	panics   *vm.Counter
}

// durations are the upper bounds of the histogram's buckets, in seconds.
var durations = []float64{.0005, .001, .005, .01, .05, .1, .5, 1, 5, 30}

func newMetrics(s *Server) *metrics {
	vm.ExposeMetadata(true)
	m := &metrics{set: vm.NewSet()}
	m.panics = m.set.NewCounter("opencases_http_panics_total")
	m.set.NewGauge("opencases_http_requests_in_flight", func() float64 { return float64(m.inFlight.Load()) })
	m.set.NewGauge("opencases_ready", func() float64 {
		if s.notReady() == "" {
			return 1
		}
		return 0
	})
	m.set.NewGauge("opencases_connections", func() float64 {
		open, _ := s.connections.count()
		return float64(open)
	})
	m.set.NewGauge("opencases_connections_limit", func() float64 { return float64(s.MaxConnections) })
	m.set.NewGauge(fmt.Sprintf("opencases_info{version=%q,edition=%q}", s.Version, s.Edition), func() float64 { return 1 })
	return m
}

// count counts one request.
func (m *metrics) count(r *http.Request, a *answer, took time.Duration) {
	kind := kindOf(r.URL.Path)
	if a.status == http.StatusNotFound {
		kind = "missing"
	}
	method := "other"
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
		method = r.Method
	}
	m.set.GetOrCreateCounter(`opencases_http_requests_total{method="` + method + `",code="` + strconv.Itoa(a.status) + `",kind="` + kind + `"}`).Inc()
	m.set.GetOrCreateCounter(`opencases_http_response_bytes_total{kind="` + kind + `"}`).AddInt64(a.bytes)
	m.set.GetOrCreatePrometheusHistogramExt(`opencases_http_request_duration_seconds{kind="`+kind+`"}`, durations).Update(took.Seconds())
}

// handler serves the metrics, and the probes for whoever reaches only this address.
func (m *metrics) handler(s *Server) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		m.set.WritePrometheus(w)
		_, evicted := s.connections.count()
		vm.WriteCounterUint64(w, "opencases_connections_evicted_total", uint64(evicted))
		vm.WriteProcessMetrics(w)
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { probe(w, "") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) { probe(w, s.notReady()) })
	return mux
}

// kindOf sorts addresses into few kinds. The poll has one of its own, because its requests wait for the class.
func kindOf(path string) string {
	switch {
	case strings.HasSuffix(path, "/healthz"), strings.HasSuffix(path, "/readyz"):
		return "probe"
	case strings.Contains(path, "/assets/"):
		return "asset"
	case strings.Contains(path, "oembed"):
		return "oembed"
	case strings.Contains(path, "/poll/"), strings.HasSuffix(path, "/p"):
		return "poll"
	case strings.HasSuffix(path, "/"):
		return "page"
	}
	return "file"
}
