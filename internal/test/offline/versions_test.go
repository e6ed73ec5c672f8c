package offline

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
)

// whole checks that everything a page was answered with is, byte for byte, of one site, and gives how many answers there
// were.
func whole(t *testing.T, what, home string, s *site.Site, all []browser.Answer) {
	t.Helper()
	pages := 0
	for _, a := range all {
		path, _, _ := strings.Cut(strings.TrimPrefix(a.URL, home), "?")
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
			pages++
		}
		f, ok := s.File(path)
		switch {
		case !ok:
			t.Errorf("%s: %s is no file of this version", what, a.URL)
		case !a.Known && f.Immutable: // its name says what it holds
		case !a.Known:
			t.Errorf("%s: what %s held is not known (by the worker: %v)", what, a.URL, a.Worker)
		case !bytes.Equal(bodyOf(f), a.Body):
			t.Errorf("%s: %s is of another version", what, a.URL)
		}
	}
	if pages == 0 {
		t.Errorf("%s: no page among %d answers", what, len(all))
	}
}

// stage opens a page with a player in it, waits for the player, and gives all that was answered.
func (h *host) stage(p *browser.Tab, a *browser.Answers, path, chapter string) []browser.Answer {
	p.T.Helper()
	a.Take()
	p.Open(h.home + path)
	frame := p.Frame("/en/player/" + chapter + "/")
	frame.Wait("the player has all that comes by itself", `["/player-", "-stills-"].every(part => performance.getEntriesByType("resource").some(e => e.name.includes(part) && e.responseEnd > 0))`)
	return a.Take()
}

// renewed opens a page until it is of a version: a worker waits for the network for some seconds only, and a busy machine
// may take longer. What comes before must be whole too, of the version that is kept.
func (h *host) renewed(p *browser.Tab, a *browser.Answers, what, path, chapter string, from, to *site.Site) {
	p.T.Helper()
	f, _ := to.File(path + "index.html")
	for range 8 {
		all := h.stage(p, a, path, chapter)
		if slices.ContainsFunc(all, func(a browser.Answer) bool { return a.URL == h.home+path && bytes.Equal(a.Body, bodyOf(f)) }) {
			whole(p.T.(*testing.T), what, h.home, to, all)
			return
		}
		whole(p.T.(*testing.T), what, h.home, from, all)
	}
	p.T.Fatalf("%s: the newer version does not come", what)
}

// installed waits until all of a version is kept and its worker at work.
func (h *host) installed(p *browser.Tab, s *site.Site) {
	p.T.Helper()
	eventually(p, "the newer version is kept", `(async () => {
		const name = (await caches.keys()).find(n => n.endsWith(%s));
		if (!name || (await (await caches.open(name)).keys()).filter(request => !request.url.includes("?client=")).length < %s) return false;
		const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
		return !installing && !waiting && active.state === "activated";
	})()`, version(s), len(s.OfflineFiles()))
}

func TestVersionsOfTheTestDiffer(t *testing.T) {
	for _, path := range []string{"en/gap/index.html", "en/player/gap/index.html", "en/present/index.html", "en/present/speaker/index.html"} {
		a, _ := old.File(path)
		b, _ := changed.File(path)
		if a == nil || b == nil || a.Hash == b.Hash {
			t.Errorf("%s is the same in both versions: the tests would not see a mixture", path)
		}
	}
	if version(old) == version(changed) {
		t.Errorf("two different sites have the version %s", version(old))
	}
}

func TestAReaderWithANetworkGetsTheNewVersionAtOnceAndWhole(t *testing.T) {
	h := hosting(t, old)
	p := visitor(t)
	a := p.Answers()
	h.visit(p, "en/gap/")
	whole(t, "with the worker", h.home, old, h.stage(p, a, "en/gap/", "gap"))

	h.serve(changed)
	h.renewed(p, a, "the first page after the change", "en/gap/", "gap", old, changed)
	h.installed(p, changed)
	whole(t, "another chapter", h.home, changed, h.stage(p, a, "en/strikes/", "strikes"))
	h.stop()
	whole(t, "without a network", h.home, changed, h.stage(p, a, "en/gap/", "gap"))

	// The earlier version goes once nobody can need it.
	for end := time.Now().Add(time.Minute); !slices.Equal(versions(p), []string{version(changed)}); time.Sleep(time.Second) {
		if time.Now().After(end) {
			t.Fatalf("kept are still %q", versions(p))
		}
		p.Open(h.home + "en/teach/")
	}
	whole(t, "with one version left", h.home, changed, h.stage(p, a, "en/cases/", "cases"))
}

func TestTwoTabsOfTwoVersionsStayWhole(t *testing.T) {
	h := hosting(t, old)
	early := visitor(t)
	h.visit(early, "en/present/")
	early.Open(h.home + "en/present/#3")
	early.Wait("the presenter", `"ready" in document.documentElement.dataset`)

	h.serve(changed)
	late := visitor(t)
	a := late.Answers()
	h.renewed(late, a, "the later tab", "en/gap/", "gap", old, changed)
	h.installed(late, changed)
	if got := versions(late); !slices.Contains(got, version(old)) {
		t.Fatalf("the earlier version was removed while a window shows it: %q", got)
	}
	h.stop()
	for range 3 { // each navigation tidies up
		whole(t, "the later tab without a network", h.home, changed, h.stage(late, a, "en/gap/", "gap"))
		time.Sleep(4 * time.Second)
	}

	// The earlier tab goes on with its own version: what it fetches late, and the window it opens.
	early.Key("PageDown", "PageDown")
	early.Wait("the engine of the earlier tab paints", `"live" in document.getElementById("stage").dataset`)
	address := browser.Eval[string](early, `new URL(JSON.parse(document.getElementById("config").textContent).speaker, location.href).href`)
	speaker := visitor(t)
	b := speaker.Answers()
	speaker.Open(address)
	at := browser.Eval[string](early, `location.hash`)
	speaker.Wait("the speaker's window follows the earlier presenter", `location.hash === %s`, at)
	whole(t, "the speaker's window of the earlier tab", h.home, old, b.Take())

	// Loaded again, the presenter is of the newer version, and its speaker's window comes with it.
	early.Do(`location.reload()`)
	early.Wait("the presenter is of the newer version", `document.documentElement.outerHTML.includes("Newer") && "ready" in document.documentElement.dataset`)
	early.Key("End")
	speaker.Wait("the speaker's window is of the newer version and follows", `document.title.startsWith("Newer") && location.hash === "#26"`)
	if text := speaker.Text("#alone"); text != "" {
		t.Errorf("the speaker's window says %q", text)
	}
}

func TestABrokenInstallationLeavesTheEarlierVersionAtWork(t *testing.T) {
	for name, spoil := range map[string]func(w http.ResponseWriter, r *http.Request) bool{
		"the network goes in the middle of a file": func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.Contains(r.URL.Path, "/en-deck-") {
				return false
			}
			w.Header().Set("Content-Length", "100000")
			w.Write(make([]byte, 1000))
			panic(http.ErrAbortHandler)
		},
		"a file is missing": func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path != "/en/handout/" {
				return false
			}
			http.NotFound(w, r)
			return true
		},
		"a page is of another version": func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path != "/en/teach/" {
				return false
			}
			f, _ := old.File("en/teach/index.html")
			w.Write(bodyOf(f))
			return true
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := hosting(t, old)
			p := visitor(t)
			a := p.Answers()
			h.visit(p, "en/gap/")
			h.spoils(spoil)
			h.serve(changed)
			h.renewed(p, a, "while the installation fails", "en/gap/", "gap", old, changed)
			p.Do(`await navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => {})`)
			eventually(p, "the installation has ended", `navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)`)
			h.stop()
			for _, chapter := range []string{"gap", "if"} {
				whole(t, "without a network", h.home, old, h.stage(p, a, "en/"+chapter+"/", chapter))
			}
			h.spoils(nil)
			h.serve(changed)
			h.stage(p, a, "en/gap/", "gap")
			p.Do(`await navigator.serviceWorker.getRegistration().then(r => r.update())`)
			h.installed(p, changed)
			h.stop()
			whole(t, "once it is mended", h.home, changed, h.stage(p, a, "en/if/", "if"))
		})
	}
}

func TestASiteCanTakeItsWorkerBack(t *testing.T) {
	left, err := site.Make(site.Config{Data: data.FS, Player: player, DisableOffline: true})
	if err != nil {
		t.Fatal(err)
	}
	h := hosting(t, old)
	p := visitor(t)
	h.visit(p, "en/teach/")
	h.serve(left)
	p.Open(h.home + "en/teach/")
	eventually(p, "nothing is left", `Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([names, all]) => names.length + all.length === 0)`)
}

func TestSitesUnderOneOriginKeepApart(t *testing.T) {
	h := hosting(t, old)
	both := map[string]*site.Site{"/one/": old, "/two/": changed}
	h.spoils(func(w http.ResponseWriter, r *http.Request) bool {
		for prefix, s := range both {
			if rest, ok := strings.CutPrefix(r.URL.Path, prefix); ok {
				r.URL.Path = "/" + rest
				serve.Handler(s).ServeHTTP(w, r)
				return true
			}
		}
		return false
	})
	p := visitor(t)
	for prefix := range both {
		h.visit(p, prefix[1:]+"en/teach/")
	}
	h.stop()
	a := p.Answers()
	for prefix, s := range both {
		whole(t, prefix, h.home+prefix[1:], s, h.stage(p, a, prefix[1:]+"en/gap/", "gap"))
	}
}

func TestAnAddressWithoutHTTPSWorksAsBefore(t *testing.T) {
	h := hosting(t, old)
	lan, err := browser.Start(browser.Flag{Name: "host-resolver-rules", Value: "MAP classroom.test 127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	defer lan.Close()
	p := lan.Tab(t, browser.Workers, hasty)
	address := strings.Replace(h.home, "127.0.0.1", "classroom.test", 1)
	for _, path := range []string{"en/", "en/present/"} {
		p.Open(address + path)
		if browser.Eval[bool](p, `isSecureContext || "serviceWorker" in navigator`) {
			t.Fatalf("%s is taken for a safe origin: the test tells nothing", address)
		}
		settled(p)
	}
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
}
