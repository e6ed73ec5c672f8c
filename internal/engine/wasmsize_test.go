package engine

import (
	"strings"
	"testing"
)

// tinyModule has one imported function and three of its own.
func tinyModule() []byte {
	section := func(id byte, body string) string { return string([]byte{id, byte(len(body))}) + body }
	code := "\x03" + "\x02\x00\x0b" + "\x04\x00\x01\x01\x0b" + "\x03\x00\x01\x0b"
	funcs := "\x03" + "\x01\x0bmath_big.Ad" + "\x02\x11math_big.__T_.Mul" + "\x03\x07main.go"
	names := "\x04name" + "\x01" + string(rune(len(funcs))) + funcs
	return []byte("\x00asm\x01\x00\x00\x00" +
		section(2, "\x01\x01a\x01b\x00\x00") +
		section(10, code) + section(11, "\x00") + section(0, names))
}

func TestWeighSumsBodiesByPackage(t *testing.T) {
	s, err := Weigh(tinyModule(), []string{"math/big", "math", "main"})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Packages) != 2 || s.Packages[0] != (Weight{"math/big", 6}) || s.Packages[1] != (Weight{"main", 3}) {
		t.Errorf("packages: %+v", s.Packages)
	}
	if s.Code != 13 || s.Data != 1 || s.Total != len(tinyModule()) {
		t.Errorf("sizes: %+v", s)
	}
	table := s.Table(1)
	for _, want := range []string{"6  ", "math/big\n", "3  ", "other packages\n", "13  ", "all code\n"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q:\n%s", want, table)
		}
	}
}

func TestWeighRefusesWhatItCannotWeigh(t *testing.T) {
	whole := tinyModule()
	for name, tc := range map[string]struct {
		in   []byte
		want string
	}{
		"empty":    {nil, "no WebAssembly module"},
		"text":     {[]byte("<!doctype html>"), "no WebAssembly module"},
		"nameless": {whole[:8], "without the linker flag -s"},
		"cut off":  {whole[:len(whole)-5], "ends too early"},
	} {
		if _, err := Weigh(tc.in, nil); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %q", name, err, tc.want)
		}
	}
}

func FuzzWeigh(f *testing.F) {
	f.Add(tinyModule())
	f.Fuzz(func(t *testing.T, module []byte) {
		s, err := Weigh(module, []string{"main"})
		sum := 0
		for _, p := range s.Packages {
			sum += p.Bytes
		}
		if err == nil && sum > len(module) {
			t.Errorf("%d bytes weighed in a module of %d", sum, len(module))
		}
	})
}
