//go:build js && wasm

package main

import (
	"fmt"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"opencases/wasm/player/paint"
	"opencases/wasm/player/playback"
)

// player is the engine's game and this side's end of the bridge.
type player struct {
	bridge
	session *playback.Session
	width   float64   // of the canvas, px
	last    time.Time // up to when time has passed for the session
	awake   bool      // frames are requested
	drawn   bool      // a picture has been drawn, and the page knows that
	paint   *paint.Painter
	collector
}

// Update lets time pass. It runs once a frame, before the frame is drawn.
func (p *player) Update() (err error) {
	defer recoverError(&err)
	p.awake = true // the page's timer may have requested the frame
	p.advance()
	p.sendFrame()
	return nil
}

// advance lets the time since the last call pass.
func (p *player) advance() {
	now := time.Now()
	p.session.Advance(now.Sub(p.last).Seconds())
	p.last = now
}

// resume asks for frames again. The time without frames passes first, for the clock of a playing story.
func (p *player) resume() {
	if !p.awake {
		p.advance()
		p.awake = true
		p.requestFrames()
	}
}

// Draw has nothing to do: everything is drawn on the canvas itself, which saves a copy a frame.
func (p *player) Draw(*ebiten.Image) {}

// DrawFinalScreen draws the picture, in one call. The page runs its part on the same thread, after the engine has handed
// the frame to the browser.
func (p *player) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	p.paint.Draw(screen, p.session.Motion(), p.width/p.session.Width())
	if !p.drawn {
		p.drawn = true
		p.sendReady()
		p.limitHeap()
	}
	if !p.session.Moving() {
		// No frame comes after this one until a command, the stage or the clock needs it.
		p.awake = false
		p.stopFrames(p.session.Wait())
		p.collectWhenIdle(func() bool { return !p.awake })
	}
}

// Layout asks for the smallest off-screen image there is: it is not used.
func (p *player) Layout(int, int) (int, int) { return 1, 1 }

// recoverError turns a panic into an error, which ends the engine and is sent to the page.
func recoverError(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%v", r)
	}
}
