package site

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func TestTheIconFileShowsWhatTheIconShows(t *testing.T) {
	f := mustFile(t, "favicon.ico")
	body := f.MustBody()
	if f.Type != "image/x-icon" || len(body) < 22 || binary.LittleEndian.Uint16(body[2:]) != 1 {
		t.Fatalf("%s of %d bytes is no icon", f.Type, len(body))
	}
	length, at := binary.LittleEndian.Uint32(body[14:]), binary.LittleEndian.Uint32(body[18:])
	if int(at+length) != len(body) {
		t.Fatalf("the picture stands at %d, %d bytes long, in %d bytes", at, length, len(body))
	}
	img, err := png.Decode(bytes.NewReader(body[at:]))
	if err != nil || img.Bounds() != image.Rect(0, 0, 32, 32) || body[6] != 32 || body[7] != 32 {
		t.Fatalf("%v, %v", img, err)
	}
	ground, closed, open := color.NRGBA{0xfb, 0xfa, 0xf7, 255}, color.NRGBA{0xa3, 0x18, 0x2a, 255}, color.NRGBA{0xc2, 0x75, 0, 255}
	for at, want := range map[image.Point]color.NRGBA{
		{8, 8}: closed, {16, 16}: ground, {22, 8}: ground, {8, 22}: ground, {22, 22}: ground, // rings are hollow
		{18, 8}: open, {8, 18}: open, {22, 18}: open, {26, 22}: open, {0, 0}: {}, {31, 31}: {}, {0, 16}: ground,
	} {
		got := color.NRGBAModel.Convert(img.At(at.X, at.Y)).(color.NRGBA)
		off := func(a, b uint8) bool { return max(a, b)-min(a, b) > 10 } // the rings' middle is not a pixel's
		if off(got.A, want.A) || want.A > 0 && (off(got.R, want.R) || off(got.G, want.G) || off(got.B, want.B)) {
			t.Errorf("at %v it is %v, want %v", at, got, want)
		}
	}
}
