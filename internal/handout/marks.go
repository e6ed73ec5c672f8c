package handout

import (
	"math"

	"codeberg.org/go-pdf/fpdf"

	"opencases/internal/picture"
)

// drawing places a picture in a document: its corner, and mm for each of its px.
type drawing struct {
	*document
	x, y, scale float64
}

func (d drawing) at(x, y float64) (float64, float64) { return d.x + x*d.scale, d.y + y*d.scale }

// picture draws marks, labels and the axis, in the order of the other painters.
func (d drawing) picture(p picture.Picture) {
	for layer := range picture.Layers {
		d.layer(p, layer)
	}
	for _, l := range p.Labels {
		size, weight := picture.FontSize(l.Role, p.Composition)
		x, y := d.at(l.X, l.Y)
		for _, line := range l.Lines {
			y = d.line(line.String(), x, y, size*d.scale/mmPt, weight, wordGrey(l.Ink), l.Anchor)
		}
	}
	d.axis(p)
}

func (d drawing) layer(p picture.Picture, layer picture.Layer) {
	switch layer {
	case picture.MarkLayer:
		for _, b := range p.MarkGroups {
			d.markGroup(b)
		}
	case picture.DotLayer:
		for _, dot := range p.Dots {
			d.dot(dot)
		}
	default:
		for _, path := range p.Paths {
			if path.Layer() == layer {
				d.path(path)
			}
		}
	}
}

// grey sets both colours to an ink; alpha lightens it, since copiers do not keep transparency.
func (d drawing) grey(ink picture.Ink, alpha float64) {
	g := 255 - int(float64(255-Greys[ink])*alpha+.5)
	d.SetDrawColor(g, g, g)
	d.SetFillColor(g, g, g)
}

// markGroup draws a group mark by mark: a line with round ends and no length is a disc.
func (d drawing) markGroup(b picture.MarkGroup) {
	round, wide, tall := true, b.Size, b.Size
	switch b.Shape {
	case picture.Square:
		round = false
	case picture.Stroke, picture.HollowStroke:
		round, wide = false, b.PX*picture.StrokeShare
	}
	d.marks(b, b.Ink, round, wide, tall)
	switch b.Shape {
	case picture.Ring:
		inner := b.Size * (1 - 2*picture.RingShare)
		d.marks(b, picture.InkGround, true, inner, inner)
	case picture.HollowStroke:
		d.marks(b, picture.InkGround, false, wide*(1-2*picture.HollowShare), tall-2*picture.HollowShare*wide)
	}
}

func (d drawing) marks(b picture.MarkGroup, ink picture.Ink, round bool, wide, tall float64) {
	d.grey(ink, b.Alpha)
	d.SetLineWidth(wide * d.scale)
	half := tall / 2
	if round {
		d.SetLineCapStyle("round")
		half = 0
	}
	for i := range b.Count {
		x, y := b.At(i)
		x0, y0 := d.at(x, y-half)
		x1, y1 := d.at(x, y+half)
		d.Line(x0, y0, x1, y1)
	}
	d.SetLineCapStyle("butt")
}

func (d drawing) path(p picture.Path) {
	if p.Hatch {
		d.hatch(p)
		return
	}
	d.grey(p.Ink, p.Alpha)
	var points []fpdf.PointType
	for _, at := range p.Points {
		x, y := d.at(at[0], at[1])
		points = append(points, fpdf.PointType{X: x, Y: y})
	}
	if len(points) < 2 {
		return
	}
	if p.Closed {
		d.Polygon(points, "F")
		return
	}
	d.SetLineWidth(p.Width * d.scale)
	if p.Dash {
		d.SetDashPattern([]float64{picture.DashOn * d.scale, picture.DashOff * d.scale}, 0)
	}
	d.MoveTo(points[0].X, points[0].Y)
	for _, at := range points[1:] {
		d.LineTo(at.X, at.Y)
	}
	d.DrawPath("D")
	d.SetDashPattern(nil, 0)
}

// hatch fills the box of a path with slanting lines.
func (d drawing) hatch(p picture.Path) {
	l, t, r, b := p.Points[0][0], p.Points[0][1], p.Points[0][0], p.Points[0][1]
	for _, at := range p.Points {
		l, r, t, b = min(l, at[0]), max(r, at[0]), min(t, at[1]), max(b, at[1])
	}
	x, y := d.at(l, t)
	d.ClipRect(x, y, (r-l)*d.scale, (b-t)*d.scale, false)
	d.grey(p.Ink, max(.6, p.Alpha))
	d.SetLineWidth(max(.1, picture.HatchLine*d.scale))
	for at := -(b - t); at < r-l; at += picture.HatchPitch * math.Sqrt2 {
		x0, y0 := d.at(l+at, b)
		x1, y1 := d.at(l+at+(b-t), t)
		d.Line(x0, y0, x1, y1)
	}
	d.ClipEnd()
}

func (d drawing) dot(dot picture.Dot) {
	x, y := d.at(dot.X, dot.Y)
	d.grey(dot.Ink, dot.Alpha)
	if dot.Shape != picture.Ring {
		d.Circle(x, y, dot.R*d.scale, "F")
		return
	}
	line := 2 * dot.R * picture.RingShare
	d.SetLineWidth(line * d.scale)
	d.SetFillColor(255, 255, 255)
	d.Circle(x, y, (dot.R-line/2)*d.scale, "FD")
}

// axisHeight is the room that the timeline's labels take under a picture, px.
const axisHeight = 20

func (d drawing) axis(p picture.Picture) {
	if p.Axis.X1 <= p.Axis.X0 {
		return
	}
	x0, y := d.at(p.Axis.X0, p.Viewport.H+1)
	x1, _ := d.at(p.Axis.X1, 0)
	d.rule(x0, y, x1, y, .5*d.scale, Greys[picture.InkQuiet])
	size, weight := picture.FontSize(picture.AxisLabel, p.Composition)
	last := -1.
	for _, tick := range p.Axis.Ticks {
		if x, _ := d.at(tick.X, 0); tick.Text != "" && x > last {
			d.line(tick.Text, x, y+.3, size*d.scale/mmPt, weight, Greys[picture.InkQuiet], picture.Left)
			last = x + d.GetStringWidth(tick.Text)
		}
	}
}
