package fonts_test

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/go-text/typesetting/font"

	"opencases/internal/typeface/woff2"
	"opencases/web/fonts"
)

func TestEveryFontFileHasItsFace(t *testing.T) {
	files, err := fonts.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{"OFL.txt": true}
	for _, f := range fonts.Faces {
		named[f.File] = true
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
		face, err := font.ParseTTF(bytes.NewReader(sfnt(t, f.File)))
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
		data := sfnt(t, f.File)
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

func sfnt(t *testing.T, file string) []byte {
	t.Helper()
	packed, err := fonts.FS.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := woff2.Decode(packed)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return data
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
