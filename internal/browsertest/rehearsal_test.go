package browsertest

import (
	"net/http"
	"strings"
	"testing"

	"opencases/internal/browser"
)

// unrehearsed is what was in the way of a rehearsal: "" after a whole one.
func unrehearsed(p *browser.Tab) string {
	p.T.Helper()
	return browser.Eval[string](p, `performance.getEntriesByName("opencases.rehearsed")[0].detail`)
}

func TestTheEngineRehearsesInAWorkerThatThenGoes(t *testing.T) {
	p := player(t, "gap", "", func(p *browser.Tab) {
		p.Before(`globalThis.workers = { made: 0, gone: 0 };
			globalThis.Worker = class extends Worker {
				constructor(...given) { super(...given); workers.made++; }
				terminate() { super.terminate(); workers.gone++; }
			}`)
	})
	live(p)
	if fault := unrehearsed(p); fault != "" {
		t.Errorf("no whole rehearsal: %s", fault)
	}
	if n := browser.Eval[[2]int](p, `[workers.made, workers.gone]`); n != [2]int{1, 1} {
		t.Errorf("%d workers were made and %d have gone, want one", n[0], n[1])
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
