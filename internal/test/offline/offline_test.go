package offline

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"opencases/internal/test/browser"
)

func TestAfterOneVisitEverythingWorksWithoutANetwork(t *testing.T) {
	h := hosting(t, old)
	p := visitor(t)
	h.visit(p, "en/gap/")
	if got := versions(p); !slices.Equal(got, []string{version(old)}) {
		t.Errorf("kept are the versions %q, the site's is %q", got, version(old))
	}
	h.stop()

	p.Open(h.home + "en/gap/")
	if title := p.Text("h1"); title == "" {
		t.Errorf("the page has no heading")
	}
	frame := p.Frame("/en/player/gap/")
	frame.Do(`document.getElementById("next").click()`)
	for _, chapter := range []string{"strikes", "explore", "if"} {
		p.Open(h.home + "en/" + chapter + "/")
		frame := p.Frame("/en/player/" + chapter + "/")
		frame.Wait("the player of "+chapter, `document.getElementById("title").textContent`)
	}
	for from, to := range map[string]string{"": "en/", "en/cover/": "en/", "en/gap": "en/gap/", "en/gap/index.html": "en/gap/", "en/player/": "en/player/cover/"} {
		p.Open(h.home + from)
		p.Wait(from+" leads to "+to, `location.href.split("?")[0] === %s`, h.home+to)
	}

	p.Open(h.home + "en/player/gap/?eager")
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)

	for _, path := range []string{"en/teach/", "en/handout/"} {
		p.Open(h.home + path)
		if n := len(p.Text("main")); n < 500 {
			t.Errorf("%s holds only %d letters", path, n)
		}
	}
	p.Open(h.home + "en/player/cases/")
	if n := browser.Eval[int](p, `fetch("../../../data/assessments.csv").then(a => a.text()).then(t => t.split("\n").length)`); n < 20 {
		t.Errorf("a table of the record has %d lines", n)
	}
}

func TestThePresenterAndASpeakersWindowOpenWithoutANetwork(t *testing.T) {
	h := hosting(t, old)
	p := visitor(t)
	h.visit(p, "en/present/")
	h.stop()

	p.Do(`window.opened = open(JSON.parse(document.getElementById("config").textContent).speaker, "opencases-speaker")`)
	p.Wait("the window that the presenter opens", `opened.document.documentElement.dataset.ready === ""`)
	p.Do(`opened.close()`)

	// The speaker's window opens from the page that was there while there was a network, and after a reload.
	for range 2 {
		address := browser.Eval[string](p, `new URL(JSON.parse(document.getElementById("config").textContent).speaker, location.href).href`)
		speaker := visitor(t)
		speaker.Open(address)
		speaker.Wait("the speaker's window", `"ready" in document.documentElement.dataset`)
		p.Key("PageDown")
		at := browser.Eval[string](p, `location.hash`)
		speaker.Wait("the speaker's window follows", `location.hash === %s`, at)
		speaker.Key("PageDown")
		p.Wait("the presenter follows", `location.hash !== %s`, at)

		p.Open(h.home + "en/present/")
		p.Wait("the presenter", `"ready" in document.documentElement.dataset`)
	}
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	p.Open(h.home + "en/present/?print")
	p.Wait("the slides for print", `document.querySelectorAll("#slides .page").length > 20`)
}

func TestASecondVisitAsksTheNetworkOnlyForThePageItself(t *testing.T) {
	h := hosting(t, old)
	p := visitor(t)
	h.visit(p, "en/player/gap/")
	for path, n := range h.asked {
		if n > 2 || n > 1 && len(path) > 8 && path[:8] == "/assets/" {
			t.Errorf("%s was asked for %d times in the first visit", path, n)
		}
	}
	h.forget()
	p.Open(h.home + "en/player/gap/?eager")
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	for _, path := range []string{"/assets/", "/data/"} {
		if n := h.requests(path); n > 0 {
			t.Errorf("a second visit asked %d times for files of %s", n, path)
		}
	}
	if n := h.requests("/en/player/gap/"); n != 1 {
		t.Errorf("the page itself was asked for %d times, so that its text is new", n)
	}
}

func TestOnlyWhatTheSetHoldsIsAnswered(t *testing.T) {
	h := hosting(t, old)
	p := visitor(t)
	h.visit(p, "en/")
	h.spoils(func(w http.ResponseWriter, r *http.Request) bool {
		switch r.URL.Path {
		case "/poll/":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<link rel=icon href=data:,>the poll, "+r.Method)
			return true
		}
		return false
	})
	for range 2 {
		h.forget()
		p.Open(h.home + "poll/")
		p.Wait("the poll's own page", `document.body.textContent === "the poll, GET"`)
		if got := browser.Eval[string](p, `fetch("./", { method: "POST" }).then(a => a.text())`); got != "<link rel=icon href=data:,>the poll, POST" {
			t.Errorf("a POST was answered with %q", got)
		}
		if n := h.requests("/poll/"); n != 2 {
			t.Errorf("two requests of the poll reached the host as %d", n)
		}
	}
	h.forget()
	browser.Eval[string](p, `fetch("/oembed?url=" + encodeURIComponent(location.origin + "/en/gap/")).then(a => a.text())`)
	browser.Eval[int](p, `fetch("/en/gap/card.png").then(a => a.status)`)
	if h.requests("/oembed") != 1 || h.requests("/card.png") != 1 {
		t.Errorf("what machines ask for did not reach the host: %v", h.asked)
	}
	if kept := browser.Eval[[]string](p, `caches.keys().then(async names => (await (await caches.open(names[0])).keys()).map(r => new URL(r.url).pathname).filter(p => /png$|oembed|poll|embed\/|open-cases\.html/.test(p)))`); len(kept) > 0 {
		t.Errorf("kept although nobody needs it without a network: %q", kept)
	}
}

func TestWhoSavesDataKeepsNothing(t *testing.T) {
	h := hosting(t, old)
	p := visitor(t)
	p.Before(`Object.defineProperty(navigator.connection, "saveData", { get: () => true })`)
	for _, path := range []string{"en/", "en/teach/", "en/present/"} {
		p.Open(h.home + path)
		settled(p)
	}
	if n := h.requests("/sw.js"); n > 0 {
		t.Errorf("the worker's script was asked for %d times", n)
	}
}

func TestAFrameOnSomebodyElsesPageLeavesNothingThere(t *testing.T) {
	h := hosting(t, old)
	other := hosting(t, old)
	other.spoils(func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<!doctype html><link rel=icon href=data:,><title>Host</title>
			<iframe src="%[1]sen/player/gap/?eager" width=700 height=800></iframe>
			<iframe sandbox="allow-scripts" src="%[1]sen/player/cases/" width=700 height=800></iframe>
			<iframe src="%[1]sen/" width=700 height=800></iframe>`, h.home)
		return true
	})
	p := visitor(t)
	p.Log.Allow(h.home)
	p.Log.Allow(other.home)
	p.Open(other.home)
	settled(p)
	p.Frame("/en/player/gap/").Wait("the engine in the frame paints", `"live" in document.getElementById("stage").dataset`)
	settled(p)
	if n := h.requests("/sw.js"); n > 0 {
		t.Errorf("a frame asked for the worker's script")
	}
	left := browser.Eval[int](p.Frame("/en/player/gap/"), `Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([a, b]) => a.length + b.length)`)
	if left > 0 {
		t.Errorf("the frame left %d copies and workers", left)
	}
}
