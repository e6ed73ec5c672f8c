// Package png paints Pictures as bitmaps, for the cards of shared links.
package png

import (
	"image/color"

	"opencases/internal/picture"
	"opencases/internal/typeface"
)

// CardWidth and CardHeight are a share card's size in px, as Open Graph and Twitter ask for it.
const (
	CardWidth  = 1200
	CardHeight = 630
)

// Colours are what the inks look like, for marks and for words about them.
type Colours struct {
	Mark, Words map[picture.Ink]color.RGBA
}

// Words are the texts of a card.
type Words struct {
	Site, Title, Lead string
	RTL               bool
}

// Card paints a share card: the words at the side where reading starts, the picture beside them. The picture must be
// laid out for picture.Design(picture.Article). The error is that of the fonts or of the encoder.
func Card(p picture.Picture, w Words, colours Colours) ([]byte, error) {
	const margin, column, scale = 56., 372., 1.24
	c := newCanvas(CardWidth, CardHeight, colours.Mark[picture.InkGround])
	set, err := newTypesetters(w.RTL)
	if err != nil {
		return nil, err
	}
	x, anchor := margin, picture.Left
	picX := CardWidth - margin/2 - p.Viewport.W*scale
	if w.RTL {
		x, anchor, picX = CardWidth-margin, picture.Right, margin/2
	}
	c.text(set[typeface.Semibold], w.Site, x, 92, 22, anchor, colours.Words[picture.InkQuiet])
	y := 160.
	for _, text := range []struct {
		text   string
		size   float64
		weight typeface.Weight
	}{{w.Title, 46, typeface.Semibold}, {w.Lead, 24, typeface.Regular}} {
		for _, line := range typeface.WrapAnywhere(text.text, column, text.size, text.weight) {
			c.text(set[text.weight], line, x, y, text.size, anchor, colours.Words[picture.InkText])
			y += text.size * 1.3
		}
		y += 14
	}
	c.scale, c.dx, c.dy = scale, picX, (CardHeight-p.Viewport.H*scale)/2
	for layer := range picture.Layers {
		c.layer(p, layer, colours)
	}
	c.labels(p, set, colours)
	var keep []color.RGBA
	for _, ink := range picture.Inks {
		keep = append(keep, colours.Mark[ink])
	}
	return Encode(c.img, keep...)
}

func (c *canvas) labels(p picture.Picture, set typesetters, colours Colours) {
	for _, l := range p.Labels {
		size, weight := picture.FontSize(l.Role, p.Composition)
		for i, line := range l.Lines {
			baseline := l.Y + (float64(i)+.5)*typeface.LineHeight(size) + size*.35
			c.text(set[weight], line.String(), l.X, baseline, size, l.Anchor, colours.Words[l.Ink])
		}
	}
}
