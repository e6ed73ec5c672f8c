//go:build js && wasm

// Command floor is Ebitengine's own minimal program: what a frame costs in which nothing happens.
package main

import "github.com/hajimehoshi/ebiten/v2"

type nothing struct{}

func (nothing) Update() error                       { return nil }
func (nothing) Draw(*ebiten.Image)                  {}
func (nothing) Layout(width, height int) (w, h int) { return width, height }

func main() {
	ebiten.SetTPS(ebiten.SyncWithFPS)
	if err := ebiten.RunGameWithOptions(nothing{}, &ebiten.RunGameOptions{InitUnfocused: true, ScreenTransparent: true}); err != nil {
		panic(err)
	}
}
