// Package shape sets text in the project's own fonts with a real text engine: for painters on the server,
// for the generator of the width tables and for the tests that hold the tables to the truth.
package shape

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"opencases/internal/typeface"
	"opencases/web/fonts"
)

// Setter sets lines of text in one weight. It is not safe for concurrent use.
type Setter struct {
	latin, arabic *font.Face
	rtl           bool

	segments shaping.Segmenter
	shaper   shaping.HarfbuzzShaper
	wrapper  shaping.LineWrapper
}

// parsed keeps each font file's tables, which are safe to share.
var parsed sync.Map

// New makes a Setter. With rtl the paragraph runs from right to left and the Arabic font goes first.
func New(weight typeface.Weight, rtl bool) (*Setter, error) {
	s := &Setter{rtl: rtl}
	for _, f := range fonts.Faces {
		if f.CSSWeight != cssWeight(weight) {
			continue
		}
		face, err := open(f)
		if err != nil {
			return nil, err
		}
		if f.Family == fonts.Arabic {
			s.arabic = face
		} else {
			s.latin = face
		}
	}
	return s, nil
}

func cssWeight(w typeface.Weight) int {
	if w == typeface.Regular {
		return 400
	}
	return 600
}

// open reads a font of web/fonts.
func open(f fonts.Face) (*font.Face, error) {
	if known, ok := parsed.Load(f.File); ok {
		return font.NewFace(known.(*font.Font)), nil
	}
	ttf, err := f.TrueType()
	if err != nil {
		return nil, err
	}
	face, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.File, err)
	}
	parsed.Store(f.File, face.Font)
	return face, nil
}

// ResolveFace gives the font that draws r: as on a page, the language's own font first.
func (s *Setter) ResolveFace(r rune) *font.Face {
	first, second := s.latin, s.arabic
	if s.rtl {
		first, second = second, first
	}
	if _, ok := first.NominalGlyph(r); ok {
		return first
	}
	if _, ok := second.NominalGlyph(r); ok {
		return second
	}
	return first
}

// Line sets text on one line at sizePx and gives its runs from left to right. Glyph positions are in
// px as 26.6 fixed-point numbers; outlines come from each run's Face, in units of 1/1000 em.
func (s *Setter) Line(text string, sizePx float64) []shaping.Output {
	runes := []rune(text)
	input := shaping.Input{
		Text: runes, RunEnd: len(runes), Face: s.latin, Direction: di.DirectionLTR,
		Size: fixed.Int26_6(sizePx*64 + 0.5), Script: language.Latin, Language: "en",
	}
	if s.rtl {
		input.Direction, input.Language = di.DirectionRTL, "ar"
	}
	var shaped []shaping.Output
	for _, run := range s.segments.Split(input, s) {
		shaped = append(shaped, s.shaper.Shape(run))
	}
	const unbounded = 1 << 24
	config := shaping.WrapConfig{Direction: input.Direction, DisableTrailingWhitespaceTrim: true}
	lines, _ := s.wrapper.WrapParagraph(config, unbounded, runes, shaping.NewSliceIterator(shaped))
	var ordered []shaping.Output
	for _, line := range lines {
		visual := make([]shaping.Output, len(line))
		for _, run := range line {
			visual[run.VisualIndex] = run
		}
		ordered = append(ordered, visual...)
	}
	return ordered
}

// Width is the width of text set on one line at sizePx, in px.
func (s *Setter) Width(text string, sizePx float64) float64 {
	var sum fixed.Int26_6
	for _, run := range s.Line(text, sizePx) {
		sum += run.Advance
	}
	return float64(sum) / 64
}
