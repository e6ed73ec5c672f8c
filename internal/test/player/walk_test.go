package player

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// engineless serves the site without the player's WebAssembly.
func engineless(w http.ResponseWriter, r *http.Request, site http.Handler) {
	if strings.HasSuffix(r.URL.Path, ".wasm") {
		http.NotFound(w, r)
		return
	}
	site.ServeHTTP(w, r)
}

// Two readers go through the whole story side by side, one with the engine and one whose engine never comes. At every
// step, in every composition, both can read everything, every figure is the record's, and the canvas shows the picture
// that the server drew.
func TestTheWholeStoryWithTheEngineAndWithout(t *testing.T) {
	without := serveWith(t, engineless)
	for _, c := range []struct {
		name          string
		width, height int
	}{{"narrow", 320, 640}, {"article", 720, 700}, {"wide", 1280, 720}} {
		t.Run(c.name, func(t *testing.T) {
			size := func(p *browser.Tab) { p.Size(c.width, c.height) }
			with := player(t, "cover", "", browser.Quiet, size)
			live(with)
			still := chromium.Tab(t, browser.Quiet, counted, size)
			still.Log.Expect(`404`)
			still.Log.Expect(`console.warning: opencases: `)
			still.Open(without + "en/player/cover/")
			still.Hover(1, 1)
			still.Wait("the line about the engine", `document.getElementById("status").textContent`)
			for i, step := range story.Steps() {
				where := fmt.Sprintf("%s %d, %s", step.Chapter, step.Beat+1, c.name)
				if i > 0 {
					with.Key("PageDown")
					still.Key("PageDown")
					at(with, step.Chapter, step.Beat+1)
					at(still, step.Chapter, step.Beat+1)
				}
				for _, p := range []*browser.Tab{with, still} {
					p.Wait("what is asked", `["ask", "suppose"].every(id => (e => e.hidden || e.children.length)(document.getElementById(id)))`)
					rest(p)
					p.Fonts()
				}
				legible(t, with, where+", with the engine")
				legible(t, still, where+", without")
				checkFigures(t, with, where)
				checkFigures(t, still, where)
				if a, b := figures(with), figures(still); fmt.Sprint(a) != fmt.Sprint(b) {
					t.Errorf("%s: with the engine the figures are %v, without %v", where, a, b)
				}
				same(t, where+", canvas and still", stage(with), stage(still))
			}
		})
	}
}
