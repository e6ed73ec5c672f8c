package png

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"
)

// gradient holds more colours than a palette: two ramps on a ground.
func gradient() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 256, 30))
	for y := range 30 {
		for x := range 256 {
			c := color.RGBA{251, 250, 247, 255}
			switch {
			case y < 5:
				c = color.RGBA{uint8(x), uint8(x), uint8(x), 255}
			case y < 10:
				c = color.RGBA{uint8(255 - x/2), uint8(x), 40, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func TestAPaletteIsCloseToEveryPixelAndTheSameEveryTime(t *testing.T) {
	img := gradient()
	file, err := Encode(img)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Encode(img)
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("the same image gives two files (%v)", err)
	}
	got, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	small, ok := got.(*image.Paletted)
	if !ok || len(small.Palette) != paletteSize {
		t.Fatalf("the file is a %T", got)
	}
	for i := 0; i < len(img.Pix); i += 4 {
		was, is := pixel(img, i), color.RGBAModel.Convert(small.Palette[small.Pix[i/4]]).(color.RGBA)
		if d := math.Sqrt(float64(distance(was, is))); d > 8 {
			t.Fatalf("%v has become %v", was, is)
		}
	}
}

func TestColoursToKeepAreInThePaletteHoweverRare(t *testing.T) {
	img := gradient()
	rare, never := color.RGBA{33, 34, 33, 255}, color.RGBA{1, 200, 3, 255}
	img.SetRGBA(9, 20, rare)
	file, err := Encode(img, never, rare)
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if c := got.At(9, 20); c != rare {
		t.Errorf("%v has become %v", rare, c)
	}
	for _, c := range got.(*image.Paletted).Palette {
		if c == never {
			t.Errorf("%v is kept although no pixel has it", never)
		}
	}
}

func TestAnImageOfFewColoursKeepsThemAll(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 40, 1))
	for x := range 40 {
		img.SetRGBA(x, 0, color.RGBA{uint8(x), 0, 0, 255})
	}
	file, err := Encode(img)
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for x := range 40 {
		if c := got.At(x, 0); c != (color.RGBA{uint8(x), 0, 0, 255}) {
			t.Errorf("pixel %d has become %v", x, c)
		}
	}
}
