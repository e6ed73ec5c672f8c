// Package woff2 unpacks the project's WOFF2 font files into SFNT (TrueType), so that painters on the
// server can read the very files that pages load. It follows the W3C's "WOFF File Format 2.0" and reads
// single fonts with TrueType outlines; collections and the optional transform of hmtx are refused.
package woff2

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
)

// maxSize bounds the unpacked font in bytes, so that a damaged length cannot exhaust memory.
const maxSize = 16 << 20

// headerSize is the length of a WOFF2 header in bytes.
const headerSize = 48

// knownTags are the tables that a directory entry names by a number (section 4.1 of the specification).
const knownTags = "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgaspHDMXkernLTSHPCLTVDMXvheavmtx" +
	"BASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjust" +
	"lcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill"

// entry is one table of the font, as the directory announces it.
type entry struct {
	tag         string
	size        int // bytes in the unpacked font
	stored      int // bytes in the decompressed stream
	transformed bool
}

// Decode unpacks a WOFF2 file into an SFNT. The error says what in the file is wrong.
func Decode(file []byte) ([]byte, error) {
	if len(file) < headerSize || string(file[:4]) != "wOF2" {
		return nil, fmt.Errorf("woff2: the file does not start with a WOFF2 header (signature wOF2)")
	}
	flavour := file[4:8]
	if string(flavour) == "ttcf" {
		return nil, fmt.Errorf("woff2: the file is a collection; only single fonts are read")
	}
	count := int(binary.BigEndian.Uint16(file[12:]))
	packed := int(binary.BigEndian.Uint32(file[20:]))

	directory := &reader{data: file[headerSize:], what: "table directory"}
	entries := make([]entry, 0, count)
	total := 0
	for range count {
		e := readEntry(directory)
		if directory.err != nil {
			return nil, directory.err
		}
		if e.transformed && e.tag != "glyf" && e.tag != "loca" {
			return nil, fmt.Errorf("woff2: table %q is transformed; only glyf and loca may be", e.tag)
		}
		if total += e.stored; total > maxSize || e.size > maxSize {
			return nil, fmt.Errorf("woff2: table %q makes the font larger than %d bytes", e.tag, maxSize)
		}
		entries = append(entries, e)
	}
	body := directory.bytes(packed)
	if directory.err != nil {
		return nil, directory.err
	}
	stream := make([]byte, total)
	if _, err := io.ReadFull(brotli.NewReader(bytes.NewReader(body)), stream); err != nil {
		return nil, fmt.Errorf("woff2: the compressed tables should give %d bytes: %w", total, err)
	}
	tables, err := unpack(entries, stream)
	if err != nil {
		return nil, err
	}
	return assemble(flavour, tables), nil
}

// readEntry reads one entry of the table directory.
func readEntry(r *reader) entry {
	flags := r.u8()
	var e entry
	if known := int(flags & 0x3f); known < 0x3f {
		e.tag = knownTags[4*known : 4*known+4]
	} else {
		e.tag = string(r.bytes(4))
	}
	version := flags >> 6
	e.size = r.base128()
	e.stored = e.size
	if e.tag == "glyf" || e.tag == "loca" {
		e.transformed = version == 0
	} else {
		e.transformed = version != 0
	}
	if e.transformed {
		e.stored = r.base128()
	}
	return e
}

// unpack cuts the decompressed stream into tables and undoes the transform of the outlines.
func unpack(entries []entry, stream []byte) (map[string][]byte, error) {
	tables := make(map[string][]byte, len(entries))
	for _, e := range entries {
		table := stream[:e.stored]
		stream = stream[e.stored:]
		switch {
		case !e.transformed:
			// The copy lets assemble set fields of head.
			tables[e.tag] = append([]byte(nil), table...)
		case e.tag == "glyf":
			glyf, loca, err := unpackOutlines(table)
			if err != nil {
				return nil, err
			}
			tables["glyf"], tables["loca"] = glyf, loca
		case e.tag == "loca":
			// Made together with glyf; a transformed loca stores nothing.
		}
	}
	if head := tables["head"]; len(head) < 54 {
		return nil, fmt.Errorf("woff2: table \"head\" has %d bytes, it needs 54", len(head))
	}
	for _, e := range entries {
		if e.tag == "glyf" && e.transformed {
			binary.BigEndian.PutUint16(tables["head"][50:], 1) // offsets in loca are 32 bits wide
		}
	}
	return tables, nil
}
