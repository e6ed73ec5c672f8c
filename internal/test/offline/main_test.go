// Package offline visits the site once in a real browser, takes the network away, and brings newer versions: what the
// service worker keeps, what it shows, and that it never mixes two versions.
package offline

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

var (
	chromium *browser.Browser
	player   built.Player
	old      *site.Site // the site as it is
	changed  *site.Site // the same with other texts in pages, players, presenter and speaker's window
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "tests of the service worker:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (_ int, err error) {
	if player, err = built.Load(); err != nil {
		return 1, err
	}
	if old, err = site.Make(site.Config{Data: data.FS, Player: player}); err != nil {
		return 1, err
	}
	if changed, err = edited(marks); err != nil {
		return 1, err
	}
	if chromium, err = browser.Start(); err != nil {
		return 1, err
	}
	defer chromium.Close()
	return m.Run(), nil
}

// marks are put in front of texts that pages, players, presenter and speaker's window show, so that each says its version.
var marks = map[string]string{"site.title": "Newer ", "chapter.gap.title": "Newer ", "present.speaker": "Newer ", "present.notes.ask": "Newer ", "control.next": "Newer "}

// edited is the site with something in front of some texts.
func edited(front map[string]string) (*site.Site, error) {
	files := fstest.MapFS{}
	err := fs.WalkDir(data.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(data.FS, path)
		if strings.HasPrefix(path, "words/en/") {
			lines := strings.Split(string(body), "\n")
			for i, line := range lines {
				key, text, ok := strings.Cut(line, ",")
				if more, wanted := front[key]; ok && wanted {
					quote := ""
					if strings.HasPrefix(text, `"`) {
						quote, text = `"`, text[1:]
					}
					lines[i] = key + "," + quote + more + text
				}
			}
			body = []byte(strings.Join(lines, "\n"))
		}
		files[path] = &fstest.MapFile{Data: body}
		return err
	})
	if err != nil {
		return nil, err
	}
	return site.Make(site.Config{Data: files, Player: player})
}

// host is a site's host on an address that stays: it can be stopped, started again, and given another site.
type host struct {
	t      *testing.T
	server *serve.Server
	home   string // with a slash at the end

	mu    sync.Mutex
	asked map[string]int // requests by path
	spoil func(w http.ResponseWriter, r *http.Request) bool
}

// hosting serves a site.
func hosting(t *testing.T, s *site.Site) *host {
	t.Helper()
	h := &host{t: t, asked: map[string]int{}}
	h.start("127.0.0.1:0", s)
	h.home = h.server.URL()
	t.Cleanup(h.stop)
	return h
}

func (h *host) start(addr string, s *site.Site) {
	h.t.Helper()
	h.server = serve.New(addr, s)
	next := h.server.Handler
	h.server.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		h.asked[r.URL.Path]++
		spoil := h.spoil
		r.Header.Del("Accept-Encoding") // packing a site for each test would take longer than the tests
		h.mu.Unlock()
		if spoil == nil || !spoil(w, r) {
			next.ServeHTTP(w, r)
		}
	})
	if err := h.server.Open(); err != nil {
		h.t.Fatal(err)
	}
}

// stop takes the network away.
func (h *host) stop() {
	if h.server != nil {
		h.server.Close()
	}
	h.server = nil
}

// serve gives the address to a site.
func (h *host) serve(s *site.Site) {
	h.t.Helper()
	h.stop()
	h.start(strings.TrimSuffix(strings.TrimPrefix(h.home, "http://"), "/"), s)
}

// spoils lets a function answer in the site's place, where it answers true.
func (h *host) spoils(f func(w http.ResponseWriter, r *http.Request) bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.spoil = f
}

// forget forgets what was asked for until now.
func (h *host) forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked = map[string]int{}
}

// requests is how often paths that hold part were asked for.
func (h *host) requests(part string) (n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for path, times := range h.asked {
		if strings.Contains(path, part) {
			n += times
		}
	}
	return n
}

// visitor is a tab of a reader whose browser has service workers. What a page misses without a network is for the test
// to look at, not for the log.
func visitor(t *testing.T, options ...browser.Option) *browser.Tab {
	t.Helper()
	return chromium.Tab(t, append([]browser.Option{browser.Workers, browser.Quiet, hasty}, options...)...)
}

// hasty shortens the time that a page rests before it asks for a worker (web/player/core/register.js).
func hasty(p *browser.Tab) {
	p.Before(`{ const later = setTimeout; globalThis.setTimeout = (run, ms, ...rest) => later(run, ms === 4000 ? 100 : ms, ...rest); }`)
}

// settled waits longer than a hasty page rests before it asks for a worker: for tests that none is asked for.
func settled(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the page is loaded", `document.readyState === "complete"`)
	p.Do(`await new Promise(done => setTimeout(done, 1500))`)
}

// visit opens a page for the first time and stays until all is kept.
func (h *host) visit(p *browser.Tab, path string) {
	p.T.Helper()
	p.Open(h.home + path)
	p.Wait("a worker answers for the page", `navigator.serviceWorker.controller`)
}

// eventually waits until a promise comes true; Tab.Wait knows only what is true at once.
func eventually(p *browser.Tab, what, promise string, args ...any) {
	p.T.Helper()
	for end := time.Now().Add(time.Minute); !browser.Eval[bool](p, promise, args...); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			p.T.Fatalf("waited in vain: %s", what)
		}
	}
}

// versions are the versions whose cache is in the browser.
func versions(p *browser.Tab) []string {
	p.T.Helper()
	return browser.Eval[[]string](p, `caches.keys().then(all => all.map(name => name.split(" ").at(-1)))`)
}

// version is the set that a site's worker keeps.
func version(s *site.Site) string {
	f, _ := s.File("sw.js")
	_, rest, _ := strings.Cut(string(bodyOf(f)), `"version":"`)
	v, _, _ := strings.Cut(rest, `"`)
	return v
}

// bodyOf is a file's content; one that cannot be made is none.
func bodyOf(f *asset.File) []byte {
	body, err := f.Body()
	if err != nil {
		panic(err)
	}
	return body
}
