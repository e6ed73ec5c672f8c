package classroom

import (
	"fmt"
	"image/color"
	"net/http"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// quietZone is the empty border that a QR code needs, in modules.
const quietZone = 4

// getQRCode draws the address of the phones' page.
func (c *Classroom) getQRCode(w http.ResponseWriter, r *http.Request) {
	address := c.options.Address()
	if address == "" {
		http.Error(w, "there is no network, so there is no address to draw", http.StatusNotFound)
		return
	}
	svg, err := drawQRCode(address)
	if err != nil {
		http.Error(w, "the address is too long for a QR code", http.StatusNotFound)
		return
	}
	send(w, http.StatusOK, "image/svg+xml", svg)
}

// drawQRCode draws a text as a QR code: dark on white in every theme, with its border. Its level M still reads with a
// seventh of it covered.
func drawQRCode(text string) ([]byte, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return nil, err
	}
	size := code.Bounds().Dx()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[1]d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%[1]dv%[1]dH0z"/><path d="`, size+2*quietZone)
	dark := func(x, y int) bool { return x < size && code.At(x, y) == color.Color(color.Black) }
	for y := range size {
		for x := 0; x < size; x++ {
			from := x
			for dark(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", from+quietZone, y+quietZone, x-from, x-from)
			}
		}
	}
	b.WriteString(`"/></svg>`)
	return []byte(b.String()), nil
}
