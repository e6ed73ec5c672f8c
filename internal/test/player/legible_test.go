package player

import (
	"testing"

	"opencases/internal/test/browser"
)

// faultsOf is a script that looks at the laid-out document with its fonts and lists what a reader could not read:
// words that leave the stage or the window, or their box, or meet other words, or are smaller than 12 px.
const faultsOf = `(() => {
	const faults = [], wide = document.documentElement.clientWidth;
	const name = e => (e.id ? "#" + e.id : "") + "“" + e.textContent.replace(/\s+/g, " ").trim().slice(0, 40) + "”";
	// The room that the words themselves take, also where they run out of their element.
	const room = e => {
		const range = document.createRange();
		range.selectNodeContents(e);
		const rects = [...range.getClientRects()].filter(r => r.width > 0 && r.height > 0);
		if (!rects.length) return null;
		const l = Math.min(...rects.map(r => r.left)), t = Math.min(...rects.map(r => r.top));
		const r = Math.max(...rects.map(r => r.right)), b = Math.max(...rects.map(r => r.bottom));
		return { l, t, r, b };
	};
	const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".unseen, [hidden]");
	const meet = (a, b) => Math.min(a.r, b.r) - Math.max(a.l, b.l) > 1 && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 2;
	if (document.documentElement.scrollWidth > wide) faults.push("the document is " + document.documentElement.scrollWidth + " px wide in a window of " + wide);
	const s = document.getElementById("stage").getBoundingClientRect();
	const labels = [...document.querySelectorAll("#labels .label")].filter(shown);
	for (const e of labels) {
		const at = room(e), most = parseFloat(e.style.maxWidth || getComputedStyle(e).maxWidth) / 100 * s.width;
		if (!at) { faults.push("the label " + e.dataset.id + " is empty"); continue; }
		if (at.l < s.left - 1 || at.r > s.right + 1 || at.t < s.top - 1 || at.b > s.bottom + 1)
			faults.push(name(e) + " leaves the stage by " + Math.max(s.left - at.l, at.r - s.right, s.top - at.t, at.b - s.bottom).toFixed(1) + " px");
		if (at.r - at.l > most + 1) faults.push(name(e) + " is " + (at.r - at.l).toFixed(1) + " px wide in a box of " + most.toFixed(1));
	}
	const words = [...labels, ...document.querySelectorAll("#kicker, #title, #text p, #ask .row > :not(details), #ask summary, #ask .answer, #suppose .row > *, #suppose .formula, #explore button, #parts a, .tick, #controls button, #chapters > summary, #status")]
		.filter(shown).map(e => ({ e, at: e.matches("button, summary, input") ? (b => ({ l: b.left, t: b.top, r: b.right, b: b.bottom }))(e.getBoundingClientRect()) : room(e) })).filter(w => w.at);
	for (const { e, at } of words) {
		if (at.l < -1 || at.r > wide + 1) faults.push(name(e) + " leaves the window");
		const size = parseFloat(getComputedStyle(e).fontSize);
		if (e.textContent.trim() && size < 11.99) faults.push(name(e) + " is " + size + " px small");
		if (e.scrollWidth > e.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(e).overflowX)) faults.push(name(e) + " is cut off");
	}
	words.forEach((a, i) => words.slice(i + 1).forEach(b => {
		if (a.e.contains(b.e) || b.e.contains(a.e)) return;
		const sticky = a.e.closest("#controls") || b.e.closest("#controls");
		if (sticky && getComputedStyle(document.getElementById("controls")).position === "sticky" && !(a.e.closest("#controls") && b.e.closest("#controls"))) return;
		if (meet(a.at, b.at)) faults.push(name(a.e) + " meets " + name(b.e));
	}));
	for (const e of document.querySelectorAll("#controls button, #controls summary, #ask button, #suppose input, #ask input, #explore button, #parts a, #slider, #handle")) {
		if (!shown(e)) continue;
		const b = e.getBoundingClientRect();
		if (b.width < 23.99 || b.height < 23.99) faults.push(name(e) + " is a target of " + b.width.toFixed(0) + " × " + b.height.toFixed(0) + " px");
	}
	return faults;
})()`

// legible fails for everything that could not be read in the document as it stands.
func legible(t *testing.T, p *browser.Tab, where string) {
	t.Helper()
	for _, f := range browser.Eval[[]string](p, faultsOf) {
		t.Errorf("%s: %s", where, f)
	}
	if text := p.Text("#player"); holdsOne(text, []string{"undefined", "NaN", "[object", "null"}) {
		t.Errorf("%s: the document says %s", where, text)
	}
}

func TestAResizeFrom1280To320AndBackKeepsEverythingLegible(t *testing.T) {
	for _, chapter := range []string{"cases"} {
		p := player(t, chapter, "", browser.Quiet)
		live(p)
		before := stage(p)
		for _, width := range []int{1280, 900, 560, 559, 360, 320, 280, 320, 640, 1079, 1080, 1280} {
			p.Size(width, 800)
			want := map[bool]string{true: "narrow", false: "article"}[width < 560]
			if width >= 1080 {
				want = "wide"
			}
			p.Wait("the composition "+want, `document.getElementById("player").dataset.comp === %s && document.getElementById("stage").hasAttribute("data-live")`, want)
			p.Drawn()
			rest(p)
			legible(t, p, chapter+" at "+english.Number(width)+" px")
			if ink := browser.Inked(stage(p)); ink < .02 {
				t.Errorf("%s at %d px: the stage is blank", chapter, width)
			}
		}
		same(t, chapter+" after the resize", before, stage(p))
	}
}

func TestEverythingIsLegibleAtTwiceTheSize(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet)
	p.Screen(640, 400, 2, false)
	live(p)
	legible(t, p, "gap at 200 percent")
}
