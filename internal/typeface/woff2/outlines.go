package woff2

import (
	"encoding/binary"
	"fmt"
)

// Flags of a component of a composite glyph (OpenType, table glyf).
const (
	argsAreWords    = 1 << 0
	haveScale       = 1 << 3
	moreComponents  = 1 << 5
	haveXYScale     = 1 << 6
	haveTwoByTwo    = 1 << 7
	haveInstruction = 1 << 8
)

// streams are the parts into which the transform splits the glyf table (section 5.1).
type streams struct {
	contours, points, flags, glyphs, composites, boxes, code *reader

	boxed []byte // one bit a glyph: is its box stored?
}

// unpackOutlines undoes the transform of glyf and gives glyf and loca (with 32-bit offsets).
func unpackOutlines(table []byte) (glyf, loca []byte, err error) {
	r := &reader{data: table, what: "glyf table"}
	r.u16() // reserved
	r.u16() // options: only the overlap bits, which no rasteriser needs
	count := r.u16()
	r.u16() // index format of the original
	var s streams
	names := [...]string{"contours", "points", "flags", "glyphs", "composites", "boxes", "instructions"}
	parts := [...]**reader{&s.contours, &s.points, &s.flags, &s.glyphs, &s.composites, &s.boxes, &s.code}
	var sizes [len(parts)]int
	for i := range sizes {
		sizes[i] = r.u32()
	}
	for i, part := range parts {
		*part = &reader{data: r.bytes(sizes[i]), what: names[i] + " stream of the glyf table"}
	}
	s.boxed = s.boxes.bytes((count + 31) / 32 * 4)
	if r.err != nil {
		return nil, nil, r.err
	}
	if s.boxes.err != nil {
		return nil, nil, s.boxes.err
	}
	loca = binary.BigEndian.AppendUint32(nil, 0)
	for id := range count {
		if glyf, err = s.glyph(glyf, id); err != nil {
			return nil, nil, fmt.Errorf("glyph %d: %w", id, err)
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		if len(glyf) > maxSize {
			return nil, nil, fmt.Errorf("woff2: the outlines are larger than %d bytes", maxSize)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	}
	return glyf, loca, nil
}

// glyph appends glyph id in TrueType's own form.
func (s *streams) glyph(glyf []byte, id int) ([]byte, error) {
	contours := s.contours.u16()
	boxed := s.boxed[id/8]&(0x80>>(id%8)) != 0
	switch {
	case contours == 0:
		if boxed {
			return nil, fmt.Errorf("woff2: an empty glyph must have no box")
		}
	case contours == 0xffff:
		if !boxed {
			return nil, fmt.Errorf("woff2: a composite glyph must have a box")
		}
		glyf = append(binary.BigEndian.AppendUint16(glyf, 0xffff), s.boxes.bytes(8)...)
		glyf = s.composite(glyf)
	default:
		glyf = s.simple(glyf, contours, boxed)
	}
	for _, r := range []*reader{s.contours, s.points, s.flags, s.glyphs, s.composites, s.boxes, s.code} {
		if r.err != nil {
			return nil, r.err
		}
	}
	return glyf, nil
}

// composite appends the components of a glyph made of others.
func (s *streams) composite(glyf []byte) []byte {
	instructed := false
	for more := true; more && s.composites.err == nil; {
		flags := s.composites.u16()
		size := 4 // glyph number and two one-byte arguments
		if flags&argsAreWords != 0 {
			size += 2
		}
		switch {
		case flags&haveScale != 0:
			size += 2
		case flags&haveXYScale != 0:
			size += 4
		case flags&haveTwoByTwo != 0:
			size += 8
		}
		glyf = binary.BigEndian.AppendUint16(glyf, uint16(flags))
		glyf = append(glyf, s.composites.bytes(size)...)
		instructed = instructed || flags&haveInstruction != 0
		more = flags&moreComponents != 0
	}
	if instructed {
		size := s.glyphs.short255()
		glyf = binary.BigEndian.AppendUint16(glyf, uint16(size))
		glyf = append(glyf, s.code.bytes(size)...)
	}
	return glyf
}

// simple appends a glyph with outlines of its own.
func (s *streams) simple(glyf []byte, contours int, boxed bool) []byte {
	var ends []byte
	points := 0
	for range contours {
		points += s.points.short255()
		if points == 0 || points > 0xffff || s.points.err != nil {
			s.points.bytes(-1) // a contour needs a point, a glyph holds at most 65,535
			return nil
		}
		ends = binary.BigEndian.AppendUint16(ends, uint16(points-1))
	}
	flags := make([]byte, 0, points)
	var xs, ys []byte
	var x, y int
	var low, high [2]int
	for i := range points {
		flag := s.flags.u8()
		dx, dy := delta(flag&0x7f, s.glyphs)
		if s.flags.err != nil || s.glyphs.err != nil {
			return nil
		}
		x, y = x+dx, y+dy
		if i == 0 {
			low, high = [2]int{x, y}, [2]int{x, y}
		}
		low = [2]int{min(low[0], x), min(low[1], y)}
		high = [2]int{max(high[0], x), max(high[1], y)}
		flags = append(flags, ^flag>>7) // the top bit marks a control point; TrueType's bit 0 a point on the curve
		xs = binary.BigEndian.AppendUint16(xs, uint16(dx))
		ys = binary.BigEndian.AppendUint16(ys, uint16(dy))
	}
	size := s.glyphs.short255()
	code := s.code.bytes(size)

	glyf = binary.BigEndian.AppendUint16(glyf, uint16(contours))
	if boxed {
		glyf = append(glyf, s.boxes.bytes(8)...)
	} else {
		for _, edge := range [...]int{low[0], low[1], high[0], high[1]} {
			glyf = binary.BigEndian.AppendUint16(glyf, uint16(edge))
		}
	}
	glyf = append(glyf, ends...)
	glyf = binary.BigEndian.AppendUint16(glyf, uint16(size))
	glyf = append(glyf, code...)
	glyf = append(glyf, flags...)
	glyf = append(glyf, xs...)
	return append(glyf, ys...)
}

// delta reads the step to a point: flag (0 to 127) says how its bytes are packed (section 5.2).
func delta(flag byte, r *reader) (dx, dy int) {
	f := int(flag)
	signed := func(flag, size int) int {
		if flag&1 == 0 {
			return -size
		}
		return size
	}
	switch {
	case f < 10:
		return 0, signed(f, (f&14)<<7+int(r.u8()))
	case f < 20:
		return signed(f, ((f-10)&14)<<7+int(r.u8())), 0
	case f < 84:
		k, b := f-20, int(r.u8())
		return signed(f, 1+k&0x30+b>>4), signed(f>>1, 1+(k&0x0c)<<2+b&0x0f)
	case f < 120:
		k := f - 84
		b0, b1 := int(r.u8()), int(r.u8())
		return signed(f, 1+(k/12)<<8+b0), signed(f>>1, 1+(k%12>>2)<<8+b1)
	case f < 124:
		b0, b1, b2 := int(r.u8()), int(r.u8()), int(r.u8())
		return signed(f, b0<<4+b1>>4), signed(f>>1, (b1&0x0f)<<8+b2)
	default:
		x, y := r.u16(), r.u16()
		return signed(f, x), signed(f>>1, y)
	}
}
