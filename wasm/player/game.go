//go:build js && wasm

package main

import (
	"fmt"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"opencases/wasm/player/drive"
	"opencases/wasm/player/paint"
)

// player is the engine's game and this side's end of the bridge.
type player struct {
	bridge
	drive *drive.Drive
	width float64   // of the canvas, px
	last  time.Time // up to when time has passed for the drive
	awake bool      // frames come
	drawn bool      // a picture has been drawn, and the page knows that
	paint *paint.Painter
	tidier
}

// Update lets time pass. It runs once a frame, before the frame is drawn.
func (p *player) Update() (err error) {
	defer rescue(&err)
	p.awake = true // the page's timer may have opened the gate
	p.pass()
	p.tell()
	return nil
}

// pass lets the time since the last call pass.
func (p *player) pass() {
	now := time.Now()
	p.drive.Advance(now.Sub(p.last).Seconds())
	p.last = now
}

// wake asks for frames again. Time spent asleep passes first, for the clock of a playing story.
func (p *player) wake() {
	if !p.awake {
		p.pass()
		p.awake = true
		p.rouse()
	}
}

// Draw has nothing to do: everything is drawn on the canvas itself, which saves a copy a frame.
func (p *player) Draw(*ebiten.Image) {}

// DrawFinalScreen draws the picture, in one call. What the page does about it comes after the engine has handed the frame
// to the browser, for it takes turns with this side.
func (p *player) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	p.paint.Draw(screen, p.drive.Motion(), p.width/p.drive.Width())
	if !p.drawn {
		p.drawn = true
		p.ready()
		p.frugal()
	}
	if !p.drive.Moving() {
		// No frame comes after this one until a command, the stage or the clock needs it.
		p.awake = false
		p.rest(p.drive.Wait())
		p.tidy(func() bool { return !p.awake })
	}
}

// Layout asks for the smallest off-screen image there is: it is not used.
func (p *player) Layout(int, int) (int, int) { return 1, 1 }

// rescue turns a panic into an error, which ends the engine and is told to the page.
func rescue(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%v", r)
	}
}
