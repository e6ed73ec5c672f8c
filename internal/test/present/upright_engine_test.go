package present

import "testing"

// The engine draws for the window too, also when it is turned while it runs.
func TestTheEngineDrawsForAWindowThatIsTurned(t *testing.T) {
	p := chromium.Tab(t)
	p.Size(390, 844)
	open(p, "17.2")
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	is := func(deck, name string) {
		t.Helper()
		at(p, name)
		p.Do(`window.stills ??= {}; stills[%s] ??= await (await fetch(JSON.parse(document.getElementById("config").textContent)[%s])).json()`, deck, deck)
		p.Wait("the engine shows the picture of "+name+" of "+deck, `(() => {
			const [step, build = 1] = %s.split("."), { still } = stills[%s].steps[step - 1].builds[build - 1];
			const at = e => e.style.left + " " + e.style.top, of = l => l.x + "%%" + " " + l.y + "%%";
			const shown = [...document.querySelectorAll("#labels .label:not(.leaving)")].map(at).sort().join("|");
			return document.getElementById("description").textContent === still.description && shown === still.labels.map(of).sort().join("|");
		})()`, name, deck)
	}
	is("upright", "17.2")
	p.Key("PageUp")
	is("upright", "17")
	p.Size(1280, 720)
	is("deck", "17")
	p.Key("PageDown")
	is("deck", "17.2")
	p.Size(390, 844)
	is("upright", "17.2")
}
