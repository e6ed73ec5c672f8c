package handout

import (
	"codeberg.org/go-pdf/fpdf"

	"opencases/internal/picture"
	"opencases/internal/typeface"
	"opencases/web/fonts"
)

// sheet is a PDF being set. Lengths are mm, type sizes points.
type sheet struct {
	*fpdf.Fpdf
	left, top, width, bottom float64 // the area inside the margins
	set                      []piece // what has been set so far, for tests
}

// piece is one line of words where it stands on its page, in mm.
type piece struct {
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

func newSheet(paper string) (*sheet, error) {
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
	return &sheet{f, margin, margin, w - 2*margin, h - margin, nil}, f.Error()
}

func style(weight typeface.Weight) string {
	if weight == typeface.Semibold {
		return "B"
	}
	return ""
}

// line sets one line of words, its top edge at y, and answers with the next line's.
func (s *sheet) line(text string, x, y, points float64, weight typeface.Weight, grey int, anchor picture.Anchor) float64 {
	s.SetFont(family, style(weight), points)
	s.SetTextColor(grey, grey, grey)
	width, height := s.GetStringWidth(text), points*mmPt*typeface.LineHeight(1)
	switch anchor {
	case picture.Middle:
		x -= width / 2
	case picture.Right:
		x -= width
	}
	s.set = append(s.set, piece{s.PageNo(), text, x, y, x + width, y + height, points, grey})
	s.Text(x, y+height/2+points*mmPt*.35, text)
	return y + height
}

// words breaks a text for a width and sets it; it answers with the y under the last line.
func (s *sheet) words(text string, x, y, width, points float64, weight typeface.Weight, grey int) float64 {
	for _, line := range typeface.WrapAnywhere(text, width/mmPt, points, weight) {
		y = s.line(line, x, y, points, weight, grey, picture.Left)
	}
	return y
}

func (s *sheet) rule(x0, y0, x1, y1, width float64, grey int) {
	s.SetDrawColor(grey, grey, grey)
	s.SetLineWidth(width)
	s.Line(x0, y0, x1, y1)
}
