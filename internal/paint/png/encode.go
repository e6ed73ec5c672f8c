package png

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"maps"
	"slices"
)

// paletteSize is how many colours a card keeps. Cards hold a dozen inks and what soft edges make of them: with 96
// colours the difference cannot be seen, and a card weighs a quarter of what it weighs with all.
const paletteSize = 96

// Encode makes a PNG file with a palette. Colours to keep are in it wherever they occur in the image.
func Encode(img *image.RGBA, keep ...color.RGBA) ([]byte, error) {
	counts := map[color.RGBA]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		counts[pixel(img, i)]++
	}
	colours := palette(counts, keep)
	index := map[color.RGBA]uint8{}
	for c := range counts {
		index[c] = uint8(colours.Index(c))
	}
	small := image.NewPaletted(img.Rect, colours)
	for i := range small.Pix {
		small.Pix[i] = index[pixel(img, 4*i)]
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, small)
	return b.Bytes(), err
}

func pixel(img *image.RGBA, i int) color.RGBA {
	return color.RGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3]}
}

// palette takes the colours to keep, then chooses one by one: always the colour whose pixels those chosen so far miss
// most, by the sum of squared distances.
func palette(counts map[color.RGBA]int, keep []color.RGBA) (chosen color.Palette) {
	all := slices.Collect(maps.Keys(counts))
	// The order must not be the map's, or the same picture would not give the same file.
	slices.SortFunc(all, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B), int(a.A)-int(b.A))
	})
	missed := make([]int, len(all))
	for i := range missed {
		missed[i] = 4 * 255 * 255 // farther than any two colours are apart
	}
	choose := func(c color.RGBA) {
		chosen = append(chosen, c)
		for i, other := range all {
			missed[i] = min(missed[i], distance(c, other))
		}
	}
	for _, c := range keep {
		if counts[c] > 0 && !slices.Contains(chosen, color.Color(c)) {
			choose(c)
		}
	}
	for len(chosen) < min(paletteSize, len(all)) {
		most := 0
		for i, c := range all {
			if missed[i]*counts[c] > missed[most]*counts[all[most]] {
				most = i
			}
		}
		choose(all[most])
	}
	return chosen
}

// distance is the squared distance of two colours.
func distance(a, b color.RGBA) int {
	r, g, bl := int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B)
	return r*r + g*g + bl*bl
}
