package single

import (
	"testing"

	"opencases/internal/test/browser"
)

func open(p *browser.Tab, address string) {
	p.T.Helper()
	p.Open("about:blank") // the file with another fragment alone would not be loaded anew
	p.Open(file + "#" + address)
	p.Wait("the scripts are at work", `document.documentElement.dataset.ready === ""`)
}

func at(step string, tabs ...*browser.Tab) {
	for _, p := range tabs {
		p.T.Helper()
		p.Wait("the window stands at "+step, `location.hash.endsWith(%s)`, "/#"+step)
	}
}

func press(p *browser.Tab, names ...string) {
	p.T.Helper()
	p.Keydown(names...)
}

// shown is what the presenter shows: its words and the drawing on the stage, with attributes in one order.
func shown(p *browser.Tab) string {
	p.T.Helper()
	return browser.Eval[string](p, `(() => {
		const print = e => e.nodeType === Node.TEXT_NODE ? e.data : e.classList?.contains("leaving") || e.hidden ? "" :
			"<" + e.nodeName + [...e.attributes].map(a => " " + a.name + "=" + a.value).sort().join("") + ">" + [...e.childNodes].map(print).join("");
		return ["kicker", "title", "text", "labels", "poster", "ticks"].map(id => print(document.getElementById(id))).join("\n");
	})()`)
}

func TestTheDeckGoesForwardAndBackFromADisk(t *testing.T) {
	p := chromium.Tab(t, browser.Quiet)
	p.Before(`{ delete globalThis.WebAssembly; const warn = console.warn; console.warn = (...w) => { if (!/no WebAssembly/.test(w[0])) warn.apply(console, w); }; }`)
	open(p, "en/present/")
	var steps, pictures []string
	for {
		steps, pictures = append(steps, browser.Eval[string](p, `location.hash`)), append(pictures, shown(p))
		if browser.Eval[bool](p, `document.getElementById("edge-on").disabled`) {
			break
		}
		p.Key("PageDown")
		p.Wait("a step on", `location.hash !== %s`, steps[len(steps)-1])
	}
	if len(steps) < 40 {
		t.Errorf("the deck has %d builds", len(steps))
	}
	for i := len(steps) - 2; i >= 0; i-- {
		p.Key("PageUp")
		p.Wait("a step back", `location.hash === %s`, steps[i])
		if shown(p) != pictures[i] {
			t.Errorf("back at %s the picture is another", steps[i])
		}
	}
}

func TestThePresentersEngineRunsFromADisk(t *testing.T) {
	p := chromium.Tab(t)
	open(p, "en/present/#9")
	p.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	if ink := browser.Inked(p.ShotOfElement("#stage")); ink < .02 {
		t.Error("the stage is blank")
	}
}

func TestWindowsAgreeAlsoAfterAReloadOfEither(t *testing.T) {
	presenter, speaker := chromium.Tab(t), chromium.Tab(t)
	open(presenter, "en/present/#3")
	open(speaker, "en/present/speaker/")
	at("3", presenter, speaker)
	press(presenter, "PageDown")
	at("3.2", presenter, speaker)
	press(speaker, "PageDown")
	at("4", presenter, speaker)
	open(speaker, "en/present/speaker/")
	at("4", speaker)
	open(presenter, "en/present/")
	at("4", presenter)
	press(speaker, "PageUp")
	at("3.2", presenter, speaker)
	if notes := speaker.Text("#notes-text"); len(notes) < 200 {
		t.Errorf("the notes are %q", notes)
	}
}
