//go:build js && wasm

package main

import (
	"runtime"
	"runtime/debug"
	"time"
)

// tidier collects garbage while nothing moves, before the heap grows for it: WebAssembly's memory never shrinks, and
// what was made for the page stays in the page's heap too until Go's collector has run.
type tidier struct {
	told int  // Frames since the last collection
	due  bool // one is on its way
}

// uncollected keeps the collector out of the start, which leaves 2 MB: its own code would be compiled then, and it has little to
// find.
func (t *tidier) uncollected() { debug.SetGCPercent(-1) }

// frugal keeps the heap low where a reader gives no rest: it may grow to 2 MB, and half of what is in use beyond that. To say
// so collects, so it waits until the start is over.
func (t *tidier) frugal() {
	const over = 500 * time.Millisecond
	time.AfterFunc(over, func() { debug.SetGCPercent(50) })
}

// tidy collects soon, as a task of its own, if there is enough to collect and idle says that nothing moves then.
func (t *tidier) tidy(idle func() bool) {
	// A month and its Frame leave 20 to 100 kB; a collection takes 2 to 5 ms.
	const enough = 4 // Frames
	if t.due || t.told < enough {
		return
	}
	t.due = true
	go func() {
		time.Sleep(time.Millisecond)
		if t.due = false; idle() {
			t.told = 0
			runtime.GC()
		}
	}()
}
