//go:build js && wasm

package main

import (
	"runtime"
	"runtime/debug"
	"time"
)

// collector runs the garbage collector while nothing moves, before the heap grows: WebAssembly's memory never shrinks, and
// what was made for the page stays in the page's heap too until Go's collector has run.
type collector struct {
	framesSince int  // Frames sent since the last collection
	scheduled   bool // a collection will run soon
}

// disableGC turns garbage collection off for the start, which allocates 2 MB: the browser would have to compile the
// collector's code then, and there is little to collect.
func (t *collector) disableGC() { debug.SetGCPercent(-1) }

// limitHeap turns collection on, for a reader who never pauses: the heap may grow to 2 MB, and by half of what is in use
// beyond that. The call collects, so it waits until the start is over.
func (t *collector) limitHeap() {
	const over = 500 * time.Millisecond
	time.AfterFunc(over, func() { debug.SetGCPercent(50) })
}

// collectWhenIdle collects soon, as a task of its own, if there is enough to collect and idle reports that nothing moves
// then.
func (t *collector) collectWhenIdle(idle func() bool) {
	// A month and its Frame leave 20 to 100 kB; a collection takes 2 to 5 ms.
	const enough = 4 // Frames
	if t.scheduled || t.framesSince < enough {
		return
	}
	t.scheduled = true
	go func() {
		time.Sleep(time.Millisecond)
		if t.scheduled = false; idle() {
			t.framesSince = 0
			runtime.GC()
		}
	}()
}
