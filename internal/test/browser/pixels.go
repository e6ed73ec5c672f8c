package browser

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"

	"github.com/chromedp/cdproto/page"
)

// Shot is what the window shows.
func (p *Tab) Shot() *image.RGBA {
	p.T.Helper()
	return p.capture(page.CaptureScreenshotParams{})
}

// ShotOf is what a box of the window shows, of elements below its edge too.
func (p *Tab) ShotOf(b Box) *image.RGBA {
	p.T.Helper()
	at := Eval[Box](p.window(), `({ X: scrollX, Y: scrollY, W: 0, H: 0 })`)
	beyond := true
	return p.capture(page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond,
		Clip: &page.Viewport{X: b.X + at.X, Y: b.Y + at.Y, Width: b.W, Height: b.H, Scale: 1}})
}

// ShotOfElement is what the first element that a selector names looks like.
func (p *Tab) ShotOfElement(selector string) *image.RGBA {
	p.T.Helper()
	return p.ShotOf(p.Box(selector))
}

func (p *Tab) capture(params page.CaptureScreenshotParams) *image.RGBA {
	p.T.Helper()
	fast := true
	params.OptimizeForSpeed = &fast
	shot := Call(p.window(), page.CaptureScreenshot, params)
	picture, err := png.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		p.T.Fatalf("the screenshot is not a picture: %v", err)
	}
	flat := image.NewRGBA(image.Rect(0, 0, picture.Bounds().Dx(), picture.Bounds().Dy()))
	draw.Draw(flat, flat.Bounds(), picture, picture.Bounds().Min, draw.Src)
	return flat
}

// Inked is the share of a picture's pixels that differ clearly from its commonest colour: 0 for a blank one.
func Inked(m *image.RGBA) float64 {
	counts := map[[3]uint8]int{}
	each(m, func(c [3]uint8) { counts[c]++ })
	var ground [3]uint8
	for c, n := range counts {
		if n > counts[ground] {
			ground = c
		}
	}
	inked, all := 0, 0
	for c, n := range counts {
		all += n
		if apart(c, ground) > 24 {
			inked += n
		}
	}
	return float64(inked) / float64(all)
}

// Tint is the share of a picture's pixels within a distance of a colour, 0 to 255 in each channel.
func Tint(m *image.RGBA, colour [3]uint8, within int) float64 {
	hits, all := 0, 0
	each(m, func(c [3]uint8) {
		all++
		if apart(c, colour) <= within {
			hits++
		}
	})
	return float64(hits) / float64(all)
}

// Difference compares two pictures in squares of 8 px, so that the soft edges of marks drawn by two painters do not
// count and a mark that is missing, moved or of another colour does. It is the share of squares whose mean colour
// differs by more than limit (0 to 255), and the largest difference; pictures of two sizes differ wholly.
func Difference(a, b *image.RGBA, limit int) (share float64, most int) {
	if a.Bounds() != b.Bounds() {
		return 1, 255
	}
	const side = 8
	squares, over := 0, 0
	for y := 0; y+side <= a.Bounds().Dy(); y += side {
		for x := 0; x+side <= a.Bounds().Dx(); x += side {
			d := apart(mean(a, x, y, side), mean(b, x, y, side))
			squares++
			if most = max(most, d); d > limit {
				over++
			}
		}
	}
	return float64(over) / float64(max(1, squares)), most
}

func each(m *image.RGBA, see func(c [3]uint8)) {
	for i := 0; i+3 < len(m.Pix); i += 4 {
		see([3]uint8{m.Pix[i], m.Pix[i+1], m.Pix[i+2]})
	}
}

func mean(m *image.RGBA, x0, y0, side int) (c [3]uint8) {
	var sum [3]int
	for y := y0; y < y0+side; y++ {
		row := m.Pix[m.PixOffset(x0, y):]
		for x := range side {
			for k := range sum {
				sum[k] += int(row[4*x+k])
			}
		}
	}
	for k := range c {
		c[k] = uint8(sum[k] / (side * side))
	}
	return c
}

// apart is the largest difference of two colours in any channel.
func apart(a, b [3]uint8) int {
	most := 0
	for k := range a {
		most = max(most, int(a[k])-int(b[k]), int(b[k])-int(a[k]))
	}
	return most
}
