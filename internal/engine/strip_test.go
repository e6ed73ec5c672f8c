package engine

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// linked builds the program in testdata/stripped as the player is built.
func linked(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	if _, err := goCommand(".", []string{"GOOS=js", "GOARCH=wasm"}, nil, "build", "-trimpath", "-ldflags=-s -w", "-o", file, "./testdata/stripped"); err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return module
}

func memory(t *testing.T, module []byte) []byte {
	t.Helper()
	m, err := initialMemory(module)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAStrippedModuleSetsTheSameMemoryButForNamesFilesAndLines(t *testing.T) {
	module := linked(t)
	stripped, err := Strip(module)
	if err != nil {
		t.Fatal(err)
	}
	before, after := memory(t, module), memory(t, stripped)
	after = append(after, make([]byte, len(before)-len(after))...)
	table := bytes.Index(before, magic)
	at := func(m []byte, i int) int { return int(binary.LittleEndian.Uint32(m[i:])) }
	names, pctab, functions := table+at(before, table+32), table+at(before, table+56), table+at(before, table+64)
	text := func(m []byte, at int) string { return string(m[at : at+bytes.IndexByte(m[at:], 0)]) }
	may := map[int]bool{} // offsets that may be blanked beside the tables
	kept := map[string]bool{}
	for i := range at(before, table+8) {
		f := functions + at(before, functions+8*i+4)
		for k := range 8 {
			may[f+20+k], may[f+32+k] = true, true
		}
		was, is := text(before, names+at(before, f+4)), text(after, names+at(after, f+4))
		if is != "" && is != was {
			t.Fatalf("%s is called %q", was, is)
		}
		kept[is] = true
		if strings.HasPrefix(was, "runtime.") && is != was {
			t.Errorf("%s has no name", was)
		}
		if strings.HasPrefix(was, "main.") && !strings.Contains(was, "(*") && is != "" {
			t.Errorf("%s still has a name", was)
		}
		// Tables of the stack's depth and of the collector, read number by number.
		for k := -1; k < at(before, f+28); k++ {
			field := f + 44 + 4*k
			if k < 0 {
				field = f + 16
			}
			offset := at(before, field)
			if offset == 0 {
				continue
			}
			for n, first := 0, true; ; first = false {
				a, size := binary.Uvarint(before[pctab+offset+n:])
				b, _ := binary.Uvarint(after[pctab+offset+n:])
				if a != b {
					t.Fatalf("%s: a table differs at %d: %d, want %d", was, n, b, a)
				}
				n += size
				if a == 0 && !first {
					break
				}
				a, size = binary.Uvarint(before[pctab+offset+n:])
				if b, _ := binary.Uvarint(after[pctab+offset+n:]); a != b {
					t.Fatalf("%s: a table differs at %d: %d, want %d", was, n, b, a)
				}
				n += size
			}
		}
	}
	for _, name := range []string{"reflect.makeFuncStub", "main.(*value).Get"} {
		if !kept[name] {
			t.Errorf("%s, which the runtime reads, has no name", name)
		}
	}
	blanked := 0
	for i := range before {
		if before[i] == after[i] {
			continue
		}
		blanked++
		if after[i] != 0 || !may[i] && (i < names || i >= functions) {
			t.Fatalf("byte %d was %d and is %d; the names begin at %d, the functions at %d", i, before[i], after[i], names, functions)
		}
	}
	if blanked < (functions-names)/4 {
		t.Errorf("only %d of %d bytes are blank", blanked, functions-names)
	}
}

func TestAStrippedModuleKeepsItsCodeAndHasFewSegments(t *testing.T) {
	module := linked(t)
	stripped, err := Strip(module)
	if err != nil {
		t.Fatal(err)
	}
	read := func(module []byte) (rest []string, segments int) {
		err := eachSection(module, func(id byte, whole, body []byte) error {
			if id == dataSection {
				segments = (&reader{data: body}).uint()
			} else {
				rest = append(rest, string(whole))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return rest, segments
	}
	was, before := read(module)
	is, after := read(stripped)
	if strings.Join(was, "") != strings.Join(is, "") {
		t.Error("another section than the data has changed")
	}
	if after*5 > before {
		t.Errorf("%d segments, %d before", after, before)
	}
}

func TestMemoryIsTheSameAfterItIsWrittenAsSegments(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var memory []byte
		for range r.IntN(8) {
			memory = append(memory, make([]byte, r.IntN(150))...)
			for range r.IntN(150) {
				memory = append(memory, byte(r.IntN(4)))
			}
		}
		got, err := memoryOf(dataOf(memory))
		if err != nil || !bytes.Equal(got, bytes.TrimRight(memory, "\x00")) {
			t.Fatalf("%v is read as %v, %v", memory, got, err)
		}
	}
}

func TestDataIsReadSegmentBySegment(t *testing.T) {
	got, err := memoryOf([]byte("\x03" + "\x00\x41\x01\x0b\x02ab" + "\x00\x41\x84\x01\x0b\x01c" + "\x00\x41\x06\x0b\x01d"))
	want := append(append([]byte("\x00ab\x00\x00\x00d"), make([]byte, 125)...), 'c')
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	for name, section := range map[string]string{
		"passive": "\x01\x01\x41\x00\x0b\x01a" + strings.Repeat("b", 61), "another memory": "\x01\x02\x01\x41\x00\x0b\x01a", "a computed address": "\x01\x00\x23\x00\x0b\x01a",
		"before the memory": "\x01\x00\x41\x7f\x0b\x01a", "cut off": "\x01\x00\x41\x00\x0b\x05a",
	} {
		if _, err := memoryOf([]byte(section)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestATableOfAnotherLayoutIsNotChanged(t *testing.T) {
	module := linked(t)
	whole := memory(t, module)
	table := bytes.Index(whole, magic)
	for name, spoil := range map[string]func(m []byte) []byte{
		"no table":               func(m []byte) []byte { return m[:table] },
		"two tables":             func(m []byte) []byte { return append(m, magic...) },
		"parts in another order": func(m []byte) []byte { copy(m[table+48:table+56], m[table+64:]); return m },
		"more functions":         func(m []byte) []byte { m[table+11] = 1; return m },
		"offsets outside":        func(m []byte) []byte { m[table+68] = 1; return m },
	} {
		if err := blankNames(spoil(bytes.Clone(whole))); err != errTable {
			t.Errorf("%s: %v", name, err)
		}
	}
	other, err := strip(module, "go1.27.0")
	if err != nil || !bytes.Equal(memory(t, other), whole) {
		t.Errorf("the memory of another release's module has changed; %v", err)
	}
	for version, want := range map[string]bool{"go1.26": true, "go1.26.8": true, "go1.26-custom": true, "go1.27.0": false, "go1.261": false, "devel": false} {
		if knownRelease(version) != want {
			t.Errorf("%s is known: %t", version, !want)
		}
	}
}

func TestStripRefusesWhatItCannotRead(t *testing.T) {
	for name, module := range map[string]string{
		"empty": "", "text": "<!doctype html>", "cut off": "\x00asm\x01\x00\x00\x00\x0b\x05\x00", "counted": "\x00asm\x01\x00\x00\x00\x0c\x01\x00", "without data": "\x00asm\x01\x00\x00\x00",
	} {
		if _, err := Strip([]byte(module)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
