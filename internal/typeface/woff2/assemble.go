package woff2

import (
	"encoding/binary"
	"math/bits"
	"sort"
)

// assemble writes the tables as an SFNT with a sorted directory and fresh checksums.
func assemble(flavour []byte, tables map[string][]byte) []byte {
	tags := make([]string, 0, len(tables))
	for tag := range tables {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	binary.BigEndian.PutUint32(tables["head"][8:], 0) // the whole file's checksum, set last

	count := len(tags)
	selector := bits.Len(uint(count)) - 1
	search := 16 << selector
	font := append([]byte(nil), flavour...)
	for _, n := range [...]int{count, search, selector, 16*count - search} {
		font = binary.BigEndian.AppendUint16(font, uint16(n))
	}
	offset := len(font) + 16*count
	for _, tag := range tags {
		font = append(font, tag...)
		for _, n := range [...]uint32{checksum(tables[tag]), uint32(offset), uint32(len(tables[tag]))} {
			font = binary.BigEndian.AppendUint32(font, n)
		}
		offset += (len(tables[tag]) + 3) &^ 3
	}
	head := 0
	for _, tag := range tags {
		if tag == "head" {
			head = len(font)
		}
		font = append(font, tables[tag]...)
		for len(font)%4 != 0 {
			font = append(font, 0)
		}
	}
	// 0xB1B0AFBA is the sum that OpenType wants of a whole font.
	binary.BigEndian.PutUint32(font[head+8:], 0xB1B0AFBA-checksum(font))
	return font
}

// checksum adds a table up as 32-bit words, the last one padded with zeros.
func checksum(table []byte) uint32 {
	var sum uint32
	for len(table) >= 4 {
		sum += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}
