//go:build js && wasm

// Command player draws what package playback shows, through Ebitengine, and exchanges calls with the page through
// globalThis.opencases (bridge.go). Words and controls are the page's.
package main

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"opencases/wasm/player/paint"
)

func main() {
	p := &player{}
	p.disableGC()
	if err := p.run(); err != nil {
		p.sendProblem(err.Error())
	}
}

func (p *player) run() (err error) {
	if p.paint, err = paint.New(); err != nil {
		return err
	}
	// The page calls begin once it has fetched the record and the words.
	<-p.register()
	// Yield between the first picture's layout and the compilation of shaders: two shorter tasks.
	time.Sleep(time.Millisecond)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGameWithOptions(p, &ebiten.RunGameOptions{
		InitUnfocused:     true,
		ScreenTransparent: true,
		// The page gives the canvas's size in the canvas's own px (engine.js): no ratio is left to apply.
		DisableHiDPI: true,
	})
}
