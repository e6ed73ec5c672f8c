package present

import (
	"math"
	"testing"

	"opencases/internal/picture"
	"opencases/internal/test/browser"
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

func TestTheGuessesOfAWholeRoomFitBesideThePicture(t *testing.T) {
	p := stills(t, "1") // one size will do: everything is in units of the slide
	p.Size(1280, 720)
	for _, step := range []string{"10", "14", "18"} {
		p.Do(`location.hash = %s`, step)
		at(p, step)
		for i := range 10 {
			if p.Shown("#rail") {
				guessAt(p, float64(i)/9)
			} else {
				line(p, .5+float64(i)/20)
			}
		}
		for _, name := range []string{step, step + ".2"} {
			at(p, name)
			p.Fonts()
			if n := len(guesses(p)); n != 9 { // eight by number, and how many more
				t.Errorf("step %s: %d entries for ten guesses", name, n)
			}
			if panel := p.Box("#words"); browser.Eval[float64](p, `document.getElementById("words").scrollHeight`) > panel.H+1 {
				t.Errorf("step %s: the words do not fit beside the stage", name)
			}
			foot := p.Box("#count")
			for _, b := range append(p.Boxes("#room-list li"), p.Boxes("#room button")...) {
				if b.Meets(foot, 0) {
					t.Errorf("step %s: a guess or a button lies on the step's number", name)
				}
			}
			for _, w := range texts(p) {
				if w.Size < 28*1280./1920-.01 {
					t.Errorf("step %s: %q is %.1f px", name, w.Text, w.Size)
				}
			}
			if name == step {
				press(p, "r")
			}
		}
	}
}

// line draws a line over the picture, up to a share of its height, and puts it up.
func line(p *browser.Tab, share float64) {
	p.T.Helper()
	before := len(guesses(p))
	b := p.Box("#pad")
	p.Press(b.X+b.W*.05, b.Y+b.H*.9)
	for i := 1; i <= 8; i++ {
		p.Drag(b.X+b.W*float64(i)/9, b.Y+b.H*(.9-.8*share*float64(i)/8))
	}
	p.Release(b.X+b.W*8/9, b.Y+b.H*(.9-.8*share))
	press(p, "a")
	p.Wait("the line is up", `document.querySelectorAll("#room-list li").length > %s || %s >= 9`, before, before)
}

func TestTheBarStaysAwayWhereAGuessIsPlaced(t *testing.T) {
	p := stills(t, "10")
	p.Hover(300, 300)
	p.Wait("the bar comes with the pointer", `getComputedStyle(document.getElementById("bar")).opacity === "1"`)
	x, y := p.Box("#rail").Centre()
	p.Hover(x, y)
	p.Wait("the bar is away", `getComputedStyle(document.getElementById("bar")).opacity === "0"`)
	p.Hover(300, 300)
	p.Wait("the bar is back", `getComputedStyle(document.getElementById("bar")).opacity === "1"`)
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
