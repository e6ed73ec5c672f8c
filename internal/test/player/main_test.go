// Package player drives the built site in a real browser and checks what a person sees there.
package player

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"opencases/data"
	"opencases/internal/record"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/internal/words"
	"opencases/wasm/built"
)

// All tests share one site, one server and one browser; each has tabs of its own.
var (
	made     *site.Site
	home     string // address of the site, with a slash at the end
	chromium *browser.Browser
	rec      *record.Record
	english  *words.Language
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser tests:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	player, err := built.Load()
	if err != nil {
		return 1, err
	}
	if made, err = site.Make(site.Config{Data: data.FS, Player: player}); err != nil {
		return 1, err
	}
	if rec, err = record.Load(data.FS); err != nil {
		return 1, err
	}
	if english, err = words.Load(data.FS, "en"); err != nil {
		return 1, err
	}
	english = english.With(rec)
	server := serve.New("127.0.0.1:0", made)
	if err := server.Open(); err != nil {
		return 1, err
	}
	defer server.Close()
	home = server.URL()
	if chromium, err = browser.Start(); err != nil {
		return 1, err
	}
	defer chromium.Close()
	return m.Run(), nil
}

// serveWith serves the site through something that changes its answers, from an origin of its own.
func serveWith(t *testing.T, change func(w http.ResponseWriter, r *http.Request, site http.Handler)) (address string) {
	t.Helper()
	handler := serve.Handler(made)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { change(w, r, handler) }))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// page serves one HTML document from an origin of its own, as a host that embeds the player does.
func page(t *testing.T, html string, headers ...string) (address string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNoContent) // a favicon is asked for
			return
		}
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, html)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}
