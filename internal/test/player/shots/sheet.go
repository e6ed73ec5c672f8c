package main

import (
	"image"
	"image/color"
	"image/draw"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

// A sheet is at most this wide; pictures are made smaller to fit, never bigger.
const (
	sheetWidth = 2000
	gap        = 16
	lineHeight = 18
)

// sheet puts pictures side by side in rows, each with its name above it.
func sheet(title string, pictures []picture) *image.RGBA {
	columns := 4
	if len(pictures) > 0 && pictures[0].image.Bounds().Dx() < 500 {
		columns = 7
	}
	columns = max(1, min(columns, len(pictures)))
	cell := (sheetWidth - gap) / columns
	var places []image.Rectangle
	x, y, tallest := gap, gap+lineHeight, 0
	for i, p := range pictures {
		if i > 0 && i%columns == 0 {
			x, y, tallest = gap, y+tallest+lineHeight+gap, 0
		}
		b := p.image.Bounds()
		w := min(cell-gap, b.Dx())
		h := b.Dy() * w / b.Dx()
		places = append(places, image.Rect(x, y+lineHeight, x+w, y+lineHeight+h))
		x, tallest = x+cell, max(tallest, h)
	}
	m := image.NewRGBA(image.Rect(0, 0, sheetWidth, y+tallest+lineHeight+gap))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.Gray{0x80}), image.Point{}, draw.Src)
	write := func(x, y int, text string) {
		d := font.Drawer{Dst: m, Src: image.White, Face: basicfont.Face7x13, Dot: fixed.P(x, y)}
		d.DrawString(text)
	}
	write(gap, gap+8, title)
	for i, p := range pictures {
		write(places[i].Min.X, places[i].Min.Y-4, p.name)
		xdraw.CatmullRom.Scale(m, places[i], p.image, p.image.Bounds(), draw.Src, nil)
	}
	return m
}
