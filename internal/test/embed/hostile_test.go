package embed

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
)

// messages that a hostile or broken page may send: none of them may change, break or say anything. Each is a JavaScript
// expression for postMessage.
var hostile = []string{
	`null`, `undefined`, `0`, `NaN`, `true`, `""`, `"{"`, `"{}"`, `"null"`, `[]`, `[1,2]`, `{}`, `new Date()`, `new Map([["openCases", 1]])`, `new ArrayBuffer(8)`,
	`{openCases: 0, type: "command", command: "next"}`, `{openCases: 2, type: "command", command: "next"}`, `{openCases: "1", type: "command", command: "next"}`,
	`{openCases: true, type: "command", command: "next"}`, `{opencases: 1, type: "command", command: "next"}`, `{type: "command", command: "next"}`,
	`{openCases: 1}`, `{openCases: 1, type: null}`, `{openCases: 1, type: 7}`, `{openCases: 1, type: {}}`, `{openCases: 1, type: "Command", command: "next"}`,
	`{openCases: 1, type: "__proto__"}`, `{openCases: 1, type: "constructor"}`, `{openCases: 1, type: "eval", command: "next"}`, `{openCases: 1, type: "ready"}`,
	`{openCases: 1, type: "height", height: 1e9}`, `{openCases: 1, type: "command"}`, `{openCases: 1, type: "command", command: null}`,
	`{openCases: 1, type: "command", command: 5}`, `{openCases: 1, type: "command", command: ["next"]}`, `{openCases: 1, type: "command", command: {toString: 1}}`,
	`{openCases: 1, type: "command", command: ""}`, `{openCases: 1, type: "command", command: "   "}`, `{openCases: 1, type: "command", command: "NEXT"}`,
	`{openCases: 1, type: "command", command: "next next"}`, `{openCases: 1, type: "command", command: "next\u0000"}`,
	`{openCases: 1, type: "command", command: "<img src=x onerror=parent.hit=1>"}`, `{openCases: 1, type: "command", command: "chapter <script>parent.hit=1</script>"}`,
	`{openCases: 1, type: "command", command: "chapter __proto__"}`, `{openCases: 1, type: "command", command: "chapter gap 0"}`,
	`{openCases: 1, type: "command", command: "chapter gap 99"}`, `{openCases: 1, type: "command", command: "chapter gap -1"}`, `{openCases: 1, type: "command", command: "chapter gap 1e1"}`,
	`{openCases: 1, type: "command", command: "chapter ../../etc"}`, `{openCases: 1, type: "command", command: "seek 2017-13"}`, `{openCases: 1, type: "command", command: "seek 0000-00"}`,
	`{openCases: 1, type: "command", command: "step 999999"}`, `{openCases: 1, type: "command", command: "speed Infinity"}`, `{openCases: 1, type: "command", command: "suppose 7"}`,
	`{openCases: 1, type: "command", command: "suppose -1"}`, `{openCases: 1, type: "command", command: "guess 1;2"}`, `{openCases: 1, type: "command", command: "view nothing"}`,
	`{openCases: 1, type: "command", command: "select ../../../secret"}`, `{openCases: 1, type: "command", command: "select javascript:alert(1)"}`,
	`{openCases: 1, type: "command", command: "theme url(https://evil.example/)"}`, `{openCases: 1, type: "command", command: "theme dark;}"}`,
	`{openCases: 1, type: "command", command: "lang ../../x"}`, `{openCases: 1, type: "command", command: "lang https://evil.example/"}`, `{openCases: 1, type: "command", command: "lang zz"}`,
	`{openCases: 1, type: "command", command: "x".repeat(2e6)}`, `{openCases: 1, type: "command", command: "hasOwnProperty x"}`, `{openCases: 1, type: "command", command: "toString"}`,
	`{openCases: 1, type: "visibility", visible: "no"}`, `{openCases: 1, type: "visibility"}`, `{openCases: 1, type: "visibility", visible: 0}`,
	`"[iFrameSizer]"`, `"[iFrameSizer]:::::::"`, `"[iFrameSizer]x:8:maybe"`, `"[iFrameSizer]message:{}"`, `"pymxPYMx"`, `"pymxPYMxotherxPYMxwidthxPYMx1"`, `"pymxPYMxotherxPYMxnavigateToxPYMxhttps://evil.example/"`,
	`{sentinel: "amp"}`, `{sentinel: "amp", type: "intersection", changes: null}`, `{message: "ready", secret: "0123456789"}`, `{message: "link", value: "https://evil.example/"}`,
	`"slide:"`, `"slide:go"`, `'{"method":"slide","args":[2]}'`, `{"datawrapper-height": null}`, `'{"context":"iframe.resize"}'`,
	`Object.assign(Object.create(null), {openCases: 1, type: "navigate", value: "https://evil.example/"})`,
}

// standing is all of a frame that a message could have changed.
const standing = `JSON.stringify([location.href, document.title, document.getElementById("title").textContent, document.getElementById("text").textContent,
	document.getElementById("stage").hasAttribute("data-live"), document.documentElement.getAttribute("style"), document.documentElement.dataset.theme ?? "",
	"unseen" in document.documentElement.dataset, document.querySelectorAll("*").length, document.activeElement.tagName])`

func TestHostileMessagesDoNothing(t *testing.T) {
	if len(hostile) < 60 {
		t.Fatalf("only %d messages are tried", len(hostile))
	}
	p := open(t, page(t, `<script>window.all = []; addEventListener("message", e => { if (e.data?.openCases) all.push(e.data.type) })</script>
		<iframe title=x src="{ours}en/player/gap/?beat=2" style="width:640px;height:760px;border:0"></iframe>`), view{680, 900})
	f := p.frame(0)
	p.until(`all.includes("state")`)
	js[any](p, `new Promise(r => setTimeout(r, 3500))`) // the last height for pages that come late has been told
	before := within[string](p, f, standing)
	requests()
	for _, message := range hostile {
		js[any](p, fmt.Sprintf(`all.length = 0; try { frames[0].postMessage(%s, "*") } catch { frames[0].postMessage("{}", "*") } new Promise(r => setTimeout(r, 40))`, message))
		if now := within[string](p, f, standing); now != before {
			t.Fatalf("%s changed the frame\nfrom %s\nto   %s", message, before, now)
		}
		for _, said := range js[[]string](p, `all`) {
			if said != "error" {
				t.Errorf("%s is answered with %s", message, said)
			}
		}
	}
	js[any](p, `new Promise(r => setTimeout(r, 300))`)
	for _, path := range requests() {
		if !strings.HasPrefix(path, "/zz/") { // whether there is such a language is asked of the site
			t.Errorf("%s was asked for", path)
		}
	}
	if js[bool](p, `"hit" in window`) {
		t.Error("a message ran as a script")
	}
	p.quiet()
	js[any](p, `frames[0].postMessage({openCases: 1, type: "command", command: "chapter gap 3"}, "*")`)
	p.untilIn(f, `document.getElementById("kicker").textContent && true`)
	p.until(`all.includes("chapter")`)
}

func TestMessagesFromOtherWindowsAreNotHeard(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"></open-cases><iframe name="other" srcdoc="<p>Other"></iframe>`), view{640, 900})
	p.until(`document.querySelector("open-cases").state`)
	f := p.frame(0)
	p.follows(f)
	js[any](p, `new Promise(r => setTimeout(r, 2000))`) // what the document brings when idle has come
	before := within[string](p, f, standing)
	height := js[int](p, frameHeight)
	// Another frame of the page speaks to the player, and to the page in the player's name.
	js[any](p, `window.seen = 0; document.addEventListener("open-cases:chapter", () => seen++);
		other.eval('parent.document.querySelector("open-cases").frame.contentWindow.postMessage({openCases: 1, type: "command", command: "chapter after 1"}, "*"); parent.postMessage({openCases: 1, type: "height", height: 4000}, "*"); parent.postMessage({openCases: 1, type: "chapter", chapter: "x", beat: 1}, "*")');
		new Promise(r => setTimeout(r, 500))`)
	if now := within[string](p, f, standing); now != before {
		t.Errorf("the player heard a stranger:\n%s\n%s", before, now)
	}
	if js[int](p, frameHeight) != height || js[int](p, `seen`) != 0 {
		t.Error("the page heard a stranger")
	}
	// A page that took the player's place in the frame is not heard either.
	for _, bad := range []string{"1e9", "99", "-5", "640.5", "'700'", "null", "NaN", "{}"} {
		js[any](p, fmt.Sprintf(`document.querySelector("open-cases").hear({openCases: 1, type: "height", height: %s})`, bad))
		if h := js[int](p, frameHeight); h != height {
			t.Errorf("a height of %s makes the frame %d px high", bad, h)
		}
	}
	p.quiet()
}

// parameters that must leave the player as it is without them.
var bad = []string{
	"theme=<script>", "theme=dark%22", "theme=", "accent=red;background:url(//evil.example)", "accent=url(//evil.example)", "accent=%23fffffff", "accent=expression(1)",
	"accent=var(--x)", "accent=rgb(0,0,0)", "accent=%23fbfaf7", "accent=__proto__", "accent=constructor", "ground=transparent", "ground=%23808080", "ground=%23xyzxyz",
	"ground=inherit", "ground=%3C/style%3E", "font=Comic%20Sans", "font=%22;}*{display:none", "font=__proto__", "font=constructor", "font=url(x)", "controls=hidden", "controls=%3Cb%3E",
	"guess=maybe", "numerals=roman", "caption=%3Cimg%20src=x%20onerror=alert(1)%3E", "caption=yes", "height=-1", "height=1e9px", "autoplay=always", "beat=0", "beat=99", "beat=1e0", "beat=-1",
	"chapter=nowhere", "chapter=../../x", "childId=%00", "childId=axPYMxheightxPYMx9", "lang=zz", "lang=../..", "eagerness=1", "utm_source=newsletter", "%00=%00", "a=b=c", "&&&", "theme=dark%ff",
	"__proto__[x]=1", "constructor=1", "onload=alert(1)", "src=//evil.example", "config=%7B%7D", "wasm=//evil.example/x.wasm", "stills=//evil.example/",
}

func TestBadParametersChangeNothingAndAreSaidOnce(t *testing.T) {
	p := blank(t, view{680, 900})
	look := func(query string) string {
		p.mu.Lock()
		p.said, p.faults = nil, nil
		p.mu.Unlock()
		p.visit(page(t, `<script>window.all = []; addEventListener("message", e => { if (e.data?.openCases) all.push(e.data.type) })</script>
			<iframe title=x src="{ours}en/player/gap/?`+strings.ReplaceAll(query, `"`, "&quot;")+`" style="width:640px;height:760px;border:0"></iframe>`))
		f := p.frame(0)
		p.until(`all.includes("ready")`)
		js[any](p, `new Promise(r => setTimeout(r, 150))`)
		return within[string](p, f, `JSON.stringify([document.title, document.getElementById("title").textContent, document.getElementById("stage").hasAttribute("data-live"),
			document.documentElement.getAttribute("style"), document.body.getAttribute("style"), getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).fontFamily,
			getComputedStyle(document.getElementById("play")).backgroundColor, document.querySelectorAll("img,script:not([type],[src])").length, document.getElementById("foot").offsetHeight, document.getElementById("controls").offsetHeight])`)
	}
	plain := look("")
	requests()
	for _, query := range bad {
		if now := look(query); now != plain {
			t.Errorf("%s changes the player\nfrom %s\nto   %s", query, plain, now)
		}
		if len(p.faults) > 0 {
			t.Errorf("%s: uncaught %q", query, p.faults)
		}
		if name, _, _ := strings.Cut(query, "="); strings.Contains(" theme accent ground font controls guess numerals caption height autoplay chapter beat ", " "+name+" ") {
			told := 0
			for _, line := range p.said {
				if strings.Contains(line, "parameter "+name) {
					told++
				}
			}
			if told != 1 {
				t.Errorf("%s is said %d times: %q", query, told, p.said)
			}
		}
	}
	for _, path := range requests() {
		if strings.HasSuffix(path, ".wasm") || strings.Contains(path, "evil") {
			t.Errorf("%s was fetched", path)
		}
	}
}

// What only the engine can judge wakes it; the picture stays the usual one.
func TestBadStatesShowTheUsualPictureAndAreSaidOnce(t *testing.T) {
	const at = `JSON.stringify([document.getElementById("title").textContent, document.getElementById("description").textContent, document.getElementById("slider").ariaValueText])`
	plain := open(t, ours+"en/player/gap/?month=2017-11", view{680, 900})
	plain.until(`document.getElementById("stage").hasAttribute("data-live")`)
	want := js[string](plain, at)
	for _, query := range []string{
		"view=nothing", "view=%3Cb%3E", "view=__proto__", "month=2017-13", "month=now", "only=%3Ci%3E", "select=javascript:alert(1)",
		"suppose=7", "speed=Infinity", "guess-gap=1;2", "revealed=%00",
	} {
		p := open(t, page(t, `<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/?`+query+`" style="width:680px;height:800px;border:0"></iframe>`), view{680, 900})
		f := p.frame(0)
		p.untilIn(f, `document.getElementById("stage").hasAttribute("data-live")`)
		if now := within[string](p, f, at); now != want {
			t.Errorf("%s shows %s, want %s", query, now, want)
		}
		name, _, _ := strings.Cut(query, "=")
		p.mu.Lock()
		told := strings.Count(strings.Join(p.said, "\n"), "parameter "+name)
		p.mu.Unlock()
		if told != 1 {
			t.Errorf("%s is said %d times: %q", query, told, p.said)
		}
		p.quiet()
	}
}

func TestGoodParametersAreTaken(t *testing.T) {
	for query, want := range map[string]string{
		"theme=dark":                        `document.documentElement.dataset.theme === "dark"`,
		"accent=" + url.QueryEscape("#06c"): `getComputedStyle(document.getElementById("play")).backgroundColor === "rgb(0, 102, 204)"`,
		"accent=0066cc":                     `getComputedStyle(document.getElementById("play")).backgroundColor === "rgb(0, 102, 204)"`,
		"ground=fff1e5":                     `getComputedStyle(document.body).backgroundColor === "rgb(255, 241, 229)"`,
		"ground=black":                      `getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)" && document.documentElement.dataset.theme === "dark"`,
		"font=georgia":                      `getComputedStyle(document.getElementById("text")).fontFamily.startsWith("Georgia") && getComputedStyle(document.getElementById("labels")).fontFamily.includes("Open Cases")`,
		"controls=none":                     `!document.getElementById("controls").checkVisibility() && !document.getElementById("slider").checkVisibility() && document.getElementById("ticks").checkVisibility()`,
		"controls=minimal":                  `document.getElementById("play").checkVisibility() && !document.getElementById("chapters").checkVisibility() && !document.getElementById("help-open").checkVisibility()`,
		"numerals=arab":                     `document.getElementById("text").textContent.includes("٦٠٣") && !/[0-9]/.test(document.getElementById("labels").textContent) && document.querySelector("[data-figure*=\"2017\"]") !== null`,
		"numerals=latn":                     `document.getElementById("text").textContent.includes("603")`,
		"caption=off":                       `!document.getElementById("foot").checkVisibility()`,
	} {
		t.Run(query, func(t *testing.T) {
			p := open(t, page(t, `<iframe title=x src="{ours}en/player/gap/?`+query+`" style="width:640px;height:760px;border:0"></iframe>`), view{680, 900})
			f := p.frame(0)
			p.untilIn(f, want)
			p.quiet()
		})
	}
}

func TestWithoutQuestionsTheStoryPassesThemOver(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="reports" beat="4" guess="off"></open-cases>`), view{640, 900})
	p.until(`document.querySelector("open-cases").state`)
	js[any](p, `document.querySelector("open-cases").next()`)
	p.until(`(s => s.chapter === "cases" && s.beat === 2)(document.querySelector("open-cases").state)`)
	js[any](p, `document.querySelector("open-cases").back()`)
	p.until(`(s => s.chapter === "reports" && s.beat === 4)(document.querySelector("open-cases").state)`)
}

func TestAutoplayWaitsForSightAndIsStillForThoseWhoWantNoMotion(t *testing.T) {
	body := `<div id="space" style="height:3000px"></div>` + script + `<open-cases chapter="strikes" beat="1" autoplay></open-cases><div style="height:900px"></div>`
	p := open(t, page(t, body), view{640, 900})
	js[any](p, `scrollTo(0, 1900)`)
	p.until(`document.querySelector("open-cases").state || document.querySelector("open-cases").frame`)
	js[any](p, `new Promise(r => setTimeout(r, 1200))`)
	if js[bool](p, `!!document.querySelector("open-cases").state?.playing`) {
		t.Error("it plays out of sight")
	}
	js[any](p, `document.querySelector("open-cases").scrollIntoView()`)
	p.until(`document.querySelector("open-cases").state?.playing`)
	js[any](p, `document.querySelector("open-cases").pause()`) // or it plays on beside the next, which may share its thread

	calm := blank(t, view{640, 900})
	calm.prefer("prefers-reduced-motion", "reduce")
	calm.visit(page(t, script+`<open-cases chapter="strikes" beat="1" autoplay></open-cases>`))
	calm.until(`document.querySelector("open-cases").state`)
	js[any](calm, `new Promise(r => setTimeout(r, 1500))`)
	if js[bool](calm, `document.querySelector("open-cases").state.playing`) {
		t.Error("it plays for a reader who wants no motion")
	}
}
