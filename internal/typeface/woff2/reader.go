package woff2

import (
	"encoding/binary"
	"fmt"
)

// reader reads big-endian values from the front of data. The first fault stays in err, and every later
// read gives zero, so that callers check once.
type reader struct {
	data []byte
	what string // names the part of the file in an error
	err  error
}

// bytes takes the next n bytes, or nil when there are not so many.
func (r *reader) bytes(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.data)) {
		r.err = fmt.Errorf("woff2: the %s ends early: %d bytes are needed, %d are left", r.what, n, len(r.data))
	}
	if r.err != nil {
		return nil
	}
	taken := r.data[:n:n]
	r.data = r.data[n:]
	return taken
}

func (r *reader) u8() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) u16() int {
	if b := r.bytes(2); b != nil {
		return int(binary.BigEndian.Uint16(b))
	}
	return 0
}

func (r *reader) u32() int {
	if b := r.bytes(4); b != nil {
		return int(binary.BigEndian.Uint32(b))
	}
	return 0
}

// base128 reads a UIntBase128: seven bits a byte, at most five bytes, no leading zeros.
func (r *reader) base128() int {
	value := 0
	for i := range 5 {
		b := r.u8()
		if r.err != nil || i == 0 && b == 0x80 || value > 0xffffffff>>7 {
			break
		}
		value = value<<7 | int(b&0x7f)
		if b&0x80 == 0 {
			return value
		}
	}
	if r.err == nil {
		r.err = fmt.Errorf("woff2: the %s holds a length that is not a UIntBase128", r.what)
	}
	return 0
}

// short255 reads a 255UInt16: one byte for values below 253, two or three above.
func (r *reader) short255() int {
	switch b := r.u8(); b {
	case 253:
		return r.u16()
	case 254:
		return int(r.u8()) + 2*253
	case 255:
		return int(r.u8()) + 253
	default:
		return int(b)
	}
}
