package main

import (
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"

	"opencases/internal/bench/report"
	"opencases/internal/test/browser"
)

// memory compares what a document holds after one way through the story's beats with what it holds after ten.
func (b *bench) memory() ([]report.Table, error) {
	const once, tenfold = "after one way through the story", "after ten"
	t := report.Table{Name: "memory", Title: "Memory after going through the story", Base: once,
		Note: "Every beat forth from the cover to the end, then back to it, without motion; JavaScript's heap after a collection: " +
			"what it gains is the code that the browser compiles as it runs, no objects. Go's memory never shrinks.",
		Columns: []report.Column{{Name: "WebAssembly", Unit: "kB"}, {Name: "JavaScript", Unit: "kB"}}}
	readings := map[string]map[string]report.Samples{once: {}, tenfold: {}}
	for range min(b.rounds, 3) {
		err := browser.Run(func(bt browser.T) error {
			p := b.tab(bt, counted, browser.Quiet)
			p.Before(`(() => {
				const { instantiate } = WebAssembly;
				WebAssembly.instantiate = async (...given) => globalThis.engine = await instantiate(...given);
			})()`)
			p.Open(b.player("cover"))
			live(p)
			for way := 1; way <= 10; way++ {
				through(p)
				if name := map[int]string{1: once, 10: tenfold}[way]; name != "" {
					still(p)
					browser.Call(p, heapprofiler.CollectGarbage, cdp.Empty{})
					readings[name]["WebAssembly"] = append(readings[name]["WebAssembly"], browser.Eval[float64](p, `engine.exports.mem.buffer.byteLength`)/1000)
					readings[name]["JavaScript"] = append(readings[name]["JavaScript"], browser.Eval[float64](p, `performance.memory.usedJSHeapSize`)/1000)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, name := range []string{once, tenfold} {
		t.Rows = append(t.Rows, report.Row{Name: name, Cells: cells(t.Columns, readings[name])})
	}
	if len(t.Rows[0].Cells[0].Samples) == 0 {
		return nil, fmt.Errorf("nothing was read")
	}
	return []report.Table{t}, nil
}

// through goes from the first beat to the last and back to the first, by the buttons.
func through(p *browser.Tab) {
	p.Do(`const next = document.getElementById("next"), restart = document.getElementById("restart");
		for (let n = 0; !next.getAttribute("aria-disabled") && n < 100; n++) {
			next.click();
			await new Promise(then => setTimeout(then, 30));
		}
		restart.click();
		await new Promise(then => setTimeout(then, 30));`)
}
