package player

import (
	"fmt"
	"testing"

	"opencases/internal/test/browser"
)

// drawn is how many frames a document has drawn, once some ms have passed.
func drawn(p *browser.Tab, ms int) int {
	p.T.Helper()
	return browser.Eval[int](p, `new Promise(done => setTimeout(() => done(framesDrawn.count), %s))`, ms)
}

func TestAHiddenTabDrawsNothingAndThenGoesOn(t *testing.T) {
	p := player(t, "explore", "?view=strikes&month=2014-08&speed=0.25")
	live(p)
	p.Click("#play")
	p.Wait("the timeline moves", `framesDrawn.count > 3 && document.getElementById("slider").getAttribute("aria-valuenow") > 1`)
	p.Hide(true)
	from, stood := drawn(p, 0), month(p)
	if n := drawn(p, 2500) - from; n > 1 { // one may have been on its way
		t.Errorf("a hidden tab drew %d frames", n)
	}
	if now := month(p); now > stood+1 {
		t.Errorf("the timeline went on from month %d to %d while nobody could see it", stood, now)
	}
	// Whatever asks for a frame meanwhile draws none either.
	p.Do(`document.getElementById("play").click()`)
	p.Do(`document.getElementById("play").click()`)
	if n := drawn(p, 500) - from; n > 1 {
		t.Errorf("after a command a hidden tab drew %d frames", n)
	}
	p.Hide(false)
	p.Wait("frames are drawn again", `framesDrawn.count > %s`, from+3)
	p.Wait("the timeline goes on", `Number(document.getElementById("slider").getAttribute("aria-valuenow")) > %s`, stood)
}

func TestAHiddenTabAtRestStaysAtRest(t *testing.T) {
	p := player(t, "gap", "?beat=3")
	live(p)
	p.Hide(true)
	from := drawn(p, 0)
	if n := drawn(p, 1500) - from; n > 0 {
		t.Errorf("a hidden tab at rest drew %d frames", n)
	}
	p.Hide(false)
	rest(p)
	if n := browser.Eval[int](p, `framesDrawn.count`) - from; n > 2 {
		t.Errorf("a tab that comes back as it was draws %d frames", n)
	}
}

// An engine leaves its steps as marks (web/player/engine/engine.js).
const started = `performance.getEntriesByName("opencases.wanted").length > 0 || !!document.querySelector("canvas")`

func TestOfTenPlayersOnlyTheOneInSightStartsAnEngineAndDraws(t *testing.T) {
	// An address that only the engine understands starts it as soon as it is in sight: the first two have one.
	places := []string{"explore/?eager&view=strikes&month=2014-08&speed=0.25", "explore/?view=gap&month=2017-03"}
	for _, chapter := range []string{"strikes", "reports", "cases", "gap", "count", "if", "after"} {
		places = append(places, chapter+"/?eager")
	}
	places = append(places, "after/?eager&beat=1") // its address holds that of the player before it
	html := `<!doctype html><title>Host</title><body style="margin:0">`
	for i, place := range places {
		html += fmt.Sprintf(`<iframe title="Open Cases, %d" width="640" height="780" src="%sen/player/%s"></iframe><div style="height:600px"></div>`, i+1, home, place)
	}
	host := page(t, html)
	p := chromium.Tab(t, counted, func(p *browser.Tab) { p.Size(700, 800) })
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Open(host)
	players := make([]*browser.Tab, len(places))
	for i, place := range places {
		players[i] = p.Frame("/en/player/" + place)
		players[i].Wait("the player's script has run", `document.readyState === "complete" && !!window.framesDrawn`)
	}
	draws := func(which int) {
		t.Helper()
		f := players[which]
		f.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
		f.Do(`document.getElementById("play").click()`)
		f.Wait("it plays", `document.getElementById("play").hasAttribute("data-playing")`)
		before := make([]int, len(players))
		for i, f := range players {
			before[i] = drawn(f, 0)
		}
		f.Wait("frames are drawn", `framesDrawn.count > %s`, before[which]+30)
		for i, f := range players {
			if n := drawn(f, 0) - before[i]; i != which && n > 0 {
				t.Errorf("while player %d is in sight, player %d drew %d frames", which+1, i+1, n)
			}
		}
	}
	draws(0)
	for i, f := range players[1:] {
		if browser.Eval[bool](f, started) {
			t.Errorf("player %d, out of sight, has started an engine", i+2)
		}
	}
	// The first is left playing, out of sight. A browser keeps a frame that was asked for until it is seen again.
	p.Do(`document.querySelector("iframe:last-of-type").scrollIntoView()`)
	draws(len(players) - 1)
	for i, f := range players[1 : len(players)-1] {
		if browser.Eval[bool](f, started) {
			t.Errorf("player %d, never in sight, has started an engine", i+2)
		}
	}
}
