package present

import (
	"image"
	"testing"

	"opencases/internal/deck"
	"opencases/internal/test/browser"
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

// The engine's pictures are compared with the server's stills, build by build, there and back: their descriptions and
// labels are made of the same Picture. Some are compared as pixels too, the stage at rest.
func TestTheEnginesPicturesAreTheDecksThereAndOnTheWayBack(t *testing.T) {
	p := chromium.Tab(t, browser.Quiet)
	p.Size(1024, 768)
	open(p, "1")
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	p.Do(`window.deck = await (await fetch(JSON.parse(document.getElementById("config").textContent).deck)).json();
		window.plain = html => Object.assign(document.createElement("div"), { innerHTML: html }).textContent;`)
	is := func(name string) {
		t.Helper()
		at(p, name)
		p.Wait("the engine shows the picture of "+name, `(() => {
			const [step, build = 1] = %s.split("."), { still } = deck.steps[step - 1].builds[build - 1];
			const shown = [...document.querySelectorAll("#labels .label:not(.leaving)")].map(e => e.textContent).sort().join("|");
			const words = document.getElementById("title").textContent === still.title && document.getElementById("text").textContent === plain(still.textHTML);
			return words && document.getElementById("description").textContent === still.description && shown === still.labels.map(l => plain(l.html)).sort().join("|");
		})()`, name)
	}
	photographed := map[string]*image.RGBA{"1": nil, "5.2": nil, "9.2": nil, "10": nil, "10.2": nil, "13": nil, "14.2": nil, "18.2": nil, "23": nil, "26": nil}
	all := addresses(t)
	for i, name := range all {
		is(name)
		if _, ok := photographed[name]; ok {
			photographed[name] = rested(p)
		}
		if i+1 < len(all) {
			p.Key("PageDown")
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		is(all[i])
		if before := photographed[all[i]]; before != nil {
			if share, most := browser.Difference(before, rested(p), 8); share > 0 {
				t.Errorf("%s looks different on the way back: %.4f of it, by up to %d", all[i], share, most)
			}
		}
		p.Key("PageUp")
	}
}
