package present

import (
	"fmt"
	"testing"

	"opencases/internal/test/browser"
)

// guessAt puts up a guess at a share of the scale under the picture, by pointer.
func guessAt(p *browser.Tab, share float64) {
	p.T.Helper()
	b := p.Box("#rail")
	p.ClickAt(b.X+b.W*(.03+.94*share), b.Y+b.H/4)
}

func guesses(p *browser.Tab) []string {
	p.T.Helper()
	return browser.Eval[[]string](p, `[...document.querySelectorAll("#room-list li")].map(e => e.textContent)`)
}

func TestGuessesOfTheRoomStayBesideTheAnswerAndTheAnswerIsHiddenBefore(t *testing.T) {
	p := stills(t, "10")
	for i, share := range []float64{.1, .5, .9} {
		guessAt(p, share)
		p.Wait("the guess is up", `document.querySelectorAll("#room-list li").length === `+fmt.Sprint(i+1))
	}
	press(p, "a") // by number
	p.Type("208")
	p.Key("Enter")
	p.Wait("the guess is up", `document.querySelectorAll("#room-list li").length === 4`)
	at(p, "10")
	if all := guesses(p); all[3] != "208" {
		t.Errorf("the guesses are %q", all)
	}
	if browser.Eval[bool](p, `!!document.querySelector("#rail .found")`) {
		t.Error("the record's figure is shown before the answer")
	}
	press(p, "u")
	p.Wait("the last guess is taken away", `document.querySelectorAll("#room-list li").length === 3`)
	press(p, "r")
	at(p, "10.2")
	if n := len(guesses(p)); n != 3 {
		t.Errorf("%d guesses stand beside the answer", n)
	}
	if text := p.Text("#rail .found"); text != "208 credible" {
		t.Errorf("beside the guesses stands %q", text)
	}
	guessAt(p, .2) // too late
	p.Key("PageUp")
	at(p, "10")
	if n := len(guesses(p)); n != 3 {
		t.Errorf("%d guesses are left after going back", n)
	}
	if browser.Eval[bool](p, `!!document.querySelector("#rail .found")`) {
		t.Error("going back leaves the answer")
	}
}

func TestLinesOfTheRoomStayWhereTheyWereDrawn(t *testing.T) {
	p := stills(t, "14")
	b := p.Target("#pad")
	for _, top := range []float64{.2, .6} {
		p.Press(b.X+2, b.Y+b.H*.97)
		for i := 1; i <= 20; i++ {
			p.Drag(b.X+b.W*float64(i)/21, b.Y+b.H*(.97-top*float64(i)/21))
		}
		p.Release(b.X+b.W*20/21, b.Y+b.H*(.97-top*20/21))
		press(p, "a")
	}
	p.Wait("two lines are up", `document.querySelectorAll("#lines path").length === 2`)
	before := browser.Eval[string](p, `document.getElementById("lines").innerHTML`)
	press(p, "r")
	at(p, "14.2")
	if after := browser.Eval[string](p, `document.getElementById("lines").innerHTML`); after != before {
		t.Errorf("the lines moved when the answer came:\n%s\n%s", before, after)
	}
	if p.Shown("#pad") {
		t.Error("a line can still be drawn beside the answer")
	}
}

func TestAnEmptyLineIsNotPutUpAndHostileNumbersAreKeptInRange(t *testing.T) {
	p := stills(t, "14")
	press(p, "a")
	if n := len(guesses(p)); n != 0 {
		t.Errorf("an empty line is put up: %q", guesses(p))
	}
	p.Do(`location.hash = "10"`)
	at(p, "10")
	for _, number := range []string{"-5", "99999999", "1e3", "12.7"} {
		press(p, "a")
		p.Type(number)
		p.Key("Enter")
		p.Do(`document.getElementById("guess").close()`)
	}
	for _, g := range guesses(p) {
		switch g {
		case "0", "1,799", "1,000", "13":
		default:
			t.Errorf("%q is up on a scale from 0 to 1,799", g)
		}
	}
}
