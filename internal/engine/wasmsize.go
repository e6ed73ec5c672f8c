package engine

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// A Weight is what one Go package adds to a WebAssembly module.
type Weight struct {
	Package string
	Bytes   int // function bodies, uncompressed
}

// Sizes says what a WebAssembly module consists of, in bytes before compression.
type Sizes struct {
	Code, Data, Total int
	Packages          []Weight // heaviest first; together they make Code
}

// Weigh sums the function bodies of a module by Go package. The module must
// still have its names: it must be built without the linker flag -s. packages
// are the import paths that may occur in it.
func Weigh(module []byte, packages []string) (Sizes, error) {
	s := Sizes{Total: len(module)}
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return s, errNoModule
	}
	var bodies []int
	var names map[int]string
	imported := 0
	for r := (&reader{data: module[8:]}); r.more(); {
		id := r.byte()
		sec := &reader{data: r.bytes(r.uint())}
		switch id {
		case 0:
			if sec.name() == "name" {
				names = functionNames(sec)
			}
		case 2:
			imported = sec.uint() // Go's module imports functions only
		case 10:
			s.Code = len(sec.data)
			for k := sec.uint(); k > 0 && sec.err == nil; k-- {
				n := sec.uint()
				sec.bytes(n)
				bodies = append(bodies, n)
			}
		case 11:
			s.Data = len(sec.data)
		}
		if err := errors.Join(r.err, sec.err); err != nil {
			return s, err
		}
	}
	if names == nil {
		return s, errors.New("the module has no names: build it without the linker flag -s")
	}
	paths := map[string]string{}
	for _, p := range packages {
		paths[mangled(p)] = p
	}
	sums := map[string]int{}
	for i, n := range bodies {
		sums[packageOf(names[imported+i], paths)] += n
	}
	for p, n := range sums {
		s.Packages = append(s.Packages, Weight{p, n})
	}
	sort.Slice(s.Packages, func(i, j int) bool {
		a, b := s.Packages[i], s.Packages[j]
		return a.Bytes > b.Bytes || a.Bytes == b.Bytes && a.Package < b.Package
	})
	return s, nil
}

// Table prints the n heaviest packages, the rest as one line, and the totals.
func (s Sizes) Table(n int) string {
	var b strings.Builder
	line := func(name string, bytes int) {
		fmt.Fprintf(&b, "%9d  %5.1f%%  %s\n", bytes, 100*float64(bytes)/float64(s.Total), name)
	}
	rest := 0
	for i, p := range s.Packages {
		if i < n {
			line(p.Package, p.Bytes)
		} else {
			rest += p.Bytes
		}
	}
	line("other packages", rest)
	line("all code", s.Code)
	line("all data", s.Data)
	line("module with names", s.Total)
	return b.String()
}

// packageOf finds the package of a symbol such as "math_big.__Int_.Add", by
// the longest known path that stands before a dot.
func packageOf(symbol string, paths map[string]string) string {
	for i := len(symbol) - 1; i > 0; i-- {
		if symbol[i] == '.' {
			if p, ok := paths[symbol[:i]]; ok {
				return p
			}
		}
	}
	return "(made by compiler and linker)"
}

// mangled is the form in which Go's linker writes a name into a module.
func mangled(path string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '_' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r
		}
		return '_'
	}, path)
}

// functionNames reads the subsection of function names.
func functionNames(r *reader) map[int]string {
	for r.more() {
		id := r.byte()
		sub := &reader{data: r.bytes(r.uint())}
		if id != 1 {
			continue
		}
		names := map[int]string{}
		for k := sub.uint(); k > 0 && sub.err == nil; k-- {
			i := sub.uint()
			names[i] = sub.name()
		}
		r.err = errors.Join(r.err, sub.err)
		return names
	}
	return nil
}
