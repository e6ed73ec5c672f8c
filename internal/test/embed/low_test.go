package embed

import (
	"fmt"
	"strings"
	"testing"
)

// crowded lists what of a player is cut, lies over another part or cannot be reached.
const crowded = `(() => {
	const boxes = ["words", "stage", "timeline", "controls", "foot"].map(id => [id, document.getElementById(id).getBoundingClientRect()]).filter(([, b]) => b.width);
	const out = boxes.filter(([, b]) => b.top < -1 || b.left < -1 || b.right > innerWidth + 1 || b.bottom > innerHeight + 1).map(([id]) => id + " is cut");
	for (const [id, a] of boxes) for (const [other, b] of boxes)
		if (id < other && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) out.push(id + " lies over " + other);
	for (const e of document.querySelectorAll("#labels > .label")) { const b = e.getBoundingClientRect(); if (b.top < -4 || b.left < -1 || b.right > innerWidth + 1) out.push("cut: " + e.textContent); }
	if (document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth) out.push("it scrolls");
	for (const e of [document.getElementById("words"), document.getElementById("controls")]) if (e.scrollWidth > e.clientWidth) out.push(e.id + " is wider than its column");
	for (const e of document.querySelectorAll("#text a, #text button, #task button, #task input, #explore button, #controls button")) {
		e.scrollIntoView({block: "nearest"});
		const b = e.getBoundingClientRect(), at = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
		if (b.width && !(e === at || e.contains(at) || at?.contains(e))) out.push("not to be reached: " + e.outerHTML.slice(0, 80));
	}
	return out;
})()`

// A low frame, or one of a height that the page gives, shows all of the player, and all of it can be reached.
func TestALowFrameShowsAllOfThePlayer(t *testing.T) {
	for _, size := range [][2]int{{900, 560}, {853, 480}, {640, 360}, {1280, 420}, {1000, 480}, {700, 420}} {
		for _, query := range []string{"", "height=fit"} {
			t.Run(fmt.Sprintf("%d×%d%s", size[0], size[1], query), func(t *testing.T) {
				var body strings.Builder
				chapters := []string{"gap/?beat=3", "if/?beat=3", "explore/?", "cases/?beat=1"}
				for _, chapter := range chapters {
					fmt.Fprintf(&body, `<iframe title=x sandbox="allow-scripts" src="{ours}en/player/%s&%s" style="display:block;width:%dpx;height:%dpx;border:0"></iframe>`, chapter, query, size[0], size[1])
				}
				p := open(t, page(t, body.String()), view{int64(size[0]), int64(size[1]) * 4})
				for i, chapter := range chapters {
					f := p.frame(i)
					p.untilIn(f, `document.documentElement.dataset.low && document.getElementById("player").dataset.comp === document.documentElement.dataset.low && document.querySelectorAll("#labels > .label").length`)
					p.untilIn(f, `new Promise(r => setTimeout(() => r(true), 300))`)
					if bad := within[[]string](p, f, crowded); len(bad) > 0 {
						t.Errorf("%s: %q", chapter, bad)
					}
				}
				p.quiet()
			})
		}
	}
}

// A frame that becomes high enough shows the words above the stage again, and one that its page follows never differs.
func TestAFrameThatIsHighEnoughIsNotLow(t *testing.T) {
	p := open(t, page(t, `<iframe title=x sandbox="allow-scripts" src="{ours}en/player/gap/" style="display:block;width:900px;height:480px;border:0"></iframe>`), view{900, 1000})
	f := p.frame(0)
	p.untilIn(f, `document.documentElement.dataset.low`)
	js[any](p, `document.querySelector("iframe").style.height = "720px"`)
	p.untilIn(f, `!document.documentElement.dataset.low && document.getElementById("player").dataset.comp === "article"`)
	p.untilIn(f, `document.getElementById("words").getBoundingClientRect().bottom <= document.getElementById("stage").getBoundingClientRect().top + 1`)
	q := open(t, page(t, script+`<open-cases chapter="gap"></open-cases>`), view{900, 480})
	q.until(`document.querySelector("open-cases").state`)
	if q.follows(q.frame(0)) < 600 || within[bool](q, q.frame(0), `"low" in document.documentElement.dataset`) {
		t.Error("a frame that its page follows is low")
	}
	p.quiet()
}
