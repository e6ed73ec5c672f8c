package png

import (
	"image/color"

	"github.com/go-text/typesetting/font/opentype"

	"opencases/internal/picture"
	"opencases/internal/typeface"
	"opencases/internal/typeface/shape"
)

// typesetters shape text in both weights for one direction of writing.
type typesetters [2]*shape.Setter

func newTypesetters(rtl bool) (typesetters, error) {
	var s typesetters
	for _, w := range []typeface.Weight{typeface.Regular, typeface.Semibold} {
		setter, err := shape.New(w, rtl)
		if err != nil {
			return s, err
		}
		s[w] = setter
	}
	return s, nil
}

// text draws one line of text with its baseline at y and its left edge, middle or right edge at x.
func (c *canvas) text(s *shape.Setter, text string, x, y, size float64, anchor picture.Anchor, col color.Color) {
	switch anchor {
	case picture.Middle:
		x -= s.Width(text, size) / 2
	case picture.Right:
		x -= s.Width(text, size)
	}
	for _, run := range s.Line(text, size) {
		em := size / float64(run.Face.Upem())
		for _, g := range run.Glyphs {
			if o, ok := run.Face.GlyphDataOutline(g.GlyphID); ok {
				c.glyph(o.Segments, x+float64(g.XOffset)/64, y-float64(g.YOffset)/64, em)
			}
			x += float64(g.Advance) / 64
		}
	}
	c.fill(col, 1)
}

func (c *canvas) glyph(segments []opentype.Segment, x, y, em float64) {
	for i, seg := range segments {
		points := [3][2]float32{}
		args := seg.ArgsSlice()
		for k, p := range args {
			points[k] = c.at(x+float64(p.X)*em, y-float64(p.Y)*em)
		}
		move := seg.Op == opentype.SegmentOpMoveTo
		if move && i > 0 {
			c.close()
		}
		c.add(move, points[:len(args)]...)
	}
	if len(segments) > 0 {
		c.close()
	}
}
