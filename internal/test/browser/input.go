package browser

import (
	"strings"

	"github.com/chromedp/cdproto/input"
)

// Box is a rectangle in CSS px of its document's window.
type Box struct{ X, Y, W, H float64 }

// Centre is the middle of the box.
func (b Box) Centre() (x, y float64) { return b.X + b.W/2, b.Y + b.H/2 }

// Meets reports whether two boxes share more than a margin on both axes.
func (b Box) Meets(o Box, margin float64) bool {
	return b.X+margin < o.X+o.W && o.X+margin < b.X+b.W && b.Y+margin < o.Y+o.H && o.Y+margin < b.Y+b.H
}

// Within reports whether the box lies inside another, but for a margin.
func (b Box) Within(o Box, margin float64) bool {
	return b.X >= o.X-margin && b.Y >= o.Y-margin && b.X+b.W <= o.X+o.W+margin && b.Y+b.H <= o.Y+o.H+margin
}

// window is the tab that takes pointers: for a frame, the window it stands in.
func (p *Tab) window() *Tab {
	if p.top != nil {
		return p.top
	}
	return p
}

func (p *Tab) mouse(kind input.DispatchMouseEventType, x, y float64, m input.DispatchMouseEventParams) {
	p.T.Helper()
	m.Type, m.X, m.Y = kind, x, y
	Call(p.window(), input.DispatchMouseEvent, m)
}

// Hover moves the pointer there. Places are CSS px of the window.
func (p *Tab) Hover(x, y float64) {
	p.T.Helper()
	p.mouse("mouseMoved", x, y, input.DispatchMouseEventParams{})
}

// Press puts the pointer's main button down; Drag and Release go on with the stroke.
func (p *Tab) Press(x, y float64) {
	p.T.Helper()
	p.mouse("mousePressed", x, y, input.DispatchMouseEventParams{Button: "left", Buttons: 1, ClickCount: 1})
}

// Drag moves the pressed pointer.
func (p *Tab) Drag(x, y float64) {
	p.T.Helper()
	p.mouse("mouseMoved", x, y, input.DispatchMouseEventParams{Button: "left", Buttons: 1})
}

// Release ends a stroke.
func (p *Tab) Release(x, y float64) {
	p.T.Helper()
	p.mouse("mouseReleased", x, y, input.DispatchMouseEventParams{Button: "left", ClickCount: 1})
}

// ClickAt clicks at a place of the window.
func (p *Tab) ClickAt(x, y float64) {
	p.T.Helper()
	p.Hover(x, y)
	p.Press(x, y)
	p.Release(x, y)
}

// Click scrolls to an element, checks that it is really the one a pointer meets there, and clicks it.
func (p *Tab) Click(selector string) {
	p.T.Helper()
	x, y := p.Target(selector).Centre()
	p.ClickAt(x, y)
}

// Target scrolls to an element and gives its box. An element that something else covers fails the test.
func (p *Tab) Target(selector string) Box {
	p.T.Helper()
	p.Wait(selector+" can be met by a pointer", `(() => {
		const e = document.querySelector(%s);
		if (!e) return false;
		e.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
		const b = e.getBoundingClientRect(), at = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);
		return b.width > 0 && at && (e.contains(at) || at.contains(e) && at.matches("label, button, a"));
	})()`, selector)
	return p.Box(selector)
}

// Wheel turns the wheel over a place; dy below 0 is upwards.
func (p *Tab) Wheel(x, y, dy float64) {
	p.T.Helper()
	// The protocol wants both ways named, and its Go form leaves a zero out.
	p.mouse("mouseWheel", x, y, input.DispatchMouseEventParams{DeltaX: 1e-6, DeltaY: dy})
}

// Swipe moves a finger from a place by dx and dy and lifts it.
func (p *Tab) Swipe(x, y, dx, dy float64) {
	p.T.Helper()
	w, steps := p.window(), 12
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		p.T.Helper()
		Call(w, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	touch("touchStart", &input.TouchPoint{X: x, Y: y})
	for i := 1; i <= steps; i++ {
		part := float64(i) / float64(steps)
		touch("touchMove", &input.TouchPoint{X: x + dx*part, Y: y + dy*part})
	}
	touch("touchEnd")
}

// Tap touches a place and lifts the finger.
func (p *Tab) Tap(x, y float64) {
	p.T.Helper()
	p.Swipe(x, y, 0, 0)
}

// key is what a keyboard sends for one key.
type key struct {
	name, code, text string
	number           int64
}

var keys = map[string]key{
	"Tab": {"Tab", "Tab", "", 9}, "Enter": {"Enter", "Enter", "\r", 13}, "Escape": {"Escape", "Escape", "", 27},
	"Space": {" ", "Space", " ", 32}, "PageUp": {"PageUp", "PageUp", "", 33}, "PageDown": {"PageDown", "PageDown", "", 34},
	"End": {"End", "End", "", 35}, "Home": {"Home", "Home", "", 36}, "ArrowLeft": {"ArrowLeft", "ArrowLeft", "", 37},
	"ArrowUp": {"ArrowUp", "ArrowUp", "", 38}, "ArrowRight": {"ArrowRight", "ArrowRight", "", 39}, "ArrowDown": {"ArrowDown", "ArrowDown", "", 40},
	"?": {"?", "Slash", "?", 191}, "f": {"f", "KeyF", "f", 70}, "Backspace": {"Backspace", "Backspace", "", 8},
}

const shift = 8

// Key presses keys one after the other, by their names; "Shift+Tab" goes backwards.
func (p *Tab) Key(names ...string) {
	p.T.Helper()
	for _, name := range names {
		plain, shifted := strings.CutPrefix(name, "Shift+")
		k, ok := keys[plain]
		if !ok {
			p.T.Fatalf("no key is called %q here", name)
		}
		down := input.DispatchKeyEventParams{Type: "keyDown", Key: k.name, Code: k.code, Text: k.text, WindowsVirtualKeyCode: k.number}
		if k.text == "" {
			down.Type = "rawKeyDown"
		}
		if shifted || name == "?" {
			down.Modifiers = shift
		}
		Call(p.window(), input.DispatchKeyEvent, down)
		up := down
		up.Type, up.Text = "keyUp", ""
		Call(p.window(), input.DispatchKeyEvent, up)
	}
}

// Type writes a text into the field that has the focus.
func (p *Tab) Type(text string) {
	p.T.Helper()
	Call(p.window(), input.InsertText, input.InsertTextParams{Text: text})
}

// Keydown tells the page that keys went down, by their names in the DOM, also those that only a clicker has. Nothing of
// what the browser itself does with a key happens.
func (p *Tab) Keydown(names ...string) {
	p.T.Helper()
	for _, name := range names {
		p.Do(`(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: %s, bubbles: true, cancelable: true }))`, name)
	}
}
