package png

import (
	"image/color"
	"math"
	"testing"

	"opencases/internal/picture"
)

const (
	side  = 60 // of the stage that these tests paint, px
	zoom  = 10
	black = picture.InkText
)

// paint draws a picture's marks in black on white, enlarged.
func paint(p picture.Picture) *canvas {
	white, ink := color.RGBA{255, 255, 255, 255}, map[picture.Ink]color.RGBA{}
	for _, i := range picture.Inks {
		ink[i] = color.RGBA{0, 0, 0, 255}
	}
	ink[picture.InkGround] = white
	c := newCanvas(side*zoom, side*zoom, white)
	c.scale = zoom
	for layer := range picture.Layers {
		c.layer(p, layer, Colours{Mark: ink})
	}
	return c
}

// dark is how much of the pixel at a place of the stage is painted, 0 to 1.
func (c *canvas) dark(x, y float64) float64 {
	return 1 - float64(c.img.RGBAAt(int(x*zoom), int(y*zoom)).R)/255
}

// painted is the painted area in px of the stage.
func (c *canvas) painted() (area float64) {
	for i := 0; i < len(c.img.Pix); i += 4 {
		area += 1 - float64(c.img.Pix[i])/255
	}
	return area / zoom / zoom
}

func near(got, want, share float64) bool { return math.Abs(got-want) <= want*share }

func TestEveryShapeOfMarkCoversItsArea(t *testing.T) {
	const size, cell = 20., 30.
	wide := cell * picture.StrokeShare
	line := wide * picture.HollowShare
	disc := math.Pi * size * size / 4
	hole := math.Pow(1-2*picture.RingShare, 2)
	for _, c := range []struct {
		name   string
		shape  picture.Shape
		area   float64
		middle float64 // is it painted?
		corner float64 // of the square around it
	}{
		{"square", picture.Square, size * size, 1, 1},
		{"disc", picture.Disc, disc, 1, 0},
		{"pale disc", picture.Pale, disc, 1, 0},
		{"ring", picture.Ring, disc * (1 - hole), 0, 0},
		{"stroke", picture.Stroke, wide * size, 1, 0},
		{"hollow stroke", picture.HollowStroke, wide*size - (wide-2*line)*(size-2*line), 0, 0},
	} {
		got := paint(picture.Picture{MarkGroups: []picture.MarkGroup{{Shape: c.shape, Ink: black, Count: 1, Across: 1,
			X: 15, Y: 45, PX: cell, PY: cell, Size: size, Alpha: 1}}})
		if area := got.painted(); !near(area, c.area, .01) {
			t.Errorf("a %s covers %.1f px, want %.1f", c.name, area, c.area)
		}
		if middle, corner := got.dark(30, 30), got.dark(21, 21); middle != c.middle || corner != c.corner {
			t.Errorf("a %s is painted %g in the middle and %g in the corner, want %g and %g", c.name, middle, corner, c.middle, c.corner)
		}
	}
}

func TestADotIsADiscOrATransparentRing(t *testing.T) {
	behind := picture.Path{Ink: black, Width: 1, Alpha: 1, Points: [][2]float64{{20, 30}, {40, 30}}}
	for _, c := range []struct {
		shape picture.Shape
		area  float64
	}{
		{picture.Disc, math.Pi * 100},
		{picture.Ring, math.Pi*100*(1-math.Pow(1-2*picture.RingShare, 2)) + 20*(1-2*picture.RingShare)},
	} {
		got := paint(picture.Picture{Paths: []picture.Path{behind}, Dots: []picture.Dot{{X: 30, Y: 30, R: 10, Shape: c.shape, Ink: black, Alpha: 1}}})
		if area := got.painted(); !near(area, c.area, .01) || got.dark(30, 30) != 1 {
			t.Errorf("shape %d: %.1f px are painted, want %.1f with the line in the middle", c.shape, area, c.area)
		}
	}
}

// Along a level line through hatching the lines follow one another at the pitch times the square root of two, from
// the picture's corner on, wherever the hatched rectangle begins.
func TestHatchingHasTheSharedPitchAndThickness(t *testing.T) {
	const l, top, r, bottom = 5., 3., 55., 53.
	c := paint(picture.Picture{Paths: []picture.Path{{Hatch: true, Closed: true, Ink: black, Alpha: 1,
		Points: [][2]float64{{l, top}, {r, top}, {r, bottom}, {l, bottom}}}}})
	const pitch, wide = picture.HatchPitch * math.Sqrt2, picture.HatchLine * math.Sqrt2
	if got, want := c.painted(), (r-l)*(bottom-top)*picture.HatchLine/picture.HatchPitch; !near(got, want, .02) {
		t.Errorf("hatching covers %.1f px, want %.1f", got, want)
	}
	lines := 0
	for x := l + .55; x < r-.5; x += .1 {
		from := math.Mod(x+20.05, pitch) // how far after the beginning of a line
		inside, outside := from > .1 && from < wide-.1, from > wide+.1 && from < pitch-.1
		if dark := c.dark(x, 20); inside && dark < .9 || outside && dark > .1 {
			t.Errorf("%.2f px after a line's beginning %.2f is painted", from, dark)
		}
		if inside {
			lines++
		}
	}
	if lines == 0 || c.dark(l-.5, 20) > 0 || c.dark(r+.5, 20) > 0 {
		t.Error("the hatching does not lie in its rectangle")
	}
}

func TestDashesHaveTheSharedLengthAndContinueOverCorners(t *testing.T) {
	c := paint(picture.Picture{Paths: []picture.Path{{Dash: true, Ink: black, Width: 2, Alpha: 1, Points: [][2]float64{{10, 10}, {35, 10}, {35, 50}}}}})
	for passed := .5; passed < 65; passed++ {
		x, y := min(35, 10+passed), 10+max(0, passed-25)
		if math.Abs(passed-25) < 1.5 {
			continue // the two pieces' ends overlap in the corner
		}
		want := 0.
		if math.Mod(passed, picture.DashOn+picture.DashOff) < picture.DashOn {
			want = 1
		}
		if got := c.dark(x, y); got != want {
			t.Errorf("%g px from the beginning %g is painted, want %g", passed, got, want)
		}
	}
}

func TestAnAreaIsFilled(t *testing.T) {
	c := paint(picture.Picture{Paths: []picture.Path{{Closed: true, Ink: black, Alpha: 1, Points: [][2]float64{{10, 10}, {50, 10}, {50, 30}}}}})
	if got := c.painted(); !near(got, 400, .01) {
		t.Errorf("a triangle of 400 px covers %.1f", got)
	}
}

func TestLayersAreDrawnInTheOrderOfEveryPainter(t *testing.T) {
	over := [][2]float64{{20, 20}, {40, 20}, {40, 40}, {20, 40}}
	grey := func(ink picture.Ink) uint8 { return uint8(20 * int(ink)) }
	path := func(ink picture.Ink) picture.Path {
		return picture.Path{Closed: true, Ink: ink, Alpha: 1, Points: over}
	}
	block := picture.MarkGroup{Shape: picture.Square, Ink: picture.InkStrike, Count: 1, Across: 1, X: 20, Y: 40, PX: 20, PY: 20, Size: 20, Alpha: 1}
	dot := picture.Dot{X: 30, Y: 30, R: 8, Shape: picture.Disc, Ink: picture.InkGuess, Alpha: 1}
	ink := map[picture.Ink]color.RGBA{}
	for _, i := range picture.Inks {
		ink[i] = color.RGBA{grey(i), 0, 0, 255}
	}
	for _, c := range []struct {
		p   picture.Picture
		top picture.Ink
	}{
		{picture.Picture{Paths: []picture.Path{path(picture.InkRule)}, MarkGroups: []picture.MarkGroup{block}}, picture.InkStrike},
		{picture.Picture{Paths: []picture.Path{path(picture.InkOpen), path(picture.InkRule)}, MarkGroups: []picture.MarkGroup{block}}, picture.InkOpen},
		{picture.Picture{Paths: []picture.Path{path(picture.InkOpen)}, Dots: []picture.Dot{dot}, MarkGroups: []picture.MarkGroup{block}}, picture.InkGuess},
	} {
		canvas := newCanvas(side, side, color.RGBA{255, 255, 255, 255})
		for layer := range picture.Layers {
			canvas.layer(c.p, layer, Colours{Mark: ink})
		}
		if got := canvas.img.RGBAAt(30, 30).R; got != grey(c.top) {
			t.Errorf("on top is %d, want %d (%s)", got, grey(c.top), c.top)
		}
	}
}
