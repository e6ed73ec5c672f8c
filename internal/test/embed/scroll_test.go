package embed

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
)

// steps is a player with four steps of 500 px in it, and a way to the end.
const steps = `<open-cases id="oc" chapter="gap">` +
	`<p style="height:500px;margin:0" data-open-cases-step="strikes 1">1</p><p style="height:500px;margin:0" data-open-cases-step="reports 2">2</p>` +
	`<p style="height:500px;margin:0" data-open-cases-step="cases 3">3</p><p style="height:500px;margin:0" data-open-cases-step="gap 4">4</p></open-cases>` +
	`<div style="height:900px"></div>`

// scrollers are articles by what scrolls them: the element with the id "scroller", or the window.
var scrollers = map[string]string{
	"a container as high as the window":    `<main id="scroller" style="height:100vh;overflow:auto">` + steps + `</main>`,
	"the body":                             `<style nonce=host>html{height:100%;overflow:hidden}body{height:100%;overflow:auto}</style>` + steps + `<script>document.body.id = "scroller"</script>`,
	"a low container inside a scroller":    `<div style="height:600px;overflow-y:scroll"><div style="height:150px"></div><section id="scroller" style="height:440px;overflow-y:auto">` + steps + `</section></div>`,
	"a root element as high as the window": `<style nonce=host>html,body{height:100%}</style>` + steps,
	"a shadow root's container": `<app-shell>` + steps + `</app-shell><script>customElements.define("app-shell", class extends HTMLElement {
		constructor() { super(); this.attachShadow({mode: "open"}).innerHTML = '<div style="height:100vh;overflow:auto"><slot></slot></div>'; this.shadowRoot.firstChild.id = "scroller"; } })</script>`,
}

// scrolling defines put, which scrolls the story until the top of a step, from 0, stands so many px below the middle of
// what is in view between two heights of the window.
const scrolling = `window.put = (step, below, top = 0, bottom = innerHeight) => {
		const scroller = document.getElementById("scroller") ?? document.querySelector("app-shell")?.shadowRoot.getElementById("scroller"), box = scroller?.getBoundingClientRect();
		if (box) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
		const y = document.querySelectorAll("[data-open-cases-step]")[step].getBoundingClientRect().top - (top + bottom) / 2 - below;
		(scroller ?? window).scrollBy({top: y, behavior: "instant"});
	}; true`

// stepTo is where the player stands after a step.
var stepTo = []string{"strikes 1", "reports 2", "cases 3", "gap 4"}

const stands = `(s => s.chapter + " " + s.beat)(document.getElementById("oc").state)`

// Forward, back and in jumps: the last step above the middle of what is in view says where the player stands.
func TestStepsAreRightInEveryScroller(t *testing.T) {
	for name, body := range scrollers {
		for _, framed := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/framed=%v", name, framed), func(t *testing.T) {
				address := page(t, script+body)
				var f cdp.FrameID
				if framed { // by a page of another origin
					address = strings.Replace(page(t, `<iframe title=x src="`+address+`" style="display:block;width:640px;height:700px;border:0"></iframe>`), "localhost", "127.0.0.1", 1)
				}
				p := open(t, address, view{640, 700})
				if framed {
					f = p.frames()[0]
				}
				p.untilIn(f, `document.getElementById("oc")?.state`)
				within[bool](p, f, scrolling)
				for _, at := range [][2]int{{0, -20}, {1, -20}, {2, 20}, {2, -20}, {3, -20}, {3, 20}, {2, 20}, {1, 20}, {3, -300}, {1, -20}} {
					within[any](p, f, fmt.Sprintf(`put(%d, %d)`, at[0], at[1]))
					want := at[0]
					if at[1] > 0 {
						want--
					}
					p.untilIn(f, fmt.Sprintf(`%s === %q`, stands, stepTo[want]))
				}
				p.quiet()
			})
		}
	}
}

// A frame as high as the article in it does not scroll: what is in view is what the page around it shows.
func TestStepsAreRightInAFrameAsHighAsItsArticle(t *testing.T) {
	article := page(t, script+steps)
	p := open(t, strings.Replace(page(t, `<div style="height:300px"></div><iframe title=x src="`+article+`" style="display:block;width:640px;height:4000px;border:0"></iframe>`), "localhost", "127.0.0.1", 1), view{640, 700})
	f := p.frames()[0]
	p.untilIn(f, `document.getElementById("oc")?.state`)
	top := within[float64](p, f, `document.querySelector("[data-open-cases-step]").getBoundingClientRect().top`)
	for _, at := range [][2]int{{0, -20}, {1, -20}, {2, 20}, {2, -20}, {3, -20}, {3, 20}, {1, 20}, {2, -20}} {
		js[any](p, fmt.Sprintf(`scrollTo(0, 300 + %v + 500*%d - 350 - %d)`, top, at[0], at[1]))
		want := at[0]
		if at[1] > 0 {
			want--
		}
		p.untilIn(f, fmt.Sprintf(`%s === %q`, stands, stepTo[want]))
	}
	p.quiet()
}
