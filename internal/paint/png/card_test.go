package png

import (
	"bytes"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"opencases/data"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// plain gives every ink a colour of its own, so that a pixel tells what was painted there.
func plain() Colours {
	c := Colours{Mark: map[picture.Ink]color.RGBA{}, Words: map[picture.Ink]color.RGBA{}}
	for _, ink := range picture.Inks {
		c.Mark[ink] = color.RGBA{uint8(20 * int(ink)), 60, 90, 255}
		c.Words[ink] = color.RGBA{0, 0, 0, 255}
	}
	c.Mark[picture.InkGround] = color.RGBA{255, 255, 255, 255}
	return c
}

func card(t *testing.T, view story.View, w Words) (picture.Picture, []byte) {
	t.Helper()
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	from, to := story.Window("", view)
	p := picture.Make(r, l.With(r), story.Scene{View: view, Month: to, From: from, To: to}, picture.Article)
	b, err := Card(p, w, plain())
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("CARDS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, string(view)+".png"), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return p, b
}

func TestACardShowsThePictureInItsColoursAndIsLight(t *testing.T) {
	for _, view := range story.Views {
		p, b := card(t, view, Words{Site: "Site", Title: "A title", Lead: "A sentence that says what is to be seen."})
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if s := img.Bounds().Size(); s.X != CardWidth || s.Y != CardHeight {
			t.Errorf("%s: the card is %v", view, s)
		}
		if len(b) > 60_000 {
			t.Errorf("%s: the card weighs %d bytes", view, len(b))
		}
		counted := map[color.RGBA]int{}
		for y := range CardHeight {
			for x := range CardWidth {
				r, g, b, a := img.At(x, y).RGBA()
				counted[color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}]++
			}
		}
		for _, block := range p.MarkGroups {
			if counted[plain().Mark[block.Ink]] == 0 {
				t.Errorf("%s: nothing is painted in the colour of %s", view, block.ID)
			}
		}
		for _, d := range p.Dots {
			if counted[plain().Mark[d.Ink]] == 0 {
				t.Errorf("%s: nothing is painted in the colour of %s", view, d.ID)
			}
		}
	}
}

func TestWordsOfACardStartAtTheSideWhereReadingStarts(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		_, b := card(t, story.Gap, Words{Title: "Title", RTL: rtl})
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		black := func(x0, x1 int) (n int) {
			for y := 110; y < 175; y++ {
				for x := x0; x < x1; x++ {
					if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 0x3000 {
						n++
					}
				}
			}
			return n
		}
		left, right := black(40, 200), black(1000, 1160)
		if (left > right) == rtl {
			t.Errorf("rtl %v: %d dark pixels at the left of the title's line, %d at the right", rtl, left, right)
		}
	}
}
