package embedtest

import (
	"fmt"
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
	return js[string](p, "("+module(t, "../../web/embed/hold.js")+")"+options)
}

var chapters = []string{"cover", "strikes", "reports", "cases", "gap", "count", "if", "after", "explore"}

func TestNothingMovesWhileAnEmbedLoads(t *testing.T) {
	for _, chapter := range chapters {
		place := held + holding(t, fmt.Sprintf(".hold({chapter: %q}, 40)", chapter))
		widths := []int64{280, 360, 640, 1250}
		if chapter == "gap" {
			widths = []int64{280, 297, 298, 330, 351, 352, 393, 394, 414, 481, 482, 520, 559, 560, 600, 640, 689, 690, 800, 1000, 1079, 1080, 1133, 1250, 1400}
		}
		for _, w := range widths {
			t.Run(fmt.Sprintf("%s/%d", chapter, w), func(t *testing.T) {
				p := open(t, page(t, script+`<style>html{scrollbar-gutter:stable}</style><open-cases chapter="`+chapter+`" style="`+place+`"></open-cases><p>After it</p>`), view{w + 15, 900}) // 15 px are the scrollbar
				p.until(`document.querySelector("open-cases").state`)
				if got := js[float64](p, shift); got > 0 {
					h := js[[]float64](p, `(b => [parseFloat(b.style.getPropertyValue("--height")), (b.classList.remove("known"), b.offsetHeight)])(document.querySelector("open-cases").shadowRoot.querySelector("div"))`)
					t.Errorf("cumulative layout shift %.4f; the player is %v px high, %v were held", got, h[0], h[1])
				}
				p.quiet()
			})
		}
	}
}
