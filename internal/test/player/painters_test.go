package player

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
	"strings"
	"testing"

	cards "opencases/internal/paint/png"
	"opencases/internal/paint/svg"
	"opencases/internal/picture"
	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// A share card without words is compared, pixel by pixel, with the drawing of the same picture as the browser shows it.
func TestTheCardsPainterAndTheDrawingsShowTheSameMarks(t *testing.T) {
	colours, css := cards.Colours{Mark: map[picture.Ink]color.RGBA{}}, map[picture.Ink]string{}
	for _, ink := range picture.Inks {
		c := color.RGBA{uint8(18 * int(ink)), uint8(40 + 70*(int(ink)%3)), uint8(200 - 18*int(ink)), 255}
		if ink == picture.InkGround {
			c = color.RGBA{255, 255, 255, 255}
		}
		colours.Mark[ink], css[ink] = c, fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	p := chromium.Tab(t)
	for _, step := range story.Steps() {
		s, wrong := story.Initial().With(fmt.Sprintf("chapter=%s&beat=%d", step.Chapter, step.Beat+1))
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		pic := picture.Make(rec, english, s.Scene(), picture.Article)
		pic.Labels = nil
		file, err := cards.Card(pic, cards.Words{}, colours)
		if err != nil {
			t.Fatal(err)
		}
		card, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		painted := image.NewRGBA(card.Bounds())
		draw.Draw(painted, painted.Rect, card, image.Point{}, draw.Src)
		name := fmt.Sprint(step.Chapter, " ", step.Beat+1)
		limit := 12
		if slices.ContainsFunc(pic.MarkGroups, func(b picture.MarkGroup) bool { return b.Shape == picture.Ring }) {
			limit = 20 // the drawing makes a ring of two discs, the card of one outline: their soft edges differ
		}
		if share, most := browser.Difference(painted, drawnBy(p, pic, css), limit); share > 0 {
			t.Errorf("%s: %.2f per cent of the card differ from the drawing, by up to %d", name, 100*share, most)
		}
	}
}

// drawnBy is the drawing of a picture where it stands on a card. The outer drawing places it between whole pixels.
func drawnBy(p *browser.Tab, pic picture.Picture, css map[picture.Ink]string) *image.RGBA {
	const scale, right = 1.24, 28.
	w, h := pic.Viewport.W*scale, pic.Viewport.H*scale
	place := fmt.Sprintf(`<svg x="%g" y="%g" width="%g" height="%g" `, cards.CardWidth-right-w, (cards.CardHeight-h)/2, w, h)
	drawing := strings.Replace(string(svg.Draw(pic, svg.Options{Colours: css, ID: "g"})), "<svg ", place, 1)
	p.Open("about:blank")
	p.Do(`document.body.style.cssText = "margin: 0; background: #fff";
		document.body.innerHTML = %s`, fmt.Sprintf(`<svg width="%d" height="%d">%s</svg>`, cards.CardWidth, cards.CardHeight, drawing))
	return p.ShotOf(browser.Box{W: cards.CardWidth, H: cards.CardHeight})
}
