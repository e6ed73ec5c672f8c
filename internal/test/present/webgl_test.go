package present

import (
	"strings"
	"testing"
	"time"

	"opencases/internal/test/browser"
	"opencases/internal/test/firefox"
)

// idle is how long a presenter is left alone: it looks for the engine while nothing else is to do.
const idle = 8 * time.Second

// Where nothing paints WebGL the stills stand. The engine is not asked for: a request that is then given up is a fault in
// Firefox's console, once for each file.
func TestInFirefoxAPresenterWithoutWebGLLogsNothingAndAsksForNoEngine(t *testing.T) {
	fox, err := firefox.Start(`user_pref("webgl.disabled", true);`)
	if err != nil {
		t.Fatal(err)
	}
	defer fox.Close()
	w := fox.Window(t)
	w.Open(home + "en/present/#3")
	w.Wait("the scripts are at work", `"ready" in document.documentElement.dataset`)
	w.Wait("a worker keeps the site", `navigator.serviceWorker.ready.then(r => !!r.active)`)
	w.Reload() // now it is the worker that answers
	w.Wait("the scripts are at work", `"ready" in document.documentElement.dataset && !!navigator.serviceWorker.controller`)
	fox.Log()
	time.Sleep(idle)
	for _, line := range fox.Log() {
		if !strings.HasPrefix(line, "asked for ") || strings.Contains(line, ".wasm") || strings.Contains(line, "/record-") {
			t.Error(line)
		}
	}
	w.Press("PageDown")
	w.Wait("the stills go on", `location.hash === "#3.2"`)
}

func TestInChromiumAPresenterWithoutWebGLLogsNothingAndAsksForNoEngine(t *testing.T) {
	p := chromium.Tab(t, func(p *browser.Tab) {
		p.Before(`{
			const own = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith("webgl") ? null : own.call(this, kind, ...rest); };
		}`)
	})
	open(p, "3")
	drag := func() {
		t.Helper()
		at := p.Target("#slider")
		p.Press(at.Centre())
		p.Drag(at.X+at.W*.2, at.Y+at.H/2)
		p.Release(at.X+at.W*.2, at.Y+at.H/2)
	}
	month := p.Attr("#slider", "aria-valuetext")
	drag() // at once, before the presenter has looked for the engine
	p.Wait("the timeline is marked as unavailable", `document.getElementById("slider").getAttribute("aria-disabled")`)
	drag()
	time.Sleep(idle)
	for _, part := range []string{".wasm", "/record-", "/engine-"} {
		if p.Log.Asked(part) {
			t.Errorf("the engine is asked for: %s", part)
		}
	}
	if now := p.Attr("#slider", "aria-valuetext"); now != month || browser.Eval[bool](p, `document.getElementById("asked")?.hidden === false`) {
		t.Errorf("the timeline stands at %s and a mark is shown, want %s and none", now, month)
	}
	p.Key("PageDown")
	at(p, "3.2")
	p.Key("End")
	p.Wait("the ways to explore", `!document.getElementById("explore").hidden`)
	for _, part := range []string{"views", "series"} {
		if n := browser.Eval[int](p, `document.querySelectorAll(%s).length`, "#"+part+` button:not([aria-disabled="true"])`); n > 0 {
			t.Errorf("%d buttons of %s are enabled and can do nothing", n, part)
		}
	}
	if lines := p.Log.Lines(); len(lines) > 0 {
		t.Errorf("the page logged %q", lines)
	}
}
