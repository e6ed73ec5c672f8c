package playback

import (
	"runtime"
	"testing"
)

// walk goes through the whole story from its cover, with some frames of a transition at each beat.
func walk(t *testing.T, d *Session) (beats int) {
	t.Helper()
	do(t, d, "restart")
	for f, _ := d.Frame(); !f.AtEnd; f, _ = d.Frame() {
		if beats++; beats > 200 {
			t.Fatal("the story has no end")
		}
		do(t, d, "next")
		for range 12 {
			d.Advance(1. / 60)
		}
	}
	return beats
}

func TestWalkingThroughTheStoryTwentyTimesKeepsNoMoreMemoryThanOnce(t *testing.T) {
	d := start(t, "chapter=cover&guess=off", false)
	held := func() (m runtime.MemStats) {
		runtime.GC()
		runtime.GC() // what finalizers released
		runtime.ReadMemStats(&m)
		return m
	}
	var once runtime.MemStats
	for way := 1; way <= 20; way++ {
		if beats := walk(t, d); beats < 20 {
			t.Fatalf("the way through the story has only %d beats", beats)
		}
		now := held()
		if way == 1 {
			once = now
		}
		// The runtime's own few objects come and go.
		if now.HeapAlloc > once.HeapAlloc+once.HeapAlloc/50 || now.HeapObjects > once.HeapObjects+once.HeapObjects/50 {
			t.Fatalf("after %d ways %d bytes in %d objects are held, after one %d in %d", way, now.HeapAlloc, now.HeapObjects, once.HeapAlloc, once.HeapObjects)
		}
	}
	runtime.KeepAlive(d)
}
