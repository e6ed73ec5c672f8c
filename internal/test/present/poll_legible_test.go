package present

import (
	"testing"

	"opencases/internal/test/browser"
)

// Every state of the poll is as legible as the slides, beside guesses put up by hand too.
func TestThePollIsReadableFromTheBackRowAndNothingIsCut(t *testing.T) {
	c := teach(t)
	p := c.presenter(t, "10")
	phone := c.phone(t, 320)
	look := func(state string, step string) {
		t.Helper()
		for _, size := range [][2]int{{1920, 1080}, {1280, 720}, {1024, 768}} {
			p.Size(size[0], size[1])
			p.Fonts()
			unit := min(float64(size[0])/1920, float64(size[1])/1080)
			for _, w := range texts(p) {
				if w.Size < 28*unit-.01 {
					t.Errorf("%s, step %s, %v: %q is %.1f px, less than 28 units (%.1f px)", state, step, size, w.Text, w.Size, 28*unit)
				}
				if !w.Within(browser.Box{W: float64(size[0]), H: float64(size[1])}, .5) {
					t.Errorf("%s, step %s, %v: %q is cut at the window's edge", state, step, size, w.Text)
				}
			}
			if panel := p.Box("#words"); browser.Eval[float64](p, `document.getElementById("words").scrollHeight`) > panel.H+1 {
				t.Errorf("%s, step %s, %v: the words do not fit beside the stage", state, step, size)
			}
		}
	}
	for _, q := range []struct{ step, chapter string }{{"10", "cases"}, {"14", "gap"}, {"18", "count"}} {
		p.Do(`location.hash = %s`, q.step)
		at(p, q.step)
		count(p, "0 of 1 phones answered")
		look("asked", q.step)
		phone.Wait("the question is there", `document.querySelector("[name=question]")?.value === %s`, q.chapter)
		if q.chapter == "gap" {
			phone.Do(`document.querySelector("fieldset input").value = "300"`)
			phone.Click("button[value=answer]")
		} else {
			send(phone, "300")
		}
		count(p, "1 of 1 phones answered")
		look("answered", q.step)
		// Nine guesses by hand beside the poll.
		for range 9 {
			if q.chapter == "gap" {
				b := p.Target("#pad")
				p.Press(b.X+b.W/2, b.Y+b.H/2)
				p.Release(b.X+b.W/2, b.Y+b.H/2)
				press(p, "a")
			} else {
				guessAt(p, .5)
			}
		}
		p.Wait("the list of guesses ends with how many more there are", `document.querySelector("#room-list .more")`)
		look("with guesses by hand", q.step)
		press(p, "d")
		p.Wait("the answers are shown", `document.querySelector("#poll-board, #poll-lines")`)
		look("shown", q.step)
		press(p, "r")
		at(p, q.step+".2")
		p.Wait("the record is there", `document.getElementById("room-answer").textContent`)
		look("revealed", q.step)
		press(p, "PageUp")
		at(p, q.step)
		p.Wait("the question is closed", `document.getElementById("poll-note").textContent`)
		look("closed", q.step)
	}
}
