package png

import (
	"math"

	"opencases/internal/picture"
)

// layer draws one layer of a Picture.
func (c *canvas) layer(p picture.Picture, layer picture.Layer, colours Colours) {
	switch layer {
	case picture.MarkLayer:
		for _, b := range p.MarkGroups {
			c.markGroup(b, colours)
		}
	case picture.DotLayer:
		for _, d := range p.Dots {
			c.round(d.X, d.Y, d.R, d.Shape)
			c.fill(colours.Mark[d.Ink], d.Alpha)
		}
	default:
		for _, path := range p.Paths {
			if path.Layer() == layer {
				c.path(path, colours)
			}
		}
	}
}

func (c *canvas) markGroup(b picture.MarkGroup, colours Colours) {
	for i := range b.Count {
		x, y := b.At(i)
		c.mark(b, x, y)
	}
	c.fill(colours.Mark[b.Ink], b.Alpha)
}

func (c *canvas) mark(b picture.MarkGroup, x, y float64) {
	wide := b.PX * picture.StrokeShare
	switch b.Shape {
	case picture.Square:
		c.rect(x, y, b.Size, b.Size)
	case picture.Stroke:
		c.rect(x, y, wide, b.Size)
	case picture.HollowStroke:
		c.rect(x, y, wide, b.Size)
		line := picture.HollowShare * wide
		c.rect(x, y, -(wide - 2*line), b.Size-2*line) // turned the other way round: a hole
	default:
		c.round(x, y, b.Size/2, b.Shape)
	}
}

// round outlines a disc or a ring.
func (c *canvas) round(x, y, r float64, shape picture.Shape) {
	c.disc(x, y, r, false)
	if shape == picture.Ring {
		c.disc(x, y, r*(1-2*picture.RingShare), true)
	}
}

func (c *canvas) path(p picture.Path, colours Colours) {
	switch {
	case p.Hatch:
		c.hatch(p)
	case p.Closed:
		c.area(p)
	default:
		c.line(p)
	}
	c.fill(colours.Mark[p.Ink], p.Alpha)
}

func (c *canvas) area(p picture.Path) {
	c.moveTo(p.Points[0][0], p.Points[0][1])
	for _, at := range p.Points[1:] {
		c.lineTo(at[0], at[1])
	}
	c.close()
}

// line strokes a path. Its dashes go on over its corners.
func (c *canvas) line(p picture.Path) {
	passed := 0.
	for i := range p.Points[1:] {
		a, b := p.Points[i], p.Points[i+1]
		if !p.Dash {
			c.stroke(a[0], a[1], b[0], b[1], p.Width)
			continue
		}
		length := math.Hypot(b[0]-a[0], b[1]-a[1])
		const both = picture.DashOn + picture.DashOff
		for d := -math.Mod(passed, both); d < length; d += both {
			t0, t1 := max(0, d/length), min(1, (d+picture.DashOn)/length)
			if t0 < t1 {
				c.stroke(a[0]+(b[0]-a[0])*t0, a[1]+(b[1]-a[1])*t0, a[0]+(b[0]-a[0])*t1, a[1]+(b[1]-a[1])*t1, p.Width)
			}
		}
		passed += length
	}
}

// hatch outlines the lines in the path's bounding rectangle, which all hatched paths are. On a line x+y is the same
// everywhere, and the lines begin at the picture's corner, so that neighbouring rectangles are hatched as one.
func (c *canvas) hatch(p picture.Path) {
	l, t, r, b := p.Points[0][0], p.Points[0][1], p.Points[0][0], p.Points[0][1]
	for _, at := range p.Points {
		l, t, r, b = min(l, at[0]), min(t, at[1]), max(r, at[0]), max(b, at[1])
	}
	const pitch, middle = picture.HatchPitch * math.Sqrt2, picture.HatchLine / 2 * math.Sqrt2
	for sum := math.Floor((l+t)/pitch)*pitch + middle; sum < r+b; sum += pitch {
		x0, x1 := max(l, sum-b), min(r, sum-t)
		if x0 < x1 {
			c.stroke(x0, sum-x0, x1, sum-x1, picture.HatchLine)
		}
	}
}
