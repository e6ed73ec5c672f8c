package handout

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"opencases/internal/picture"
	"opencases/internal/typeface"
	"opencases/internal/words"
)

// Papers are the sizes that the handout fits on.
var Papers = []string{"A4", "Letter"}

// PDF sets the handout on two pages of a paper ("A4" or "Letter", in any case). The same content gives the same bytes.
func PDF(c Content, l *words.Language, paper string) ([]byte, error) {
	s, err := set(c, l, paper)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := s.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// set sets both pages.
func set(c Content, l *words.Language, paper string) (*sheet, error) {
	size := ""
	for _, p := range Papers {
		if strings.EqualFold(p, paper) {
			size = p
		}
	}
	if size == "" {
		return nil, fmt.Errorf("paper %q is not one the handout fits on; write %s", paper, strings.Join(Papers, " or "))
	}
	if l.RTL() {
		return nil, fmt.Errorf("the handout as PDF cannot set %s yet, which runs from right to left; print %s/handout/ from a browser", l.Name(), l.Tag())
	}
	s, err := newSheet(size)
	if err != nil {
		return nil, err
	}
	s.SetTitle(c.Title, true)
	s.SetLang(l.Tag())
	s.SetCreator(l.String("site.title"), true)
	// The document is as new as what it says; the clock would make other bytes of the same content.
	dated := time.Unix(0, 0).UTC()
	if d := c.Dated; !d.IsZero() {
		dated = time.Date(d.Year, time.Month(max(1, d.Month)), max(1, d.Day), 0, 0, 0, 0, time.UTC)
	}
	s.SetCreationDate(dated)
	s.SetModificationDate(dated)
	s.SetCatalogSort(true)
	s.first(c, l)
	s.second(c, l)
	return s, s.Error()
}

// first is the page of pictures: three beside one another in two rows.
func (s *sheet) first(c Content, l *words.Language) {
	s.AddPage()
	y := s.line(c.Title, s.left, s.top, 20, typeface.Semibold, 0, picture.Left)
	y = s.words(c.Lead, s.left, y+1, s.width, 9.5, typeface.Regular, 0) + 3
	const across, gap = 3, 6.
	width := (s.width - gap*(across-1)) / across
	scale := width / picture.Design(picture.Narrow).W
	tall := (picture.Design(picture.Narrow).H + axisHeight) * scale
	for from := 0; from < len(c.Pictures); from += across {
		row := c.Pictures[from:min(from+across, len(c.Pictures))]
		under := y
		for i, p := range row {
			x := s.left + float64(i)*(width+gap)
			top := s.line(p.Title, x, y, 11, typeface.Semibold, 0, picture.Left) + 1
			drawing{s, x, top, scale}.picture(p.Picture)
			under = max(under, s.words(p.Caption, x, top+tall+1, width, 7.5, typeface.Regular, 0))
		}
		y = under + 4
	}
	y = s.words(c.Key, s.left, y, s.width, 8, typeface.Regular, 64)
	s.notes(l, y+3)
	s.number(c, l, 1)
}

// second is the page of figures, questions and notes.
func (s *sheet) second(c Content, l *words.Language) {
	s.AddPage()
	y := s.line(l.String("handout.figures"), s.left, s.top, 14, typeface.Semibold, 0, picture.Left) + 1
	columns := []float64{0, .30, .46, .60, 1}
	cell := func(i int, text string, y, points float64, weight typeface.Weight) float64 {
		return s.words(text, s.left+columns[i]*s.width, y, (columns[i+1]-columns[i])*s.width-3, points, weight, 0)
	}
	for i, key := range []string{"handout.what", "handout.value", "handout.asof", "handout.source"} {
		cell(i, l.String(key), y, 8, typeface.Semibold)
	}
	y += 4.5
	for _, f := range c.Figures {
		s.rule(s.left, y, s.left+s.width, y, .15, 160)
		y += .8
		under := y
		asOf := f.AsOf
		if asOf == "" {
			asOf = l.String("handout.undated")
		}
		for i, text := range []string{f.Title, f.Value, asOf, f.Source} {
			weight := typeface.Regular
			if i == 1 {
				weight = typeface.Semibold
			}
			under = max(under, cell(i, text, y, 8, weight))
		}
		y = under + .8
	}
	s.rule(s.left, y, s.left+s.width, y, .15, 160)
	y = s.words(c.Foot, s.left, y+1.2, s.width, 7.5, typeface.Regular, 64) + 5
	y = s.line(l.String("handout.questions"), s.left, y, 14, typeface.Semibold, 0, picture.Left) + 1
	// The questions share the room evenly, then come the lines for notes.
	lines := int((s.bottom-y-20)/8) / (len(c.Questions) + 1)
	for i, q := range c.Questions {
		y = s.words(fmt.Sprintf("%s  %s", l.Number(i+1), q.String()), s.left, y, s.width, 10, typeface.Regular, 0)
		y = s.blank(y, max(1, lines-1)) + 3
	}
	s.notes(l, y+2)
	s.number(c, l, 2)
}

// notes fills what is left of the page with lines, if there is room for some.
func (s *sheet) notes(l *words.Language, y float64) {
	if s.bottom-8-y < 24 {
		return
	}
	y = s.line(l.String("handout.notes"), s.left, y, 14, typeface.Semibold, 0, picture.Left)
	s.blank(y, int((s.bottom-8-y)/8))
}

// blank leaves lines to write on and answers with the y under them.
func (s *sheet) blank(y float64, lines int) float64 {
	for range lines {
		y += 8
		s.rule(s.left, y, s.left+s.width, y, .15, 160)
	}
	return y
}

func (s *sheet) number(c Content, l *words.Language, n int) {
	const points = 8
	y := s.bottom - points*mmPt*typeface.LineHeight(1)
	s.line(c.Title, s.left, y, points, typeface.Regular, 64, picture.Left)
	s.line(l.String("handout.page", words.Num("n", n), words.Num("of", 2)), s.left+s.width, y, points, typeface.Regular, 64, picture.Right)
}
