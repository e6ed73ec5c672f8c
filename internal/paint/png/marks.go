package png

import (
	"math"

	"opencases/internal/picture"
)

// marks draws everything of a Picture but its words.
func (c *canvas) marks(p picture.Picture, colours Colours) {
	p.Paint(picture.Brush{
		Hatch: func(path picture.Path) { c.hatch(path, colours) },
		Path:  func(path picture.Path) { c.path(path, colours) },
		Block: func(b picture.Block) {
			for i := range b.Count {
				x, y := b.At(i)
				c.mark(b, x, y)
			}
			c.fill(colours.Mark[b.Ink], b.Alpha)
		},
		Dot: func(d picture.Dot) {
			c.disc(d.X, d.Y, d.R, false)
			c.fill(colours.Mark[d.Ink], d.Alpha)
			if d.Shape == picture.Ring {
				c.disc(d.X, d.Y, d.R*(1-2*picture.RingShare), false)
				c.fill(colours.Mark[picture.InkGround], 1)
			}
		},
	})
}

func (c *canvas) mark(b picture.Block, x, y float64) {
	switch b.Shape {
	case picture.Disc, picture.Pale, picture.Notched:
		c.disc(x, y, b.Size/2, false)
	case picture.Ring:
		c.disc(x, y, b.Size/2, false)
		c.disc(x, y, b.Size/2*(1-2*picture.RingShare), true)
	case picture.Stroke, picture.HollowStroke:
		c.rect(x, y, b.PX*picture.StrokeShare, b.Size)
	default:
		c.rect(x, y, b.Size, b.Size)
	}
}

func (c *canvas) path(p picture.Path, colours Colours) {
	for i := range p.Points[1:] {
		a, b := p.Points[i], p.Points[i+1]
		if !p.Dash {
			c.stroke(a[0], a[1], b[0], b[1], p.Width)
			continue
		}
		const dash, gap = 4., 3.
		length := math.Hypot(b[0]-a[0], b[1]-a[1])
		for d := 0.; d < length; d += dash + gap {
			t0, t1 := d/length, min(1, (d+dash)/length)
			c.stroke(a[0]+(b[0]-a[0])*t0, a[1]+(b[1]-a[1])*t0, a[0]+(b[0]-a[0])*t1, a[1]+(b[1]-a[1])*t1, p.Width)
		}
	}
	c.fill(colours.Mark[p.Ink], p.Alpha)
}

// hatch fills the path's bounding rectangle, which all hatched paths are, with slanting lines.
func (c *canvas) hatch(p picture.Path, colours Colours) {
	l, t, r, b := p.Points[0][0], p.Points[0][1], p.Points[0][0], p.Points[0][1]
	for _, at := range p.Points {
		l, t, r, b = min(l, at[0]), min(t, at[1]), max(r, at[0]), max(b, at[1])
	}
	const pitch = 6 * math.Sqrt2
	for s := l - (b - t); s < r; s += pitch {
		x0, x1 := max(l, s), min(r, s+b-t)
		if x0 < x1 {
			c.stroke(x0, b-(x0-s), x1, b-(x1-s), 1)
		}
	}
	c.fill(colours.Mark[p.Ink], p.Alpha)
}
