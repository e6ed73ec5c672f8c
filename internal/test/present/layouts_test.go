package present

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"opencases/internal/test/browser"
)

// stroke is a key as a browser tells of it: what the layout makes of it, and where it is.
type stroke struct{ key, code string }

// strokes sends keys as keyboards with other layouts do, to whatever has the focus.
func strokes(p *browser.Tab, all ...stroke) {
	p.T.Helper()
	for _, s := range all {
		p.Do(`for (const type of ["keydown", "keyup"]) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(type, { key: %s, code: %s, bubbles: true, cancelable: true }))`, s.key, s.code)
	}
}

func TestLettersAreFoundByTheirPlaceWhereTheLayoutIsNotLatin(t *testing.T) {
	p := stills(t, "3")
	for _, layout := range []struct {
		name                           string
		blank, point, on, back, all, q stroke
	}{
		{"Russian", stroke{"и", "KeyB"}, stroke{"ю", "Period"}, stroke{"т", "KeyN"}, stroke{"з", "KeyP"}, stroke{"щ", "KeyO"}, stroke{"й", "KeyQ"}},
		{"Arabic", stroke{"لا", "KeyB"}, stroke{"ز", "Period"}, stroke{"ى", "KeyN"}, stroke{"ح", "KeyP"}, stroke{"خ", "KeyO"}, stroke{"ض", "KeyQ"}},
		{"Greek", stroke{"β", "KeyB"}, stroke{".", "Period"}, stroke{"ν", "KeyN"}, stroke{"π", "KeyP"}, stroke{"ο", "KeyO"}, stroke{";", "KeyQ"}},
		{"Hebrew", stroke{"נ", "KeyB"}, stroke{"ץ", "Period"}, stroke{"מ", "KeyN"}, stroke{"פ", "KeyP"}, stroke{"ם", "KeyO"}, stroke{"/", "KeyQ"}},
		{"capitals", stroke{"И", "KeyB"}, stroke{".", "Slash"}, stroke{"N", "KeyN"}, stroke{"З", "KeyP"}, stroke{"O", "KeyO"}, stroke{"Q", "KeyQ"}},
		{"Dvorak", stroke{"b", "KeyN"}, stroke{".", "KeyE"}, stroke{"n", "KeyL"}, stroke{"p", "KeyR"}, stroke{"o", "KeyS"}, stroke{"q", "KeyX"}},
	} {
		for _, key := range []stroke{layout.blank, layout.point} {
			strokes(p, key)
			p.Wait(layout.name+": the screen is dark after "+key.key, `!document.getElementById("blank").hidden`)
			strokes(p, key)
			p.Wait(layout.name+": the screen is light", `document.getElementById("blank").hidden`)
		}
		strokes(p, layout.on)
		at(p, "3.2")
		strokes(p, layout.back)
		at(p, "3")
		strokes(p, layout.all)
		p.Wait(layout.name+": the overview is open", `document.getElementById("overview").open`)
		strokes(p, layout.all)
		p.Wait(layout.name+": the overview is closed", `!document.getElementById("overview").open`)
	}
	// Another letter at the place of a known one is itself: on Dvorak the key at N is B.
	strokes(p, stroke{"x", "KeyB"}, stroke{"w", "Comma"})
	if !browser.Eval[bool](p, `document.getElementById("blank").hidden`) {
		t.Error("a Latin letter is taken for the one that another layout has in its place")
	}
}

func TestTheLaserGoesOutWithItsKeyInEveryLayout(t *testing.T) {
	p := stills(t, "1")
	p.Hover(600, 300)
	p.Do(`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "д", code: "KeyK", bubbles: true }))`)
	if p.Shown("#laser") {
		t.Error("the dot shines for another key")
	}
	p.Do(`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "д", code: "KeyL", bubbles: true }))`)
	p.Wait("the dot shines", `!document.getElementById("laser").hidden`)
	p.Do(`document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "д", code: "KeyL", bubbles: true }))`)
	p.Wait("the dot is gone", `document.getElementById("laser").hidden`)
}

func TestStepsAreTypedInTheDigitsOfAnyScript(t *testing.T) {
	p := stills(t, "1")
	enter := stroke{"Enter", "Enter"}
	for _, c := range []struct {
		keys []stroke
		want string
	}{
		{[]stroke{{"٣", "Digit3"}, enter}, "3"},
		{[]stroke{{"۱", "Digit1"}, {"۴", "Digit4"}, enter}, "14"},
		{[]stroke{{"९", "Digit9"}, enter}, "9"},
		{[]stroke{{"๑", "KeyQ"}, {"๐", "KeyW"}, enter}, "10"},
		{[]stroke{{"𝟚", "Digit2"}, {"𝟘", "Digit0"}, enter}, "20"},
		{[]stroke{{"4", "Numpad4"}, {",", "NumpadDecimal"}, {"2", "Numpad2"}, {"Enter", "NumpadEnter"}}, "4.2"},
		{[]stroke{{"٥", "Digit5"}, {"٫", "NumpadDecimal"}, {"٢", "Digit2"}, enter}, "5.2"},
		{[]stroke{{"1", "Digit1"}, {"4", "Digit4"}, {",", "Comma"}, {"2", "Digit2"}, enter}, "14.2"},
	} {
		strokes(p, c.keys...)
		at(p, c.want)
	}
	strokes(p, stroke{"٣", "Digit3"})
	p.Wait("the number is shown", `document.getElementById("goto").textContent === "Go to step 3 of 26"`)
}

// A click on a figure opens its card, which has the focus: the clicker goes on all the same.
func TestAClickOnAFigureDoesNotSilenceTheClicker(t *testing.T) {
	p := stills(t, "11")
	opened := func() {
		t.Helper()
		p.Click("#text [data-figure]")
		p.Wait("the card has the focus", `document.activeElement.id === "card"`)
	}
	for _, c := range []struct{ key, want string }{
		{"PageDown", "12"}, {"PageUp", "11"}, {"ArrowRight", "12"}, {"ArrowLeft", "11"}, {" ", "12"}, {"p", "11"},
		{"Enter", "12"}, {"Backspace", "11"}, {"n", "12"}, {"PageUp", "11"},
	} {
		at11 := c.want == "12"
		if !at11 {
			press(p, "PageDown") // to the sweep's end, where its words name figures
			at(p, "12.2")
		}
		opened()
		press(p, c.key)
		if at11 {
			at(p, c.want)
		} else {
			at(p, "12")
			press(p, "PageUp")
			at(p, "11")
		}
		p.Wait("the card is closed after "+c.key, `document.getElementById("card").hidden && document.activeElement === document.body`)
	}
	for _, key := range []stroke{{"b", "KeyB"}, {".", "Period"}, {"لا", "KeyB"}} {
		opened()
		strokes(p, key)
		p.Wait("the screen is dark and the card closed", `!document.getElementById("blank").hidden && document.getElementById("card").hidden`)
		press(p, "b")
		p.Wait("the screen is light", `document.getElementById("blank").hidden`)
	}
	at(p, "11")
	// A card still on its way does not come over the next step.
	p.Do(`document.querySelector("#text [data-figure]").click()`)
	press(p, "PageDown")
	at(p, "12")
	p.Do(`await new Promise(done => setTimeout(done, 300))`)
	if p.Shown("#card") {
		t.Error("the card of a step before stands over this one")
	}
}

func TestACardTooLongForItsBoxIsReadByArrows(t *testing.T) {
	p := stills(t, "11")
	p.Size(1024, 400)
	p.Click("#text [data-figure]")
	p.Wait("the card has the focus", `document.activeElement.id === "card" && document.getElementById("card").scrollHeight > document.getElementById("card").clientHeight`)
	press(p, "ArrowDown")
	at(p, "11")
	p.Do(`document.getElementById("card").scrollTop = 9999`)
	press(p, "ArrowDown")
	at(p, "12")
}

// What was clicked otherwise does not keep the keys either: the timeline, a button, the exercise, the list of keys.
func TestNothingThatIsClickedSilencesTheClicker(t *testing.T) {
	p := stills(t, "23")
	on := func(what, back string) {
		t.Helper()
		p.Wait("the focus is given back after "+what, `document.activeElement === document.body || document.getElementById("help").open`)
		press(p, "PageDown")
		p.Wait("on after "+what, `location.hash !== %s`, "#"+back)
		p.Do(`location.hash = %s`, back)
		at(p, back)
	}
	p.Wait("the exercise is there", `document.querySelector("#suppose input[type=range]")?.checkVisibility()`)
	b := p.Box("#suppose input[type=range]")
	p.ClickAt(b.X+b.W/4, b.Y+b.H/2)
	on("the exercise", "23")
	press(p, "?")
	p.Wait("the list of keys is open", `document.getElementById("help").open`)
	on("the list of keys", "23")
	if browser.Eval[bool](p, `document.getElementById("help").open`) {
		t.Error("the list of keys still stands over the slides")
	}
	p.Do(`location.hash = "26"`)
	at(p, "26")
	p.Click("#slider")
	p.Wait("the focus is given back after the timeline", `document.activeElement === document.body`)
	press(p, "PageUp")
	p.Wait("back after the timeline", `location.hash === "#25"`)
	p.Do(`location.hash = "26"`)
	at(p, "26")
	p.Do(`location.hash = "10"`)
	at(p, "10")
	p.Click("#room-add")
	p.Key("Escape")
	p.Click("#next")
	at(p, "10.2")
	p.Wait("the focus is given back after a button", `document.activeElement === document.body`)
	press(p, " ")
	at(p, "11")
}

// In a deck of slides around the player a click on a figure has the same end: player and deck go on.
func TestAClickOnAFigureInADecksFrameDoesNotSilenceTheClicker(t *testing.T) {
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<!doctype html><html lang="en"><title>Deck</title><link rel="icon" href="data:,"><iframe title="x" src="%sen/player/gap/" style="width:900px;height:640px"></iframe>
			<script>window.heard = []; addEventListener("message", e => { try { const m = JSON.parse(e.data); if (m.method === "triggerKey") heard.push(m.args[0]); } catch {} });</script>`, home)
	}))
	defer host.Close()
	p := chromium.Tab(t, browser.Quiet, noEngine)
	p.Log.Allow(home)
	p.Log.Allow(host.URL)
	p.Size(1000, 800)
	p.Open(host.URL)
	f := p.Frame("/player/gap/")
	f.Wait("the player is there", `!!document.querySelector("#text [data-figure]")`)
	p.Wait("the deck is heard", `(document.querySelector("iframe").contentWindow.postMessage("slide:start", "*"), true)`)
	open := func() {
		t.Helper()
		f.Wait("the card is open", `document.activeElement.id === "card" || (document.querySelector("#text [data-figure]").click(), false)`)
	}
	open()
	was := f.Text("#title")
	strokes(f, stroke{"PageUp", "PageUp"})
	f.Wait("the player went back and the card is closed", `document.getElementById("title").textContent !== %s && document.getElementById("card").hidden`, was)
	open()
	f.Do(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "لا", code: "KeyB", keyCode: 66, bubbles: true, cancelable: true }))`)
	p.Wait("the deck has heard of the dark screen", `heard.includes(66)`)
	f.Wait("the card is closed", `document.getElementById("card").hidden`)
}

// The player's own F is found by its place too.
func TestThePlayersFullScreenKeyIsFoundByItsPlace(t *testing.T) {
	p := chromium.Tab(t, noEngine)
	p.Open(home + "en/player/gap/")
	p.Do(`document.documentElement.requestFullscreen = Element.prototype.requestFullscreen = function () { window.full = (window.full ?? 0) + 1; return Promise.resolve(); }`)
	for i, key := range []stroke{{"f", "KeyF"}, {"а", "KeyF"}, {"ب", "KeyF"}, {"F", "KeyF"}} {
		p.Wait("full screen is asked for by "+key.key, `window.full > %s || (document.body.dispatchEvent(new KeyboardEvent("keydown", { key: %s, code: %s, bubbles: true })), false)`, i, key.key, key.code)
	}
	n := browser.Eval[int](p, `window.full`)
	strokes(p, stroke{"u", "KeyF"})
	if browser.Eval[int](p, `window.full`) != n {
		t.Error("a Latin letter in the place of F asks for full screen")
	}
}
