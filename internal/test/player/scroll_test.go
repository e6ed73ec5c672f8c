package player

import (
	"fmt"
	"testing"

	"opencases/internal/test/browser"
)

// framed opens the standalone page and attaches to the player in it.
func framed(t *testing.T, set func(p *browser.Tab)) (page, frame *browser.Tab) {
	t.Helper()
	page = chromium.Tab(t, set)
	page.Open(home + "en/")
	frame = page.Frame("/en/player/")
	frame.Wait("the player", `document.getElementById("stage") && document.readyState === "complete"`)
	return page, frame
}

// middle is the middle of the stage in the page's window, once it has been scrolled there.
func middle(page, frame *browser.Tab) (x, y float64) {
	page.Do(`scrollTo({ top: 0, behavior: "instant" }); const b = document.querySelector("iframe").getBoundingClientRect();
		if (b.y > 0) scrollTo({ top: b.y, behavior: "instant" });`)
	at, stage := page.Box("iframe"), frame.Box("#stage")
	return at.X + stage.X + stage.W/2, at.Y + stage.Y + min(stage.H, 300)/2
}

func scrolled(p *browser.Tab) float64 { return browser.Eval[float64](p, `scrollY`) }

func TestThePageScrollsUnderTheWheelOverTheStage(t *testing.T) {
	page, frame := framed(t, func(p *browser.Tab) { p.Size(1280, 720) })
	check := func(when string) {
		t.Helper()
		x, y := middle(page, frame)
		before := scrolled(page)
		page.Hover(x, y)
		page.Wheel(x, y, 240)
		page.Wait("the page scrolls, "+when, `scrollY > %s + 100`, before)
	}
	check("with the still")
	x, y := middle(page, frame)
	page.Hover(x, y)
	frame.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	check("with the engine")
	if focus := page.Focus(); focus != "body" {
		t.Errorf("the frame took the focus: it is at %s", focus)
	}
	if inside := scrolled(frame); inside != 0 {
		t.Errorf("the player scrolled by itself, %.0f px", inside)
	}
}

func TestThePageScrollsUnderAFingerOverTheStage(t *testing.T) {
	page, frame := framed(t, func(p *browser.Tab) { p.Screen(360, 640, 2, true); p.Touch() })
	for _, when := range []string{"with the still", "with the engine"} {
		x, y := middle(page, frame)
		before := scrolled(page)
		page.Swipe(x, y+100, 0, -240)
		page.Wait("the page scrolls, "+when, `scrollY > %s + 100`, before)
		middle(page, frame)                                 // what is out of view is not drawn
		frame.Do(`document.getElementById("play").click()`) // asks for the engine
		frame.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	}
}

func TestThePageScrollsUnderAFingerOverALineToBeDrawn(t *testing.T) {
	host := page(t, fmt.Sprintf(`<!doctype html><meta name="viewport" content="width=device-width"><title>Host</title><body style="margin:0;height:3000px">
		<iframe title="Open Cases" sandbox="allow-scripts" width="360" height="1000" style="border:0" src="%sen/player/gap/?beat=1"></iframe>`, home))
	p := chromium.Tab(t, func(p *browser.Tab) { p.Screen(360, 640, 2, true); p.Touch() })
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Open(host)
	frame := p.Frame("/en/player/")
	frame.Wait("the field to draw in", `document.getElementById("pad")`)
	pad := frame.Box("#pad")
	x, y := pad.Centre()
	p.Do(`scrollTo(0, %s)`, y-400)
	before := scrolled(p)
	p.Swipe(x, y-before, 0, -240)
	p.Wait("the page scrolls", `scrollY > %s + 100`, before)
}
