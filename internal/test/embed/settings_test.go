package embed

import (
	"fmt"
	"strings"
	"testing"
)

// places are states in which a reader may leave a player, as commands, with what must be kept of them.
var places = []struct{ commands, keeps string }{
	{`["chapter strikes 2", "seek 2015-03"]`, `s.chapter === "strikes" && s.beat === 2 && s.month === "2015-03"`},
	{`["chapter if", "suppose 0.4"]`, `s.chapter === "if" && s.query.includes("suppose=0.4")`},
	{`["chapter explore", "view cases", "seek 2017-02", "speed 2"]`, `s.chapter === "explore" && s.view === "cases" && s.month === "2017-02" && s.query.includes("speed=2")`},
	{`["chapter cover"]`, `s.chapter === "cover"`},
}

// goTo brings a running player to a place and waits until it says so.
func (p *tab) goTo(commands, keeps string) {
	p.t.Helper()
	f := p.frame(0)
	js[any](p, `oc.play()`)
	p.untilIn(f, `document.getElementById("stage").hasAttribute("data-live")`)
	p.until(`oc.state.playing`)
	js[any](p, `oc.pause()`)
	p.until(`!oc.state.playing`)
	js[any](p, commands+`.forEach(c => oc.command(c))`)
	p.until(`(s => ` + keeps + `)(oc.state)`)
}

// A setting that the page changes, and a move in the document, leave the reader where he is, in everything.
func TestAChangedSettingAndAMoveKeepThePlace(t *testing.T) {
	p := open(t, page(t, listening+script+`<div id="a"><open-cases id="oc" chapter="gap" beat="1"></open-cases></div><div id="b"></div>`), view{640, 900})
	p.until(`oc.state`)
	changes := []string{`oc.setAttribute("height", "700")`, `oc.setAttribute("guess", "off")`, `oc.setAttribute("numerals", "arab")`, `b.append(oc)`, `oc.removeAttribute("numerals")`}
	for i, place := range places {
		p.goTo(place.commands, place.keeps)
		change := changes[i%len(changes)]
		js[any](p, `heard.length = 0; window.kept = oc.state; `+change)
		p.until(`heard.some(([t]) => t === "ready")`)
		// The picture of another month than its own comes with the engine.
		p.until(`((s, k) => ` + place.keeps + ` && s.chapter === k.chapter && s.beat === k.beat && s.view === k.view && s.month === k.month)(oc.state, kept)`)
	}
	p.quiet()
}

// Where nothing changes, nothing happens; where a player can be told, its document stays.
func TestAValueThatIsTheSameChangesNothing(t *testing.T) {
	p := open(t, page(t, listening+script+`<open-cases id="oc" chapter="gap" beat="1"></open-cases>`), view{640, 900})
	p.until(`oc.state`)
	p.goTo(places[0].commands, places[0].keeps)
	f := p.frame(0)
	within[any](p, f, `window.same = true`)
	for _, set := range []string{"lang=en", "numerals=auto", "guess=on", "guess=", "autoplay=off", "height=auto", "speed=1", "font=own", "caption=on", "theme=auto", "controls=full"} {
		name, value, _ := strings.Cut(set, "=")
		js[any](p, fmt.Sprintf(`heard.length = 0; oc.setAttribute(%q, %q)`, name, value))
		js[any](p, fmt.Sprintf(`oc.removeAttribute(%q); new Promise(r => setTimeout(r, 60))`, name))
	}
	js[any](p, `new Promise(r => setTimeout(r, 500))`)
	if !within[bool](p, f, `window.same`) || !js[bool](p, `(s => `+places[0].keeps+`)(oc.state) && heard.every(([t]) => t === "height")`) {
		t.Errorf("values that are the usual ones made %s of it", js[string](p, `JSON.stringify([oc.state, heard])`))
	}
	for attribute, keeps := range map[string]string{
		`"month", "2016-07"`: `s.chapter === "strikes" && s.month === "2016-07"`,
		`"beat", "3"`:        `s.chapter === "strikes" && s.beat === 3`,
		`"chapter", "count"`: `s.chapter === "count"`,
		`"speed", "2"`:       `s.query.includes("speed=2")`,
	} {
		js[any](p, `oc.setAttribute(`+attribute+`)`)
		p.until(`(s => ` + keeps + `)(oc.state)`)
		p.goTo(places[0].commands, places[0].keeps)
	}
	if !within[bool](p, f, `window.same`) {
		t.Error("a place that the page asks for reads the document anew")
	}
	p.quiet()
}
