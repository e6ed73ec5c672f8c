package main

import (
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/cdproto/tracing"

	"opencases/internal/test/browser"
)

// readings are what was read of one contestant in one run, by name. A quantity that a contestant does not have is missing.
type readings map[string]float64

// act is a motion that is measured: something to get ready, then the motion itself.
type act struct{ name, prepare, run string }

func acts() []act {
	return []act{
		{"timeline", `await bench.clear()`, fmt.Sprintf(`await bench.settle(%g)`, pace)},
		{"once", `await bench.clear()`, `await bench.settle(0)`},
		{"regroup", `await bench.show("reports")`, `await bench.regroup("cases"); await bench.regroup("reports"); await bench.regroup("cases")`},
	}
}

// idle stands for the acts where nothing is drawn: frames come all the same.
var idle = []act{{"timeline", ``, `await new Promise(done => setTimeout(done, 3000))`}}

const (
	quiet   = 1000            // ms without a long task, after which a page is taken to be quiet
	endless = 8 * time.Second // after which a page that can move is not expected to become quiet any more
	watched = 5 * time.Second // how long the processor is watched
)

// measure reads a contestant once: everything, or the named parts.
func measure(c *contestant, s *stage, elsewhere *host, parts string) (readings, error) {
	r := readings{}
	for _, part := range []struct {
		name string
		take func() error
		not  bool
	}{
		{"start", func() error { return start(c, s, r) }, c.kind == bare},
		{"motion", func() error { return motion(c, s, r) }, c.kind == bare},
		{"rest", func() error { return rest(c, s, r) }, c.kind != bare}, // the others' is read after the motion
		{"link", func() error { return link(c, s, r) }, !c.marks},
		{"sight", func() error { return sight(c, s, elsewhere, r) }, c.kind == floor},
	} {
		if part.not || parts != "" && !slices.Contains(strings.Split(parts, ","), part.name) {
			continue
		}
		began := time.Now()
		if err := part.take(); err != nil {
			return r, err
		}
		fmt.Fprintf(os.Stderr, "%s, %s: %.0f s\n", c.name, part.name, time.Since(began).Seconds())
	}
	return r, nil
}

// rest reads what a page takes while nothing happens in it.
func rest(c *contestant, s *stage, r readings) error {
	return visit(c, func(b *browser.Browser, w *witness) {
		p := c.tab(b, w, s)
		p.Open(c.host.URL + c.path)
		r["rest"] = busy(p)
	})
}

// start reads what a first visit takes.
func start(c *contestant, s *stage, r readings) error {
	return visit(c, func(b *browser.Browser, w *witness) { c.arrive(b, w, s, r, "", nil) })
}

// link reads the same over a middling mobile link.
func link(c *contestant, s *stage, r readings) error {
	return visit(c, func(b *browser.Browser, w *witness) {
		c.arrive(b, w, s, r, "link/", func(p *browser.Tab) {
			const bits = 10e6
			browser.Call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
				MatchedNetworkConditions: []*network.Conditions{{Latency: 40, DownloadThroughput: bits / 8, UploadThroughput: bits / 8}},
			})
		})
	})
}

// arrive opens the contestant's page and reads when what was there.
func (c *contestant) arrive(b *browser.Browser, w *witness, s *stage, r readings, prefix string, before func(p *browser.Tab)) {
	p := c.tab(b, w, s)
	if before != nil {
		before(p)
	}
	c.host.taken()
	reel := roll(p)
	p.Open(c.host.URL + c.path)
	c.ready(p, s)
	calm := false
	if prefix == "" { // over a link only the picture is asked for
		calm = calmed(p)
	}
	long := browser.Eval[[][2]float64](p, `benchNotes.long`)
	finished := p.Shot() // waits for what is still being painted
	if c.kind != floor { // those draw for ever, and have shown the picture already
		reel.rest()
	}
	frames := reel.stop()
	began := browser.Eval[float64](p, `performance.timeOrigin`)
	if c.marks {
		at, ok, err := first(frames, finished, c.box(p))
		if !ok || err != nil {
			w.Fatalf("no frame shows the picture: %v", err)
		}
		r[prefix+"picture"] = at - began
		mark := "bench.ready"
		if c.kind == ours {
			mark = "opencases.drawn"
		}
		r[prefix+"moving"] = browser.Eval[float64](p, `performance.getEntriesByName(%s)[0].startTime`, mark)
	}
	over := r[prefix+"picture"]
	for _, task := range long {
		over = max(over, task[0]+task[1])
		r[prefix+"longest"] = max(r[prefix+"longest"], task[1])
	}
	if calm {
		r[prefix+"quiet"] = over
	}
	for _, a := range c.host.taken() {
		r[prefix+"bytes"] += float64(a.n) / 1000
		if c.kind != ours || firstResponse(a.path) {
			r[prefix+"first"] += float64(a.n) / 1000
		}
	}
}

// calmed waits until a page has had no long task for a while. It answers false for one that never has that rest: a page that
// draws for ever has long tasks for ever where the processor does the drawing.
func calmed(p *browser.Tab) bool {
	for end := time.Now().Add(endless); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if browser.Eval[bool](p, `performance.now() - benchNotes.long.reduce((end, [at, took]) => Math.max(end, at + took), 0) > %s`, quiet) {
			return true
		}
	}
	return false
}

// firstResponse names what the product sends before anything is wished: the document, in which the picture is, and the
// script that it starts with.
func firstResponse(path string) bool {
	return strings.HasSuffix(path, "/") || strings.HasPrefix(path, "/assets/boot-")
}

// motion reads the acts, with the graphics drawn as they are; then what is left when they are over; then, for those that
// draw through WebGL, the acts again with every call but the drawing ones.
func motion(c *contestant, s *stage, r readings) error {
	return visit(c, func(b *browser.Browser, w *witness) {
		p := c.tab(b, w, s)
		p.Open(c.host.URL + c.path)
		c.ready(p, s)
		list := acts()
		if !c.marks {
			list = idle
		}
		time.Sleep(time.Second) // what a page does after it is there
		c.play(p, list, func(a act, q passage, processor float64) {
			r.add(a.name+"/drawn/", q)
			r.add(a.name+"/undrawn/", q) // for those that have no drawing to leave out
			frames := float64(len(q.Frames))
			r[a.name+"/rate"] = frames / q.Seconds
			r[a.name+"/cpu"] = processor / frames
			r[a.name+"/long"], r[a.name+"/longest"] = float64(len(q.Long)), 0
			if len(q.Long) > 0 {
				r[a.name+"/longest"] = slices.Max(q.Long)
			}
		})
		memory(p, r)
		r["rest"] = busy(p)
		if !c.webgl {
			return
		}
		p.Do(`benchNotes.stub = true`)
		c.play(p, list, func(a act, q passage, _ float64) { r.add(a.name+"/undrawn/", q) })
	})
}

// add takes in what a passage's frames took: all of them, those with which a month came, and the others.
func (r readings) add(prefix string, q passage) {
	task, script := func(c cost) float64 { return c.Task }, func(c cost) float64 { return c.Script }
	all, month, other := func(cost) bool { return true }, func(c cost) bool { return c.Month }, func(c cost) bool { return !c.Month }
	r[prefix+"task"], r[prefix+"task95"] = q.of(task, all).Median(), q.of(task, all).P95()
	r[prefix+"script"], r[prefix+"script95"] = q.of(script, all).Median(), q.of(script, all).P95()
	for name, quantity := range map[string]func(cost) float64{"task": task, "script": script} {
		delete(r, prefix+"month/"+name)
		delete(r, prefix+"other/"+name)
		if with, without := q.of(quantity, month), q.of(quantity, other); len(with) > 0 && len(without) > 0 {
			r[prefix+"month/"+name], r[prefix+"other/"+name] = with.Median(), without.Median()
		}
	}
}

// play runs acts under trace. processor is the ms that all processes of the browser took.
func (c *contestant) play(p *browser.Tab, list []act, take func(a act, q passage, processor float64)) {
	var mu sync.Mutex
	var events []event
	done := make(chan struct{})
	p.Listen(func(e any) {
		switch e := e.(type) {
		case *tracing.EventDataCollected:
			mu.Lock()
			defer mu.Unlock()
			for _, raw := range e.Value {
				if got, ok := parse(raw); ok {
					events = append(events, got)
				}
			}
		case *tracing.EventTracingComplete:
			select {
			case <-done:
			default:
				close(done)
			}
		}
	})
	browser.Call(p, tracing.Start, tracing.StartParams{TransferMode: "ReportEvents",
		TraceConfig: &tracing.TraceConfig{IncludedCategories: categories, ExcludedCategories: []string{"*"}}})
	spent := map[string]float64{}
	for _, a := range list {
		p.Do(a.prepare)
		p.Drawn()
		before := processes(p)
		perform(p, fmt.Sprintf(`performance.mark("act:%s"); %s; performance.mark("end:%s")`, a.name, a.run, a.name))
		spent[a.name] = 1000 * since(before, processes(p))
	}
	browser.Call(p, tracing.End, cdp.Empty{})
	select {
	case <-done:
	case <-time.After(patience):
		p.T.Fatalf("the trace did not come")
	}
	mu.Lock()
	defer mu.Unlock()
	for _, a := range list {
		q, ok := between(events, "act:"+a.name, "end:"+a.name)
		if !ok || len(q.Frames) == 0 {
			p.T.Fatalf("the trace of %s holds no frames (%d events)", a.name, len(events))
		}
		take(a, q, spent[a.name])
	}
}

// memory reads what the page holds once its garbage is gone, in MB.
func memory(p *browser.Tab, r readings) {
	for range 2 {
		browser.Call(p, heapprofiler.CollectGarbage, cdp.Empty{})
	}
	heap := browser.Call(p, runtime.GetHeapUsage, cdp.Empty{})
	r["heap"], r["dom"] = heap.UsedSize/1e6, heap.EmbedderHeapUsedSize/1e6
	r["wasm"] = browser.Eval[float64](p, `benchNotes.memories.reduce((sum, m) => sum + m.buffer.byteLength, 0)`) / 1e6
	var page *systeminfo.ProcessInfo // a browser keeps spare ones, which have done nothing
	for _, process := range browser.CallBrowser(p, systeminfo.GetProcessInfo, cdp.Empty{}).ProcessInfo {
		if process.Type == "renderer" && (page == nil || process.CPUTime > page.CPUTime) {
			page = process
		}
	}
	if page != nil {
		if kb, err := own(page.ID); err == nil {
			r["process"] = kb / 1000
		}
	}
}

// own is the memory that a process shares with none, in kB.
func own(pid int64) (kb float64, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "RssAnon:" {
			return strconv.ParseFloat(fields[1], 64)
		}
	}
	return 0, fmt.Errorf("process %d tells nothing of its memory", pid)
}

// processes are the seconds each process of the browser has had so far.
func processes(p *browser.Tab) map[int64]float64 {
	all := map[int64]float64{}
	for _, process := range browser.CallBrowser(p, systeminfo.GetProcessInfo, cdp.Empty{}).ProcessInfo {
		all[process.ID] = process.CPUTime
	}
	return all
}

func since(before, after map[int64]float64) (seconds float64) {
	for id := range maps.Keys(after) {
		seconds += math.Max(0, after[id]-before[id])
	}
	return seconds
}

// busy is how many ms a second all processes of the browser take while nobody does anything.
func busy(p *browser.Tab) float64 {
	time.Sleep(time.Second)
	before, began := processes(p), time.Now()
	time.Sleep(watched)
	return 1000 * since(before, processes(p)) / time.Since(began).Seconds()
}

// sight reads what a playing contestant takes in a frame of another site's page once it is scrolled out of sight.
func sight(c *contestant, s *stage, elsewhere *host, r readings) error {
	return visit(c, func(b *browser.Browser, w *witness) {
		address := strings.Replace(elsewhere.URL, "127.0.0.1", "localhost", 1) // another site, not only another port
		p := b.Tab(w)
		p.Log.Allow(c.host.URL)
		p.Log.Allow(address)
		p.Before(injected)
		p.Open(address + c.id + "/")
		if c.kind != bare {
			f := p.Frame(strings.TrimPrefix(c.host.URL, "http://"))
			if c.kind == ours {
				f.Wait("the player is there", `document.readyState === "complete"`)
			} else {
				f.Wait("the scene is drawn", `performance.getEntriesByName("bench.ready").length > 0`)
			}
			f.Do(`document.getElementById("play").click()`)
			if c.kind == ours {
				f.Wait("it plays", `document.getElementById("stage").hasAttribute("data-live") && document.getElementById("play").hasAttribute("data-playing")`)
			}
			time.Sleep(time.Second)
		}
		p.Do(`scrollTo(0, document.documentElement.scrollHeight)`)
		r["sight"] = busy(p)
	})
}
