package site

import (
	"fmt"
	"image/color"
	"io/fs"
	"regexp"

	"opencases/internal/paint/png"
	"opencases/internal/picture"
	"opencases/web"
)

var token = regexp.MustCompile(`--(ink|words)-([a-z]+):\s*#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2});`)

// palette reads the colours of the light theme from tokens.css, for pictures that no style sheet reaches.
func palette() (png.Colours, error) {
	c := png.Colours{Mark: map[picture.Ink]color.RGBA{}, Words: map[picture.Ink]color.RGBA{}}
	text, err := fs.ReadFile(web.FS, "style/tokens.css")
	if err != nil {
		return c, err
	}
	found := map[string]color.RGBA{}
	for _, m := range token.FindAllSubmatch(text, -1) {
		name := string(m[1]) + "-" + string(m[2])
		if _, later := found[name]; later {
			continue // the light theme stands first
		}
		var rgb [3]uint8
		for i := range rgb {
			fmt.Sscanf(string(m[3+i]), "%02x", &rgb[i])
		}
		found[name] = color.RGBA{rgb[0], rgb[1], rgb[2], 255}
	}
	for _, ink := range picture.Inks {
		mark, ok := found["ink-"+ink.String()]
		if !ok {
			return c, fmt.Errorf("style/tokens.css does not give --ink-%s as six hexadecimal digits", ink)
		}
		c.Mark[ink], c.Words[ink] = mark, mark
		if words, ok := found["words-"+ink.String()]; ok {
			c.Words[ink] = words
		}
	}
	// Words about marks too pale to be read take the quiet ink, as on the page.
	for _, ink := range []picture.Ink{picture.InkRule, picture.InkBlank, picture.InkStrike} {
		c.Words[ink] = c.Mark[picture.InkQuiet]
	}
	c.Words[picture.InkReport] = c.Words[picture.InkRest]
	return c, nil
}
