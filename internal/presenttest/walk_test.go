package presenttest

import (
	"testing"

	"opencases/internal/browser"
	"opencases/internal/deck"
)

// addresses names every build of the deck, in order, as the presenter's address does.
func addresses(t *testing.T) (all []string) {
	t.Helper()
	steps, err := deck.Steps("en")
	if err != nil {
		t.Fatal(err)
	}
	for i, st := range steps {
		for j := range st.Builds {
			if j == 0 {
				all = append(all, itoa(i+1))
			} else {
				all = append(all, itoa(i+1)+"."+itoa(j+1))
			}
		}
	}
	return all
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func TestTheWholeDeckForwardAndBackShowsEveryPictureAgain(t *testing.T) {
	p := stills(t, "1")
	all := addresses(t)
	var forward []string
	for i, name := range all {
		at(p, name)
		forward = append(forward, shown(p))
		if i+1 < len(all) {
			p.Key([]string{"Space", "ArrowRight", "PageDown", "ArrowDown"}[i%4])
		}
	}
	p.Key("Space") // the end stays the end
	at(p, all[len(all)-1])
	for i := len(all) - 1; i >= 0; i-- {
		at(p, all[i])
		if got := shown(p); got != forward[i] {
			t.Errorf("%s looks different on the way back:\n%s\nwas\n%s", all[i], got, forward[i])
		}
		p.Key([]string{"ArrowLeft", "PageUp", "ArrowUp"}[i%3])
	}
	at(p, all[0])
}

// The engine's pictures are compared as pixels: the stage, at rest.
func TestTheEnginesPicturesAreTheSameOnTheWayBack(t *testing.T) {
	p := chromium.Tab(t, browser.Quiet)
	p.Size(1024, 768)
	open(p, "13")
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	names := []string{"13", "14", "14.2", "15", "16", "16.2", "17"}
	var query []string
	for i, name := range names {
		at(p, name)
		query = append(query, standing(p))
		if i+1 < len(names) {
			p.Key("PageDown")
		}
	}
	last := rested(p)
	for i := len(names) - 1; i >= 0; i-- {
		at(p, names[i])
		if got := standing(p); got != query[i] {
			t.Errorf("%s: the stage says %q on the way back, %q on the way there", names[i], got, query[i])
		}
		if i > 0 {
			p.Key("PageUp")
		}
	}
	for range len(names) - 1 {
		p.Key("PageDown")
	}
	at(p, "17")
	if share, most := browser.Difference(last, rested(p), 8); share > 0 {
		t.Errorf("forward and back again changed the picture: %.4f of it, by up to %d", share, most)
	}
}

// standing is the description of the stage with its labels: what the engine's Frame says.
func standing(p *browser.Tab) string {
	p.T.Helper()
	return browser.Eval[string](p, `new Promise(done => setTimeout(() => done(document.getElementById("description").textContent + document.getElementById("labels").textContent + document.getElementById("slider").getAttribute("aria-valuetext")), 60))`)
}
