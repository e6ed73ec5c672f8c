package svg

import (
	"html"

	"opencases/internal/picture"
	"opencases/internal/typeface"
)

var anchors = [...]string{picture.Left: "start", picture.Middle: "middle", picture.Right: "end"}

// words draws the labels; the axis below the stage is drawn by the page or the card that frames the picture.
func (d *drawing) words() {
	for _, l := range d.p.Labels {
		size, weight := picture.FontSize(l.Role, d.p.Composition)
		d.WriteString(`<g fill="currentColor"`)
		d.ink(l.Ink)
		d.WriteString(` text-anchor="` + anchors[l.Anchor] + `" font-size="`)
		d.num(size)
		if weight == typeface.Semibold {
			d.WriteString(`" font-weight="600`)
		}
		if d.o.Font != "" {
			d.WriteString(`" font-family="` + html.EscapeString(d.o.Font))
		}
		d.WriteString(`">`)
		for i, line := range l.Lines {
			d.WriteString(`<text x="`)
			d.num(l.X)
			d.WriteString(`" y="`)
			d.num(l.Y + (float64(i)+.5)*typeface.LineHeight(size) + size*.35)
			d.WriteString(`">` + html.EscapeString(line.String()) + `</text>`)
		}
		d.WriteString(`</g>`)
	}
}
