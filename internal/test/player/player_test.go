package player

import (
	"image"
	"testing"

	"opencases/internal/test/browser"
)

// counted counts the frames that a document asks of the browser, from its first script on.
func counted(p *browser.Tab) {
	p.Before(`(() => {
		const next = window.requestAnimationFrame, frames = window.framesDrawn = { count: 0, last: -1e9, asked: 0 };
		window.requestAnimationFrame = run => (frames.asked++, next.call(window, time => {
			frames.asked--;
			frames.count++;
			run(time);
			frames.last = performance.now();
		}));
	})()`)
}

// thrifty is a reader who saves data: nothing is fetched before it is asked for.
func thrifty(p *browser.Tab) {
	p.Before(`Object.defineProperty(Object.getPrototypeOf(navigator.connection), "saveData", { get: () => true })`)
}

// player opens the player's document with a query in a window of its own.
func player(t *testing.T, chapter, query string, options ...browser.Option) *browser.Tab {
	t.Helper()
	p := chromium.Tab(t, append([]browser.Option{counted}, options...)...)
	p.Open(home + "en/player/" + chapter + "/" + query)
	return p
}

// live shows the document that a reader is there, and waits until the engine draws and its picture rests.
func live(p *browser.Tab) {
	p.T.Helper()
	p.Hover(1, 1)
	p.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	rest(p)
}

// rest waits until the picture no longer moves: the engine asks for no frames, and nothing fades.
func rest(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the picture rests", `framesDrawn.asked === 0 && performance.now() - framesDrawn.last > 100 && !document.querySelector(".leaving") &&
		document.getAnimations().every(a => a.playState !== "running")`)
}

// stage is what the stage looks like, without a pointer over it.
func stage(p *browser.Tab) *image.RGBA {
	p.T.Helper()
	p.Hover(1, 1)
	p.Fonts()
	return p.ShotOfElement("#stage")
}

// at waits until the document stands at a beat, counted from 1.
func at(p *browser.Tab, chapter string, beat int) {
	p.T.Helper()
	p.Wait("the document stands at "+chapter, `document.getElementById("sheet").dataset.chapter === %s &&
		document.getElementById("title").textContent === %s`, chapter, english.String(beatKey(chapter, beat)+".title"))
}

// same fails unless two pictures are the same but for the edges of marks.
func same(t *testing.T, what string, a, b *image.RGBA) {
	t.Helper()
	// Marks of 2 or 3 px come out up to an eighth lighter where the browser draws them as SVG than where the engine does.
	share, most := browser.Difference(a, b, 36)
	if share > 0.001 {
		t.Errorf("%s: %.2f%% of the picture differs, by up to %d of 255", what, 100*share, most)
	}
}
