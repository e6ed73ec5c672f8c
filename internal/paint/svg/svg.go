// Package svg draws Pictures as SVG: the stills before the engine runs and without it, and the
// pictures of the printed page.
package svg

import (
	"bytes"
	"html"
	"math"
	"strconv"

	"opencases/internal/picture"
)

// Options say where the drawing will be used.
type Options struct {
	// Colours are CSS colours by ink for a file of its own. Nil: every group has the class k-INK and
	// draws in currentColor, so that the page's style sheet decides, theme by theme.
	Colours map[picture.Ink]string
	Words   bool   // draw labels and the axis too; off where the page sets them as elements
	Font    string // font family for Words, "" for the page's own
	ID      string // prefix of the ids inside, unique in the page
	Title   string // accessible name; "" makes the drawing decorative
}

type drawing struct {
	bytes.Buffer
	o Options
	p picture.Picture

	head string // of the path drawn last, up to its points
	end  int    // where that path ends
}

// Draw makes one <svg> element with the viewBox of the picture's viewport.
func Draw(p picture.Picture, o Options) []byte {
	d := &drawing{o: o, p: p}
	d.open()
	for layer := range picture.Layers {
		d.layer(layer)
	}
	if o.Words {
		d.words()
	}
	d.WriteString("</svg>")
	return d.Bytes()
}

func (d *drawing) layer(layer picture.Layer) {
	switch layer {
	case picture.MarkLayer:
		for _, b := range d.p.MarkGroups {
			d.markGroup(b)
		}
	case picture.DotLayer:
		for _, dot := range d.p.Dots {
			d.dot(dot)
		}
	default:
		for _, path := range d.p.Paths {
			if path.Layer() == layer {
				d.path(path)
			}
		}
	}
}

func (d *drawing) open() {
	d.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	d.num(d.p.Viewport.W)
	d.WriteByte(' ')
	d.num(d.p.Viewport.H)
	if d.o.Title == "" {
		d.WriteString(`" aria-hidden="true">`)
	} else {
		d.WriteString(`" role="img" aria-label="` + html.EscapeString(d.o.Title) + `">`)
	}
	if d.o.Colours != nil {
		d.WriteString(`<rect width="100%" height="100%" fill="` + d.o.Colours[picture.InkGround] + `"/>`)
	}
	for _, path := range d.p.Paths {
		if path.Hatch {
			d.hatchPattern()
			return
		}
	}
}

// hatchPattern fills what was not published: thin slanting lines.
func (d *drawing) hatchPattern() {
	// The tile cuts off half of the line along its edge.
	pitch, wide := strconv.Itoa(picture.HatchPitch), strconv.FormatFloat(2*picture.HatchLine, 'f', -1, 64)
	d.WriteString(`<pattern id="` + d.o.ID + `h" width="` + pitch + `" height="` + pitch + `" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><g`)
	d.ink(picture.InkBlank)
	d.WriteString(`><path d="M0 0V` + pitch + `" stroke="currentColor" stroke-width="` + wide + `"/></g></pattern>`)
}

// ink opens the attributes that colour a group.
func (d *drawing) ink(ink picture.Ink) {
	if d.o.Colours != nil {
		d.WriteString(` color="` + d.o.Colours[ink] + `"`)
		return
	}
	d.WriteString(` class="k-` + ink.String() + `"`)
}

func (d *drawing) alpha(a float64) {
	if a < 1 {
		d.WriteString(` opacity="`)
		d.num(a)
		d.WriteByte('"')
	}
}

// path draws one path. A line that looks like the path just before it extends the same element: each month of a line is a
// path, and there are hundreds.
func (d *drawing) path(p picture.Path) {
	start := d.Len()
	d.WriteString("<path")
	d.ink(p.Ink)
	d.alpha(p.Alpha)
	switch {
	case p.Hatch:
		d.WriteString(` fill="url(#` + d.o.ID + `h)"`)
	case p.Closed:
		d.WriteString(` fill="currentColor"`)
	default:
		d.WriteString(` fill="none" stroke="currentColor" stroke-width="`)
		d.num(p.Width)
		d.WriteString(`"`)
		if p.Dash {
			d.WriteString(dashArray)
		}
	}
	d.WriteString(` d="`)
	d.extend(start, !p.Closed && p.Alpha >= 1)
	for i, at := range p.Points {
		d.WriteByte("ML"[min(i, 1)])
		d.point(at[0], at[1])
	}
	if p.Closed {
		d.WriteByte('Z')
	}
	d.WriteString(pathEnd)
	d.end = d.Len()
}

// extend removes a path's opening, which begins at start, if the path just before it looks the same and may hold both.
// Translucent paths may not: where they overlap they would show once instead of twice.
func (d *drawing) extend(start int, may bool) {
	head := string(d.Bytes()[start:])
	if may && head == d.head && d.end == start {
		d.Truncate(start - len(pathEnd))
	}
	d.head = head
}

const pathEnd = `"/>`

var dashArray = ` stroke-dasharray="` + strconv.Itoa(picture.DashOn) + ` ` + strconv.Itoa(picture.DashOff) + `"`

// dot draws a single mark. A disc is a line of no length with round ends: those that look the same share an element, as
// paths do.
func (d *drawing) dot(dot picture.Dot) {
	if dot.Shape == picture.Ring {
		d.ring(dot)
		return
	}
	start := d.Len()
	d.WriteString("<path")
	d.ink(dot.Ink)
	d.alpha(dot.Alpha)
	d.WriteString(` fill="none" stroke="currentColor" stroke-linecap="round" stroke-width="`)
	d.num(2 * dot.R)
	d.WriteString(`" d="`)
	d.extend(start, dot.Alpha >= 1)
	d.WriteByte('M')
	d.point(dot.X, dot.Y)
	d.WriteString("h0" + pathEnd)
	d.end = d.Len()
}

func (d *drawing) ring(dot picture.Dot) {
	d.WriteString(`<circle`)
	d.ink(dot.Ink)
	d.alpha(dot.Alpha)
	d.WriteString(` fill="none" stroke="currentColor" stroke-width="`)
	d.num(ringWidth(2 * dot.R))
	d.WriteString(`" cx="`)
	d.num(dot.X)
	d.WriteString(`" cy="`)
	d.num(dot.Y)
	d.WriteString(`" r="`)
	d.num(dot.R - ringWidth(2*dot.R)/2)
	d.WriteString(`"/>`)
}

// ringWidth is the thickness of a ring's line for its diameter: the same in every painter.
func ringWidth(diameter float64) float64 { return diameter * picture.RingShare }

// point writes a point to a tenth of a px: less cannot be seen at any size, and there are hundreds.
func (d *drawing) point(x, y float64) {
	d.num(math.Round(x*10) / 10)
	d.WriteByte(' ')
	d.num(math.Round(y*10) / 10)
}

// num writes a number with at most two decimals and no needless zeros.
func (d *drawing) num(f float64) {
	b := strconv.AppendFloat(d.AvailableBuffer(), f, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b) == "-0" {
		b = append(b[:0], '0')
	}
	d.Write(b)
}
