package present

import (
	"os"
	"strings"
	"testing"

	"opencases/internal/test/browser"
)

// axeFile stands beside the tests of the player; make test installs it.
const axeFile = "../player/testdata/node_modules/axe-core/axe.min.js"

// faultless fails for everything that axe finds on a phone, and for what does not fit its width.
func faultless(t *testing.T, p *browser.Tab, state string) {
	t.Helper()
	source, err := os.ReadFile(axeFile)
	if err != nil {
		t.Fatalf("%v; make test installs it (npm ci in internal/test/player/testdata)", err)
	}
	browser.Eval[any](p, "globalThis.axe ?? (() => {"+string(source)+"})(), 0")
	for _, theme := range []string{"light", "dark"} {
		p.Media("prefers-color-scheme", theme)
		for _, fault := range browser.Eval[[]string](p, `axe.run(document, { resultTypes: ["violations"] }).then(r => r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 160)).join(" ")))`) {
			t.Errorf("%s, %s: %s", state, theme, fault)
		}
	}
	if w := browser.Eval[float64](p, `document.documentElement.scrollWidth`); w > browser.Eval[float64](p, `innerWidth`) {
		t.Errorf("%s: the page is %.0f px wide", state, w)
	}
	for _, b := range p.Boxes("button, input, summary") {
		if b.H < 44 {
			t.Errorf("%s: a control is %.0f px high, want at least 44 for a thumb", state, b.H)
		}
	}
}

func TestThePageOnPhonesHasNoFaultOfAccess(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "1")
	p := c.phone(t, 320)
	p.Wait("the phone waits", `document.querySelector("#view").dataset.key === "wait"`)
	faultless(t, p, "waiting")
	ask := func(step string) {
		presenter.Do(`location.hash = %s`, step)
		at(presenter, step)
	}
	ask("10")
	p.Wait("a number is asked for", `document.getElementById("value")`)
	faultless(t, p, "asked for a number")
	send(p, "300")
	p.Wait("it is in", `document.querySelector(".sent") === document.activeElement`)
	faultless(t, p, "answered")
	press(presenter, "r")
	p.Wait("the answer is there", `document.querySelector(".answer")`)
	faultless(t, p, "revealed")
	ask("14")
	p.Wait("a line is asked for", `document.getElementById("pad")`)
	p.Do(`document.querySelector("details").open = true`)
	faultless(t, p, "asked for a line")
	press(presenter, "r")
	p.Wait("the answer is there", `document.querySelector(".answer")`)
	faultless(t, p, "revealed without an answer")
}

func TestAPhoneWithoutScriptsTakesPart(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "10")
	p := chromium.Tab(t, (*browser.Tab).NoScripts)
	p.Open(c.home + "p")
	p.Click("button[value=join]")
	p.Wait("the question is there", `document.getElementById("value")`)
	p.Click("#value")
	p.Type("300")
	p.Click("button[value=answer]")
	p.Wait("the answer is in", `/Your answer is in: 300/.test(document.querySelector(".sent")?.textContent)`)
	count(presenter, "1 of 1 phones answered")
	press(presenter, "r")
	at(presenter, "10.2")
	presenter.Wait("it is closed", `document.querySelector("#poll-board .found")`)
	p.Click("button[value=look]")
	p.Wait("the record is there", `document.querySelector(".answer")`)
	if text := p.Text(".answer"); !strings.Contains(text, "You placed 300. The coalition’s figure is 208") {
		t.Errorf("the phone says %q", text)
	}
}
