package player

import (
	"fmt"
	"image"
	"image/draw"
	"testing"

	"opencases/internal/test/browser"
)

// above is the part of what the window shows that lies over a line, in CSS px from its top.
func above(p *browser.Tab, y float64) *image.RGBA {
	p.T.Helper()
	p.Hover(1, 1)
	p.Fonts()
	p.Drawn()
	shot := p.Shot()
	part := image.NewRGBA(image.Rect(0, 0, shot.Bounds().Dx(), int(y)))
	draw.Draw(part, part.Bounds(), shot, image.Point{}, draw.Src)
	return part
}

// A window that is too low for a question or for exploring has its controls over the picture's lower end.
func TestTheControlsHideOnlyWhatTheyCover(t *testing.T) {
	for _, c := range []struct {
		chapter, query string
		options        []browser.Option
	}{
		{"count", "?beat=1", []browser.Option{browser.Quiet}},
		{"cases", "?beat=1", nil},
		{"explore", "", []browser.Option{browser.Quiet}},
	} {
		p := player(t, c.chapter, c.query, append(c.options, func(p *browser.Tab) { p.Size(720, 900) })...)
		live(p)
		p.Wait("what is asked", `document.querySelector("#ask button, #explore button")`)
		p.Size(720, 540) // while the picture rests
		p.Wait("the controls lie over the stage", `(controls => controls.bottom <= innerHeight && controls.top < document.getElementById("stage").getBoundingClientRect().bottom - 30)(document.getElementById("controls").getBoundingClientRect())`)
		rest(p)
		top := p.Box("#controls").Y
		covered := above(p, top)
		p.Do(`document.getElementById("controls").style.visibility = "hidden"`)
		same(t, c.chapter+", above its controls", covered, above(p, top))
	}
}

func TestABarOfTheHostsPageHidesOnlyWhatItCovers(t *testing.T) {
	host := page(t, fmt.Sprintf(`<!doctype html><title>Host</title><body style="margin:0">
		<iframe title="Open Cases" sandbox="allow-scripts" width="700" height="780" style="border:0" src="%sen/player/count/?eager"></iframe>
		<div id="bar" style="position:fixed;left:0;right:0;bottom:0;height:300px;background:white"></div>`, home))
	p := chromium.Tab(t, browser.Quiet, func(p *browser.Tab) { p.Size(720, 700) })
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Open(host)
	frame := p.Frame("/en/player/count/")
	frame.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	frame.Drawn()
	if bar, stage := p.Box("#bar"), frame.Box("#stage"); stage.Y > bar.Y-100 || stage.Y+stage.H < bar.Y+50 {
		t.Fatalf("the bar at %+v does not lie over the stage's lower end, at %+v", bar, stage)
	}
	covered := above(p, 400)
	p.Do(`document.getElementById("bar").style.visibility = "hidden"`)
	same(t, "above the host's bar", covered, above(p, 400))
}

// A step and another size at once, in either order, leave the picture that a document opened there shows.
func TestAStepAndAResizeAtOnceLeaveTheWholePicture(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet, func(p *browser.Tab) { p.Size(1280, 720) })
	live(p)
	for _, c := range []struct {
		chapter   string
		width     int
		stepFirst bool
	}{{"count", 720, true}, {"cases", 360, false}, {"count", 1280, true}} {
		step := func() { p.Do(`opencases.command(%s)`, "chapter "+c.chapter+" 3") }
		if c.stepFirst {
			step()
		}
		p.Size(c.width, 700)
		if !c.stepFirst {
			step()
		}
		at(p, c.chapter, 3)
		p.Wait("the new size", `innerWidth === %s`, c.width)
		p.Drawn()
		rest(p)
		fresh := player(t, c.chapter, "?beat=3", browser.Quiet, func(f *browser.Tab) { f.Size(c.width, 700) })
		live(fresh)
		same(t, fmt.Sprintf("%s at %d px", c.chapter, c.width), stage(fresh), stage(p))
	}
}
