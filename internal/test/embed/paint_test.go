package embed

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
)

// kept are parts of paths whose files the site keeps back: for a while, or for ever where that is 0.
var kept sync.Map // string -> time.Duration

func keeping(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		never := false
		kept.Range(func(part, wait any) bool {
			if strings.Contains(r.URL.Path, part.(string)) {
				time.Sleep(wait.(time.Duration))
				never = never || wait.(time.Duration) == 0
			}
			return true
		})
		if never {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// looks are parameters and what must be seen of them in the first frame that is painted.
var looks = map[string]string{
	"theme=dark":                         `dark(document.body)`,
	"theme=light":                        `!dark(document.body)`,
	"controls=none":                      `!seen("controls") && !seen("slider") && seen("ticks")`,
	"controls=minimal&caption=off":       `seen("play") && !seen("chapters") && !seen("more") && !seen("foot")`,
	"ground=%23101820":                   `ground() === "rgb(16, 24, 32)" && getComputedStyle(document.body).color === "rgb(236, 232, 225)"`,
	"ground=fff1e5&accent=0f5499":        `ground() === "rgb(255, 241, 229)" && paint("play") === "rgb(15, 84, 153)"`,
	"ground=navy&accent=white":           `ground() === "rgb(0, 0, 128)" && paint("play") === "rgb(255, 255, 255)"`,
	"theme=light&accent=%23fbfaf7":       `paint("play") === "rgb(29, 28, 26)"`,
	"theme=light&ground=808080":          `ground() === "rgb(251, 250, 247)"`,
	"font=georgia":                       `getComputedStyle(document.getElementById("title")).fontFamily.startsWith("Georgia") && getComputedStyle(document.getElementById("labels")).fontFamily.includes("Open Cases")`,
	"numerals=arab":                      `/٦٠٣/.test(words("text")) && !/[0-9]/.test(words("labels") + words("ticks")) && !!document.querySelector("#text [data-figure=\"assessments/2017-11/open\"]")`,
	"numerals=latn&theme=dark&guess=off": `/603/.test(words("text")) && dark(document.body)`,
}

const eyes = `const seen = id => document.getElementById(id).checkVisibility(), paint = id => getComputedStyle(document.getElementById(id)).backgroundColor,
	ground = () => getComputedStyle(document.body).backgroundColor, words = id => document.getElementById(id).textContent,
	dark = e => getComputedStyle(e).backgroundColor === "rgb(23, 22, 20)"; `

// With the module script kept out, what stands is what was painted first.
func TestTheFirstPaintIsAsTheAddressAsks(t *testing.T) {
	kept.Store("/assets/boot-", time.Duration(0))
	defer kept.Delete("/assets/boot-")
	for query, want := range looks {
		t.Run(query, func(t *testing.T) {
			p := open(t, page(t, `<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/?`+strings.ReplaceAll(query, "&", "&amp;")+`" style="width:640px;height:800px;border:0"></iframe>`), view{680, 900})
			f := p.frame(0)
			p.untilIn(f, `document.readyState === "complete"`)
			if !within[bool](p, f, "(() => { "+eyes+"return "+want+"; })()") {
				t.Errorf("%s is not seen at first", query)
			}
			p.quiet()
		})
	}
}

// However late their script comes, colours are never painted otherwise before; without such parameters nothing waits.
func TestNothingIsPaintedBeforeItsColoursAreKnown(t *testing.T) {
	const late = 600 * time.Millisecond
	kept.Store("/assets/head-appearance-", late)
	defer kept.Delete("/assets/head-appearance-")
	painted := func(query string) int {
		p := blank(t, view{680, 900})
		call(p, network.Enable, network.EnableParams{})
		call(p, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
		p.visit(ours + "en/player/gap/" + query)
		p.until(`performance.getEntriesByType("paint").length`)
		if !js[bool](p, `performance.getEntriesByType("paint")[0].startTime >= Math.max(0, ...performance.getEntriesByType("resource").filter(e => e.name.includes("/head-appearance-")).map(e => e.responseEnd))`) {
			t.Errorf("%q: something was painted before", query)
		}
		return js[int](p, `performance.getEntriesByType("resource").filter(e => e.name.includes("/head-appearance-")).length`)
	}
	if n := painted("?ground=101820&accent=ffcc00"); n != 1 {
		t.Errorf("the script of colours was asked for %d times", n)
	}
	if n := painted("?theme=dark&controls=minimal"); n != 0 {
		t.Error("the script of colours was asked for in vain")
	}
}

func TestAPageLearnsWhereThePlayerStandsHoweverLateTheScriptThatSaysSoComes(t *testing.T) {
	kept.Store("/assets/host-", 3*time.Second)
	defer kept.Delete("/assets/host-")
	p := blank(t, view{640, 900})
	call(p, network.Enable, network.EnableParams{})
	call(p, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	p.visit(page(t, script+`<open-cases chapter="gap"></open-cases>`))
	p.until(`document.querySelector("open-cases").state?.chapter === "gap"`)
}
