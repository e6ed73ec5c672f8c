package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// Strip rewrites the data of a module that Go's linker has made, so that it compresses better: it sets the same memory in
// few segments, without the function names, files and lines that only a stack trace prints. The code stays as it is.
func Strip(module []byte) ([]byte, error) { return strip(module, runtime.Version()) }

// strip takes the release of Go that has made the module.
func strip(module []byte, release string) ([]byte, error) {
	memory, err := initialMemory(module)
	if err != nil {
		return nil, err
	}
	if knownRelease(release) {
		if err := blankNames(memory); err != nil {
			return nil, fmt.Errorf("the function table of %s: %w", release, err)
		}
	}
	var out bytes.Buffer
	out.Write(module[:headerSize])
	err = eachSection(module, func(id byte, whole, _ []byte) error {
		if id != dataSection {
			out.Write(whole)
			return nil
		}
		data := dataOf(memory)
		out.WriteByte(id)
		out.Write(binary.AppendUvarint(nil, uint64(len(data))))
		out.Write(data)
		return nil
	})
	return out.Bytes(), err
}

// knownRelease reports whether blankNames was written for the function table of a release of Go. Other tables stay whole.
func knownRelease(version string) bool {
	return version == "go1.26" || strings.HasPrefix(version, "go1.26.") || strings.HasPrefix(version, "go1.26-")
}

const (
	headerSize       = 8 // bytes before a module's first section
	dataSection      = 11
	dataCountSection = 12
)

// eachSection calls do with each section of a module: whole includes its head.
func eachSection(module []byte, do func(id byte, whole, body []byte) error) error {
	if len(module) < headerSize || string(module[:4]) != "\x00asm" {
		return errNoModule
	}
	for r := (&reader{data: module[headerSize:]}); r.more(); {
		from := r.at
		id, body := r.byte(), r.bytes(r.uint())
		if r.err != nil {
			return r.err
		}
		if err := do(id, r.data[from:r.at], body); err != nil {
			return err
		}
	}
	return nil
}

// initialMemory is what a module's data sets the beginning of its memory to.
func initialMemory(module []byte) (memory []byte, err error) {
	err = eachSection(module, func(id byte, _, body []byte) (err error) {
		switch id {
		case dataCountSection:
			return errors.New("the module counts its data segments, which Go's linker does not do")
		case dataSection:
			memory, err = memoryOf(body)
		}
		return err
	})
	return memory, err
}

// memoryOf reads a data section. Go's linker writes only active segments of memory 0 at constant addresses.
func memoryOf(section []byte) (memory []byte, err error) {
	const i32Const, end, largest = 0x41, 0x0b, 1 << 28
	r := &reader{data: section}
	for n := r.uint(); n > 0 && r.err == nil; n-- {
		memoryIndex, opcode, at, last := r.uint(), r.byte(), r.int(), r.byte()
		if memoryIndex != 0 || opcode != i32Const || last != end || at < 0 || at > largest {
			return nil, errors.Join(r.err, errors.New("a data segment has not the form that Go's linker writes"))
		}
		data := r.bytes(r.uint())
		if more := at + len(data) - len(memory); more > 0 {
			memory = append(memory, make([]byte, more)...)
		}
		copy(memory[at:], data)
	}
	return memory, r.err
}

// dataOf writes memory as a data section. A segment ends only at a long run of zeros: a short one compresses to less than
// the head of one more segment.
func dataOf(memory []byte) []byte {
	const long = 64 // bytes
	var segments []byte
	count := uint64(0)
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		end, zeros := at, 0 // of the segment, and after it
		for end+zeros < len(memory) && zeros < long {
			if memory[end+zeros] == 0 {
				zeros++
			} else {
				end, zeros = end+zeros+1, 0
			}
		}
		segments = append(segments, 0, 0x41)
		segments = appendInt(segments, at)
		segments = append(segments, 0x0b)
		segments = binary.AppendUvarint(segments, uint64(end-at))
		segments = append(segments, memory[at:end]...)
		at, count = end+zeros, count+1
	}
	return append(binary.AppendUvarint(nil, count), segments...)
}

// appendInt appends a number that is not negative as signed LEB128.
func appendInt(out []byte, n int) []byte {
	for ; n > 0x3f; n >>= 7 {
		out = append(out, byte(n)|0x80)
	}
	return append(out, byte(n))
}
