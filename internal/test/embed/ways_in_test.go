package embed

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/wasm/built"
)

// other is somebody else's script with the name of ours.
const other = `<script src="/other/embed.js"></script>`

// However the script comes, the player is asked of the site, and never of the page's own address.
func TestTheScriptKnowsItsSiteHoweverItComes(t *testing.T) {
	for name, body := range map[string]string{
		"classic":                  other + script,
		"module":                   other + `<script type="module" src="{ours}embed.js"></script>`,
		"module before the other":  `<script type="module" src="{ours}embed.js"></script>` + other,
		"import":                   other + `<script type="module">await import("{ours}embed.js")</script>`,
		"import with a query":      other + `<script>import("{ours}embed.js?v=3#x")</script>`,
		"added by another script":  other + `<script>document.head.append(Object.assign(document.createElement("script"), {src: "{ours}embed.js"}))</script>`,
		"added as a module, later": other + `<script>setTimeout(() => document.head.append(Object.assign(document.createElement("script"), {type: "module", src: "{ours}embed.js"})), 200)</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, page(t, body+`<open-cases chapter="gap"></open-cases>`), view{640, 900})
			p.until(`document.querySelector("open-cases").frame`)
			if got := js[string](p, `document.querySelector("open-cases").frame.src`); got != ours+"en/player/gap/" {
				t.Errorf("the frame is asked of %s", got)
			}
		})
	}
}

// made is the script as a site with a public address gives it out.
func made(t *testing.T, public string) string {
	t.Helper()
	player, err := built.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := site.Make(site.Config{Data: data.FS, Player: player, URL: public})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	serve.Handler(s).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/embed.js", nil))
	return w.Body.String()
}

// A copy of the script inside a page names the site it was built for, or says that it does not know, and shows the fallback.
func TestACopyOfTheScriptKnowsItsSiteOrSaysThatItDoesNot(t *testing.T) {
	const body = `<open-cases chapter="gap"><a id="fallback" href="#">The picture</a></open-cases>`
	known := open(t, page(t, "<script>"+made(t, ours)+"</script>"+body), view{640, 900})
	known.until(`document.querySelector("open-cases").state?.chapter === "gap"`)
	res, err := http.Get(ours + "embed.js")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var text strings.Builder
	if err := res.Write(&text); err != nil {
		t.Fatal(err)
	}
	_, script, _ := strings.Cut(text.String(), "\r\n\r\n")
	unknown := open(t, page(t, "<script>"+script+"</script>"+body), view{640, 900})
	unknown.until(`customElements.get("open-cases") && fallback.checkVisibility() && !document.querySelector("open-cases").frame`)
	unknown.mu.Lock()
	defer unknown.mu.Unlock()
	if !strings.Contains(strings.Join(unknown.said, "\n"), "where the site is") {
		t.Errorf("the console says %q", unknown.said)
	}
}

// A page that is cross-origin isolated shows the player, by the script and in a plain frame.
func TestACrossOriginIsolatedPageShowsThePlayer(t *testing.T) {
	for _, policy := range []string{"require-corp", "credentialless"} {
		for _, body := range []string{script + `<open-cases chapter="gap"></open-cases>`, strings.ReplaceAll(sandboxed, "{query}", "")} {
			p := open(t, page(t, body, "Cross-Origin-Embedder-Policy", policy, "Cross-Origin-Opener-Policy", "same-origin"), view{640, 900})
			f := p.frame(0)
			p.untilIn(f, `document.getElementById("title").textContent && document.readyState === "complete"`)
			within[any](p, f, `document.getElementById("play").click()`)
			p.untilIn(f, `document.getElementById("stage").hasAttribute("data-live")`)
			p.quiet()
		}
	}
}

// cards are requests for share cards, the pictures of the fallback.
func cards(paths []string) (all []string) {
	for _, path := range paths {
		if strings.HasSuffix(path, ".png") {
			all = append(all, path)
		}
	}
	return all
}

// Where the player comes nobody sees the picture inside, and it is not fetched; where it cannot come, it is.
func TestAPictureThatNobodySeesIsNotFetched(t *testing.T) {
	builder := open(t, ours+"en/embed/?chapter=gap", view{1280, 900})
	builder.until(`document.getElementById("code-div").textContent.includes("gap")`)
	script, div, frame := builder.code("script"), builder.code("div"), builder.code("frame")
	requests()
	p := open(t, page(t, script+div+frame+script), view{640, 4000})
	p.until(`document.querySelectorAll("open-cases").length === 3 && [...document.querySelectorAll("open-cases")].every(e => e.state)`)
	for _, path := range []string{"en/demo/article/", "en/demo/strict/", "en/embed/"} {
		q := open(t, ours+path, view{1280, 9000})
		q.until(`document.querySelector("open-cases")?.state`)
	}
	if got := cards(requests()); len(got) > 0 {
		t.Errorf("fetched: %q", got)
	}
	for name, body := range map[string]string{"element": script, "div": div} {
		q := open(t, page(t, body, "Content-Security-Policy", "frame-src 'none'"), view{640, 900})
		q.until(`(img => img.complete && img.naturalWidth && img.checkVisibility())(document.querySelector("open-cases").shadowRoot.querySelector("img"))`)
		if got := cards(requests()); len(got) != 1 || got[0] != "/en/gap/card.png" {
			t.Errorf("%s: where no frame is allowed: %q", name, got)
		}
	}
}
