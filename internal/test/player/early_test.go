package player

import (
	"fmt"
	"image"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// What readers do before the engine is there, and while it comes. Nothing here waits for the engine before it acts.

// An act is what a reader does, as a script; it is true where the control for it is there.
type act struct{ name, script string }

var acts = []act{
	{"next", click("#next")}, {"back", click("#back")}, {"play", click("#play")}, {"speed", click("#speed")}, {"restart", click("#restart")},
	{"page down", key("PageDown")}, {"page up", key("PageUp")}, {"space", key(" ")},
	{"chapter", `(a => (a[RANDOM % a.length].click(), true))(document.querySelectorAll("#chapters a"))`},
	{"timeline by pointer", `(s => {
		if (s.getAttribute("aria-disabled")) return false;
		const b = document.querySelector("#ticks .track").getBoundingClientRect(), at = { bubbles: true, clientX: b.x + b.width * (RANDOM % 100) / 100, clientY: s.getBoundingClientRect().y + 8, pointerId: 1 };
		s.dispatchEvent(new PointerEvent("pointerdown", at));
		return true;
	})(document.getElementById("slider"))`},
	{"timeline by keys", `(s => {
		if (s.getAttribute("aria-disabled")) return false;
		for (const key of ["ArrowLeft", "PageDown", "ArrowLeft", "PageUp", "PageDown"]) s.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
		return true;
	})(document.getElementById("slider"))`},
	{"view", pick("#views button")}, {"series", pick("#series button")}, {"answer", click("#ask .row button:first-child")}, {"skip", click("#ask .row button:nth-child(2)")},
	{"guess", fill(`#ask input[type=number]`, "RANDOM % 700")}, {"share", fill("#suppose input", "RANDOM % 100")},
	{"figure", `(a => a.length > 0 && (a[RANDOM % a.length].click(), true))([...document.querySelectorAll("#text [data-figure]")])`},
	{"escape", key("Escape")},
}

func click(selector string) string {
	return fmt.Sprintf(`(b => !!b?.checkVisibility() && !b.getAttribute("aria-disabled") && (b.click(), true))(document.querySelector(%q))`, selector)
}

func pick(selector string) string {
	return fmt.Sprintf(`(a => a.length > 0 && (a[RANDOM %% a.length].click(), true))([...document.querySelectorAll(%q)].filter(b => b.checkVisibility() && !b.getAttribute("aria-disabled")))`, selector)
}

func key(name string) string {
	return fmt.Sprintf(`(document.body.dispatchEvent(new KeyboardEvent("keydown", { key: %q, bubbles: true, cancelable: true })), true)`, name)
}

func fill(selector, value string) string {
	return fmt.Sprintf(`(i => !!i?.checkVisibility() && !i.disabled && (i.value = %s, i.dispatchEvent(new Event("input", { bubbles: true })), true))(document.querySelector(%q))`, value, selector)
}

// moments of a start, in their order. Those of a file are acted at while the server holds it back; the others are marks
// that the player sets.
var moments = []string{"boot-", "player-.js", "-stills-", "engine-", ".wasm", "wanted", "canvas", "fetched", "started", "begun", "drawn", "shown", "after"}

func isFile(moment string) bool { return strings.ContainsAny(moment, "-.") }

// held is a site that holds one of its files back until it is let go.
type held struct {
	moment string
	let    chan struct{}
}

func (h *held) matches(path string) bool {
	if h.moment == "player-.js" {
		return strings.Contains(path, "/player-") && strings.HasSuffix(path, ".js")
	}
	return strings.Contains(path, "/assets/") && strings.Contains(path, h.moment)
}

func (h *held) serve(w http.ResponseWriter, r *http.Request, site http.Handler) {
	if isFile(h.moment) && h.matches(r.URL.Path) {
		select {
		case <-h.let:
		case <-r.Context().Done():
		}
	}
	site.ServeHTTP(w, r)
}

// told is all that a document says of where it stands.
const toldScript = `({
	address: location.search, chapter: document.getElementById("sheet").dataset.chapter, kicker: document.getElementById("kicker").textContent,
	title: document.getElementById("title").textContent, text: document.getElementById("text").textContent,
	description: document.getElementById("description").textContent, labels: [...document.querySelectorAll("#labels .label")].map(l => l.textContent).join("|"),
	month: document.getElementById("slider").getAttribute("aria-valuetext"), index: document.getElementById("slider").getAttribute("aria-valuenow"),
	handle: document.getElementById("handle").style.left, busy: String(document.querySelectorAll("[aria-busy]").length),
	views: [...document.querySelectorAll("#explore:not([hidden]) #views [aria-pressed=true]")].map(b => b.dataset.view).join(),
	series: [...document.querySelectorAll("#explore:not([hidden]) #series [aria-pressed=true]")].map(b => b.dataset.only).join(),
	share: document.querySelector("#suppose:not([hidden]) output")?.textContent ?? "", knob: document.querySelector("#suppose:not([hidden]) input")?.value ?? "",
	formula: document.querySelector("#suppose:not([hidden]) .formula")?.textContent ?? "",
	answer: document.querySelector("#ask:not([hidden]) .answer")?.textContent ?? "", guess: document.querySelector("#ask:not([hidden]) .fields:not([hidden]) output")?.textContent ?? "",
	task: document.getElementById("sheet").dataset.task ?? "", speed: document.getElementById("speed").textContent,
	card: document.getElementById("card").hidden ? "" : document.getElementById("card-title")?.textContent ?? "",
	ends: document.getElementById("back").getAttribute("aria-disabled") + " " + document.getElementById("next").getAttribute("aria-disabled"),
	playing: String(document.getElementById("play").hasAttribute("data-playing")), bar: document.getElementById("progress").style.transform,
})`

// settled waits until the engine draws, ends play if it is under way, and gives what the document tells and shows.
func settled(p *browser.Tab) (map[string]string, *image.RGBA) {
	p.T.Helper()
	p.Wait("its first picture", `document.getElementById("ticks").querySelector(":scope > .track")`)
	p.Hover(p.Box("#title").Centre()) // a reader is there
	p.Hover(1, 1)
	p.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	p.Do(`if (document.getElementById("play").hasAttribute("data-playing")) document.getElementById("play").click()`)
	p.Do(`document.activeElement?.blur()`)
	rest(p)
	p.Wait("the card", `(document.getElementById("card").hidden || document.getElementById("card-title")) && (new URLSearchParams(location.search).has("select") !== document.getElementById("card").hidden)`)
	p.Hide(true) // the address holds the state from then on
	p.Hide(false)
	said := browser.Eval[map[string]string](p, toldScript)
	p.Do(`document.getElementById("card").style.visibility = "hidden"`)
	return said, stage(p)
}

// someActs names one to three acts, and gives a script that does them at a mark of the start, or when acting is called.
func someActs(random *rand.Rand, moment string) (names []string, script string) {
	var do strings.Builder
	for range 1 + random.IntN(3) {
		a := acts[random.IntN(len(acts))]
		names = append(names, a.name)
		fmt.Fprintf(&do, "try { acted.push(%s) } catch (fault) { acted.push(String(fault)) }\n", strings.ReplaceAll(a.script, "RANDOM", strconv.Itoa(random.IntN(1e6))))
	}
	return names, fmt.Sprintf(`globalThis.acted = [];
		globalThis.acting = () => { %s };
		const mark = performance.mark;
		performance.mark = function (name, ...more) {
			const made = mark.call(performance, name, ...more);
			if (name === "opencases." + %q) { performance.mark = mark; acting(); }
			return made;
		}`, do.String(), moment)
}

// trial does some acts at one moment of a start, and holds the document that comes of it to one opened at its address.
func trial(t *testing.T, chapter, moment string, random *rand.Rand, slow float64, options ...browser.Option) {
	t.Helper()
	h := &held{moment, make(chan struct{})}
	address := serveWith(t, h.serve)
	p := chromium.Tab(t, append(options, counted)...)
	if slow > 1 {
		p.Slow(slow)
	}
	done, script := someActs(random, moment)
	what := fmt.Sprintf("%s: %s at %s", chapter, strings.Join(done, ", "), moment)
	p.Before(script)
	if isFile(moment) {
		p.Go(address + "en/player/" + chapter + "/")
		p.Wait("the document", `!!document.getElementById("config")`)
		p.Hover(1, 1)
		if moment == "engine-" || moment == ".wasm" {
			p.Wait("the first picture of its own", `!!document.getElementById("ticks").querySelector(":scope > .track")`)
		}
		p.Do(`acting()`)
		if moment == "engine-" || moment == ".wasm" {
			agreesBefore(t, what, address+"en/player/"+chapter+"/", p)
		}
		close(h.let)
	} else {
		p.Open(address + "en/player/" + chapter + "/")
		if moment == "after" {
			live(p)
			p.Do(`acting()`)
		}
	}
	said, seen := settled(p)
	// Before the player is there a link of the menu leads to another document, as a link does.
	if acted := browser.Eval[[]any](p, `acted`); len(acted) != len(done) && moment != "boot-" && moment != "player-.js" {
		t.Errorf("%s: acted %v", what, acted)
	}
	fresh := chromium.Tab(t, counted, browser.Quiet)
	fresh.Open(browser.Eval[string](p, `location.href`))
	want, picture := settled(fresh)
	if said["address"] != want["address"] && want["address"] != "" {
		t.Errorf("%s: the address is %q, opened there %q", what, said["address"], want["address"])
	}
	for name, value := range said {
		if name != "address" && name != "playing" && value != want[name] {
			t.Errorf("%s: at %s the document tells %s %q, one opened there %q", what, said["address"], name, value, want[name])
		}
	}
	same(t, what+", and opened at "+said["address"], seen, picture)
}

// agreesBefore fails unless a document whose engine is still on its way tells and shows what one opened at its address does.
// What is asked for and not there yet is marked as such, and is no part of that.
func agreesBefore(t *testing.T, what, document string, p *browser.Tab) {
	t.Helper()
	look := func(p *browser.Tab) (map[string]string, *image.RGBA) {
		p.Do(`document.activeElement?.blur()`)
		browser.Eval[bool](p, `new Promise(done => setTimeout(done, 600, true))`) // the still of the last step may be on its way
		p.Wait("its still", `document.getElementById("ticks").querySelector(":scope > .track")`)
		rest(p)
		p.Hide(true) // the address holds the state from then on
		p.Hide(false)
		said := browser.Eval[map[string]string](p, toldScript)
		p.Do(`document.getElementById("card").style.visibility = "hidden"; document.getElementById("status").hidden = true`)
		picture := stage(p)
		p.Do(`document.getElementById("card").style.visibility = ""; document.getElementById("status").hidden = false`)
		return said, picture
	}
	said, seen := look(p)
	fresh := chromium.Tab(t, counted, browser.Quiet)
	fresh.Open(document + said["address"])
	fresh.Hover(1, 1)
	want, picture := look(fresh)
	for name, value := range said {
		if name != "address" && name != "busy" && name != "guess" && name != "card" && value != want[name] {
			t.Errorf("%s: before the engine, at %s, the document tells %s %q, one opened there %q", what, said["address"], name, value, want[name])
		}
	}
	same(t, what+", before the engine, and opened at "+said["address"], seen, picture)
}

// TRIALS=200 tries as many.
func TestWhatAReaderDoesAtAnyMomentOfAStartIsWhatStandsAfterwards(t *testing.T) {
	trials := 2 * len(moments)
	if n, err := strconv.Atoi(os.Getenv("TRIALS")); err == nil {
		trials = n
	}
	seed := uint64(1)
	if n, err := strconv.Atoi(os.Getenv("SEED")); err == nil {
		seed = uint64(n)
	}
	random := rand.New(rand.NewPCG(2017, seed))
	for i := range trials {
		chapter, moment := story.Chapters[random.IntN(len(story.Chapters))].Name, moments[i%len(moments)]
		slow, options := 1., []browser.Option{}
		if i%4 == 3 {
			slow = 4
		}
		if i%3 == 0 {
			options = append(options, browser.Quiet)
		}
		t.Run(fmt.Sprintf("%d %s %s", i, chapter, moment), func(t *testing.T) { trial(t, chapter, moment, random, slow, options...) })
	}
}
