// Command stripped does what depends on the runtime's tables, prints what came of it, and panics.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
)

type value int

func (v value) Get() int { return int(v) }

type getter interface{ Get() int }

func main() {
	attempt("an index", func() { _ = make([]int, 1)[len(runtime.Version())] })
	attempt("a method of a nil pointer", func() {
		var nothing *value
		fmt.Println(get(nothing))
	})
	pcs := make([]uintptr, 10)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	depth := 1
	for _, more := frames.Next(); more; _, more = frames.Next() {
		depth++
	}
	_, _, line, known := runtime.Caller(0)
	fmt.Println("depth", depth, "caller", known, line >= 0, "function", runtime.FuncForPC(pcs[1]) != nil)
	add := reflect.MakeFunc(reflect.TypeFor[func(*int, int) int](), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(grow(int(in[1].Int()), in[0].Interface().(*int)))}
	}).Interface().(func(*int, int) int)
	n := 1
	fmt.Println("sum", add(&n, 2000))
	done := make(chan int)
	go func() { done <- grow(500, new(int)) }()
	fmt.Println("another", <-done, "goroutines", runtime.NumGoroutine(), "stack", strings.HasPrefix(string(debug.Stack()), "goroutine 1 [running]:"))
	panic("on purpose")
}

//go:noinline
func get(g getter) int { return g.Get() }

func attempt(what string, do func()) {
	defer func() { fmt.Println(what, recover()) }()
	do()
}

// grow makes the stack grow and collects garbage at its deepest.
func grow(depth int, n *int) int {
	var all [64]int
	all[depth%64] = *n
	room := all[depth%64:]
	if depth == 0 {
		runtime.GC()
		return room[0]
	}
	return room[0] + grow(depth-1, &room[0])
}
