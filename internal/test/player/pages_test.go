package player

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"opencases/internal/test/browser"
)

var widths = []int{280, 320, 360, 414, 559, 560, 720, 900, 1079, 1080, 1280, 1440, 1920}

func TestThePageHoldsAsMuchRoomAsThePlayerNeeds(t *testing.T) {
	page, frame := framed(t, browser.Quiet)
	for _, width := range widths {
		page.Size(width, 900)
		page.Drawn()
		frame.Wait("the frame's new width", `Math.abs(innerWidth - %s) < 1`, page.Box("iframe").W)
		frame.Drawn()
		room, need := page.Box("iframe").H, frame.Box("#player").H
		if need > room || need < room-60 {
			t.Errorf("%d px wide: the frame is %.0f px high, the player in it %.0f", width, room, need)
		}
	}
}

// The first texts stand in a font of the reader's system until the page's own comes. For that time one of the same widths
// is declared, so lines break where they will; on a broad stage words may move a little inside theirs. The player stands
// in a frame, as readers meet it.
func TestNothingMovesWhileADocumentLoads(t *testing.T) {
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, site http.Handler) {
		if r.URL.Path == "/host/" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, `<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Host</title><body style="margin:0">
				<iframe title="Open Cases" style="border:0;width:100%;height:880px" src="../en/player/gap/?eager"></iframe>`)
			return
		}
		site.ServeHTTP(w, r)
	})
	for path, limit := range map[string]float64{"en/": .005, "host/": .01} {
		for _, width := range []int{360, 1280} {
			p := chromium.Tab(t, func(p *browser.Tab) { p.Size(width, 900) })
			p.Before(`window.shifts = []; new PerformanceObserver(list => {
				for (const e of list.getEntries()) if (!e.hadRecentInput) shifts.push([e.value, ...e.sources.map(s => s.node?.id || s.node?.className || s.node?.nodeName)]);
			}).observe({ type: "layout-shift", buffered: true })`)
			p.Open(address + path)
			where := "window"
			if path == "host/" {
				where = "frames[0]"
				p.Wait("the engine draws", `frames[0].document.querySelector("#stage[data-live]")`)
			}
			p.Do("await " + where + ".document.fonts.ready")
			p.Drawn()
			most := limit
			if width < 400 {
				most = .001
			}
			if sum := browser.Eval[float64](p, where+`.shifts.reduce((sum, [value]) => sum + value, 0)`); sum > most {
				t.Errorf("%s, %d px wide: the layout shifts by %.4f: %s", path, width, sum, browser.Eval[string](p, "JSON.stringify("+where+".shifts)"))
			}
		}
	}
}

// Until a page's own fonts are there, its words stand in one of the reader's. What is under the bar must not move then.
func TestTheBarAtTheTopIsAsHighWithoutTheOwnFonts(t *testing.T) {
	without := serveWith(t, func(w http.ResponseWriter, r *http.Request, site http.Handler) {
		if strings.HasSuffix(r.URL.Path, ".woff2") {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		site.ServeHTTP(w, r)
	})
	for _, path := range []string{"en/", "en/embed/", "en/teach/"} {
		high := map[string]string{}
		for _, address := range []string{home, without} {
			p := chromium.Tab(t)
			p.Log.Bear("404")
			p.Open(address + path)
			p.Fonts()
			for _, width := range []int{320, 360, 375, 390, 412, 430, 600, 768} {
				p.Size(width, 800)
				high[address] += fmt.Sprintf(" %d:%.0f", width, p.Box(".top").H)
			}
		}
		if high[home] != high[without] {
			t.Errorf("%s: the bar's height by the window's width is%s, without the own fonts%s", path, high[home], high[without])
		}
	}
}

func TestNoPageIsWiderThanItsWindow(t *testing.T) {
	p := chromium.Tab(t)
	p.Log.Expect(`404`)
	for _, path := range []string{"en/", "en/gap/", "en/nothing/"} {
		p.Open(home + path)
		for _, width := range []int{280, 320, 360, 768, 1280} {
			p.Size(width, 800)
			p.Drawn()
			if wide := browser.Eval[int](p, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("%s in a window of %d px is %d px wide", path, width, wide)
			}
		}
	}
}

// The check of legibility itself: what it must find is put into a document, and found.
func TestWhatCannotBeReadIsFound(t *testing.T) {
	p := player(t, "cover", "", browser.Quiet)
	live(p)
	for what, spoil := range map[string]string{
		"leaves the stage":  `const l = document.querySelector("#labels .label.value"); l.className = "label value at-left"; l.style.left = "99%"`,
		"px wide in a box":  `document.querySelector("#labels .label.value").style.maxWidth = "2%"`,
		"meets":             `const [a, b] = document.querySelectorAll("#labels .label"); b.style.left = a.style.left; b.style.top = a.style.top; b.className = a.className`,
		"px small":          `document.getElementById("kicker").style.fontSize = "9px"`,
		"is a target of":    `document.getElementById("play").style.cssText = "width: 10px; height: 10px; min-width: 0"`,
		"the document is":   `document.getElementById("player").style.minWidth = "3000px"`,
		"leaves the window": `document.getElementById("title").style.cssText = "margin-left: -300px"`,
	} {
		p.Do(spoil)
		found := false
		for _, f := range browser.Eval[[]string](p, faultsOf) {
			found = found || holdsOne(f, []string{what})
		}
		if !found {
			t.Errorf("%q was not found", what)
		}
		p.Key("PageDown")
		at(p, "strikes", 1)
		p.Key("PageUp")
		at(p, "cover", 1)
		p.Do(`for (const id of ["kicker", "play", "title", "player"]) document.getElementById(id).removeAttribute("style")`)
		rest(p)
	}
}
