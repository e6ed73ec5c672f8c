package player

import (
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"

	"opencases/internal/test/browser"
)

// walked goes by keys from the cover to the story's end and back, without waiting for each picture, and counts the beats.
func walked(p *browser.Tab) int {
	p.T.Helper()
	return browser.Eval[int](p, `(async () => {
		const title = document.getElementById("title"), seen = new Set();
		const press = async key => {
			document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true }));
			await new Promise(then => setTimeout(then, 20));
			seen.add(title.textContent);
		};
		await press("Home");
		for (let n = 0; !document.getElementById("next").ariaDisabled && n < 100; n++) await press("PageDown");
		await press("Home");
		return seen.size;
	})()`)
}

// The heaps are compared once all garbage has gone from the page's; Go's grows for good. In the first two ways V8 compiles
// the functions that it finds busy: some 40 kB of machine code, which counts as heap and is nothing that the page holds.
func TestTenWaysThroughTheStoryTakeNoMoreMemoryThanTwo(t *testing.T) {
	p := chromium.Tab(t, counted, browser.Quiet)
	p.Before(`(() => {
		const { instantiate } = WebAssembly;
		WebAssembly.instantiate = async (...given) => globalThis.engine = await instantiate(...given);
	})()`)
	p.Open(home + "en/player/cover/?eager&guess=off")
	live(p)
	p.Wait("the cards are there", `performance.getEntriesByType("resource").some(e => /cards/.test(e.name) && e.responseEnd)`)
	var twice map[string]float64
	for way := 1; way <= 10; way++ {
		if beats := walked(p); beats < 20 {
			t.Fatalf("the way through the story has only %d beats", beats)
		}
		if way != 2 && way != 10 {
			continue
		}
		rest(p)
		browser.Call(p, heapprofiler.CollectGarbage, cdp.Empty{})
		held := map[string]float64{
			"WebAssembly": browser.Eval[float64](p, `engine.exports.mem.buffer.byteLength`),
			"JavaScript":  browser.Call(p, runtime.GetHeapUsage, cdp.Empty{}).UsedSize,
			"elements":    browser.Eval[float64](p, `document.querySelectorAll("*").length`),
		}
		if way == 2 {
			twice = held
			continue
		}
		for what, now := range held {
			t.Logf("%s: %.0f after two, %.0f after ten, %.3f", what, twice[what], now, now/twice[what])
			if now > 1.05*twice[what] {
				t.Errorf("%s: %.0f after two ways through the story, %.0f after ten", what, twice[what], now)
			}
		}
	}
}
