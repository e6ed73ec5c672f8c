//go:build js && wasm

// Package paint draws a Motion through Ebitengine.
package paint

import (
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"

	"opencases/internal/picture"
	"opencases/wasm/player/mesh"
)

// Painter draws Pictures on the canvas. It keeps its memory from one frame to the next.
type Painter struct {
	mesh   mesh.Mesh
	shader *ebiten.Shader
	draw   ebiten.DrawTrianglesShaderOptions
}

// New makes a Painter. Without Inks it draws in black.
func New() (*Painter, error) {
	shader, err := ebiten.NewShader(mesh.Shader)
	return &Painter{shader: shader}, err
}

// Inks sets the colours, 0xRRGGBB, by the numbers of picture's inks.
func (p *Painter) Inks(colour func(picture.Ink) float64) {
	colours := make([]float32, 16)
	for _, ink := range picture.Inks {
		colours[ink] = float32(colour(ink))
	}
	p.draw.Uniforms = map[string]any{"Inks": colours}
}

// Draw draws what m shows, in one call, at scale canvas px to a px of the picture.
func (p *Painter) Draw(screen ebiten.FinalScreen, m *picture.Motion, scale float64) {
	p.mesh.Build(m, scale)
	if v := p.mesh.Vertices; len(v) > 0 {
		screen.DrawTrianglesShader32(unsafe.Slice((*ebiten.Vertex)(unsafe.Pointer(&v[0])), len(v)), p.mesh.Indices, p.shader, &p.draw)
	}
}

// A mesh's vertices are handed to the engine as they are.
var _ [unsafe.Sizeof(ebiten.Vertex{})]byte = [unsafe.Sizeof(mesh.Vertex{})]byte{}
