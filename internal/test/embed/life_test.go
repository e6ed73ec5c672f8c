package embed

import (
	"testing"
)

// counted is how many frames there are, and listeners of the page: for messages, of the window and of the document.
func (p *tab) counted() [4]int {
	p.t.Helper()
	n := js[[3]int](p, `[(getEventListeners(window).message ?? []).length, Object.values(getEventListeners(window)).flat().length, Object.values(getEventListeners(document)).flat().length]`)
	return [4]int{len(p.frames()), n[0], n[1], n[2]}
}

func TestAnElementThatGoesLeavesNothingBehind(t *testing.T) {
	p := open(t, page(t, script+`<div id="a"></div><div id="b"></div>`), view{640, 900})
	p.until(`customElements.get("open-cases")`)
	before := p.counted()
	js[any](p, `window.oc = document.createElement("open-cases"); oc.setAttribute("chapter", "gap"); document.getElementById("a").append(oc)`)
	p.until(`oc.state`)
	if with := p.counted(); with[0] != before[0]+1 || with[1] != before[1]+1 {
		t.Errorf("with one embed: %v frames and listeners, before %v", with, before)
	}
	for range 5 {
		js[any](p, `document.getElementById("b").append(oc)`)
		js[any](p, `oc.remove()`)
		if after := p.counted(); after != before {
			t.Fatalf("after it went: %v frames and listeners, before %v", after, before)
		}
		js[any](p, `document.getElementById("a").append(oc)`)
	}
	js[any](p, `oc.go("cases", 2)`)
	p.until(`oc.state.chapter === "cases" && oc.state.beat === 2`)
	js[any](p, `oc.remove(); document.getElementById("b").innerHTML = ""`)
	if after := p.counted(); after != before {
		t.Errorf("at the end: %v frames and listeners, before %v", after, before)
	}
	// Where a reader was is where it stands again.
	js[any](p, `window.again = 0; oc.addEventListener("open-cases:ready", () => again++); document.getElementById("b").append(oc)`)
	p.until(`again && oc.state.chapter === "cases" && oc.state.beat === 2`)
	p.quiet()
}

func TestDivsAndLateElementsAndManyScriptsWork(t *testing.T) {
	p := open(t, page(t, script+script+`<div id="d" data-open-cases="chapter=count&theme=dark" title="The count"><a href="{ours}en/count/">The picture</a></div>`+script+
		`<script>setTimeout(() => { const d = document.createElement("section"); d.innerHTML = '<div data-open-cases="if"></div>'; document.body.append(d) }, 300)</script>`), view{640, 900})
	p.until(`document.querySelectorAll("open-cases").length === 2 && [...document.querySelectorAll("open-cases")].every(e => e.frame)`)
	p.until(`document.querySelector("#d open-cases").state?.chapter === "count"`)
	if got := js[string](p, `document.querySelector("#d open-cases").frame.title`); got != "The count" {
		t.Errorf("the frame's title is %q", got)
	}
	if got := js[string](p, `document.querySelector("section open-cases").frame.src`); got != ours+"en/player/if/" {
		t.Errorf("a lone word opens %s", got)
	}
	if !js[bool](p, `document.querySelector("#d open-cases a").textContent === "The picture"`) {
		t.Error("what stood in the div is gone")
	}
	if n := js[int](p, `(getEventListeners(window).message ?? []).length`); n != 1 {
		t.Errorf("%d listeners for messages", n)
	}
	if names := js[[]string](p, `Object.keys(window).filter(k => /case|embed/i.test(k))`); len(names) > 0 {
		t.Errorf("names left behind: %v", names)
	}
	p.quiet()
}

func TestTheFrameIsLazyNamedAndAllowedLittle(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"><a href="{ours}en/gap/">Credible and open cases</a></open-cases>`), view{640, 900})
	p.until(`document.querySelector("open-cases")?.frame`)
	got := js[[]string](p, `(f => [f.loading, f.allow, f.referrerPolicy])(document.querySelector("open-cases").frame)`)
	if got[0] != "lazy" || got[1] != "fullscreen" || got[2] != "no-referrer" {
		t.Errorf("loading, allow, referrerpolicy: %q", got)
	}
	p.until(`document.querySelector("open-cases").state && document.querySelector("open-cases").frame.title`)
	requests()
	q := open(t, page(t, script+`<div style="height:20000px"></div><open-cases chapter="gap"><noscript><a href="#"><img alt="x"></a></noscript><p><a href="#">Credible and open cases</a></p></open-cases>`), view{640, 900})
	q.until(`document.querySelector("open-cases")?.frame`)
	if got := js[string](q, `document.querySelector("open-cases").frame.title`); got != "Credible and open cases" {
		t.Errorf("the frame's title is %q", got)
	}
	js[any](q, `new Promise(r => setTimeout(r, 1000))`)
	for _, path := range requests() {
		if path != "/embed.js" && path != "/favicon.ico" {
			t.Errorf("an embed far below asks for %s", path)
		}
	}
}

func TestAnAttributeThatChangesChangesThePlayerAndNotTheHistory(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"></open-cases>`), view{640, 900})
	p.until(`document.querySelector("open-cases").state`)
	n := js[int](p, `history.length`)
	f := p.frame(0)
	js[any](p, `document.querySelector("open-cases").setAttribute("theme", "dark")`)
	p.untilIn(f, `document.documentElement.dataset.theme === "dark"`)
	js[any](p, `document.querySelector("open-cases").setAttribute("chapter", "after")`)
	p.until(`document.querySelector("open-cases").state.chapter === "after"`)
	js[any](p, `document.querySelector("open-cases").setAttribute("controls", "none")`)
	p.untilIn(f, `!document.getElementById("controls").checkVisibility()`)
	js[any](p, `document.querySelector("open-cases").removeAttribute("controls")`)
	p.untilIn(f, `document.getElementById("controls").checkVisibility()`)
	js[any](p, `window.again = 0; document.addEventListener("open-cases:ready", () => again++); document.querySelector("open-cases").setAttribute("guess", "off")`)
	p.until(`again`)
	if now := js[int](p, `history.length`); now != n {
		t.Errorf("the history has %d entries, before %d", now, n)
	}
	p.quiet()
}

func TestTenEmbedsOnAPageShareTheEngineAndOnlyThoseInSightRun(t *testing.T) {
	body := script
	for range 10 {
		body += `<open-cases chapter="strikes" beat="1"></open-cases><div style="height:300px"></div>`
	}
	p := open(t, page(t, body), view{640, 900})
	all := `[...document.querySelectorAll("open-cases")]`
	p.until(all + `[0].state`)
	js[any](p, `new Promise(async r => { for (const e of `+all+`) { e.scrollIntoView(); await new Promise(s => setTimeout(s, 250)); } scrollTo(0, 0); r(); })`)
	p.until(all + `.every(e => e.state)`)
	requests()
	for _, i := range []string{"0", "5", "9"} {
		js[any](p, all+`[`+i+`].play()`)
	}
	p.until(all + `[0].state.playing`)
	p.until(all + `[0].state.month > "2014-08"`)
	month := js[string](p, all+`[9].state.month`)
	js[any](p, `new Promise(r => setTimeout(r, 1500))`)
	if now := js[string](p, all+`[9].state.month`); now != month {
		t.Errorf("the last embed, out of sight, went from %s to %s", month, now)
	}
	engines := 0
	for _, path := range requests() {
		if len(path) > 5 && path[len(path)-5:] == ".wasm" {
			engines++
		}
	}
	if engines > 1 {
		t.Errorf("the engine was fetched %d times", engines)
	}
	p.quiet()
}

func TestALostCanvasComesBackAsThePageAskedForIt(t *testing.T) {
	p := open(t, page(t, `<script>window.ready = 0; addEventListener("message", e => { if (e.data?.type === "ready") ready++ })</script>
		<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/?eager&theme=dark&controls=minimal&accent=ffcc00&month=2017-03#?secret=aB3dE6gH9k" style="width:640px;height:800px;border:0"></iframe>`), view{680, 900})
	f := p.frame(0)
	p.untilIn(f, `document.getElementById("stage").hasAttribute("data-live")`)
	within[any](p, f, `document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
	p.untilIn(f, `document.querySelector("#status button")`)
	js[any](p, `ready = 0`)
	within[any](p, f, `document.querySelector("#status button").click()`)
	p.until(`ready`)
	f = p.frame(0)
	p.untilIn(f, `document.getElementById("slider").ariaValueText === "March 2017"`)
	if got := within[string](p, f, `[location.hash, document.documentElement.dataset.theme, document.documentElement.dataset.controls, getComputedStyle(document.getElementById("play")).backgroundColor].join(" ")`); got != "#?secret=aB3dE6gH9k dark minimal rgb(255, 204, 0)" {
		t.Errorf("it came back as %s", got)
	}
	p.quiet()
}
