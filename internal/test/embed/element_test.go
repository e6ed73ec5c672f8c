package embed

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// script is how a host page brings the script.
const script = `<script async src="{ours}embed.js"></script>`

// held is what the snippet of the builder writes, so that the place is kept even before the script has come.
const held = `display:block;height:0;padding-bottom:`

// shift is the page's cumulative layout shift.
const shift = `new Promise(done => setTimeout(() => {
	let sum = 0;
	new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
	setTimeout(() => done(sum), 100);
}, 700))`

// holding is the style that keeps a place for a chapter before the script has come, as web/embed/hold.js has it.
func holding(t testing.TB, options string) string {
	t.Helper()
	p := blank(t, view{800, 600})
	p.visit(ours + "healthz")
	return js[string](p, "("+module(t, "../../../web/embed/hold.js")+")"+options)
}

var chapters = []string{"cover", "strikes", "reports", "cases", "gap", "count", "if", "after", "explore"}

// heights are, of each embed of a page, its width, the player's height and the height that was held before it came.
const heights = `[...document.querySelectorAll("open-cases")].map(e => (b => [e.offsetWidth, parseFloat(b.style.getPropertyValue("--height")), (b.classList.remove("known"), b.offsetHeight)])(e.shadowRoot.querySelector("div")))`

// Embeds of several widths load side by side, so that each moves only what is below it, in a window that holds them all:
// only what is in sight counts as a shift.
func TestNothingMovesWhileAnEmbedLoads(t *testing.T) {
	for _, chapter := range chapters {
		place := held + holding(t, fmt.Sprintf(".hold({chapter: %q}, 40)", chapter))
		widths := []int{280, 360, 640, 1250}
		if chapter == "gap" {
			widths = []int{280, 297, 298, 330, 351, 352, 393, 394, 414, 481, 482, 520, 559, 560, 600, 640, 689, 690, 800, 1000, 1079, 1080, 1133, 1250, 1400}
		}
		for some := range slices.Chunk(widths, 5) {
			t.Run(fmt.Sprintf("%s/%d-%d", chapter, some[0], some[len(some)-1]), func(t *testing.T) {
				var body strings.Builder
				all := 0
				for _, w := range some {
					all += w
					fmt.Fprintf(&body, `<div style="flex:none;width:%dpx"><open-cases chapter="%s" style="%s"></open-cases><p>After it</p></div>`, w, chapter, place)
				}
				p := open(t, page(t, script+`<div style="display:flex;align-items:start">`+body.String()+`</div>`), view{int64(all), 1200})
				p.until(`[...document.querySelectorAll("open-cases")].every(e => e.state && e.shadowRoot.querySelector(".known")) && document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth`)
				if got := js[float64](p, shift); got > 0 {
					t.Errorf("cumulative layout shift %g", got)
				}
				// A shift is not counted where the browser had not painted what was held, nor below 3 px.
				for _, h := range js[[][3]float64](p, heights) {
					if math.Abs(h[1]-h[2]) > 2 {
						t.Errorf("%v px wide: the player is %v px high, %v were held", h[0], h[1], h[2])
					}
				}
				p.quiet()
			})
		}
	}
}
