package presenttest

import (
	"math"
	"testing"

	"opencases/internal/browser"
	"opencases/internal/picture"
)

// word is a shown piece of text of the slide with its type size and box.
type word struct {
	browser.Box
	Text string
	Size float64
	Hit  bool // in a label of the stage
}

func texts(p *browser.Tab) []word {
	p.T.Helper()
	return browser.Eval[[]word](p, `(() => {
		const found = [], walk = document.createTreeWalker(document.getElementById("sheet"), NodeFilter.SHOW_TEXT);
		for (let n = walk.nextNode(); n; n = walk.nextNode()) {
			const e = n.parentElement;
			if (!n.textContent.trim() || e.closest(".unseen, [hidden], #status, .leaving") || !e.checkVisibility({ visibilityProperty: true })) continue;
			const range = document.createRange();
			range.selectNodeContents(n);
			for (const b of range.getClientRects()) if (b.width > 1) {
				// The box of a font is higher than its letters.
				const size = parseFloat(getComputedStyle(e).fontSize), spare = Math.max(0, (b.height - size) / 2);
				found.push({ X: b.x, Y: b.y + spare, W: b.width, H: b.height - 2 * spare, Text: n.textContent.trim(), Size: size, Hit: !!e.closest(".label") });
			}
		}
		return found;
	})()`)
}

func TestEverythingIsReadableFromTheBackRowAndNothingIsCut(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {1280, 720}, {1024, 768}, {2560, 1080}} {
		p := stills(t, "1")
		p.Size(size[0], size[1])
		unit := min(float64(size[0])/1920, float64(size[1])/1080)
		for _, name := range addresses(t) {
			p.Do(`location.hash = %s`, name)
			at(p, name)
			p.Fonts()
			all := texts(p)
			if len(all) < 3 {
				t.Fatalf("%v, step %s: only %d texts", size, name, len(all))
			}
			window := browser.Box{W: float64(size[0]), H: float64(size[1])}
			for i, w := range all {
				if w.Size < 28*unit-.01 {
					t.Errorf("%v, step %s: %q is %.1f px, less than 28 units (%.1f px)", size, name, w.Text, w.Size, 28*unit)
				}
				if !w.Within(window, .5) {
					t.Errorf("%v, step %s: %q is cut at the window's edge: %+v", size, name, w.Text, w.Box)
				}
				for _, o := range all[:i] {
					if w.Meets(o.Box, 3*unit) && (w.Hit != o.Hit || w.Hit && w.Text != o.Text) {
						t.Errorf("%v, step %s: %q lies on %q", size, name, w.Text, o.Text)
					}
				}
			}
			if panel := p.Box("#words"); browser.Eval[float64](p, `document.getElementById("words").scrollHeight`) > panel.H+1 {
				t.Errorf("%v, step %s: the words do not fit beside the stage", size, name)
			}
		}
	}
}

func TestTheStageHasTheShapeOfItsComposition(t *testing.T) {
	design := picture.Design(picture.Projector)
	p := stills(t, "1")
	if b := p.Box("#stage"); math.Abs(b.W/b.H-design.W/design.H) > .01 {
		t.Errorf("the stage is %.0f by %.0f, its picture is laid out for %.0f by %.0f", b.W, b.H, design.W, design.H)
	}
	p.Open(home + "en/present/speaker/")
	ready(p)
	if b := p.Box("#current-picture .marks"); math.Abs(b.W/b.H-design.W/design.H) > .01 {
		t.Errorf("the speaker's picture is %.0f by %.0f, it is laid out for %.0f by %.0f", b.W, b.H, design.W, design.H)
	}
}
