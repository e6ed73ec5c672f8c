package fonts_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/andybalholm/brotli"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"opencases/web/fonts"
)

func TestEveryFontFileHasItsFace(t *testing.T) {
	files, err := fonts.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{"OFL.txt": true}
	for _, f := range fonts.Faces {
		named[f.File], named[strings.Replace(f.File, ".woff2", ".ttf", 1)] = true, true
	}
	for _, file := range files {
		if !named[file.Name()] {
			t.Errorf("%s is in no Face", file.Name())
		}
	}
	if len(files) != len(named) {
		t.Errorf("%d files are embedded, %d are named", len(files), len(named))
	}
}

func TestUnicodeRangesAreThoseOfTheFiles(t *testing.T) {
	for _, f := range fonts.Faces {
		face, err := font.ParseTTF(bytes.NewReader(trueType(t, f)))
		if err != nil {
			t.Fatalf("%s: %v", f.File, err)
		}
		var runes []int
		for all := face.Cmap.Iter(); all.Next(); {
			if r, _ := all.Char(); r != 0xffff { // the map's end mark
				runes = append(runes, int(r))
			}
		}
		if got := ranges(runes); got != f.UnicodeRange {
			t.Errorf("%s holds %s, its Face says %s", f.File, got, f.UnicodeRange)
		}
	}
}

// "Plex" is a Reserved Font Name; a subset must be named otherwise, and keep copyright and licence.
func TestNamesRespectTheLicence(t *testing.T) {
	for _, f := range fonts.Faces {
		data := trueType(t, f)
		for text, want := range map[string]bool{
			"Plex": false, f.Family: true, "IBM Corp. All rights reserved.": true, "SIL Open Font License, Version 1.1": true,
		} {
			if got := bytes.Contains(data, wide(text)); got != want {
				t.Errorf("%s: %q among its names is %v, want %v", f.File, text, got, want)
			}
		}
	}
	licence, err := fonts.FS.ReadFile("OFL.txt")
	if err != nil || !bytes.Contains(licence, []byte(`Reserved Font Name "Plex"`)) {
		t.Errorf("OFL.txt lacks the copyright notice (%v)", err)
	}
}

func TestAPageLoadsAtMost60kBOfFonts(t *testing.T) {
	sizes := map[string]int{}
	for _, f := range fonts.Faces {
		data, err := fonts.FS.ReadFile(f.File)
		if err != nil {
			t.Fatal(err)
		}
		sizes[f.Family] += len(data)
	}
	if english := sizes[fonts.Latin]; english > 35_000 {
		t.Errorf("an English page loads %d bytes, want at most 35,000", english)
	}
	if arabic := sizes[fonts.Latin] + sizes[fonts.Arabic]; arabic > 60_000 {
		t.Errorf("an Arabic page loads %d bytes, want at most 60,000", arabic)
	}
}

// TestBothFormsOfAFontHoldTheSameTables compares what a page loads with what the server's painters read. Outlines are
// written another way in each form, and the head says which.
func TestBothFormsOfAFontHoldTheSameTables(t *testing.T) {
	for _, f := range fonts.Faces {
		file, err := fonts.FS.ReadFile(f.File)
		if err != nil {
			t.Fatal(err)
		}
		page, ttf, compared := unpacked(t, file), trueType(t, f), 0
		for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
			entry := ttf[12+16*i:]
			tag, at, size := string(entry[:4]), binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
			if tag == "glyf" || tag == "loca" || tag == "head" {
				continue
			}
			compared++
			if !bytes.Contains(page, ttf[at:at+size]) {
				t.Errorf("%s and its TTF have different tables %q; run make.sh", f.File, tag)
			}
		}
		if compared < 8 {
			t.Errorf("%s: %d tables were compared", f.File, compared)
		}
	}
}

// unpacked is the stream of tables at the end of a WOFF2 file, which is padded to four bytes.
func unpacked(t *testing.T, file []byte) []byte {
	t.Helper()
	size := int(binary.BigEndian.Uint32(file[20:]))
	for padding := range 4 {
		end := len(file) - padding
		if stream, err := io.ReadAll(brotli.NewReader(bytes.NewReader(file[end-size : end]))); err == nil && len(stream) > size {
			return stream
		}
	}
	t.Fatal("a WOFF2 file does not end in its tables")
	return nil
}

// The points were read from the WOFF2 files with fontTools. Between two control points a curve passes half-way, which is
// where the points with halves come from.
func TestOutlinesAreThoseOfAnIndependentReader(t *testing.T) {
	face, err := font.ParseTTF(bytes.NewReader(trueType(t, fonts.Faces[0])))
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]struct {
		contours int
		first    [][2]float32 // points of the first contour
	}{
		'H': {1, [][2]float32{{530, 316}, {177, 316}, {177, 0}, {93, 0}, {93, 698}, {177, 698}, {177, 390},
			{530, 390}, {530, 698}, {614, 698}, {614, 0}, {530, 0}, {530, 316}}},
		'D': {2, [][2]float32{{93, 698}, {327, 698}, {392, 698}, {445, 676}, {498, 654}, {535.5, 610.5}, {573, 567},
			{593, 501.5}, {613, 436}, {613, 349}, {613, 262}, {593, 196.5}, {573, 131}, {535.5, 87.5}, {498, 44}, {445, 22},
			{392, 0}, {327, 0}, {93, 0}, {93, 698}}},
		'é': {3, nil},
	} {
		id, _ := face.NominalGlyph(r)
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
		if contours != want.contours {
			t.Errorf("%q has %d contours, want %d", r, contours, want.contours)
		}
		if want.first != nil && !slices.Equal(first, want.first) {
			t.Errorf("%q runs through %v, want %v", r, first, want.first)
		}
	}
}

func TestEveryCharacterOfAFontHasAnOutline(t *testing.T) {
	for _, f := range fonts.Faces {
		face, err := font.ParseTTF(bytes.NewReader(trueType(t, f)))
		if err != nil {
			t.Fatal(err)
		}
		for all := face.Cmap.Iter(); all.Next(); {
			r, id := all.Char()
			outline, ok := face.GlyphDataOutline(id)
			if r == 0xffff {
				continue // the map's end mark
			}
			blank := strings.ContainsRune(" \u00ad\u00a0\u2009\u202f", r)
			if !ok || (len(outline.Segments) == 0) != blank {
				t.Errorf("%s: %q has %d segments (%v)", f.File, r, len(outline.Segments), ok)
			}
		}
	}
}

func trueType(t *testing.T, f fonts.Face) []byte {
	t.Helper()
	ttf, err := f.TrueType()
	if err != nil {
		t.Fatal(err)
	}
	return ttf
}

// wide is text as the name table holds it: UTF-16, high byte first.
func wide(text string) (out []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return out
}

// ranges writes characters in CSS's notation.
func ranges(runes []int) string {
	sort.Ints(runes)
	var parts []string
	for i := 0; i < len(runes); {
		j := i
		for j+1 < len(runes) && runes[j+1] <= runes[j]+1 {
			j++
		}
		part := fmt.Sprintf("U+%X", runes[i])
		if runes[j] != runes[i] {
			part += fmt.Sprintf("-%X", runes[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ",")
}
