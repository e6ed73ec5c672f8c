package fonts

import "strings"

// The families, as style sheets name them.
const (
	Latin  = "Open Cases Sans"
	Arabic = "Open Cases Sans Arabic"
)

// Face is one font and what an @font-face rule must say of it.
type Face struct {
	Family       string // Latin or Arabic
	CSSWeight    int    // 400 or 600
	File         string // name of the WOFF2 file in FS
	UnicodeRange string // the characters the file holds, in CSS's notation
}

// TrueType is the same font as a TTF file: libraries that set text in Go read no WOFF2.
func (f Face) TrueType() ([]byte, error) {
	return FS.ReadFile(strings.TrimSuffix(f.File, ".woff2") + ".ttf")
}

// Faces lists the fonts. Their ranges are those of the files' own character maps, so that a browser
// fetches a file only for text it can draw.
var Faces = []Face{
	{Latin, 400, "open-cases-sans-400.woff2", latinRange},
	{Latin, 600, "open-cases-sans-600.woff2", latinRange},
	{Arabic, 400, "open-cases-sans-arabic-400.woff2", arabicRange},
	{Arabic, 600, "open-cases-sans-arabic-600.woff2", arabicRange},
}

const latinRange = "U+20-7E,U+A0-FF,U+11E-11F,U+130-131,U+152-153,U+15E-15F,U+178,U+2009,U+2010-2014," +
	"U+2018-201A,U+201C-201E,U+2020,U+2022,U+2026,U+202F-2030,U+2032-2033,U+2039-203A,U+20AC,U+2190-2193," +
	"U+2196-2199,U+2212,U+2248,U+2260,U+2264-2265,U+2713"

const arabicRange = "U+20-22,U+25-3F,U+5B,U+5D,U+A0,U+AB,U+B1,U+B7,U+BB,U+D7,U+60C,U+61B,U+61F,U+621-63A," +
	"U+640-655,U+660-66C,U+670,U+67E,U+686,U+695,U+698,U+6A4,U+6A9,U+6AF,U+6B5,U+6C6,U+6CC,U+6CE,U+6D5," +
	"U+6F0-6F9,U+2010,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2030,U+2190-2193,U+2212,U+2248,U+2264-2265"
