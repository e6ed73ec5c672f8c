package player

import (
	"strconv"
	"testing"

	"opencases/internal/test/browser"
)

// month is where the timeline stands, counted from its first month.
func month(p *browser.Tab) int {
	p.T.Helper()
	n, err := strconv.Atoi(p.Attr("#slider", "aria-valuenow"))
	if err != nil {
		p.T.Fatalf("the timeline stands at %q", p.Attr("#slider", "aria-valuenow"))
	}
	return n
}

func playing(p *browser.Tab) bool {
	return browser.Eval[bool](p, `document.getElementById("play").hasAttribute("data-playing")`)
}

// months notes every month that the timeline stands at from now on.
func months(p *browser.Tab) {
	p.Do(`const slider = document.getElementById("slider");
		globalThis.passed = [Number(slider.getAttribute("aria-valuenow"))];
		new MutationObserver(() => {
			const now = Number(slider.getAttribute("aria-valuenow"));
			if (now !== passed.at(-1)) passed.push(now);
		}).observe(slider, { attributeFilter: ["aria-valuenow"] })`)
}

func TestPlayMovesTheTimelineMonthByMonthAndEnds(t *testing.T) {
	p := player(t, "after", "?beat=1&speed=4")
	live(p)
	before := stage(p)
	months(p)
	p.Click("#play")
	p.Wait("it plays", `document.getElementById("play").hasAttribute("data-playing")`)
	p.Wait("it ends", `!document.getElementById("play").hasAttribute("data-playing")`)
	at(p, "after", 2)
	rest(p)
	passed := browser.Eval[[]int](p, `passed`)
	last, _ := strconv.Atoi(p.Attr("#slider", "aria-valuemax"))
	if len(passed) < 6 || month(p) != last {
		t.Errorf("the timeline passed %v and stands at %d of %d", passed, month(p), last)
	}
	for i := 2; i < len(passed); i++ { // the first step goes back to the beginning of the sweep
		if passed[i] <= passed[i-1] {
			t.Errorf("the timeline goes back: %v", passed)
			break
		}
	}
	if share, _ := browser.Difference(before, stage(p), 36); share < .01 {
		t.Errorf("the picture has not changed: %.2f%%", 100*share)
	}
	legible(t, p, "at the story's end")
}

func TestPlayWaitsAtAQuestionThenAnswersItAndGoesOn(t *testing.T) {
	p := player(t, "reports", "?beat=4&speed=4")
	live(p)
	p.Key("Space")
	at(p, "cases", 1)
	if p.Wait("it asks", `document.querySelector("#ask button")?.checkVisibility()`); !playing(p) {
		t.Error("play stops at the question")
	}
	p.Wait("it answers", `document.querySelector("#ask .answer").textContent && !document.querySelector("#ask button").checkVisibility()`)
	at(p, "cases", 1)
	if !playing(p) {
		t.Error("play stops at the answer")
	}
	at(p, "cases", 2)
}

func TestPlayWaitsForWhoHasBegunToAnswer(t *testing.T) {
	p := player(t, "reports", "?beat=4&speed=4")
	live(p)
	p.Key("Space")
	at(p, "cases", 1)
	p.Wait("it asks", `document.querySelector("#ask button")?.checkVisibility()`)
	p.Do(`document.querySelector("#ask input[type=range]").focus()`)
	p.Key("ArrowRight")
	p.Wait("it rests", `!document.getElementById("play").hasAttribute("data-playing")`)
	at(p, "cases", 1)
}

func TestPauseStopsAtOnceAndPlayGoesOn(t *testing.T) {
	p := player(t, "explore", "?view=strikes&month=2014-08&speed=0.5")
	live(p)
	p.Click("#play")
	p.Wait("the timeline moves", `document.getElementById("slider").getAttribute("aria-valuenow") > 1`)
	p.Click("#play")
	p.Wait("it rests", `!document.getElementById("play").hasAttribute("data-playing")`)
	rest(p)
	at := month(p)
	frames := browser.Eval[int](p, `new Promise(done => setTimeout(() => done(framesDrawn.count), 400))`)
	rest(p)
	if now := month(p); now != at {
		t.Errorf("paused at month %d, but it went on to %d", at, now)
	}
	if now := browser.Eval[int](p, `framesDrawn.count`); now > frames+3 {
		t.Errorf("a picture at rest asked for %d frames", now-frames)
	}
	p.Click("#play")
	p.Wait("it goes on", `Number(document.getElementById("slider").getAttribute("aria-valuenow")) > %s`, at)
}

func TestUnderReducedMotionEveryChangeIsImmediate(t *testing.T) {
	p := player(t, "strikes", "", browser.Quiet)
	live(p)
	for _, key := range []string{"PageDown", "PageDown", "PageUp", "PageDown", "PageDown"} {
		p.Do(`framesDrawn.count = 0`)
		p.Key(key)
		rest(p)
		// A frame to draw, one that finds nothing moving, and the page's own.
		if n := browser.Eval[int](p, `framesDrawn.count`); n > 6 {
			t.Errorf("after %s %d frames were drawn; motion is not wanted", key, n)
		}
		if moving := browser.Eval[int](p, `document.getAnimations().length`); moving > 0 {
			t.Errorf("after %s %d elements are animated", key, moving)
		}
	}
}

// Who opens a page at a chapter sees its finding. The first Play leads to the chapter's beginning, whether the engine is
// there or not, and however often it is pressed before.
func TestTheFirstPlayOfAnOpenedChapterPlaysItFromItsBeginning(t *testing.T) {
	for _, c := range []struct {
		chapter string
		early   bool
		to      string // the chapter it plays, where that one has nothing to move
		beat    int
	}{{"strikes", false, "", 1}, {"strikes", true, "", 1}, {"gap", true, "", 2}, {"cases", false, "", 2}, {"after", true, "", 1}, {"cover", true, "strikes", 1}} {
		p := player(t, c.chapter, "")
		if !c.early {
			live(p)
		}
		before := p.Text("#title") + p.Attr("#slider", "aria-valuetext")
		p.Click("#play")
		if c.early {
			p.Do(`document.getElementById("play").click()`) // nothing has happened yet: they tap again
		}
		p.Wait("it plays", `document.getElementById("play").hasAttribute("data-playing") && document.getElementById("stage").hasAttribute("data-live")`)
		if c.to == "" {
			c.to = c.chapter
		}
		at(p, c.to, c.beat)
		if now := p.Text("#title") + p.Attr("#slider", "aria-valuetext"); now == before {
			t.Errorf("%s: it plays, and still stands at %q", c.chapter, now)
		}
	}
}

func TestAutoplayStartsAWindowOfItsOwnBareAndWithItsValue(t *testing.T) {
	for _, query := range []string{"?autoplay", "?autoplay=on", "?guess=off&autoplay=1"} {
		p := player(t, "strikes", query)
		p.Wait("it plays by itself", `document.getElementById("play").hasAttribute("data-playing")`)
	}
	p := player(t, "strikes", "?autoplay=off")
	live(p)
	if playing(p) {
		t.Error("it plays with autoplay=off")
	}
}
