package embed

import "testing"

// The names of attributes and of the address hold in messages too.
func TestAPageSetsParametersByMessage(t *testing.T) {
	p := open(t, page(t, `<script>window.all = []; addEventListener("message", e => { if (e.data?.openCases === 1) all.push(e.data) });
		window.set = values => frames[0].postMessage({openCases: 1, type: "set", values}, "*")</script>
		<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/" style="width:640px;height:800px;border:0"></iframe>`), view{680, 900})
	p.until(`all.some(d => d.type === "height")`)
	f := p.frame(0)
	p.mu.Lock()
	document := p.worlds[f]
	p.mu.Unlock()
	for _, step := range []struct{ values, want string }{
		{`{theme: "dark"}`, `dark(document.body)`},
		{`{ground: "#101820", accent: "fc0"}`, `ground() === "rgb(16, 24, 32)" && paint("play") === "rgb(255, 204, 0)"`},
		{`{ground: "808080"}`, `ground() === "rgb(23, 22, 20)" && paint("play") === "rgb(255, 204, 0)"`}, // would not be read on: the usual one
		{`{ground: "", accent: "", theme: ""}`, `ground() === "rgb(251, 250, 247)" && paint("play") === "rgb(29, 28, 26)"`},
		{`{font: "georgia", controls: "minimal", caption: "off"}`, `getComputedStyle(document.body).fontFamily.startsWith("Georgia") && !seen("more") && !seen("foot")`},
		{`{font: "", controls: "", caption: ""}`, `getComputedStyle(document.body).fontFamily.includes("Open Cases") && seen("more") && seen("foot")`},
		{`{chapter: "after"}`, `document.getElementById("sheet").dataset.chapter === "after"`},
	} {
		js[any](p, "set("+step.values+")")
		p.untilIn(f, "(() => { "+eyes+"return "+step.want+"; })()")
	}
	// A page that follows the height is told when what is shown gets lower.
	js[any](p, `all.length = 0; set({controls: "none", caption: "off"})`)
	p.until(`all.some(d => d.type === "height")`)
	p.mu.Lock()
	same := p.worlds[f] == document
	p.mu.Unlock()
	if !same {
		t.Error("looks do not need another document")
	}
	// What is decided as the document is read is decided anew, at the same place.
	js[any](p, `all.length = 0; set({numerals: "arab"})`)
	p.until(`all.some(d => d.type === "ready" && d.chapter === "after")`)
	f = p.frame(0)
	p.untilIn(f, `/[٠-٩]/.test(document.getElementById("text").textContent) && !document.getElementById("controls").checkVisibility()`)
	p.quiet()
}

func TestValuesThatDoNotFitSetNothing(t *testing.T) {
	p := open(t, page(t, `<script>window.all = []; addEventListener("message", e => { if (e.data?.openCases === 1) all.push(e.data) })</script>
		<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/" style="width:640px;height:800px;border:0"></iframe>`), view{680, 900})
	p.until(`all.some(d => d.type === "ready")`)
	f := p.frame(0)
	const state = `JSON.stringify([document.documentElement.getAttribute("style"), document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).fontFamily, location.href, document.getElementById("title").textContent])`
	js[any](p, `frames[0].postMessage({openCases: 1, type: "set", values: {theme: "auto"}}, "*")`)
	before := within[string](p, f, state)
	for _, values := range []string{
		`null`, `[]`, `"theme"`, `7`, `{}`, `{theme: null}`, `{theme: {}}`, `{theme: "dark;"}`, `{theme: "<b>"}`, `{accent: "url(//evil.example)"}`, `{accent: "var(--x)"}`, `{ground: "transparent"}`,
		`{font: "__proto__"}`, `{font: "x;}*{display:none"}`, `{numerals: "roman"}`, `{height: "-1"}`, `{guess: "maybe"}`, `{chapter: "nowhere"}`, `{view: "<i>"}`, `{month: "2017-13"}`,
		`{lang: "../.."}`, `{src: "//evil.example"}`, `{constructor: "x"}`, `JSON.parse('{"__proto__": {"theme": "dark"}}')`, `{theme: "d".repeat(1e6)}`,
	} {
		js[any](p, `frames[0].postMessage({openCases: 1, type: "set", values: `+values+`}, "*"); new Promise(r => setTimeout(r, 60))`)
		if now := within[string](p, f, state); now != before {
			t.Errorf("%s changes the player\nfrom %s\nto   %s", values, before, now)
		}
	}
	p.quiet()
}
