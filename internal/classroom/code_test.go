package classroom

import (
	"image"
	"image/color"
	"regexp"
	"strconv"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

var (
	viewBox = regexp.MustCompile(`viewBox="0 0 (\d+) (\d+)"`)
	run     = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1`)
)

// paint draws the code's SVG in px as a screen does, some px a module.
func paint(t *testing.T, svg []byte) image.Image {
	t.Helper()
	const px = 6
	num := func(b []byte) int { n, _ := strconv.Atoi(string(b)); return n }
	box := viewBox.FindSubmatch(svg)
	if box == nil {
		t.Fatalf("no viewBox: %s", svg)
	}
	m := image.NewGray(image.Rect(0, 0, num(box[1])*px, num(box[2])*px))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	for _, r := range run.FindAllSubmatch(svg, -1) {
		x, y, w := num(r[1]), num(r[2]), num(r[3])
		for py := y * px; py < (y+1)*px; py++ {
			for x0 := x * px; x0 < (x+w)*px; x0++ {
				m.SetGray(x0, py, color.Gray{})
			}
		}
	}
	return m
}

func TestAQRCodeHoldsTheAddress(t *testing.T) {
	for _, address := range []string{"http://10.0.0.5/p", "http://192.168.1.23:8080/p", "http://192.168.123.123:65535/p", "https://example.org/a-long-path/of-a-class/p"} {
		svg, err := drawQRCode(address)
		if err != nil {
			t.Fatal(err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(paint(t, svg))
		if err != nil {
			t.Fatal(err)
		}
		read, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil || read.GetText() != address {
			t.Errorf("%s is read as %v, %v", address, read, err)
		}
	}
}

func TestWithoutANetworkThereIsNoCode(t *testing.T) {
	s := start(t)
	s.class.options.Address = func() string { return "" }
	if r := s.ask("GET", "/poll/code.svg", ""); r.status != 404 {
		t.Errorf("%d, want 404", r.status)
	}
	if st := s.lead(`{}`); st.Address != "" {
		t.Errorf("the presenter is told %q", st.Address)
	}
}
