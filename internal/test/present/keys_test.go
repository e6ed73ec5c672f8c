package present

import (
	"image"
	"testing"

	"opencases/internal/test/browser"
)

// rested is the stage once nothing moves on it.
func rested(p *browser.Tab) *image.RGBA {
	p.T.Helper()
	p.Hover(2, 2)
	before := p.ShotOfElement("#stage")
	for range 100 {
		p.Do(`await new Promise(done => setTimeout(done, 150))`)
		now := p.ShotOfElement("#stage")
		if share, _ := browser.Difference(before, now, 2); share == 0 {
			return now
		}
		before = now
	}
	p.T.Fatalf("the stage does not come to rest")
	return nil
}

func TestKeysThatPresentersKnow(t *testing.T) {
	p := stills(t, "3")
	for _, c := range []struct{ key, want string }{
		{"n", "3.2"}, {"N", "4"}, {"p", "3.2"}, {"P", "3"}, {"Enter", "3.2"}, {"End", "26"}, {"Home", "1"},
		{"PageDown", "2"}, {"PageUp", "1"}, {"ArrowDown", "2"}, {"ArrowUp", "1"},
	} {
		press(p, c.key)
		at(p, c.want)
	}
	press(p, "1", "4", "Enter")
	at(p, "14")
	press(p, "1", "4", ".", "2", "Enter")
	at(p, "14.2")
	press(p, "9", "9", "Enter") // there is no such step
	at(p, "14.2")
	press(p, "2", "Escape", "n") // a number thought better of
	at(p, "15")
}

func TestADarkScreenComesBackWithTheNextKeyAndStandsWhereItStood(t *testing.T) {
	p := stills(t, "5")
	for _, dark := range []string{"b", "B", "."} {
		for _, light := range []string{"b", ".", "PageDown", "Escape"} {
			press(p, dark)
			p.Wait("the screen is dark", `!document.getElementById("blank").hidden`)
			if ink := browser.Inked(p.Shot()); ink > 0 {
				t.Errorf("something shines on the dark screen: %.3f of it", ink)
			}
			press(p, light)
			p.Wait("the screen is light", `document.getElementById("blank").hidden`)
			at(p, "5")
		}
	}
}

func TestF5DoesNotReloadAndGoesFullScreen(t *testing.T) {
	p := stills(t, "4")
	p.Do(`window.kept = true; document.documentElement.requestFullscreen = () => { window.full = true; return Promise.resolve(); }`)
	press(p, "F5")
	p.Wait("full screen is asked for", `window.full && window.kept`)
	at(p, "4")
}

func TestTheOverviewGoesToAStep(t *testing.T) {
	p := stills(t, "6")
	press(p, "o")
	p.Wait("the overview is open", `document.getElementById("overview").open`)
	if n := browser.Eval[int](p, `document.querySelectorAll("#overview-list button").length`); n != 26 {
		t.Errorf("the overview shows %d steps", n)
	}
	p.Key("ArrowRight", "ArrowRight", "Enter")
	at(p, "8")
	press(p, "O")
	p.Wait("the overview is open", `document.getElementById("overview").open`)
	p.Key("Escape")
	p.Wait("the overview is closed", `!document.getElementById("overview").open`)
	at(p, "8")
}

func TestEdgesSwipesAndTheBarLead(t *testing.T) {
	p := stills(t, "1")
	p.Click("#edge-on")
	at(p, "2")
	p.Click("#edge-back")
	at(p, "1")
	p.Touch()
	p.Swipe(700, 400, -300, 10)
	at(p, "2")
	p.Swipe(500, 400, 300, -10)
	at(p, "1")
	p.Swipe(500, 300, 20, 250) // a scroll is no swipe
	at(p, "1")
	p.Until("the bar is there to be met", func() bool { // it hides when the pointer rests
		p.Hover(640, 400)
		p.Hover(640, 410)
		return browser.Eval[bool](p, `(b => !("idle" in document.documentElement.dataset) && document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)?.id === "next")(document.getElementById("next").getBoundingClientRect())`)
	})
	p.Click("#next")
	at(p, "2")
	deckHasTheKeys(p)
	p.Key("Space") // the keys stay the deck's after a click
	at(p, "2.2")
}

// deckHasTheKeys waits until what was clicked has given the keys back, which it does after the click.
func deckHasTheKeys(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the keys are the deck's", `document.activeElement === document.body`)
}

func TestTheLaserShinesOnlyWhileItsKeyIsHeld(t *testing.T) {
	p := stills(t, "1")
	p.Hover(600, 300)
	press(p, "l")
	p.Wait("the dot shines", `!document.getElementById("laser").hidden`)
	p.Hover(800, 420)
	b := p.Box("#laser")
	if x, y := b.Centre(); x < 796 || x > 804 || y < 416 || y > 424 {
		t.Errorf("the dot is at %.0f, %.0f, the pointer at 800, 420", x, y)
	}
	p.Do(`document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "l", bubbles: true }))`)
	p.Wait("the dot is gone", `document.getElementById("laser").hidden`)
}
