//go:build js && wasm

// Command scene moves any number of marks for ever, as the player does: with its motion, its mesh, its shader and its way
// to the canvas. globalThis.scene = {kind, marks} says which.
package main

import (
	"fmt"
	"math"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"opencases/internal/picture"
	"opencases/wasm/player/paint"
)

// stage is the design stage of a wide composition, px.
var stage = picture.Viewport{W: 740, H: 500}

type scene struct {
	painter *paint.Painter
	motion  picture.Motion
	between [2]picture.Picture // it goes from one to the other and back
	next    int
}

func main() {
	wanted := js.Global().Get("scene")
	s := &scene{}
	var err error
	if s.between, err = pictures(wanted.Get("kind").String(), wanted.Get("marks").Int()); err != nil {
		panic(err)
	}
	if s.painter, err = paint.New(); err != nil {
		panic(err)
	}
	s.painter.Inks(func(ink picture.Ink) float64 { return float64(0x303030 * (int(ink) % 4)) })
	s.motion.Retarget(s.between[1], true)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	err = ebiten.RunGameWithOptions(s, &ebiten.RunGameOptions{InitUnfocused: true, ScreenTransparent: true, DisableHiDPI: true})
	if err != nil {
		panic(err)
	}
}

// pictures are the two ends of a motion.
func pictures(kind string, marks int) (ends [2]picture.Picture, err error) {
	pitch := math.Sqrt(stage.W * stage.H / float64(marks))
	block := picture.MarkGroup{ID: "strikes/all", Shape: picture.Square, Ink: picture.InkStrike, Count: marks, Unit: 1,
		X: 0, Y: stage.H, PX: pitch, PY: pitch, Size: pitch * .7, Across: int(stage.W / pitch), Fill: picture.RowsUp, Alpha: 1}
	other := block
	var dots [2][]picture.Dot
	switch kind {
	case "settled": // the marks rest while one dot moves
		for i := range dots {
			dots[i] = []picture.Dot{{ID: "one", X: 100 + 400*float64(i), Y: 100, R: 4, Shape: picture.Disc, Ink: picture.InkGuess, Alpha: 1}}
		}
	case "settling":
		other.Count = 0
	case "travelling": // each from a place of its own to another, as reports do
		block.ID, block.Shape, block.Travels = "reports/all", picture.Disc, true
		other = block
		other.Fill, other.Y = picture.RowsDown, 0
	default:
		return ends, fmt.Errorf("a scene of kind %q is not known", kind)
	}
	for i, b := range []picture.MarkGroup{other, block} {
		ends[i] = picture.Picture{Viewport: stage, MarkGroups: []picture.MarkGroup{b}, Dots: dots[i]}
	}
	return ends, nil
}

// Update moves on by a sixtieth of a second, however long the frame took, and turns round at the end.
func (s *scene) Update() error {
	if !s.motion.Step(1. / 60) {
		s.motion.Retarget(s.between[s.next], false)
		s.next = 1 - s.next
	}
	return nil
}

func (s *scene) Draw(*ebiten.Image) {}

func (s *scene) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	s.painter.Draw(screen, &s.motion, 1)
}

func (s *scene) Layout(int, int) (int, int) { return 1, 1 }
