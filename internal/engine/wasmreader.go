package engine

import (
	"bytes"
	"errors"
	"fmt"
)

var errNoModule = errors.New("this is no WebAssembly module: it does not begin with \\0asm")

// reader reads WebAssembly's encoding. After a fault it reads zeros.
type reader struct {
	data []byte
	at   int
	err  error
}

func (r *reader) more() bool { return r.err == nil && r.at < len(r.data) }

func (r *reader) bytes(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.data)-r.at {
		r.err = errors.Join(r.err, fmt.Errorf("the module ends too early: %d bytes wanted", n))
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

// uint reads an unsigned LEB128 number of at most 32 bits.
func (r *reader) uint() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.err = errors.Join(r.err, errors.New("a number in the module is longer than 32 bits"))
	return 0
}

func (r *reader) name() string { return string(bytes.ToValidUTF8(r.bytes(r.uint()), []byte("?"))) }

// int reads a signed LEB128 number of at most 32 bits.
func (r *reader) int() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			if b&0x40 != 0 {
				n -= 1 << (shift + 7)
			}
			return n
		}
	}
	r.err = errors.Join(r.err, errors.New("a number in the module is longer than 32 bits"))
	return 0
}
