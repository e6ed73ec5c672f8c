package embed

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
)

// long is an article that is longer than the window, with the embed in the window.
const long = script + `<h1>Article</h1><a href="#" id="before">before</a><open-cases chapter="gap"></open-cases><a href="#" id="after">after</a><div style="height:3000px"></div>`

func (p *tab) key(name, code string, number int64, modifiers int64) {
	p.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{"rawKeyDown", "keyUp"} {
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: name, Code: code, WindowsVirtualKeyCode: number, Modifiers: modifiers})
	}
}

// drag moves a finger up the screen.
func (p *tab) drag(x, from, to float64) {
	p.t.Helper()
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 1})
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	touch("touchStart", &input.TouchPoint{X: x, Y: from})
	for y := from - 20; y >= to; y -= 20 {
		touch("touchMove", &input.TouchPoint{X: x, Y: y})
	}
	touch("touchEnd")
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{})
}

func TestTheWheelAFingerAndKeysScrollTheArticleOverTheEmbed(t *testing.T) {
	p := open(t, page(t, long), view{640, 800})
	p.until(`document.querySelector("open-cases").state`)
	f := p.frame(0)
	p.follows(f)
	within[any](p, f, `document.getElementById("play").click()`) // with the engine awake, which would swallow them all
	p.until(`document.querySelector("open-cases").state.playing`)
	scrolled := func(what string, before float64) {
		t.Helper()
		p.wait(what+" scrolls the article", func() bool { return js[float64](p, `scrollY`) > before+50 })
		js[any](p, `scrollTo({top: 0, behavior: "instant"}); new Promise(r => setTimeout(r, 200))`)
	}
	call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: "mouseWheel", X: 320, Y: 500, DeltaX: .01, DeltaY: 300})
	scrolled("the wheel", 0)
	p.drag(320, 500, 200)
	scrolled("a finger", 0)
	p.key("PageDown", "PageDown", 34, 0)
	scrolled("a key", 0)
	p.quiet()
}

func TestFocusEntersOnlyWhenAskedAndLeavesByTab(t *testing.T) {
	p := open(t, page(t, long), view{640, 1000})
	p.until(`document.querySelector("open-cases").state`)
	f := p.frame(0)
	js[any](p, `document.querySelector("open-cases").play()`)
	p.until(`document.querySelector("open-cases").state.playing`)
	js[any](p, `document.querySelector("open-cases").pause(); new Promise(r => setTimeout(r, 500))`)
	if at := js[string](p, `document.activeElement.localName`); at != "body" {
		t.Errorf("the focus went to %s by itself", at)
	}
	if within[bool](p, f, `document.hasFocus()`) {
		t.Error("the frame has the focus")
	}
	for name, walk := range map[string]struct {
		from, to string
		shift    int64
	}{"forward": {"before", "after", 0}, "back": {"after", "before", 8}} {
		js[any](p, fmt.Sprintf(`document.getElementById(%q).focus()`, walk.from))
		inside := 0
		for range 60 {
			p.key("Tab", "Tab", 9, walk.shift)
			if js[string](p, `document.activeElement.id`) == walk.to {
				break
			}
			if js[string](p, `document.activeElement.localName`) == "open-cases" {
				inside++
			}
		}
		if at := js[string](p, `document.activeElement.id`); at != walk.to || inside < 3 {
			t.Errorf("Tab %s: after %d stops inside the focus is at %q", name, inside, at)
		}
	}
	p.quiet()
}

// sandboxed is a frame as strict as WordPress makes it, on a page that says nothing to it.
const sandboxed = `<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/{query}" style="width:100%;height:720px;border:0"></iframe>`

func TestTheStrictestFrameShowsAndRunsEverything(t *testing.T) {
	p := open(t, page(t, strings.ReplaceAll(sandboxed, "{query}", "")), view{640, 800})
	f := p.frame(0)
	if origin := within[string](p, f, `origin`); origin != "null" {
		t.Fatalf("the frame's origin is %s", origin)
	}
	within[any](p, f, `document.getElementById("back").click()`)
	p.untilIn(f, `document.getElementById("title").textContent`)
	within[any](p, f, `document.getElementById("play").click()`)
	p.untilIn(f, `document.getElementById("stage").hasAttribute("data-live")`)
	within[any](p, f, `document.querySelector("#text [data-figure]").click()`)
	p.untilIn(f, `!document.getElementById("card").hidden && document.querySelector("#card .figure")`)
	p.quiet()
}

func TestAHostWithAStrictPolicyNeedsTwoWordsInIt(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"></open-cases>`,
		"Content-Security-Policy", "default-src 'none'; script-src {ours}; frame-src {ours}; style-src 'nonce-host'; require-trusted-types-for 'script'"), view{640, 900})
	p.until(`document.querySelector("open-cases")?.state`)
	p.follows(p.frame(0))
	p.quiet()
}

func TestAHostThatForbidsFramesShowsTheFallback(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"><a id="fallback" href="{ours}en/gap/">The picture</a></open-cases>`,
		"Content-Security-Policy", "default-src 'none'; script-src {ours}; style-src 'nonce-host'"), view{640, 900})
	p.until(`document.getElementById("fallback").checkVisibility() && customElements.get("open-cases")`)
}

func TestWithoutTheScriptTheFallbackIsThere(t *testing.T) {
	for name, body := range map[string]string{
		"element": script + `<open-cases chapter="gap"><a id="fallback" href="{ours}en/gap/">The picture</a></open-cases>`,
		"div":     script + `<div data-open-cases="gap"><a id="fallback" href="{ours}en/gap/">The picture</a></div>`,
	} {
		p := open(t, page(t, body, "Content-Security-Policy", "script-src 'none'"), view{640, 900})
		if !js[bool](p, `document.getElementById("fallback").checkVisibility() && !document.querySelector("iframe")`) {
			t.Errorf("%s: nothing to see", name)
		}
	}
}

func TestBackAndForwardFindThePageAsItWas(t *testing.T) {
	elsewhere := page(t, "elsewhere")
	p := open(t, page(t, `<script>addEventListener("pageshow", e => window.kept = e.persisted)</script>`+script+`<open-cases chapter="gap"></open-cases>`), view{640, 900})
	p.until(`document.querySelector("open-cases").state`)
	js[any](p, `document.querySelector("open-cases").go("cases", 2)`)
	p.until(`document.querySelector("open-cases").state.beat === 2`)
	p.visit(elsewhere)
	p.back()
	p.until(`document.querySelector("open-cases")?.state`)
	if !js[bool](p, `window.kept === true`) {
		t.Error("the page was not kept for Back")
	}
	js[any](p, `document.querySelector("open-cases").go("count", 3)`)
	p.until(`document.querySelector("open-cases").state.chapter === "count"`)
	p.quiet()
}

func TestAPlainFrameThatIsTooLowGetsASmallerPicture(t *testing.T) {
	for _, size := range []struct{ w, h int }{{360, 690}, {559, 800}, {1079, 760}, {1400, 640}} {
		p := open(t, page(t, fmt.Sprintf(`<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/" style="width:%dpx;height:%dpx;border:0"></iframe>`, size.w, size.h)), view{int64(size.w) + 20, 900})
		f := p.frame(0)
		p.untilIn(f, `document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth`)
	}
}

func TestAPrintedArticleShowsThePictureWithoutControls(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"></open-cases>`), view{1000, 900})
	p.until(`document.querySelector("open-cases").state`)
	f := p.frame(0)
	p.printed(f, func() {
		p.untilIn(f, `!document.getElementById("controls").checkVisibility() && document.querySelector("#poster svg").checkVisibility() && document.getElementById("labels").checkVisibility()`)
		p.untilIn(f, `document.getElementById("player").getBoundingClientRect().height <= innerHeight + 1`)
	})
}

func deck() string {
	return `<link rel="stylesheet" href="/npm/reveal.js/dist/reveal.css"><div class="reveal"><div class="slides"><section>One</section>
	<section><iframe title=x src="{ours}en/player/strikes/?beat=1" width="800" height="600"></iframe></section><section>Three</section></div></div>
	<script src="/npm/reveal.js/dist/reveal.js"></script><script>Reveal.initialize({width: 960, height: 700, preloadIframes: true})</script>
	<script>addEventListener("message", e => { if (e.data?.type === "state") window.state = e.data })</script>`
}

func TestADeckStartsAndStopsThePlayerAndKeepsItsKeys(t *testing.T) {
	p := open(t, page(t, deck()), view{1000, 800})
	p.until(`window.Reveal?.isReady()`)
	js[any](p, `Reveal.slide(1)`)
	f := p.frame(0)
	p.until(`window.state?.playing`)
	js[any](p, `Reveal.slide(2)`)
	p.until(`window.state.playing === false`)
	js[any](p, `Reveal.slide(1)`)
	p.until(`window.state.playing`)
	// With the focus in the frame: a key that is nothing to the player goes to the deck, its own keys stay.
	within[any](p, f, `document.getElementById("next").focus()`)
	p.key("PageDown", "PageDown", 34, 0)
	if at := js[int](p, `Reveal.getIndices().h`); at != 1 {
		t.Errorf("a key of the player's moved the deck to slide %d", at+1)
	}
	p.key("b", "KeyB", 66, 0)
	p.until(`Reveal.isPaused()`)
	p.key("b", "KeyB", 66, 0)
	p.until(`!Reveal.isPaused()`)
	// At the end of the story, on goes the deck.
	within[any](p, f, `document.querySelector("a[data-chapter=explore]").click()`)
	p.untilIn(f, `document.getElementById("next").getAttribute("aria-disabled") === "true"`)
	within[any](p, f, `document.getElementById("play").focus()`)
	p.key("PageDown", "PageDown", 34, 0)
	p.until(`Reveal.getIndices().h === 2`)
	p.quiet()
}
