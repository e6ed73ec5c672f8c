package browsertest

import (
	"testing"

	"opencases/internal/browser"
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

func TestNothingMovesWhileADocumentLoads(t *testing.T) {
	for _, path := range []string{"en/", "en/player/gap/?eager"} {
		for _, width := range []int{360, 1280} {
			p := chromium.Tab(t, counted, func(p *browser.Tab) { p.Size(width, 900) })
			p.Before(`window.shifts = []; new PerformanceObserver(list => {
				for (const e of list.getEntries()) if (!e.hadRecentInput) shifts.push([e.value, ...e.sources.map(s => s.node?.id || s.node?.className || s.node?.nodeName)]);
			}).observe({ type: "layout-shift", buffered: true })`)
			p.Open(home + path)
			if path != "en/" {
				live(p)
			}
			p.Fonts()
			p.Drawn()
			sum := browser.Eval[float64](p, `shifts.reduce((sum, [value]) => sum + value, 0)`)
			if sum > .001 {
				t.Errorf("%s, %d px wide: the layout shifts by %.4f: %s", path, width, sum, browser.Eval[string](p, `JSON.stringify(shifts)`))
			}
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
