// Package classroom serves a site together with a class poll: a page for the phones at /p, and what they and the
// presenter request below /poll/. Nothing of it is stored: no phone, no answer, no address.
package classroom

import (
	"crypto/rand"
	"hash/maphash"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"opencases/internal/asset"
	"opencases/internal/poll"
	"opencases/internal/site"
)

// Options say who may use a Classroom and where its phones find it.
type Options struct {
	Address func() string // where phones open the poll, like "http://192.168.1.23:8080/p"; "" if nowhere
	Names   []string      // host names that it is served under, besides IP addresses and localhost
	Origin  string        // of a proxy that phones reach it through, like "https://example.org"; or ""
}

// A request waits this long for a change before it is answered without one. It is less than what proxies and phones
// allow, and decides how soon a phone that has left is no longer counted.
const (
	phoneWait     = 25 * time.Second
	presenterWait = 10 * time.Second
)

// Classroom is an http.Handler: a site with a poll.
type Classroom struct {
	site        *site.Site
	next        http.Handler
	room        *poll.Room
	key         string
	seed        maphash.Seed // of origins; new with every start, so that they lead back to no address
	options     Options
	hostNames   map[string]bool
	mux         *http.ServeMux
	crossOrigin *http.CrossOriginProtection

	phoneWait, presenterWait time.Duration // shorter in tests
}

// New adds a poll to the handler of a site. The error says what is wrong with the origin.
func New(s *site.Site, next http.Handler, o Options) (*Classroom, error) {
	c := &Classroom{site: s, next: next, room: poll.NewRoom(s.PollQuestions()...), key: rand.Text(), seed: maphash.MakeSeed(), options: o,
		hostNames: map[string]bool{"localhost": true}, mux: http.NewServeMux(), crossOrigin: http.NewCrossOriginProtection(),
		phoneWait: phoneWait, presenterWait: presenterWait}
	if o.Origin != "" {
		if err := c.crossOrigin.AddTrustedOrigin(o.Origin); err != nil {
			return nil, err
		}
	}
	for _, name := range o.Names {
		c.hostNames[strings.ToLower(strings.TrimSuffix(name, "."))] = true
	}
	c.mux.HandleFunc("GET /p", c.getPage)
	c.mux.HandleFunc("POST /p", c.postForm)
	c.mux.HandleFunc("POST /poll/join", c.postJoin)
	c.mux.HandleFunc("GET /poll/view", c.getView)
	c.mux.HandleFunc("POST /poll/answer", c.postAnswer)
	c.mux.HandleFunc("GET /poll/lead", c.requireKey(c.getState))
	c.mux.HandleFunc("POST /poll/lead", c.requireKey(c.postLead))
	c.mux.HandleFunc("GET /poll/code.svg", c.getQRCode)
	return c, nil
}

// Key is the presenter's secret: it allows to lead the poll.
func (c *Classroom) Key() string { return c.key }

// Close ends all waiting, so that the server can stop at once.
func (c *Classroom) Close() { c.room.Close() }

// ServeHTTP implements http.Handler.
func (c *Classroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/p" && !strings.HasPrefix(r.URL.Path, "/poll/") {
		c.next.ServeHTTP(w, r)
		return
	}
	head := w.Header()
	head.Set("X-Content-Type-Options", "nosniff")
	// The forms of this page must send their origin: it distinguishes them from foreign ones.
	head.Set("Referrer-Policy", "same-origin")
	head.Set("Cache-Control", "no-store")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	head.Set("X-Frame-Options", "DENY")
	if !c.isKnownHost(r.Host) {
		http.Error(w, "the poll is not served under this name; open the address that the teacher’s program printed, or start it with -poll-address", http.StatusMisdirectedRequest)
		return
	}
	if err := c.crossOrigin.Check(r); err != nil {
		http.Error(w, "the poll takes nothing from other sites", http.StatusForbidden)
		return
	}
	c.mux.ServeHTTP(w, r)
}

// origin is where a request comes from: an IPv4 address, or the network of an IPv6 address, of which one device has many.
func (c *Classroom) origin(r *http.Request) poll.Origin {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return 0
	}
	bits, a := 64, at.Addr().Unmap().WithZone("")
	if a.Is4() {
		bits = 32
	}
	network, _ := a.Prefix(bits) // the bits are valid
	return poll.Origin(maphash.Comparable(c.seed, network))
}

// language is the one the address asks for, else the phone's own.
func (c *Classroom) language(r *http.Request) string {
	wanted := r.URL.Query().Get("lang")
	for _, l := range c.site.Languages {
		if l == wanted {
			return l
		}
	}
	return asset.AcceptLanguage(r.Header.Get("Accept-Language"), c.site.Languages)
}
