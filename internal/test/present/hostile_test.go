package present

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"opencases/internal/test/browser"
)

// letters are what a stranger might send: each would steer the presenter if it were taken.
const letters = `deck => [1, { id: "other" }].flatMap(() => [
	{ version: 1e6, by: "x", at: { step: 4, build: 0 }, blank: false, minutes: 0, began: 0, held: null, guesses: {} },
	{ version: 1e6, by: "x", at: { step: 0, build: 0 }, blank: true, minutes: 0, began: 0, held: null, guesses: {} },
]).map(body => ({ sign: "opencases-present", name: "en", deck, kind: "state", body }))`

// A page of somebody else that opens the presenter, in a frame with an opaque origin: the window it opens may be one of
// its own sandbox, or free of it.
func TestASandboxedOpenerCannotSteerThePresenter(t *testing.T) {
	for _, sandbox := range []string{"allow-scripts allow-popups", "allow-scripts allow-popups allow-popups-to-escape-sandbox"} {
		t.Run(sandbox, func(t *testing.T) { steer(t, sandbox) })
	}
}

func steer(t *testing.T, sandbox string) {
	p := chromium.Tab(t, noEngine)
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/inner" {
			fmt.Fprintf(w, `<!doctype html><title>x</title><script>
				let opened; onclick = () => { opened = open(%q); };
				addEventListener("message", e => { if (e.data.deck) for (const letter of (%s)(e.data.deck)) opened.postMessage(letter, "*"); });
			</script><p style="height:300px">open</p>`, home+"en/present/#3", letters)
			return
		}
		fmt.Fprintf(w, `<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"><iframe title=x sandbox=%q src="/inner" style="width:400px;height:400px"></iframe>`, sandbox)
	}))
	defer host.Close()
	p.Log.Allow(home)
	p.Log.Allow(host.URL)
	p.Open(host.URL)
	f := p.Frame("/inner")
	p.ClickAt(100, 100)
	opened := p.Opened("/en/present/")
	ready(opened)
	at(opened, "3")
	id := browser.Eval[string](opened, `fetch(JSON.parse(document.getElementById("config").textContent).deck).then(answer => answer.json()).then(deck => deck.id)`)
	opened.Do(`window.got = 0; addEventListener("message", () => got++)`)
	f.Do(`postMessage({ deck: %s }, "*")`, id)
	opened.Wait("the letters have come", `got >= 4`)
	if at := browser.Eval[string](opened, `location.hash`); at != "#3" || !browser.Eval[bool](opened, `document.getElementById("blank").hidden`) {
		t.Errorf("%s: the stranger leads the presenter to %s", sandbox, at)
	}
}

// Also what a window of the same site says is only taken in its right form: one field that is wrong is enough.
func TestALetterOfAnotherFormIsNotTaken(t *testing.T) {
	presenter, speaker := windows(t, "3")
	speaker.Do(`
		window.deck = await (await fetch(JSON.parse(document.getElementById("config").textContent).deck)).json();
		window.channel = new BroadcastChannel("opencases-present-en");
		window.state = { version: 1e6, by: "x", at: { step: 4, build: 0 }, blank: false, minutes: 0, began: 0, held: null, guesses: {} };
		window.send = (body, kind = "state") => channel.postMessage({ sign: "opencases-present", name: "en", deck: deck.id, kind, body });`)
	for _, wrong := range []string{
		`null`, `"x"`, `[]`, `{ ...state, version: "1e9" }`, `{ ...state, version: 1.5 }`, `{ ...state, version: -1 }`, `{ ...state, version: Infinity }`, `{ ...state, by: 7 }`,
		`{ ...state, at: null }`, `{ ...state, at: { step: 99, build: 0 } }`, `{ ...state, at: { step: 4, build: 7 } }`, `{ ...state, at: { step: "4", build: 0 } }`, `{ ...state, at: { step: "length", build: 0 } }`,
		`{ ...state, blank: 1 }`, `{ ...state, minutes: 1e9 }`, `{ ...state, minutes: "3" }`, `{ ...state, began: NaN }`, `{ ...state, began: "x" }`, `{ ...state, held: undefined }`, `{ ...state, held: "x" }`,
		`{ ...state, guesses: null }`, `{ ...state, guesses: { cases: 3 } }`, `{ ...state, guesses: { cases: [["<b>"]] } }`, `{ ...state, guesses: { cases: [[-1]] } }`, `{ ...state, guesses: { cases: [[]] } }`,
		`{ ...state, guesses: { gap: [[1, "2"]] } }`, `{ ...state, guesses: { cases: Array(61).fill([3]) } }`, `{ ...state, guesses: { strikes: [[3]] } }`, `{ ...state, guesses: { constructor: [[3]] } }`,
	} {
		speaker.Do(`send(` + wrong + `)`)
	}
	for _, wrong := range []string{`state, "constructor"`, `state, "hello"`, `["x", 1], "laser"`, `[1], "laser"`, `[NaN, 1], "laser"`, `{ x: 1 }, "laser"`, `null, "poll"`, `{ asks: true, trouble: "x" }, "poll"`} {
		speaker.Do(`send(` + wrong + `)`)
	}
	press(presenter, "PageDown") // a letter that is right comes after all of these
	both("3.2", presenter, speaker)
	if presenter.Shown("#laser") || !browser.Eval[bool](presenter, `document.getElementById("blank").hidden`) {
		t.Error("the dot shines, or the screen is dark")
	}
	speaker.Do(`send(state)`) // the same without a fault
	both("5", presenter, speaker)
}
