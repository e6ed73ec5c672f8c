package player

import (
	"math/rand/v2"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// along is a place on the timeline, from its start (0) to its end (1).
func along(p *browser.Tab, part float64) (x, y float64) {
	track := p.Box("#ticks .track")
	slider := p.Box("#slider")
	return track.X + track.W*part, slider.Y + slider.H/2
}

// scrub drags the timeline's handle through parts of it.
func scrub(p *browser.Tab, parts ...float64) {
	p.T.Helper()
	x, y := along(p, parts[0])
	p.Hover(x, y)
	p.Press(x, y)
	for _, part := range parts[1:] {
		x, y = along(p, part)
		p.Drag(x, y)
	}
	p.Release(x, y)
}

func TestScrubbingBackAndForthLandsOnTheSamePicture(t *testing.T) {
	p := player(t, "explore", "")
	live(p)
	p.Wait("the views", `document.querySelector("#views [aria-pressed=true]")`)
	for _, view := range story.Views {
		p.Click(`#views [data-view="` + string(view) + `"]`)
		p.Wait("the view "+string(view), `document.querySelector("#views [aria-pressed=true]").dataset.view === %s`, view)
		scrub(p, .5, .7)
		rest(p)
		at, before := month(p), stage(p)
		scrub(p, .7, .9, .4, .1, .6, .3, .95, .7)
		rest(p)
		if now := month(p); now != at {
			t.Errorf("%s: the timeline stands at month %d, not at %d as before", view, now, at)
		}
		same(t, string(view)+" after scrubbing", before, stage(p))
		checkFigures(t, p, string(view))
		legible(t, p, string(view))
	}
}

func TestATapAndKeysMoveTheTimeline(t *testing.T) {
	p := player(t, "explore", "?view=cases", browser.Quiet)
	live(p)
	x, y := along(p, .4)
	p.ClickAt(x, y)
	p.Wait("the month at the tap", `document.activeElement.id === "slider"`)
	rest(p)
	last := browser.Eval[int](p, `Number(document.getElementById("slider").getAttribute("aria-valuemax"))`)
	at := month(p)
	if d := at - last*4/10; d < -1 || d > 1 {
		t.Errorf("a tap at 0.4 of the timeline leads to month %d of %d", at, last)
	}
	for _, step := range []struct {
		key  string
		want int
	}{{"ArrowRight", at + 1}, {"ArrowUp", at + 2}, {"ArrowLeft", at + 1}, {"ArrowDown", at}, {"PageUp", at + 12}, {"PageDown", at}, {"End", last}, {"Home", 0}, {"ArrowLeft", 0}} {
		p.Key(step.key)
		p.Wait(step.key, `Number(document.getElementById("slider").getAttribute("aria-valuenow")) === %s`, step.want)
	}
	p.Wait("what the stage shows is told once the keys rest", `document.getElementById("live").textContent === document.getElementById("description").textContent`)
	if text := p.Attr("#slider", "aria-valuetext"); text != english.Month(story.FirstStrike) {
		t.Errorf("the timeline speaks of %q", text)
	}
}

// Commands of every kind come faster than anything can finish. Whatever is on the way, nothing breaks, and where it
// ends the picture is the one that a fresh document shows for the same address.
func TestCommandsMixedWhileThePictureMovesNeverBreakIt(t *testing.T) {
	p := player(t, "cover", "")
	live(p)
	random := rand.New(rand.NewPCG(2017, 11))
	acts := []func(){
		func() { p.Key("PageDown") }, func() { p.Key("PageUp") }, func() { p.Key("Space") }, func() { p.Key("ArrowRight") }, func() { p.Key("ArrowLeft") },
		func() { p.Do(`document.getElementById("speed").click()`) },
		func() {
			p.Do(`[...document.querySelectorAll("#chapters a")].find(a => a.dataset.chapter === %s).click()`, story.Chapters[random.IntN(len(story.Chapters))].Name)
		},
		func() { scrub(p, random.Float64(), random.Float64()) },
		func() { p.Do(`(b => b?.checkVisibility() && b.click())(document.querySelector("#series button"))`) },
		func() {
			p.Do(`(b => b.checkVisibility() && b.click())(document.querySelectorAll("#views button")[%s])`, random.IntN(len(story.Views)))
		},
		func() { p.Do(`(b => b?.checkVisibility() && b.click())(document.querySelector("#ask button"))`) },
		func() { p.Do(`document.querySelector("#labels [data-figure]")?.click()`) },
		func() { p.Key("Escape") },
	}
	for i := range 120 {
		acts[random.IntN(len(acts))]()
		if i%15 == 14 {
			if ink := browser.Inked(stage(p)); ink < .003 {
				t.Errorf("after %d commands the stage is blank", i+1)
			}
			legible(t, p, "while it moves")
		}
	}
	p.Key("Escape")
	if playing(p) {
		p.Do(`document.getElementById("play").click()`)
	}
	p.Do(`document.activeElement?.blur()`)
	live(p)
	p.Hide(true) // the address holds the state from then on
	p.Hide(false)
	mixed, address := stage(p), browser.Eval[string](p, `location.href`)
	fresh := chromium.Tab(t, counted)
	fresh.Open(address)
	live(fresh)
	same(t, "mixed, and fresh at "+address, mixed, stage(fresh))
}
