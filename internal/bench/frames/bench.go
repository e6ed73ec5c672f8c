package main

import (
	"net/http"
	"net/http/httptest"
	"strings"

	"opencases/data"
	"opencases/internal/bench/report"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

// bench is what all measurements share.
type bench struct {
	rounds  int
	browser *browser.Browser
	site    *httptest.Server
}

func open(rounds int) (*bench, error) {
	player, err := built.Load()
	if err != nil {
		return nil, err
	}
	made, err := site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return nil, err
	}
	b := &bench{rounds: rounds}
	if b.browser, err = browser.Start(); err != nil {
		return nil, err
	}
	handler := serve.Handler(made)
	b.site = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "favicon.ico") {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		// Clocks are exact only in documents that let no other site in.
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		if r.URL.Path == "/host.html" {
			host(w, r)
			return
		}
		handler.ServeHTTP(w, r)
	}))
	return b, nil
}

func (b *bench) close() {
	b.site.Close()
	b.browser.Close()
}

// tab opens a window.
func (b *bench) tab(t browser.T, options ...browser.Option) *browser.Tab {
	return b.browser.Tab(t, options...)
}

// player is the address of the player at a chapter, where it starts its engine without being asked.
func (b *bench) player(chapter string) string {
	return b.site.URL + "/en/player/" + chapter + "/?eager"
}

// live waits until the engine draws.
func live(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the engine draws", `document.getElementById("stage")?.hasAttribute("data-live")`)
}

// still waits until nothing moves any more.
func still(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the picture rests", `window.frames.asked === 0 && performance.now() - window.frames.last > 200 &&
		document.getAnimations().every(a => a.playState !== "running")`)
}

// counted counts the frames that a document asks for.
func counted(p *browser.Tab) {
	p.Before(`(() => {
		const next = window.requestAnimationFrame, frames = window.frames = { count: 0, asked: 0, last: -1e9 };
		window.requestAnimationFrame = run => (frames.asked++, next.call(window, time => {
			frames.asked--;
			frames.count++;
			run(time);
			frames.last = performance.now();
		}));
	})()`)
}

// cells makes a row's cells of readings by column.
func cells(columns []report.Column, readings map[string]report.Samples) []report.Cell {
	row := make([]report.Cell, len(columns))
	for i, c := range columns {
		row[i] = report.Cell{Samples: readings[c.Name]}
	}
	return row
}
