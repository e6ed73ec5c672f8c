package embed

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"

	"opencases/internal/oembed"
)

// The code that stands in pages before any script runs holds the place as the script does, and oEmbed says the same.
func TestTheCodeHoldsThePlaceThatTheScriptHolds(t *testing.T) {
	p := open(t, ours+"en/embed/", view{1280, 900})
	css := js[string](p, `/padding-bottom: (.*); }/.exec([...document.querySelectorAll(".recipes code")].map(c => c.textContent).join("\n"))[1]`)
	js[bool](p, `(globalThis.high = (css, w) => {
		const around = document.createElement("div"), place = document.createElement("div");
		around.style.width = w + "px";
		place.style.paddingBottom = css;
		around.append(place);
		document.body.append(around);
		const { height } = place.getBoundingClientRect();
		around.remove();
		return height;
	}, globalThis.hold = (`+module(t, "../../../web/embed/hold.js")+`).hold, true)`)
	widths := []int{280, 297, 298, 320, 351, 352, 393, 394, 481, 482, 559, 560, 640, 689, 690, 800, 1079, 1080, 1133, 1250}
	for _, chapter := range chapters {
		for options, look := range map[string]oembed.Look{
			"": {}, ",caption:'off'": {NoCaption: true}, ",controls:'none'": {NoControls: true}, ",controls:'none',caption:'off'": {NoControls: true, NoCaption: true},
		} {
			look.Chapter = chapter
			script := js[[]float64](p, fmt.Sprintf(`%s.map(w => high(hold({chapter:%q%s}), w))`, list(widths), chapter, options))
			for i, w := range widths {
				if said := oembed.FrameHeight(w, look); math.Abs(script[i]-float64(said)) > 1 {
					t.Errorf("%s%s at %d: the script holds %.1f px, oEmbed says %d", chapter, options, w, script[i], said)
				}
			}
		}
	}
	for w := 280; w <= 1400; w += 40 {
		script, page := js[float64](p, fmt.Sprintf(`high(hold(), %d)`, w)), js[float64](p, fmt.Sprintf("high(%q, %d)", css, w))
		if math.Abs(script-page) > .5 {
			t.Errorf("at %d: the script holds %.1f px, the page %.1f", w, script, page)
		}
	}
}

// list writes numbers as JavaScript does.
func list(numbers []int) string { return strings.ReplaceAll(fmt.Sprint(numbers), " ", ",") }

func TestAChoiceStandsInTheAddressThePlayerAndTheCode(t *testing.T) {
	p := open(t, ours+"en/embed/?chapter=count&theme=dark&controls=minimal&accent=%231f5f9e&height=640&guess=off&lang=xx&font=%22%3E&width=phone", view{1280, 2000})
	p.until(`document.querySelector("open-cases").state`)
	if got := js[string](p, `location.search`); got != "?chapter=count&theme=dark&accent=%231f5f9e&controls=minimal&guess=off&height=640&width=phone" {
		t.Errorf("the address is %s", got)
	}
	for id, want := range map[string][]string{
		"script":   {`chapter="count" lang="en" theme="dark" accent="#1f5f9e" controls="minimal" guess="off" height="640"`, `padding-bottom:640px`, ours + "embed.js"},
		"div":      {`data-open-cases="chapter=count&amp;lang=en&amp;theme=dark&amp;accent=%231f5f9e`},
		"frame":    {ours + `en/player/count/?theme=dark&amp;accent=%231f5f9e&amp;controls=minimal&amp;guess=off&amp;height=fit"`, `height="640"`, `sandbox="allow-scripts `},
		"oembed":   {ours + "en/count/?theme=dark&accent=%231f5f9e&controls=minimal&guess=off"},
		"endpoint": {ours + "oembed?format=json&url=", "%2Fen%2Fcount%2F%3Ftheme%3Ddark"},
		"amp":      {`<amp-iframe src="` + ours + `en/player/count/?theme=dark`, ` sandbox="allow-scripts `, ` layout="responsive"`, ` resizable `, `<amp-img placeholder `, `<button overflow `},
		"html":     {`<a href="` + ours + `en/count/"><img src="` + ours, ` alt="`},
		"markdown": {"](" + ours + "en/count/)"},
	} {
		code := js[string](p, `document.getElementById("code-`+id+`").textContent`)
		for _, part := range want {
			if !strings.Contains(code, part) {
				t.Errorf("%s: %s; it must hold %s", id, code, part)
			}
		}
		if strings.ContainsAny(code, "{}") || strings.Contains(code, "ADDRESS") {
			t.Errorf("%s is not filled in: %s", id, code)
		}
	}
	if src := js[string](p, `document.querySelector("open-cases").frame.src`); !strings.HasPrefix(src, ours+"en/player/count/?") {
		t.Errorf("the preview shows %s", src)
	}
	// By keyboard: the first field is the chapter.
	js[bool](p, `(document.getElementById("chapter").focus(), true)`)
	js[bool](p, `(f => { f.value = "gap"; f.dispatchEvent(new Event("input", { bubbles: true })); return true; })(document.getElementById("chapter"))`)
	p.until(`location.search.startsWith("?chapter=gap&") && document.querySelector("open-cases").getAttribute("chapter") === "gap" && document.getElementById("code-oembed").textContent.includes("/en/gap/")`)
	p.until(`document.querySelectorAll("open-cases").length === 1 && document.querySelector("open-cases").state?.chapter === "gap"`)
	p.quiet()
}

// Every form of the code, put on a page of another origin, shows the player or leads to it.
func TestTheCodeOfTheBuilderWorksOnAHostsPage(t *testing.T) {
	p := open(t, ours+"en/embed/?chapter=gap", view{1280, 2000})
	p.until(`document.querySelector("open-cases").state`)
	for _, id := range []string{"script", "div", "frame"} {
		code := js[string](p, `document.getElementById("code-`+id+`").textContent`)
		for _, w := range []int64{320, 700} {
			t.Run(fmt.Sprintf("%s/%d", id, w), func(t *testing.T) {
				host := open(t, page(t, code), view{w, 900})
				f := host.frame(0)
				host.untilIn(f, `document.getElementById("title").textContent`)
				if box := js[[]float64](host, `(f => [f.offsetWidth, f.offsetHeight])(document.querySelector("iframe") ?? document.querySelector("open-cases").frame)`); box[0] < float64(w)-20 || box[1] < 600 {
					t.Errorf("the frame is %v", box)
				}
				host.untilIn(f, `document.documentElement.scrollHeight <= innerHeight + 1 && document.documentElement.scrollWidth <= innerWidth`)
				host.quiet()
			})
		}
	}
}

// Where a page may not write to the clipboard, the code is selected and the reader is told.
func TestCopyingFallsBackToSelecting(t *testing.T) {
	p := open(t, ours+"en/embed/", view{1280, 2000})
	p.until(`document.querySelector("open-cases").state`)
	js[bool](p, `(Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }), document.querySelector("[data-copy=code-oembed]").click(), true)`)
	p.until(`document.getElementById("said").textContent`)
	if got, want := js[string](p, `String(getSelection())`), ours+"en/"; strings.TrimSpace(got) != want {
		t.Errorf("selected is %q, want %q", got, want)
	}
	if got := js[string](p, `document.activeElement.id`); got != "code-oembed" {
		t.Errorf("the focus is on %q", got)
	}
}

// Copying is said to those who do not see the button, and works by keyboard.
func TestCopyingByKeyboardTakesTheWholeCodeAndSaysSo(t *testing.T) {
	p := open(t, ours+"en/embed/?chapter=gap", view{1280, 2000})
	p.until(`document.querySelector("open-cases").state`)
	js[bool](p, `(Object.defineProperty(navigator, "clipboard", { value: { writeText: text => { globalThis.copied = text; return Promise.resolve(); } } }), true)`)
	for _, id := range js[[]string](p, `[...document.querySelectorAll("[data-copy]")].map(b => b.dataset.copy)`) {
		js[bool](p, fmt.Sprintf(`(document.getElementById("said").textContent = "", document.querySelector("[data-copy=%s]").focus(), true)`, id))
		for _, kind := range []input.DispatchKeyEventType{"keyDown", "keyUp"} {
			call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13})
		}
		p.until(fmt.Sprintf(`globalThis.copied === document.getElementById(%q).textContent && document.getElementById("said").textContent`, id))
	}
	p.quiet()
}
