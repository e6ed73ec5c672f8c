package player

import (
	"slices"
	"strings"
	"testing"

	"opencases/internal/test/browser"
	"opencases/internal/words"
)

// focus is where Tab has led: an element of the page, or one in the player's frame.
func focus(page, frame *browser.Tab) string {
	if at := page.Focus(); at != "iframe" {
		return at
	}
	return "player " + frame.Focus()
}

func TestTabGoesThroughThePlayerAndOutAgainInBothDirections(t *testing.T) {
	page, frame := framed(t, func(p *browser.Tab) { p.Size(1280, 720); p.Media("prefers-reduced-motion", "reduce") })
	frame.Do(`document.querySelector("[data-figure]").dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))`)
	frame.Wait("the points of the stage", `document.querySelector("#stage [tabindex='0']")`)
	walk := func(key string) (path []string) {
		for inside, out := false, 0; out < 2; {
			page.Key(key)
			at := focus(page, frame)
			path = append(path, at)
			if len(path) > 80 {
				t.Fatalf("%s never leaves the player: %v", key, path)
			}
			if in := len(at) > 6 && at[:6] == "player"; in {
				inside = true
				if !visibleFocus(frame) {
					t.Errorf("nothing shows that %s has the focus", at)
				}
			} else if inside {
				out++
			}
		}
		return path
	}
	forth := walk("Tab")
	for _, want := range []string{"player #slider", "player #back", "player #play", "player #next", "player summary", "player #speed", "player #restart", "player #help-open", "player #fullscreen"} {
		if !slices.Contains(forth, want) {
			t.Errorf("Tab does not come to %s: %v", want, forth)
		}
	}
	stops := 0
	for i, at := range forth {
		if i > 0 && at == forth[i-1] && strings.Contains(at, "#") {
			t.Errorf("Tab stands still at %s", at)
		}
		if at == "player button.hot" {
			stops++
		}
	}
	if stops > 1 {
		t.Errorf("the stage has %d tab stops, want one", stops)
	}
	back := walk("Shift+Tab")
	slices.Reverse(back)
	for _, want := range []string{"player #slider", "player #play", "player #help-open"} {
		if !slices.Contains(back, want) {
			t.Errorf("Shift+Tab does not come to %s: %v", want, back)
		}
	}
}

func TestTheFootsLinksStayBesideWhatIsFetchedAndUnderWhatWentWrong(t *testing.T) {
	p := player(t, "gap", "", thrifty)
	p.Key("Tab") // a reader is there: the styles come
	p.Wait("its styles", `document.styleSheets.length > 1 && document.getElementById("ticks").querySelector(":scope > .track")`)
	retry := english.String("status.retry")
	for _, width := range []int{320, 390, 700, 1280} {
		p.Size(width, 900)
		for what, html := range map[string]string{
			"progress": english.String("status.loading", words.Str("percent", "100%")),
			"failure":  english.String("status.unsupported") + " <button type=button>" + retry + "</button>",
		} {
			p.Do(`document.getElementById("status").innerHTML = %s`, html)
			p.Drawn()
			p.Drawn()
			line := p.Box("#status")
			for _, link := range p.Boxes("#foot a") {
				if link.W == 0 || link.Meets(line, .5) || !link.Within(browser.Box{W: float64(width), H: 1e4}, 0) {
					t.Errorf("%d px, %s: the link at %v and the line at %v", width, what, link, line)
				}
			}
			if !p.Shown("#foot a") || !p.Shown("#status") {
				t.Errorf("%d px, %s: not both are shown", width, what)
			}
		}
	}
}

// visibleFocus reports whether the element with the focus, or its handle, has an outline.
func visibleFocus(p *browser.Tab) bool {
	return browser.Eval[bool](p, `(() => {
		const e = document.activeElement;
		return [e, ...e.querySelectorAll("#handle")].some(x => getComputedStyle(x).outlineStyle !== "none" && parseFloat(getComputedStyle(x).outlineWidth) >= 1);
	})()`)
}

func TestThePlayerTakesNoFocusByItself(t *testing.T) {
	p := player(t, "gap", "")
	live(p)
	if at := p.Focus(); at != "body" {
		t.Errorf("the focus is at %s", at)
	}
	if n := browser.Eval[int](p, `document.querySelectorAll("canvas[tabindex], canvas:not([aria-hidden=true] *)").length`); n > 0 {
		t.Errorf("%d canvases can be reached", n)
	}
}
