package handout

import (
	"codeberg.org/go-pdf/fpdf"

	"opencases/internal/picture"
	"opencases/internal/typeface"
	"opencases/web/fonts"
)

// document is a PDF in the making. Lengths are mm, type sizes points.
type document struct {
	*fpdf.Fpdf
	left, top, width, bottom float64    // the area inside the margins
	lines                    []textLine // the lines of words so far, for tests
}

// textLine is one line of words and its place on its page, in mm.
type textLine struct {
	page       int
	text       string
	l, t, r, b float64
	points     float64
	grey       int
}

const (
	family = "sans"
	margin = 12.   // mm, more than any printer leaves blank
	mmPt   = .3528 // mm in a point
)

func newDocument(paper string) (*document, error) {
	f := fpdf.New("P", "mm", paper, "")
	if f.Err() {
		return nil, f.Error()
	}
	for _, face := range fonts.Faces {
		if face.Family != fonts.Latin {
			continue
		}
		ttf, err := face.TrueType()
		if err != nil {
			return nil, err
		}
		f.AddUTF8FontFromBytes(family, map[int]string{400: "", 600: "B"}[face.CSSWeight], ttf)
	}
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(true)
	w, h := f.GetPageSize()
	return &document{f, margin, margin, w - 2*margin, h - margin, nil}, f.Error()
}

func style(weight typeface.Weight) string {
	if weight == typeface.Semibold {
		return "B"
	}
	return ""
}

// line sets one line of words with its top edge at y and returns the top edge of the next.
func (d *document) line(text string, x, y, points float64, weight typeface.Weight, grey int, anchor picture.Anchor) float64 {
	d.SetFont(family, style(weight), points)
	d.SetTextColor(grey, grey, grey)
	width, height := d.GetStringWidth(text), points*mmPt*typeface.LineHeight(1)
	switch anchor {
	case picture.Middle:
		x -= width / 2
	case picture.Right:
		x -= width
	}
	d.lines = append(d.lines, textLine{d.PageNo(), text, x, y, x + width, y + height, points, grey})
	d.Text(x, y+height/2+points*mmPt*.35, text)
	return y + height
}

// paragraph breaks a text for a width and sets it; it returns the y under the last line.
func (d *document) paragraph(text string, x, y, width, points float64, weight typeface.Weight, grey int) float64 {
	for _, line := range typeface.WrapAnywhere(text, width/mmPt, points, weight) {
		y = d.line(line, x, y, points, weight, grey, picture.Left)
	}
	return y
}

func (d *document) rule(x0, y0, x1, y1, width float64, grey int) {
	d.SetDrawColor(grey, grey, grey)
	d.SetLineWidth(width)
	d.Line(x0, y0, x1, y1)
}
