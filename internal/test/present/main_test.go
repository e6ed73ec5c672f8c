// Package present goes through the presenter, the speaker's window and the handout in a real browser, as a teacher
// would: by keyboard, clicker, pointer and touch, with windows that are closed and opened again.
package present

import (
	"fmt"
	"os"
	"testing"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

// All tests share one site, one server and one browser; each has tabs of its own.
var (
	home     string // address of the site, with a slash at the end
	made     *site.Site
	chromium *browser.Browser
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "tests of the presenter:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	player, err := built.Load()
	if err != nil {
		return 1, err
	}
	made, err = site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return 1, err
	}
	server := serve.New("127.0.0.1:0", made)
	if err := server.Open(); err != nil {
		return 1, err
	}
	defer server.Close()
	home = server.URL()
	if chromium, err = browser.Start(); err != nil {
		return 1, err
	}
	defer chromium.Close()
	return m.Run(), nil
}

// stills opens the presenter without the engine: nothing moves, and every build is its still.
func stills(t *testing.T, step string) *browser.Tab {
	t.Helper()
	p := chromium.Tab(t, noEngine)
	open(p, step)
	return p
}

// noEngine takes WebAssembly away before the page is there, and with it the warning that it is missing: some tests end
// before the engine would be fetched.
func noEngine(p *browser.Tab) {
	p.Before(`{
		delete globalThis.WebAssembly;
		const warn = console.warn;
		console.warn = (...words) => { if (!/no WebAssembly/.test(words[0])) warn.apply(console, words); };
	}`)
}

func open(p *browser.Tab, step string) {
	p.T.Helper()
	p.Open(home + "en/present/#" + step)
	ready(p)
}

func ready(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the scripts are at work", `"ready" in document.documentElement.dataset`)
}

// at waits until the presenter stands at a step, named as in its address.
func at(p *browser.Tab, step string) {
	p.T.Helper()
	p.Wait("the presenter stands at "+step, `location.hash === %s`, "#"+step)
}

// press sends a key as a keyboard does, also those that only a clicker has.
func press(p *browser.Tab, names ...string) {
	p.T.Helper()
	p.Keydown(names...)
}

// shown is what the window shows: its words and the drawing on the stage, with attributes in one order.
func shown(p *browser.Tab) string {
	p.T.Helper()
	return browser.Eval[string](p, `(() => {
		const print = e => e.nodeType === Node.TEXT_NODE ? e.data : e.classList?.contains("leaving") || e.hidden ? "" :
			"<" + e.nodeName + [...e.attributes].map(a => " " + a.name + "=" + a.value).sort().join("") + ">" + [...e.childNodes].map(print).join("");
		return ["kicker", "title", "text", "labels", "poster", "ticks", "room", "rail"].map(id => print(document.getElementById(id))).join("\n");
	})()`)
}
