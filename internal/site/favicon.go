package site

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"regexp"
	"strconv"
)

// iconFile is what browsers and crawlers ask for where a page names no icon.
const iconFile = "favicon.ico"

const iconSize = 32 // px, and the units of web/pages/favicon.svg

// iconShape is a disc, a ring or the ground of favicon.svg.
type iconShape struct {
	x, y, r, line float64 // line is a ring's width, 0 for a disc
	ground        bool
	ink           color.NRGBA
}

var iconInk = regexp.MustCompile(`\.(\w+)\{(?:fill|stroke):#([0-9a-f]{6})\}`)

// iconShapes reads favicon.svg, which has one rounded square, circles, and a group with the look of those in it.
func iconShapes(svg []byte) (all []iconShape, err error) {
	inks := map[string]color.NRGBA{}
	for _, m := range iconInk.FindAllSubmatch(svg, -1) {
		if name := string(m[1]); inks[name].A == 0 { // the light ones come first
			rgb, _ := hex.DecodeString(string(m[2]))
			inks[name] = color.NRGBA{rgb[0], rgb[1], rgb[2], 255}
		}
	}
	group := map[string]string{}
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if err != nil {
			break // its end: the file is ours
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		at := map[string]string{"class": group["class"], "stroke-width": group["stroke-width"]}
		for _, a := range e.Attr {
			at[a.Name.Local] = a.Value
		}
		number := func(name string) float64 { n, _ := strconv.ParseFloat(at[name], 64); return n }
		switch e.Name.Local {
		case "g":
			group = at
		case "rect":
			all = append(all, iconShape{r: number("rx"), ground: true, ink: inks[at["class"]]})
		case "circle":
			all = append(all, iconShape{x: number("cx"), y: number("cy"), r: number("r"), line: number("stroke-width"), ink: inks[at["class"]]})
		}
	}
	for _, s := range all {
		if s.r == 0 || s.ink.A == 0 {
			return nil, fmt.Errorf("favicon.svg has a shape that favicon.ico cannot show: %+v", s)
		}
	}
	return all, nil
}

// covers is how much of a pixel at a distance from its edge a shape takes.
func (s iconShape) covers(x, y float64) float64 {
	edge := s.r - math.Hypot(x-s.x, y-s.y)
	switch {
	case s.ground: // a square with round corners
		half := iconSize/2. - s.r
		edge = s.r - math.Hypot(max(0, math.Abs(x-iconSize/2)-half), max(0, math.Abs(y-iconSize/2)-half))
	case s.line > 0:
		edge = s.line/2 - math.Abs(edge)
	}
	return min(1, max(0, edge+.5))
}

// icon draws favicon.svg as an icon file with one picture.
func icon(svg []byte) ([]byte, error) {
	shapes, err := iconShapes(svg)
	if err != nil {
		return nil, err
	}
	img := image.NewNRGBA(image.Rect(0, 0, iconSize, iconSize))
	for i := range iconSize * iconSize {
		x, y := i%iconSize, i/iconSize
		var c color.NRGBA
		for _, s := range shapes {
			part := s.covers(float64(x)+.5, float64(y)+.5)
			mix := func(under, over uint8) uint8 { return uint8(math.Round(float64(under)*(1-part) + float64(over)*part)) }
			if s.ground {
				c = s.ink
				c.A = mix(0, 255)
				continue
			}
			c = color.NRGBA{mix(c.R, s.ink.R), mix(c.G, s.ink.G), mix(c.B, s.ink.B), max(c.A, mix(0, 255))}
		}
		img.SetNRGBA(x, y, c)
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, img); err != nil {
		return nil, err
	}
	head := []any{
		[3]uint16{0, 1, 1},                   // an icon file of one picture
		[4]uint8{iconSize, iconSize, 0, 0},   // its size, no palette
		[2]uint16{1, 32},                     // planes, bits of a pixel
		[2]uint32{uint32(picture.Len()), 22}, // its length, and where it begins
	}
	var file bytes.Buffer
	for _, part := range head {
		if err := binary.Write(&file, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	file.Write(picture.Bytes())
	return file.Bytes(), nil
}
