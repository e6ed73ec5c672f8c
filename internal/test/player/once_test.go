package player

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// asked counts a server's requests by address.
type asked struct {
	mu    sync.Mutex
	times map[string]int
}

func (a *asked) serve(w http.ResponseWriter, r *http.Request, site http.Handler) {
	a.mu.Lock()
	a.times[r.URL.Path]++
	a.mu.Unlock()
	site.ServeHTTP(w, r)
}

func (a *asked) of(part string) (n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for path, times := range a.times {
		if strings.Contains(path, part) {
			n += times
		}
	}
	return n
}

// twice lists what was asked for more than once.
func (a *asked) twice() (all []string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, path := range slices.Sorted(maps.Keys(a.times)) {
		if a.times[path] > 1 {
			all = append(all, path)
		}
	}
	return all
}

// A reader plays, goes through the whole story, asks a figure for its card and a dialog for its part. The server counts:
// what a browser's cache answers has cost nothing. That no request leaves the origin is held by every tab.
func TestAReaderOfTheWholeStoryLoadsNothingTwice(t *testing.T) {
	seen := &asked{times: map[string]int{}}
	address := serveWith(t, seen.serve)
	p := chromium.Tab(t, counted)
	p.Open(address + "en/player/cover/")
	p.Click("#play")
	p.Wait("it plays", `document.getElementById("play").hasAttribute("data-playing") && document.getElementById("stage").hasAttribute("data-live")`)
	p.Click("#play")
	for _, ch := range story.Chapters {
		p.Do(`document.querySelector("#chapters a[data-chapter=" + %s + "]").click()`, ch.Name)
		p.Wait("the chapter stands", `document.getElementById("sheet").dataset.chapter === %s`, ch.Name)
		if ch.Name == "strikes" {
			p.Do(`document.querySelector("#text [data-figure]").click()`) // one may be parted by a line's end
			p.Wait("the card", `!document.getElementById("card").hidden`)
			p.Key("Escape")
		}
	}
	p.Click("#parts [data-part=table]")
	p.Wait("the table", `document.querySelector("dialog[open] table")`)
	for _, part := range []string{"/player/cover/", "/boot-", "/engine-", "/player-", "/record-", "-words-", "/wasm_exec-", "-cards-", "-table-", ".woff2"} {
		if seen.of(part) == 0 {
			t.Errorf("the reader never loaded %s: this test does not see what it should", part)
		}
	}
	if again := seen.twice(); len(again) > 0 {
		t.Errorf("asked for more than once: %s", strings.Join(again, ", "))
	}
}

// Nothing heavy is started before a reader is there: the engine's start holds a page up for a while.
func TestAWindowOfItsOwnFetchesTheEngineAndStartsItWithTheFirstSignOfAReader(t *testing.T) {
	seen := &asked{times: map[string]int{}}
	address := serveWith(t, seen.serve)
	p := chromium.Tab(t, browser.Quiet, counted)
	p.Open(address + "en/player/gap/")
	p.Wait("the engine is here", `performance.getEntriesByType("resource").some(e => e.name.endsWith(".wasm") && e.responseEnd > 0)`)
	p.Drawn()
	if n := seen.of("/engine-"); n > 0 || browser.Eval[bool](p, `"opencases" in window || document.getElementById("canvas-holder").childElementCount > 0`) {
		t.Error("the engine started with nobody there")
	}
	live(p)
	if again := seen.twice(); len(again) > 0 {
		t.Errorf("asked for more than once: %s", strings.Join(again, ", "))
	}
}
