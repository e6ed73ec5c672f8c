package png

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// canvas fills outlines on an image; all lengths are multiplied by scale.
type canvas struct {
	img    *image.RGBA
	raster *vector.Rasterizer
	scale  float64
	dx, dy float64 // of the origin, in px of the image

	// The outline is kept until fill, which paints only the rectangle it covers.
	segments []segment
}

// segment is one part of an outline in px of the image: a move (1 point), a line (1), a curve (2 or 3) or, with no
// points, the line back to the start.
type segment struct {
	move bool
	n    int
	at   [3][2]float32
}

func newCanvas(w, h int, ground color.Color) *canvas {
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, w, h)), raster: vector.NewRasterizer(1, 1), scale: 1}
	draw.Draw(c.img, c.img.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	return c
}

func (c *canvas) at(x, y float64) [2]float32 {
	return [2]float32{float32(c.dx + x*c.scale), float32(c.dy + y*c.scale)}
}

func (c *canvas) add(move bool, points ...[2]float32) {
	s := segment{move: move, n: len(points)}
	copy(s.at[:], points)
	c.segments = append(c.segments, s)
}

func (c *canvas) moveTo(x, y float64) { c.add(true, c.at(x, y)) }
func (c *canvas) lineTo(x, y float64) { c.add(false, c.at(x, y)) }
func (c *canvas) close()              { c.add(false) }

// fill colours everything outlined since the last fill, with opacity alpha from 0 to 1.
func (c *canvas) fill(col color.Color, alpha float64) {
	area := c.outlined()
	c.raster.Reset(area.Dx(), area.Dy())
	x, y := float32(area.Min.X), float32(area.Min.Y)
	for _, s := range c.segments {
		p := s.at
		for i := range p {
			p[i][0], p[i][1] = p[i][0]-x, p[i][1]-y
		}
		switch {
		case s.n == 0:
			c.raster.ClosePath()
		case s.move:
			c.raster.MoveTo(p[0][0], p[0][1])
		case s.n == 1:
			c.raster.LineTo(p[0][0], p[0][1])
		case s.n == 2:
			c.raster.QuadTo(p[0][0], p[0][1], p[1][0], p[1][1])
		default:
			c.raster.CubeTo(p[0][0], p[0][1], p[1][0], p[1][1], p[2][0], p[2][1])
		}
	}
	c.segments = c.segments[:0]
	r, g, b, a := col.RGBA()
	k := uint32(alpha * 0xffff)
	mix := color.RGBA64{R: uint16(r * k / 0xffff), G: uint16(g * k / 0xffff), B: uint16(b * k / 0xffff), A: uint16(a * k / 0xffff)}
	c.raster.Draw(c.img, area, image.NewUniform(mix), image.Point{})
}

// outlined is the part of the image that the outline may touch.
func (c *canvas) outlined() image.Rectangle {
	l, t, r, b := float32(math.Inf(1)), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, s := range c.segments {
		for _, p := range s.at[:s.n] {
			l, t, r, b = min(l, p[0]), min(t, p[1]), max(r, p[0]), max(b, p[1])
		}
	}
	if l > r {
		return image.Rectangle{}
	}
	return image.Rect(int(l)-1, int(t)-1, int(r)+2, int(b)+2).Intersect(c.img.Bounds())
}

// rect outlines a rectangle around its centre.
func (c *canvas) rect(x, y, w, h float64) {
	c.moveTo(x-w/2, y-h/2)
	c.lineTo(x+w/2, y-h/2)
	c.lineTo(x+w/2, y+h/2)
	c.lineTo(x-w/2, y+h/2)
	c.close()
}

// disc outlines a circle; turned the other way round inside a larger one it leaves a hole.
func (c *canvas) disc(x, y, r float64, hole bool) {
	const kappa = .5522847498
	dir := 1.
	if hole {
		dir = -1
	}
	c.moveTo(x+r, y)
	for q := range 4 {
		a0, a1 := float64(q)*math.Pi/2*dir, float64(q+1)*math.Pi/2*dir
		c0, s0, c1, s1 := math.Cos(a0), math.Sin(a0), math.Cos(a1), math.Sin(a1)
		c.add(false, c.at(x+r*(c0-dir*kappa*s0), y+r*(s0+dir*kappa*c0)),
			c.at(x+r*(c1+dir*kappa*s1), y+r*(s1-dir*kappa*c1)), c.at(x+r*c1, y+r*s1))
	}
	c.close()
}

// stroke outlines one straight piece of line of a width.
func (c *canvas) stroke(x0, y0, x1, y1, width float64) {
	dx, dy := x1-x0, y1-y0
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	nx, ny := -dy/length*width/2, dx/length*width/2
	c.moveTo(x0+nx, y0+ny)
	c.lineTo(x1+nx, y1+ny)
	c.lineTo(x1-nx, y1-ny)
	c.lineTo(x0-nx, y0-ny)
	c.close()
}
