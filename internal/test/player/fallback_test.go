package player

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/picture"
	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// isEngine reports whether a request asks for the player's WebAssembly.
func isEngine(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, ".wasm") }

// quietLine fails unless the still stands with its finding, and one quiet line says why nothing moves and offers to try
// again.
func quietLine(t *testing.T, p *browser.Tab, key string) {
	t.Helper()
	p.Hover(1, 1) // a reader is there
	p.Wait("the quiet line", `document.querySelector("#status button")`)
	if text := p.Text("#status"); text != english.String(key)+" "+english.String("status.retry") {
		t.Errorf("the line says %q, want %q", text, english.String(key))
	}
	if browser.Eval[bool](p, `document.getElementById("stage").hasAttribute("data-live")`) {
		t.Error("the stage says that the engine draws")
	}
	says(t, "the still", p.Text("#words")+" "+p.Text("#labels"), told["gap"])
	if ink := browser.Inked(stage(p)); ink < .02 {
		t.Errorf("the stage is blank: %.3f of it is inked", ink)
	}
	p.Key("PageDown")
	at(p, "count", 1)
	p.Key("PageUp")
	at(p, "gap", 4)
	legible(t, p, key)
}

// withFlags starts a browser of its own, as some readers have it.
func withFlags(t *testing.T, flags ...browser.Flag) *browser.Browser {
	t.Helper()
	b, err := browser.Start(flags...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

func TestWithoutWebGLTheStillStaysWithAQuietLine(t *testing.T) {
	p := withFlags(t, browser.Flag{Name: "disable-3d-apis", Value: true}).Tab(t, browser.Quiet, counted)
	p.Log.Expect(`console.warning: opencases: no WebGL 2`)
	p.Open(home + "en/player/gap/")
	quietLine(t, p, "status.unsupported")
}

func TestWithoutWebAssemblyTheStillStaysWithAQuietLine(t *testing.T) {
	p := chromium.Tab(t, browser.Quiet, counted)
	p.Before(`delete globalThis.WebAssembly`)
	p.Log.Expect(`console.warning: opencases: no WebAssembly`)
	p.Open(home + "en/player/gap/")
	quietLine(t, p, "status.unsupported")
}

func TestWhereAHostForbidsWebAssemblyTheStillStaysWithAQuietLine(t *testing.T) {
	strict := serveWith(t, func(w http.ResponseWriter, r *http.Request, site http.Handler) {
		w.Header().Set("Content-Security-Policy", "script-src 'self'")
		site.ServeHTTP(w, r)
	})
	p := chromium.Tab(t, browser.Quiet, counted)
	p.Log.Expect(`console.warning: opencases: .*WebAssembly`)
	p.Log.Expect(`Executing inline script`) // the mark of a window of its own, which boot.js then sets
	p.Open(strict + "en/player/gap/")
	quietLine(t, p, "status.unsupported")
}

// serveCutOff serves half of the engine, until whole is set.
func serveCutOff(t *testing.T) (address string, whole *atomic.Bool) {
	whole = new(atomic.Bool)
	return serveWith(t, func(w http.ResponseWriter, r *http.Request, handler http.Handler) {
		if !isEngine(r) || whole.Load() {
			handler.ServeHTTP(w, r)
			return
		}
		half(w, r, nil)
	}), whole
}

func TestADownloadCutOffMidwayIsToldAndCanBeTriedAgain(t *testing.T) {
	address, whole := serveCutOff(t)
	p := chromium.Tab(t, browser.Quiet, counted)
	p.Log.Expect(`console.warning: opencases: `)
	p.Log.Expect(`ERR_`)
	p.Open(address + "en/player/gap/")
	quietLine(t, p, "status.failed")
	p.Key("PageUp") // who tries again stays where the stills have led
	at(p, "gap", 3)
	whole.Store(true)
	p.Click("#status button")
	live(p)
	if text := p.Text("#status"); strings.Contains(text, english.String("status.failed")) {
		t.Errorf("the line still says %q", text)
	}
	at(p, "gap", 3)
	there := player(t, "gap", "?beat=3", browser.Quiet)
	live(there)
	same(t, "after the second try", stage(p), stage(there))
}

// What was asked for when the download broke off is what the second try shows. Until then a view stays, of which there is a
// still, and everything else goes back to what that still shows.
func TestAfterAFailureAStillOfTheViewStandsAndTheSecondTryShowsWhatWasAskedFor(t *testing.T) {
	address, whole := serveCutOff(t)
	p := chromium.Tab(t, browser.Quiet, counted)
	p.Log.Expect(`console.warning: opencases: `)
	p.Log.Expect(`ERR_`)
	p.Open(address + "en/player/explore/?view=cases&month=2017-03&only=open")
	p.Hover(1, 1)
	p.Wait("the quiet line", `document.querySelector("#status button")`)
	exploreStill(t, p, story.Cases)
	whole.Store(true)
	p.Click("#status button")
	live(p)
	p.Wait("what was asked for", `location.search === "?chapter=explore&view=cases&month=2017-03&only=open"`)
	there := player(t, "explore", "?view=cases&month=2017-03&only=open", browser.Quiet)
	live(there)
	same(t, "after the second try", stage(p), stage(there))
}

// exploreStill fails unless the document stands at the still of a view of explore: words, controls and marks.
func exploreStill(t *testing.T, p *browser.Tab, view story.View) {
	t.Helper()
	s, err := story.Initial().Opened("explore").Apply(story.Command{Verb: story.DoView, Word: string(view)})
	if err != nil {
		t.Fatal(err)
	}
	of := picture.Make(rec, english, s.Scene(), picture.Wide)
	p.Wait("the picture of "+string(view), `document.getElementById("description").textContent === %s`, of.Description.String())
	p.Wait("its button", `document.querySelector("#views [aria-pressed=true]")?.dataset.view === %s`, view)
	p.Wait("its month", `document.getElementById("slider").getAttribute("aria-valuetext") === %s && !document.querySelector("#player [aria-busy=true]")`, english.Month(of.Month))
	p.Wait("all its series", `document.querySelectorAll("#series [aria-pressed=true]").length === 0`)
	rest(p)
	if ink := browser.Inked(stage(p)); ink < .003 {
		t.Error("the stage is blank")
	}
}

// Where no engine will come, controls that need one are marked as unavailable, and all others work by stills.
func TestWithoutAnEngineEveryControlWorksOrSaysThatItDoesNot(t *testing.T) {
	b := withFlags(t, browser.Flag{Name: "disable-3d-apis", Value: true})
	open := func(chapter string) *browser.Tab {
		p := b.Tab(t, browser.Quiet, counted)
		p.Log.Expect(`console.warning: opencases: no WebGL 2`)
		p.Open(home + "en/player/" + chapter + "/")
		p.Hover(1, 1)
		p.Wait("the quiet line", `document.querySelector("#status button")`)
		return p
	}
	disabled := func(p *browser.Tab, selectors ...string) {
		t.Helper()
		for _, s := range selectors {
			p.Wait(s+" is marked as unavailable", `(e => e?.disabled || e?.getAttribute("aria-disabled") === "true")(document.querySelector(%s))`, s)
		}
	}
	p := open("strikes")
	disabled(p, "#slider", "#play")
	before := browser.Eval[map[string]string](p, toldScript)
	x, y := along(p, .3)
	p.ClickAt(x, y)
	p.Do(`document.getElementById("slider").focus()`)
	p.Key("ArrowLeft", "Home")
	p.Do(`document.getElementById("play").click()`)
	p.Drawn()
	p.Drawn()
	for name, value := range browser.Eval[map[string]string](p, toldScript) {
		if value != before[name] && name != "kicker" {
			t.Errorf("after the timeline was tapped %s is %q, it was %q", name, value, before[name])
		}
	}

	p = open("explore")
	p.Wait("the series", `document.querySelector("#series button")`)
	disabled(p, "#slider", "#series button")
	for _, view := range story.Views {
		p.Click(`#views [data-view="` + string(view) + `"]`)
		p.Wait("the view "+string(view), `document.querySelector("#views [aria-pressed=true]")?.dataset.view === %s`, view)
		s := story.Initial()
		s = s.Opened("explore")
		s, err := s.Apply(story.Command{Verb: story.DoView, Word: string(view)})
		if err != nil {
			t.Fatal(err)
		}
		want := picture.Make(rec, english, s.Scene(), picture.Wide).Description.String()
		if got := p.Text("#description"); got != want {
			t.Errorf("%s: the picture is told as %q, want %q", view, got, want)
		}
		if ink := browser.Inked(stage(p)); ink < .003 {
			t.Errorf("%s: the stage is blank", view)
		}
	}

	p = open("if")
	disabled(p, "#suppose input")

	p = open("cases")
	p.Do(`document.querySelector("#chapters a[data-chapter=cases]").click()`)
	p.Wait("the question", `document.querySelector("#ask:not([hidden]) button")`)
	disabled(p, "#ask input[type=range]", "#ask input[type=number]") // no still has a reader's guess
	p.Click("#ask .row button:first-child")
	p.Wait("the answer", `document.querySelector("#ask .answer").textContent`)
	p.Wait("its address", `location.search.includes("revealed=cases")`)
	p.Do(`document.querySelector("#chapters a[data-chapter=gap]").click()`)
	p.Wait("the line's question", `document.querySelector("#ask:not([hidden]) .months")`)
	disabled(p, "#ask .months input")
	if browser.Eval[bool](p, `document.getElementById("pad") !== null`) {
		t.Error("a line can be drawn that no picture will show")
	}
}

// half sends half of the engine and then waits for more to be allowed, or breaks off.
func half(w http.ResponseWriter, r *http.Request, more <-chan struct{}) {
	f, _ := made.File(strings.TrimPrefix(r.URL.Path, "/"))
	body := f.Encoded(asset.Gzip)
	w.Header().Set("Content-Type", "application/wasm")
	w.Header().Set("Content-Encoding", "gzip")
	w.Write(body[:len(body)/2])
	w.(http.Flusher).Flush()
	if more == nil {
		panic(http.ErrAbortHandler) // the connection is gone
	}
	<-more
	w.Write(body[len(body)/2:])
}

func TestALongDownloadShowsItsRealProgress(t *testing.T) {
	more := make(chan struct{})
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, handler http.Handler) {
		if isEngine(r) {
			half(w, r, more)
			return
		}
		handler.ServeHTTP(w, r)
	})
	p := chromium.Tab(t, browser.Quiet, counted)
	p.Open(address + "en/player/gap/")
	p.Hover(1, 1)
	p.Wait("the progress", `/[1-9]\d?\s?%/.test(document.getElementById("status").textContent)`)
	says(t, "the still", p.Text("#words")+" "+p.Text("#labels"), told["gap"])
	// The reader need not wait: a step is answered by a still, and kept for the engine.
	p.Key("PageDown")
	at(p, "count", 1)
	close(more)
	live(p)
	at(p, "count", 1)
	if text := p.Text("#status"); strings.Contains(text, "%") {
		t.Errorf("the line still says %q", text)
	}
}

func TestAStillThatCannotBeLoadedIsToldAndCanBeTriedAgain(t *testing.T) {
	var there atomic.Bool
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, site http.Handler) {
		if strings.Contains(r.URL.Path, "stills") && !there.Load() {
			http.NotFound(w, r)
			return
		}
		if isEngine(r) {
			<-r.Context().Done() // it never comes
			return
		}
		site.ServeHTTP(w, r)
	})
	p := chromium.Tab(t, browser.Quiet, counted, thrifty)
	p.Log.Expect(`404`)
	p.Open(address + "en/player/gap/")
	p.Key("PageDown")
	p.Wait("the line", `document.getElementById("status").textContent.includes(%s)`, english.String("status.still.failed"))
	says(t, "what stood before", p.Text("#words")+" "+p.Text("#labels"), told["gap"])
	there.Store(true)
	p.Click("#status button")
	at(p, "count", 1)
}

func TestALostCanvasShowsTheStillAndComesBackWithTheStateKept(t *testing.T) {
	p := player(t, "explore", "?view=cases&month=2017-03", browser.Quiet)
	live(p)
	before, month := stage(p), p.Attr("#slider", "aria-valuetext")
	p.Log.Expect(`console.warning: opencases: the canvas was lost`)
	p.Do(`document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
	p.Wait("the quiet line", `document.querySelector("#status button")`)
	if text := p.Text("#status"); !strings.Contains(text, english.String("status.lost")) {
		t.Errorf("the line says %q", text)
	}
	exploreStill(t, p, story.Cases)
	p.Click("#status button")
	p.Wait("a document made anew", `!document.querySelector("#status button") && document.readyState === "complete"`)
	live(p)
	if now := p.Attr("#slider", "aria-valuetext"); now != month {
		t.Errorf("it came back at %s, not at %s", now, month)
	}
	same(t, "the picture that came back", before, stage(p))
}
