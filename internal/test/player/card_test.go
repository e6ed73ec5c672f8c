package player

import (
	"strings"
	"testing"

	"opencases/internal/test/browser"
)

func cardOpen(p *browser.Tab, title string) {
	p.T.Helper()
	p.Wait("the card "+title, `(c => !c.hidden && c.querySelector("h2") && (!%s || c.querySelector("h2").textContent === %s))(document.getElementById("card"))`, title, title)
}

func cardShut(p *browser.Tab) {
	p.T.Helper()
	p.Wait("no card", `document.getElementById("card").hidden`)
}

// inWindow fails unless the card can be read whole, or scrolled where it is longer than its window.
func inWindow(t *testing.T, p *browser.Tab, where string) {
	t.Helper()
	card := p.Box("#card")
	window := browser.Eval[browser.Box](p, `({ X: 0, Y: 0, W: document.documentElement.clientWidth, H: innerHeight })`)
	if !card.Within(window, 1) {
		t.Errorf("%s: the card stands at %v in a window of %v", where, card, window)
	}
}

func TestACardOpensByClickByEnterAndByHoverAndEscapeLeadsBack(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet)
	live(p)
	const ref = "assessments/2017-11/open"
	inText := `#text [data-figure="` + ref + `"]`
	want := number(t, ref)

	p.Click(inText)
	cardOpen(p, "")
	inWindow(t, p, "by click")
	if figure := p.Text("#card .figure"); !strings.Contains(figure, want) {
		t.Errorf("the card of %s says %q, want %s", ref, figure, want)
	}
	f, _ := rec.Figure(ref)
	for _, s := range f.Sources {
		if !strings.Contains(browser.Eval[string](p, `document.getElementById("card").innerHTML`), s.Publisher) {
			t.Errorf("the card of %s does not name its source %s", ref, s.Publisher)
		}
	}
	if links := p.Boxes("#card a[href]"); len(links) == 0 {
		t.Error("the card leads nowhere")
	}
	if focus := p.Focus(); focus != "#card" {
		t.Errorf("the focus is at %s, not in the card", focus)
	}
	p.Key("Escape")
	cardShut(p)
	p.Do(`if (document.activeElement?.dataset.figure !== %s) throw new Error("the focus did not return to the figure but to " + document.activeElement?.outerHTML)`, ref)

	p.Key("Enter")
	cardOpen(p, "")
	p.Key("Tab")
	p.Do(`if (!document.getElementById("card").contains(document.activeElement)) throw new Error("Tab left the card at once")`)
	p.Key("Escape")
	cardShut(p)

	p.Click(inText)
	cardOpen(p, "")
	p.ClickAt(20, 700)
	cardShut(p)

	hot := p.Target(".hot")
	x, y := hot.Centre()
	p.Hover(x, y)
	cardOpen(p, "")
	inWindow(t, p, "by hover")
	card := p.Box("#card")
	p.Hover(card.X+card.W/2, card.Y+20) // the card may be hovered itself
	p.Drawn()
	if !p.Shown("#card") {
		t.Error("the hovered card closed under the pointer")
	}
	p.Key("Escape")
	cardShut(p)
}

func TestEveryPointOfThePictureOpensItsCardByKeys(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet)
	live(p)
	p.Wait("the points", `document.querySelector(".hot[tabindex='0'], #stage [data-figure][tabindex='0']")`)
	p.Do(`document.querySelector("#stage [tabindex='0']").focus()`)
	points := browser.Eval[int](p, `document.querySelectorAll("#stage .hot, #stage .label [data-figure]").length`)
	seen := map[string]bool{}
	for range points {
		at := browser.Eval[string](p, `document.activeElement.dataset.figure ?? document.activeElement.dataset.ref ?? ""`)
		seen[at] = true
		p.Key("Enter")
		cardOpen(p, "")
		if p.Text("#card") == "" || holdsOne(p.Text("#card"), []string{"undefined", "[card", "NaN"}) {
			t.Errorf("the card of %s says %q", at, p.Text("#card"))
		}
		p.Key("Escape")
		cardShut(p)
		p.Key("ArrowRight")
	}
	if len(seen) < 10 || seen[""] {
		t.Errorf("the arrows led to %d points: %v", len(seen), seen)
	}
}

func TestACardOpensByTapAndIsASheetOnAPhone(t *testing.T) {
	p := player(t, "cover", "", browser.Quiet, func(p *browser.Tab) { p.Screen(360, 640, 2, true); p.Touch() })
	live(p)
	x, y := p.Target("#text [data-figure]").Centre()
	p.Tap(x, y)
	cardOpen(p, "")
	inWindow(t, p, "on a phone")
	p.Tap(p.Target("#card .icon").Centre())
	cardShut(p)
	// A hot spot is tapped like a figure.
	hot := browser.Eval[browser.Box](p, `(() => {
		for (const e of document.querySelectorAll(".hot")) {
			const b = e.getBoundingClientRect(), at = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);
			if (at === e) return { X: b.x, Y: b.y, W: b.width, H: b.height };
		}
	})()`)
	p.Tap(hot.Centre())
	cardOpen(p, "")
}

func TestWithoutCardsAFigureLeadsToItsRow(t *testing.T) {
	p := chromium.Tab(t, (*browser.Tab).NoScripts)
	p.Open(home + "en/player/gap/")
	href := browser.Eval[string](p, `document.querySelector("#text [data-figure]").href`)
	p.Open(href)
	p.Do(`if (!document.querySelector(":target")) throw new Error("no row answers to " + location.href)`)
}

// Under a pointer at rest the picture may change; only a pointer that moves onto a place asks for its card.
func TestNoCardOpensUnderAPointerAtRest(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet)
	live(p)
	// Over the list of chapters, where it covers a place of the stage.
	p.Click("#chapters summary")
	p.Wait("the list", `document.getElementById("chapters").open`)
	at := browser.Eval[[]float64](p, `(() => {
		const list = document.querySelector("#chapters nav").getBoundingClientRect();
		for (const hot of document.querySelectorAll(".hot")) {
			const b = hot.getBoundingClientRect(), x = b.left + b.width / 2;
			for (let y = Math.max(b.top, list.top) + 2; y < Math.min(b.bottom, list.bottom); y += 4)
				if (x > list.left && x < list.right && document.elementFromPoint(x, y)?.closest("nav")) return [x, y];
		}
		return [];
	})()`)
	if len(at) == 0 {
		t.Fatal("the list covers no place of the stage")
	}
	p.Hover(at[0], at[1])
	p.Key("Escape")
	p.Wait("the place is under the pointer", `document.querySelector(".hot:hover")`)
	p.Do(`await new Promise(r => setTimeout(r, 500))`) // longer than a card takes to open
	if p.Shown("#card") {
		t.Error("a card opened by itself")
	}
	p.Hover(at[0]+1, at[1])
	p.Hover(at[0]+2, at[1]+1)
	cardOpen(p, "")
}
