package browsertest

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/target"

	"opencases/internal/browser"
)

// unrehearsed is what was in the way of a rehearsal: "" after a whole one.
func unrehearsed(p *browser.Tab) string {
	p.T.Helper()
	return browser.Eval[string](p, `performance.getEntriesByName("opencases.rehearsed")[0].detail`)
}

// workers are how many threads of its own the tab's page has beside its first.
func workers(p *browser.Tab) (n int) {
	p.T.Helper()
	for _, info := range browser.CallBrowser(p, target.GetTargets, target.GetTargetsParams{}).TargetInfos {
		if info.Type == "worker" && strings.HasPrefix(info.URL, "blob:"+strings.TrimSuffix(home, "/")) {
			n++
		}
	}
	return n
}

func TestTheEngineRehearsesInAWorkerThatThenGoes(t *testing.T) {
	p := player(t, "gap", "", func(p *browser.Tab) {
		p.Before(`globalThis.made = 0; globalThis.Worker = class extends Worker { constructor(...given) { super(...given); made++; } }`)
	})
	p.Hover(1, 1)
	p.Until("the worker is there", func() bool { return workers(p) == 1 })
	live(p)
	if fault := unrehearsed(p); fault != "" {
		t.Errorf("no whole rehearsal: %s", fault)
	}
	p.Until("the worker has gone", func() bool { return workers(p) == 0 })
	if n := browser.Eval[int](p, `made`); n != 1 {
		t.Errorf("%d workers were made, want one", n)
	}
	same(t, "after a rehearsal", stage(p), stage(fresh(t, "gap")))
}

func TestTheEngineRehearsesInAFrameWithoutAnOrigin(t *testing.T) {
	host := page(t, `<!doctype html><title>Host</title><iframe title="Open Cases" sandbox="allow-scripts" width="640" height="780" src="`+home+`en/player/gap/?eager"></iframe>`)
	p := chromium.Tab(t)
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Open(host)
	f := p.Frame("/en/player/gap/")
	f.Wait("the engine draws", `document.getElementById("stage")?.hasAttribute("data-live")`)
	if fault := unrehearsed(f); fault != "" {
		t.Errorf("no whole rehearsal: %s", fault)
	}
}

// What a worker lacks, or a host forbids, a start must do without.
func TestAStartGoesOnWhereThereIsNoRehearsal(t *testing.T) {
	for _, test := range []struct{ name, before, policy, want string }{
		{"nobody would gain by one", `Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { value: 1 })`, "", "of no use here"},
		{"a worker cannot be made", `globalThis.Worker = class { constructor() { throw new Error("no such thing"); } }`, "", "no such thing"},
		{"a host forbids workers", ``, "worker-src 'none'", "no worker"},
		{"a worker stops", `Worker = class extends Worker { postMessage(what) { super.postMessage({ ...what, program: null }); } }`, "", "WebAssembly.instantiate(): "},
		{"workers have no canvas", `delete globalThis.OffscreenCanvas`, "", "of no use here"},
		{"a worker never answers", `Worker.prototype.postMessage = () => {}`, "", "too slow"},
	} {
		t.Run(test.name, func(t *testing.T) {
			address := serveWith(t, func(w http.ResponseWriter, r *http.Request, site http.Handler) {
				if test.policy != "" {
					w.Header().Set("Content-Security-Policy", test.policy)
				}
				site.ServeHTTP(w, r)
			})
			p := chromium.Tab(t, counted)
			if test.before != "" {
				p.Before(test.before)
			}
			if test.policy != "" {
				p.Log.Expect(`Content Security Policy`)
			}
			p.Open(address + "en/player/gap/")
			live(p)
			if got := unrehearsed(p); !strings.HasPrefix(got, test.want) {
				t.Errorf("the rehearsal's fault is %q, want %q", got, test.want)
			}
			p.Key("PageDown")
			at(p, "count", 1)
		})
	}
}
