package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
)

// The function table (pclntab) as Go 1.26 lays it out: pcHeader in runtime/symtab.go, _func in runtime/runtime2.go.
const (
	word       = 8  // bytes of a pointer in memory
	funcSize   = 44 // bytes of a _func without its lists
	nameField  = 4
	pcspField  = 16
	pcfile     = 20 // and pcln after it
	pcdataSize = 28
	cuField    = 32 // and startLine after it
	idField    = 40
	idWrapper  = 23 // abi.FuncIDWrapper
)

// pcHeader begins with this: magic, padding, instruction size, pointer size.
var magic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, word}

var errTable = errors.New("it is not laid out as Go 1.26 does it; compare internal/engine/pclntab.go with runtime/symtab.go")

// blankNames fills the names of functions and files, and the tables of files and lines, with zeros, where the runtime does not
// read them itself: without them it answers "" and "?". The collector's and the unwinder's tables stay.
func blankNames(memory []byte) (err error) {
	at := bytes.Index(memory, magic)
	if at < 0 || bytes.Contains(memory[at+1:], magic) {
		return errTable
	}
	defer func() {
		if recover() != nil { // an offset that leads out of the memory
			err = errTable
		}
	}()
	header := func(i int) int { return int(binary.LittleEndian.Uint64(memory[at+i*word:])) }
	count := header(1)
	var parts [5]int // names, units, files, pctab, functions
	for i := range parts {
		parts[i] = at + header(4+i)
		if i > 0 && parts[i] < parts[i-1] {
			return errTable
		}
	}
	names, pctab, functions := parts[0], parts[3], memory[parts[4]:]
	old := bytes.Clone(memory[:parts[4]])
	clear(memory[names:parts[4]])
	for i := range count {
		f := functions[binary.LittleEndian.Uint32(functions[8*i+4:]):]
		field := func(at int) int { return int(binary.LittleEndian.Uint32(f[at:])) }
		name := old[names+field(nameField):]
		name = name[:bytes.IndexByte(name, 0)]
		if readByRuntime(string(name), f[idField]) {
			copy(memory[names+field(nameField):], name)
		}
		keep := []int{field(pcspField)}
		for k := range field(pcdataSize) {
			keep = append(keep, field(funcSize+4*k))
		}
		for _, offset := range keep {
			if offset != 0 { // 0: no such table
				table := old[pctab+offset:]
				copy(memory[pctab+offset:], table[:tableSize(table)])
			}
		}
		clear(f[pcfile:pcdataSize])
		clear(f[cuField:idField])
	}
	return nil
}

// readByRuntime reports whether the runtime reads a function's name: by it, it knows its own goroutines (isSystemGoroutine),
// and among wrappers the method that a nil pointer was called with (panicwrap) and two functions of reflect (argMapInternal).
func readByRuntime(name string, id byte) bool {
	return strings.HasPrefix(name, "runtime.") || id == idWrapper
}

// tableSize is the length of one table of pctab: pairs of numbers, up to a pair that would begin with zero. The very first may.
func tableSize(table []byte) (n int) {
	number := func() {
		for table[n] >= 0x80 {
			n++
		}
		n++
	}
	for first := true; first || table[n] != 0; first = false {
		number()
		number()
	}
	return n
}
