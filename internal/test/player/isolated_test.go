package player

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"opencases/internal/test/browser"
	"opencases/internal/test/firefox"
)

// A page that isolates itself frames only documents that do so too; the engine must start there as anywhere.
func TestAPageThatIsIsolatedShowsTheMovingPicture(t *testing.T) {
	for _, policy := range []string{"require-corp", "credentialless"} {
		for _, sandbox := range []string{"", ` sandbox="allow-scripts"`} {
			t.Run(policy+sandbox, func(t *testing.T) {
				host := page(t, `<!doctype html><title>Host</title><iframe src="`+home+`en/player/gap/?eager" width="640" height="700" title="Open Cases"`+sandbox+`></iframe>`,
					"Cross-Origin-Embedder-Policy", policy, "Cross-Origin-Opener-Policy", "same-origin")
				p := chromium.Tab(t, browser.Quiet)
				p.Log.Allow(home)
				p.Log.Allow(host)
				p.Open(host)
				p.Frame("/en/player/gap/").Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
			})
		}
	}
}

// Firefox holds what is fetched ahead to the policy's default.
func TestFirefoxFetchesAheadWhatTheEngineNeeds(t *testing.T) {
	b, err := firefox.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	var mu sync.Mutex
	ahead := map[string]bool{}
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, site http.Handler) {
		if r.Header.Get("X-Moz") == "prefetch" || strings.Contains(r.Header.Get("Sec-Purpose"), "prefetch") {
			mu.Lock()
			name, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/assets/"), "-")
			ahead[name] = true
			mu.Unlock()
		}
		site.ServeHTTP(w, r)
	})
	b.Before(t, `window.refused = []; addEventListener("securitypolicyviolation", e => refused.push(e.effectiveDirective + " " + e.blockedURI));`)
	w := b.Window(t)
	w.Open(address + "en/player/gap/")
	w.Wait("the player fetches ahead", `document.querySelectorAll("link[rel=prefetch]").length > 2`)
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		mu.Lock()
		all := ahead["player"] && ahead["record"] && ahead["en"] && ahead["wasm_exec"]
		mu.Unlock()
		if all {
			break
		}
		if time.Now().After(end) {
			t.Errorf("fetched ahead: %v", ahead)
			break
		}
	}
	if refused := w.Text(`refused.join("; ")`); refused != "" {
		t.Errorf("refused: %s", refused)
	}
	for _, line := range b.Log() {
		if !strings.HasPrefix(line, "asked for "+address) {
			t.Errorf("logged: %s", line)
		}
	}
}
