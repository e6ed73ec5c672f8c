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
	s, err := layOut(c, l, paper)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := s.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// layOut sets both pages.
func layOut(c Content, l *words.Language, paper string) (*document, error) {
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
	s, err := newDocument(size)
	if err != nil {
		return nil, err
	}
	s.SetTitle(c.Title, true)
	s.SetLang(l.Tag())
	s.SetCreator(l.String("site.title"), true)
	// The date is that of the content; the clock would give other bytes for the same content.
	dated := time.Unix(0, 0).UTC()
	if d := c.Dated; !d.IsZero() {
		dated = time.Date(d.Year, time.Month(max(1, d.Month)), max(1, d.Day), 0, 0, 0, 0, time.UTC)
	}
	s.SetCreationDate(dated)
	s.SetModificationDate(dated)
	s.SetCatalogSort(true)
	s.picturesPage(c, l)
	s.figuresPage(c, l)
	return s, s.Error()
}

// picturesPage has three pictures beside one another in two rows.
func (d *document) picturesPage(c Content, l *words.Language) {
	d.AddPage()
	y := d.line(c.Title, d.left, d.top, 20, typeface.Semibold, 0, picture.Left)
	y = d.paragraph(c.Lead, d.left, y+1, d.width, 9.5, typeface.Regular, 0) + 3
	const across, gap = 3, 6.
	width := (d.width - gap*(across-1)) / across
	scale := width / picture.Design(picture.Narrow).W
	tall := (picture.Design(picture.Narrow).H + axisHeight) * scale
	for from := 0; from < len(c.Pictures); from += across {
		row := c.Pictures[from:min(from+across, len(c.Pictures))]
		under := y
		for i, p := range row {
			x := d.left + float64(i)*(width+gap)
			top := d.line(p.Title, x, y, 11, typeface.Semibold, 0, picture.Left) + 1
			drawing{d, x, top, scale}.picture(p.Picture)
			under = max(under, d.paragraph(p.Caption, x, top+tall+1, width, 7.5, typeface.Regular, 0))
		}
		y = under + 4
	}
	y = d.paragraph(c.Key, d.left, y, d.width, 8, typeface.Regular, 64)
	d.notesArea(l, y+3)
	d.pageNumber(c, l, 1)
}

// figuresPage has figures, questions and notes.
func (d *document) figuresPage(c Content, l *words.Language) {
	d.AddPage()
	y := d.line(l.String("handout.figures"), d.left, d.top, 14, typeface.Semibold, 0, picture.Left) + 1
	columns := []float64{0, .30, .46, .60, 1}
	cell := func(i int, text string, y, points float64, weight typeface.Weight) float64 {
		return d.paragraph(text, d.left+columns[i]*d.width, y, (columns[i+1]-columns[i])*d.width-3, points, weight, 0)
	}
	for i, key := range []string{"handout.what", "handout.value", "handout.asof", "handout.source"} {
		cell(i, l.String(key), y, 8, typeface.Semibold)
	}
	y += 4.5
	for _, f := range c.Figures {
		d.rule(d.left, y, d.left+d.width, y, .15, 160)
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
	d.rule(d.left, y, d.left+d.width, y, .15, 160)
	y = d.paragraph(c.Foot, d.left, y+1.2, d.width, 7.5, typeface.Regular, 64) + 5
	y = d.line(l.String("handout.questions"), d.left, y, 14, typeface.Semibold, 0, picture.Left) + 1
	// The questions share the room evenly, then come the lines for notes.
	lines := int((d.bottom-y-20)/8) / (len(c.Questions) + 1)
	for i, q := range c.Questions {
		y = d.paragraph(fmt.Sprintf("%s  %s", l.Number(i+1), q.String()), d.left, y, d.width, 10, typeface.Regular, 0)
		y = d.ruledLines(y, max(1, lines-1)) + 3
	}
	d.notesArea(l, y+2)
	d.pageNumber(c, l, 2)
}

// notesArea fills what is left of the page with lines, if there is room for some.
func (d *document) notesArea(l *words.Language, y float64) {
	if d.bottom-8-y < 24 {
		return
	}
	y = d.line(l.String("handout.notes"), d.left, y, 14, typeface.Semibold, 0, picture.Left)
	d.ruledLines(y, int((d.bottom-8-y)/8))
}

// ruledLines draws lines to write on and returns the y under them.
func (d *document) ruledLines(y float64, lines int) float64 {
	for range lines {
		y += 8
		d.rule(d.left, y, d.left+d.width, y, .15, 160)
	}
	return y
}

func (d *document) pageNumber(c Content, l *words.Language, n int) {
	const points = 8
	y := d.bottom - points*mmPt*typeface.LineHeight(1)
	d.line(c.Title, d.left, y, points, typeface.Regular, 64, picture.Left)
	d.line(l.String("handout.page", words.Num("n", n), words.Num("of", 2)), d.left+d.width, y, points, typeface.Regular, 64, picture.Right)
}
