package main

import (
	_ "embed"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"opencases/internal/bench/report"
	"opencases/internal/test/browser"
	"opencases/web"
)

//go:embed frame.html
var frameHTML []byte

//go:embed frame.js
var frameJS []byte

// scene is one program at work.
type scene struct {
	name     string
	wasm     string
	kind     string
	marks    int
	enclosed bool // among the player's stand-ins
}

// floor is the row all others are compared with.
const floor = "an empty frame of Ebitengine as released"

func scenes() []scene {
	list := []scene{{name: floor, wasm: "stock.wasm"}, {name: "an empty frame of the slim engine", wasm: "slim.wasm", enclosed: true}}
	for _, kind := range []string{"settled", "settling"} {
		for _, n := range []int{1_000, 10_000, 30_000, 100_000, 300_000} {
			list = append(list, scene{fmt.Sprintf("%s marks %s", report.Number(float64(n)), kind), "scene.wasm", kind, n, true})
		}
	}
	for _, n := range []int{1_799, 30_000} {
		list = append(list, scene{fmt.Sprintf("%s marks travelling", report.Number(float64(n))), "scene.wasm", "travelling", n, true})
	}
	return list
}

// frames measures the script time of a frame, with WebGL at work and with it left out.
func (b *bench) frames() ([]report.Table, error) {
	built, err := build()
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(frameServer(built))
	defer server.Close()
	readings := map[string]map[string]report.Samples{}
	list := scenes()
	for range b.rounds {
		for _, s := range list {
			if readings[s.name] == nil {
				readings[s.name] = map[string]report.Samples{}
			}
			read, err := b.frame(server.URL, s)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.name, err)
			}
			for kind, times := range read {
				readings[s.name][kind+", median"] = append(readings[s.name][kind+", median"], times.Median())
				readings[s.name][kind+", p95"] = append(readings[s.name][kind+", p95"], times.P95())
			}
		}
	}
	t := report.Table{Name: "frames", Title: "Script time of a frame", Base: floor,
		Note: fmt.Sprintf("The time of the callback that the browser calls for a frame, frames of 740 × 500 px, %d rounds; %d frames a round with WebGL at work, "+
			"then %d with drawing and uploads left out, so that the software renderer takes nothing from it; each time after %d that are not counted. "+
			"Settled marks rest while one dot moves; settling ones come and go in their order; travelling ones each go their own way.", b.rounds, withGL, without, warming),
		Columns: []report.Column{{Name: "with WebGL, median", Unit: "ms"}, {Name: "with WebGL, p95", Unit: "ms"}, {Name: "without, median", Unit: "ms"}, {Name: "without, p95", Unit: "ms"}}}
	for _, s := range list {
		t.Rows = append(t.Rows, report.Row{Name: s.name, Cells: cells(t.Columns, readings[s.name])})
	}
	return []report.Table{t}, nil
}

// The software renderer shows few frames a second: as many as a median needs.
const warming, withGL, without = 20, 40, 100 // frames

// frame reads the frames of one program, as it is and then without what it draws.
func (b *bench) frame(home string, s scene) (read map[string]report.Samples, err error) {
	query := url.Values{"wasm": {s.wasm}, "kind": {s.kind}, "marks": {fmt.Sprint(s.marks)}}
	if s.enclosed {
		query.Set("enclosed", "")
	}
	read = map[string]report.Samples{}
	err = browser.Run(func(t browser.T) error {
		p := b.tab(t)
		p.Open(home + "/frame.html?" + query.Encode())
		take := func(n int) report.Samples {
			p.Wait("frames are drawn", fmt.Sprintf("times.length >= %d", warming+n))
			return browser.Eval[report.Samples](p, fmt.Sprintf("times.slice(%d, %d)", warming, warming+n))
		}
		read["with WebGL"] = take(withGL)
		p.Do(`drawn = false; times.length = 0`)
		read["without"] = take(without)
		return nil
	})
	return read, err
}

func frameServer(built programs) http.Handler {
	mux := http.NewServeMux()
	serve := func(pattern, kind string, body func(r *http.Request) ([]byte, error)) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			// Clocks are exact only in documents that let no other site in.
			w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
			w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
			text, err := body(r)
			if err != nil {
				http.Error(w, err.Error(), http.StatusNotFound)
				return
			}
			w.Header().Set("Content-Type", kind)
			w.Write(text)
		})
	}
	serve("/frame.html", "text/html", func(*http.Request) ([]byte, error) { return frameHTML, nil })
	serve("/frame.js", "text/javascript", func(*http.Request) ([]byte, error) { return frameJS, nil })
	serve("/player/", "text/javascript", func(r *http.Request) ([]byte, error) {
		return web.FS.ReadFile(strings.TrimPrefix(path.Clean(r.URL.Path), "/"))
	})
	mux.HandleFunc("/favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	files := http.FileServer(http.Dir(built.dir))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if filepath.Ext(r.URL.Path) == ".wasm" {
			w.Header().Set("Content-Type", "application/wasm")
		}
		files.ServeHTTP(w, r)
	})
	return mux
}
