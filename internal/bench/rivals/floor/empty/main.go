//go:build js && wasm

// Command empty is the least that can be written with Ebitengine: a window with nothing in it. It is the floor that
// the player is measured against.
package main

import "github.com/hajimehoshi/ebiten/v2"

type game struct{}

// Update implements ebiten.Game.
func (game) Update() error { return nil }

// Draw implements ebiten.Game.
func (game) Draw(*ebiten.Image) {}

// Layout implements ebiten.Game.
func (game) Layout(w, h int) (int, int) { return w, h }

func main() {
	if err := ebiten.RunGame(game{}); err != nil {
		panic(err)
	}
}
