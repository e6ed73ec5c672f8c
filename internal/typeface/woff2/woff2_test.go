package woff2

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"opencases/web/fonts"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	file, err := fonts.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestDecodedFontsAreSound(t *testing.T) {
	for _, f := range fonts.Faces {
		sfnt, err := Decode(read(t, f.File))
		if err != nil {
			t.Fatalf("%s: %v", f.File, err)
		}
		if sum := checksum(sfnt); sum != 0xB1B0AFBA {
			t.Errorf("%s: the checksum of the whole is %#x, want 0xb1b0afba", f.File, sum)
		}
		face, err := font.ParseTTF(bytes.NewReader(sfnt))
		if err != nil {
			t.Errorf("%s: %v", f.File, err)
			continue
		}
		for all := face.Cmap.Iter(); all.Next(); {
			r, id := all.Char()
			outline, ok := face.GlyphDataOutline(id)
			if r == 0xffff {
				continue // the end mark of the character map, not a character
			}
			blank := r == ' ' || r == 0xad || r == 0xa0 || r == 0x2009 || r == 0x202f
			if !ok || (len(outline.Segments) == 0) != blank {
				t.Errorf("%s: %q has %d segments (%v)", f.File, r, len(outline.Segments), ok)
			}
		}
	}
}

// The points were read from the same files with fontTools, an independent reader. Between two control
// points a curve passes half-way, which is where the points with halves come from.
func TestOutlinesAreThoseOfAnIndependentReader(t *testing.T) {
	tests := map[string]struct {
		r        rune
		contours int
		first    [][2]float32 // points of the first contour
	}{
		"straight": {'H', 1, [][2]float32{{530, 316}, {177, 316}, {177, 0}, {93, 0}, {93, 698}, {177, 698}, {177, 390},
			{530, 390}, {530, 698}, {614, 698}, {614, 0}, {530, 0}, {530, 316}}},
		"curved": {'D', 2, [][2]float32{{93, 698}, {327, 698}, {392, 698}, {445, 676}, {498, 654}, {535.5, 610.5}, {573, 567},
			{593, 501.5}, {613, 436}, {613, 349}, {613, 262}, {593, 196.5}, {573, 131}, {535.5, 87.5}, {498, 44}, {445, 22},
			{392, 0}, {327, 0}, {93, 0}, {93, 698}}},
		"composite": {'é', 3, nil},
	}
	sfnt, err := Decode(read(t, "open-cases-sans-400.woff2"))
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.ParseTTF(bytes.NewReader(sfnt))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range tests {
		id, _ := face.NominalGlyph(test.r)
		outline, _ := face.GlyphDataOutline(id)
		contours := 0
		var first [][2]float32
		for _, s := range outline.Segments {
			if s.Op == opentype.SegmentOpMoveTo {
				contours++
			}
			for _, p := range s.ArgsSlice() {
				if contours == 1 {
					first = append(first, [2]float32{p.X, p.Y})
				}
			}
		}
		if contours != test.contours {
			t.Errorf("%s: %q has %d contours, want %d", name, test.r, contours, test.contours)
		}
		if test.first != nil && !slices.Equal(first, test.first) {
			t.Errorf("%s: %q runs through %v, want %v", name, test.r, first, test.first)
		}
	}
}

func TestDelta(t *testing.T) {
	tests := []struct {
		flag   byte
		bytes  []byte
		dx, dy int
	}{ // rows of the specification's table of triplets
		{0, []byte{7}, 0, -7}, {1, []byte{7}, 0, 7}, {9, []byte{7}, 0, 1031},
		{10, []byte{7}, -7, 0}, {19, []byte{7}, 1031, 0},
		{20, []byte{0x12}, -2, -3}, {23, []byte{0x12}, 2, 3}, {27, []byte{0x12}, 2, 19}, {83, []byte{0xff}, 64, 64},
		{84, []byte{1, 2}, -2, -3}, {87, []byte{1, 2}, 2, 3}, {91, []byte{1, 2}, 2, 259}, {119, []byte{1, 2}, 514, 515},
		{120, []byte{0x12, 0x34, 0x56}, -0x123, -0x456}, {123, []byte{0x12, 0x34, 0x56}, 0x123, 0x456},
		{124, []byte{1, 2, 3, 4}, -0x102, -0x304}, {127, []byte{1, 2, 3, 4}, 0x102, 0x304},
	}
	for _, test := range tests {
		r := &reader{data: test.bytes}
		if dx, dy := delta(test.flag, r); dx != test.dx || dy != test.dy || len(r.data) != 0 {
			t.Errorf("delta(%d, %x) = %d, %d with %d bytes left, want %d, %d with none", test.flag, test.bytes, dx, dy, len(r.data), test.dx, test.dy)
		}
	}
}

func TestNumbersOfVariableLength(t *testing.T) {
	for _, test := range []struct {
		bytes []byte
		want  int
		bad   bool
	}{
		{[]byte{0x3f}, 63, false}, {[]byte{0x81, 0x00}, 128, false}, {[]byte{0x8f, 0xff, 0xff, 0xff, 0x7f}, 0xffffffff, false},
		{[]byte{0x80, 0x01}, 0, true}, {[]byte{0xff, 0xff, 0xff, 0xff, 0x7f}, 0, true}, {[]byte{0x81}, 0, true}, {nil, 0, true},
	} {
		r := &reader{data: test.bytes}
		if got := r.base128(); got != test.want || (r.err != nil) != test.bad {
			t.Errorf("base128(%x) = %d, %v; want %d, an error: %v", test.bytes, got, r.err, test.want, test.bad)
		}
	}
	for _, test := range []struct {
		bytes []byte
		want  int
	}{{[]byte{252}, 252}, {[]byte{253, 1, 0}, 256}, {[]byte{254, 0}, 506}, {[]byte{255, 253}, 506}} {
		if got := (&reader{data: test.bytes}).short255(); got != test.want {
			t.Errorf("short255(%x) = %d, want %d", test.bytes, got, test.want)
		}
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	good := read(t, "open-cases-sans-400.woff2")
	change := func(at int, value byte) []byte {
		bad := bytes.Clone(good)
		bad[at] = value
		return bad
	}
	tests := map[string]struct {
		file []byte
		want string
	}{
		"empty":             {nil, "signature"},
		"another format":    {change(3, 'F'), "signature"},
		"a collection":      {append(append(bytes.Clone(good[:4]), "ttcf"...), good[8:]...), "collection"},
		"cut in the tables": {good[:len(good)/2], "ends early"},
		"cut in the header": {good[:50], "ends early"},
		"unknown transform": {change(headerSize, good[headerSize]|0x40), "transformed"},
	}
	for name, test := range tests {
		sfnt, err := Decode(test.file)
		if err == nil || !strings.Contains(err.Error(), test.want) || sfnt != nil {
			t.Errorf("%s: error %v, want one that says %q", name, err, test.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, face := range fonts.Faces {
		f.Add(read(f, face.File))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		sfnt, err := Decode(file)
		if err == nil && checksum(sfnt) != 0xB1B0AFBA {
			t.Error("a decoded font has a wrong checksum")
		}
	})
}

// The outlines are the part with rules of its own; here they are damaged after decompression.
func FuzzUnpackOutlines(f *testing.F) {
	table := make([]byte, 36)
	binary.BigEndian.PutUint16(table[4:], 1)
	f.Add(table)
	f.Fuzz(func(t *testing.T, table []byte) {
		glyf, loca, err := unpackOutlines(table)
		if err != nil {
			return
		}
		if last := binary.BigEndian.Uint32(loca[len(loca)-4:]); int(last) != len(glyf) {
			t.Errorf("loca ends at %d, glyf has %d bytes", last, len(glyf))
		}
	})
}
