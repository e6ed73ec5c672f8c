package present

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"opencases/internal/test/browser"
)

// A clicker is pressed while the engine starts: at every mark of its start the step that was gone to is the one that
// words, address and picture show afterwards.
func TestAStepTakenWhileTheEngineStartsIsTheOneThatStands(t *testing.T) {
	type view struct {
		told    string
		picture *image.RGBA
	}
	fresh := map[string]view{}
	look := func(p *browser.Tab) view {
		p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
		picture := rested(p)
		return view{browser.Eval[string](p, `["kicker", "title", "text", "description", "labels", "count"].map(id => id + ": " + document.getElementById(id).textContent).join("\n") +
			"\nmonth: " + document.getElementById("slider").getAttribute("aria-valuetext")`), picture}
	}
	ways := [][]string{{"PageDown"}, {"PageDown", "PageDown", "PageDown", "PageUp"}, {"End", "PageUp"}}
	for i, moment := range []string{"wanted", "canvas", "fetched", "started", "begun", "drawn", "shown"} {
		for _, keys := range ways[i%len(ways):][:1] {
			what := fmt.Sprintf("%s at %s", strings.Join(keys, ", "), moment)
			var press strings.Builder
			for _, key := range keys {
				fmt.Fprintf(&press, "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: %q, bubbles: true, cancelable: true }));", key)
			}
			p := chromium.Tab(t, browser.Quiet)
			p.Size(1024, 768)
			p.Before(fmt.Sprintf(`const mark = performance.mark;
				performance.mark = function (name, ...more) {
					const made = mark.call(performance, name, ...more);
					if (name === "opencases." + %q) { performance.mark = mark; %s globalThis.pressed = true; }
					return made;
				}`, moment, press.String()))
			open(p, "1")
			p.Wait("the keys", `globalThis.pressed`)
			now := look(p)
			step := strings.TrimPrefix(browser.Eval[string](p, `location.hash`), "#")
			if step == "1" || step == "" {
				t.Errorf("%s: the presenter stands at %q", what, step)
			}
			want, ok := fresh[step]
			if !ok {
				q := chromium.Tab(t, browser.Quiet)
				q.Size(1024, 768)
				open(q, step)
				want = look(q)
				fresh[step] = want
			}
			if now.told != want.told {
				t.Errorf("%s: at %s stands\n%s\nopened there\n%s", what, step, now.told, want.told)
			}
			if share, most := browser.Difference(want.picture, now.picture, 36); share > .001 {
				t.Errorf("%s: %.2f%% of the picture differs from that of a presenter opened at %s, by up to %d", what, 100*share, step, most)
			}
		}
	}
}
