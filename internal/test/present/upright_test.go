package present

import (
	"os"
	"testing"

	"opencases/internal/test/browser"
)

func TestAWindowThatIsHigherThanWideShowsTheSceneOverWordsThatCanBeRead(t *testing.T) {
	for _, size := range [][2]int{{390, 844}, {360, 780}, {768, 1024}} {
		p := stills(t, "1")
		p.Size(size[0], size[1])
		p.Wait("the narrow pictures are there", `document.querySelector("#poster svg").getAttribute("viewBox") === "0 0 280 330"`)
		for _, name := range addresses(t) {
			p.Do(`location.hash = %s`, name)
			at(p, name)
			p.Fonts()
			all := texts(p)
			if len(all) < 3 {
				t.Fatalf("%v, step %s: only %d texts", size, name, len(all))
			}
			for i, w := range all {
				if w.Size < 14-.01 {
					t.Errorf("%v, step %s: %q is %.1f px", size, name, w.Text, w.Size)
				}
				if w.X < -.5 || w.X+w.W > float64(size[0])+.5 {
					t.Errorf("%v, step %s: %q is cut at the window's edge: %+v", size, name, w.Text, w.Box)
				}
				for _, o := range all[:i] {
					if w.Meets(o.Box, 1) && (w.Hit != o.Hit || w.Hit && w.Text != o.Text) {
						t.Errorf("%v, step %s: %q lies on %q", size, name, w.Text, o.Text)
					}
				}
			}
			stage, title := p.Box("#stage"), p.Box("#title")
			if stage.Y+stage.H > title.Y {
				t.Errorf("%v, step %s: the scene ends at %.0f, the words begin at %.0f", size, name, stage.Y+stage.H, title.Y)
			}
			if stage.Y < 0 || title.Y+title.H > float64(size[1]) {
				t.Errorf("%v, step %s: scene and title do not fit the first screen", size, name)
			}
			if w := browser.Eval[float64](p, `document.documentElement.scrollWidth`); w > float64(size[0]) {
				t.Errorf("%v, step %s: the page is %.0f px wide", size, name, w)
			}
		}
	}
}

func TestTurningTheWindowKeepsThePlace(t *testing.T) {
	p := stills(t, "10")
	p.Size(390, 844)
	is := func(box string) {
		t.Helper()
		p.Wait("the picture is drawn for the window", `document.querySelector("#poster svg:not(.leaving)").getAttribute("viewBox") === %s`, box)
		at(p, "10")
		if n := len(guesses(p)); n != 1 {
			t.Errorf("%d guesses are up", n)
		}
	}
	guessAt(p, .3)
	p.Wait("the guess is up", `document.querySelectorAll("#room-list li").length === 1`)
	is("0 0 280 330")
	p.Size(844, 390)
	is("0 0 560 380")
	p.Size(390, 844)
	is("0 0 280 330")
	press(p, "o")
	p.Wait("the overview shows the narrow pictures", `document.querySelectorAll("#overview-list svg[viewBox='0 0 280 330']").length === 26`)
}

func TestThePresenterHasNoFaultOfAccessInAnyWindow(t *testing.T) {
	source, err := os.ReadFile(axeFile)
	if err != nil {
		t.Fatalf("%v; make test installs it (npm ci in internal/test/player/testdata)", err)
	}
	for _, size := range [][2]int{{390, 844}, {1280, 720}} {
		p := stills(t, "1")
		p.Size(size[0], size[1])
		browser.Eval[any](p, "globalThis.axe ?? (() => {"+string(source)+"})(), 0")
		for _, step := range []string{"1", "2", "10", "14.2", "23", "26"} {
			p.Do(`location.hash = %s`, step)
			at(p, step)
			p.Hover(float64(size[0])/2, float64(size[1])/2) // the bar is there
			for _, theme := range []string{"light", "dark"} {
				p.Media("prefers-color-scheme", theme)
				for _, fault := range browser.Eval[[]string](p, `axe.run(document, { resultTypes: ["violations"] }).then(r => r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 160)).join(" ")))`) {
					t.Errorf("%v, step %s, %s: %s", size, step, theme, fault)
				}
			}
		}
	}
}
