package player

import (
	"testing"

	"opencases/internal/test/browser"
)

// written counts how often a document writes its address.
func written(p *browser.Tab) {
	p.Before(`(() => {
		const own = history.replaceState;
		window.addressesWritten = 0;
		history.replaceState = function (...args) { window.addressesWritten++; return own.apply(this, args); };
	})()`)
}

// rush presses a key on the timeline faster than anything can come between.
func rush(p *browser.Tab, key string, times int) {
	p.T.Helper()
	p.Do(`const slider = document.getElementById("slider");
		for (let n = 0; n < %s; n++) slider.dispatchEvent(new KeyboardEvent("keydown", { key: %s, bubbles: true, cancelable: true }))`, times, key)
}

// month of the address, or "" where it holds none.
const monthOfAddress = `new URLSearchParams(location.search).get("month")`

func TestASingleStepIsInTheAddressAtOnceAndOfManyTheLast(t *testing.T) {
	p := player(t, "explore", "?view=strikes&month=2017-06", browser.Quiet, written)
	live(p)
	p.Do(`await new Promise(done => setTimeout(done, 500))`) // a step after a pause
	before := browser.Eval[int](p, `addressesWritten`)
	// In one script, so that nothing comes between however busy the machine is.
	p.Do(`const slider = document.getElementById("slider"), month = () => new URLSearchParams(location.search).get("month");
		const press = times => { for (let n = 0; n < times; n++) slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, cancelable: true })); };
		press(1);
		await new Promise(requestAnimationFrame);
		globalThis.afterOne = month();
		press(24)`)
	if got := browser.Eval[string](p, `afterOne`); got != "2017-05" {
		t.Errorf("after one step the address holds month %q, want 2017-05", got)
	}
	p.Wait("the address holds the last month", monthOfAddress+` === "2015-05"`)
	if n := browser.Eval[int](p, `addressesWritten`) - before; n != 2 {
		t.Errorf("a step and 24 in a row wrote the address %d times, want 2", n)
	}
}

// Whether the browser has kept the document meanwhile or reads it anew.
func TestWhoLeavesInTheMiddleComesBackToTheSameMonth(t *testing.T) {
	for name, before := range map[string]string{"kept": `0`, "read anew": `addEventListener("unload", () => {})`} {
		t.Run(name, func(t *testing.T) {
			p := player(t, "explore", "?view=strikes&month=2017-06", browser.Quiet, func(p *browser.Tab) { p.Before(before) })
			live(p)
			rush(p, "ArrowLeft", 30)
			p.Do(`window.left = true; setTimeout(() => location.href = %s)`, home+"en/teach/")
			p.Wait("another page", `location.pathname === "/en/teach/" && document.readyState === "complete"`)
			p.Do(`setTimeout(() => history.back())`)
			p.Wait("the player again", `document.getElementById("stage")`)
			if kept := browser.Eval[bool](p, `"left" in window`); kept != (name == "kept") {
				t.Errorf("the document was kept: %t", kept)
			}
			if got := browser.Eval[string](p, monthOfAddress); got != "2014-12" {
				t.Errorf("the address holds month %q, want 2014-12", got)
			}
		})
	}
}

func TestAHiddenWindowHasItsAddress(t *testing.T) {
	p := player(t, "explore", "?view=strikes&month=2017-06", browser.Quiet)
	live(p)
	rush(p, "ArrowLeft", 30)
	p.Hide(true)
	if got := browser.Eval[string](p, monthOfAddress); got != "2014-12" {
		t.Errorf("the address holds month %q, want 2014-12", got)
	}
	p.Hide(false) // all tabs stand in one window
}
