package player

import (
	"fmt"
	"testing"

	"opencases/internal/test/browser"
)

// strict is a host's policy that lets frames in and nothing else.
const strict = "default-src 'none'; frame-src http:; style-src 'unsafe-inline'"

func TestThePlayerRunsInTheStrictestFrameOfAnotherSite(t *testing.T) {
	host := page(t, fmt.Sprintf(`<!doctype html><title>Host</title><body style="margin:0">
		<iframe title="Open Cases" sandbox="allow-scripts" width="700" height="780" style="border:0" src="%sen/player/gap/?eager"></iframe>`, home),
		"Content-Security-Policy", strict, "Permissions-Policy", "gamepad=(), fullscreen=()")
	p := chromium.Tab(t, browser.Quiet)
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Open(host)
	frame := p.Frame("/en/player/gap/")
	frame.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	if origin := browser.Eval[string](frame, `origin`); origin != "null" {
		t.Errorf("the frame's origin is %s, want an opaque one", origin)
	}
	says(t, "the frame", frame.Text("#words")+" "+frame.Text("#labels"), told["gap"])
	checkFigures(t, frame, "the frame")
	legible(t, frame, "the frame")
	at0 := frame.Attr("#slider", "aria-valuenow")
	x, y := along(frame, .5)
	p.ClickAt(x, y)
	frame.Wait("the timeline answers", `document.getElementById("slider").getAttribute("aria-valuenow") !== %s`, at0)
	p.Key("ArrowRight")
	bx, by := frame.Box("#text [data-figure]").Centre()
	p.ClickAt(bx, by)
	cardOpen(frame, "")
	if frame.Shown("#fullscreen") {
		t.Error("full screen is offered where the host forbids it")
	}
	if ink := browser.Inked(p.Shot()); ink < .02 {
		t.Error("the frame is blank")
	}
}

// Where a host lets its frames open no windows, every link still leads somewhere: inside, or to its address.
func TestLinksThatMayOpenNoWindowShowWhatTheyLeadToInside(t *testing.T) {
	host := page(t, fmt.Sprintf(`<!doctype html><title>Host</title><body style="margin:0">
		<iframe title="Open Cases" sandbox="allow-scripts" width="700" height="1000" style="border:0" src="%sen/player/gap/"></iframe>`, home))
	p := chromium.Tab(t, browser.Quiet)
	p.Size(1280, 1020)
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Log.Expect(`Blocked opening`)
	p.Open(host)
	frame := p.Frame("/en/player/gap/")
	p.ClickAt(1, 1) // a reader is there
	frame.Wait("the player", `document.getElementById("ticks").querySelector(":scope > .track")`)
	press := func(selector string) {
		t.Helper()
		frame.Wait(selector, `document.querySelector(%s)?.checkVisibility()`, selector)
		frame.Do(`document.querySelector(%s).scrollIntoView({ block: "nearest", behavior: "instant" })`, selector)
		line := browser.Eval[browser.Box](frame, `(r => ({ X: r.x, Y: r.y, W: r.width, H: r.height }))(document.querySelector(%s).getClientRects()[0])`, selector) // a link may be broken over lines
		p.ClickAt(line.Centre())
	}
	shows := func(what, of string) {
		t.Helper()
		frame.Wait(what, `document.querySelector("#link-blocked input")?.value === document.querySelector(%s).href`, of)
		if !frame.Shown("#link-blocked input") {
			t.Errorf("%s is not shown", what)
		}
	}
	press("#foot a:first-child")
	shows("the address of the whole page", "#foot a:first-child")
	press("#foot a[data-part]")
	frame.Wait("the sources", `document.querySelector("dialog[open] .body")?.textContent.includes("Airwars")`)
	p.Key("Escape")
	press("#text [data-figure]")
	cardOpen(frame, "")
	press("#card .body a[href]")
	shows("the address of a source", "#card .body a[href]")
}

func TestSeveralPlayersOnOnePageKeepToThemselves(t *testing.T) {
	frames := ""
	for _, chapter := range []string{"gap", "cases", "count"} {
		frames += fmt.Sprintf(`<iframe title="%s" sandbox="allow-scripts" width="600" height="300" src="%sen/player/%s/?eager"></iframe>`, chapter, home, chapter)
	}
	host := page(t, `<!doctype html><title>Host</title><body>`+frames)
	p := chromium.Tab(t, browser.Quiet, func(p *browser.Tab) { p.Size(1300, 700) })
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Open(host)
	for _, chapter := range []string{"gap", "cases", "count"} {
		frame := p.Frame("/en/player/" + chapter + "/")
		frame.Wait("the player of "+chapter, `document.querySelector("#title").textContent && document.readyState === "complete"`)
		says(t, chapter, frame.Text("#words")+" "+frame.Text("#labels"), told[chapter])
	}
	first := p.Frame("/en/player/gap/")
	first.Do(`document.getElementById("back").click()`)
	at(first, "gap", 3)
	says(t, "the player beside it", p.Frame("/en/player/cases/").Text("#labels"), []string{"assessments/2017-11/open"})
}

// But for the copy that a window of the site's own keeps for use without a network: internal/test/offline looks at that.
func TestNothingIsStored(t *testing.T) {
	p := player(t, "explore", "", browser.Quiet)
	live(p)
	p.Key("PageUp", "PageUp")
	p.Click("#speed")
	rest(p)
	left := browser.Eval[[]string](p, `(async () => [
		...(document.cookie ? ["cookie " + document.cookie] : []),
		...Object.keys(localStorage).map(k => "localStorage " + k),
		...Object.keys(sessionStorage).map(k => "sessionStorage " + k),
		...(await indexedDB.databases()).map(d => "database " + d.name),
		...(self.caches ? await caches.keys() : []).map(k => "cache " + k),
		...(await navigator.serviceWorker?.getRegistrations() ?? []).map(r => "service worker " + r.scope),
	])()`)
	if len(left) > 0 {
		t.Errorf("the player leaves behind %v", left)
	}
}

func TestOutOfViewAndAtRestNoFramesAreAskedFor(t *testing.T) {
	p := player(t, "explore", "?view=strikes&month=2014-08&speed=0.25")
	live(p)
	quiet := func(when string) {
		t.Helper()
		p.Wait("no frame is on its way, "+when, `framesDrawn.asked === 0`)
		from := browser.Eval[int](p, `framesDrawn.count`)
		if n := browser.Eval[int](p, `new Promise(done => setTimeout(() => done(framesDrawn.count), 500))`) - from; n > 0 {
			t.Errorf("%s: %d frames were asked for in half a second", when, n)
		}
	}
	quiet("at rest")
	p.Click("#play")
	p.Wait("frames are drawn", `framesDrawn.asked > 0`)
	p.Do(`document.body.style.setProperty("padding-top", "3000px", "important"); scrollTo(0, 0)`)
	p.Wait("the stage is out of view", `document.getElementById("stage").getBoundingClientRect().top > innerHeight`)
	quiet("out of view")
	p.Do(`document.body.style.removeProperty("padding-top")`)
	p.Wait("frames are drawn again", `framesDrawn.asked > 0`)
}

func TestForcedColoursKeepTheShapes(t *testing.T) {
	for _, theme := range []string{"light", "dark"} {
		p := chromium.Tab(t, counted)
		p.Media("forced-colors", "active", "prefers-color-scheme", theme, "prefers-reduced-motion", "reduce")
		p.Open(home + "en/player/cases/")
		live(p)
		shot := stage(p)
		if ink := browser.Inked(shot); ink < .05 {
			t.Errorf("%s: in forced colours %.3f of the stage is inked", theme, ink)
		}
		// Filled discs, rings and small discs have different amounts of ink, whatever their colour is.
		inks := []float64{}
		for _, b := range p.Boxes(".hot") {
			if b.W > 20 && b.H > 20 {
				inks = append(inks, browser.Inked(p.ShotOf(b)))
			}
		}
		if len(inks) < 3 {
			t.Errorf("%s: only %d heaps are there to point at", theme, len(inks))
		}
		legible(t, p, "forced colours, "+theme)
	}
}
