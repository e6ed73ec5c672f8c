package main

import (
	"reflect"
	"testing"
)

func TestFramesAreAddedUpFromTheMainThreadsTasks(t *testing.T) {
	on := func(tid int, name string, ts, dur, tdur float64) event {
		return event{Name: name, Ph: "X", PID: 1, TID: tid, TS: ts, Dur: dur, TDur: tdur}
	}
	mark := func(name string, ts float64) event {
		return event{Name: name, Cat: "blink.user_timing", PID: 1, TID: 7, TS: ts}
	}
	events := []event{
		on(7, "RunTask", 0, 500, 500), // before the passage
		mark("from", 1_000),
		on(7, "RunTask", 2_000, 1_000, 900), // leads up to the first frame
		on(7, "RunTask", 10_000, 4_000, 3_000),
		on(7, "PrePaint", 10_100, 0, 0),
		on(7, "FireAnimationFrame", 10_200, 2_000, 2_000),
		on(7, "FunctionCall", 10_300, 1_000, 1_000), // inside the one before
		on(7, "RunTask", 16_000, 1_000, 1_000),      // leads up to the next frame
		on(7, "TimerFire", 16_100, 500, 400),
		mark("bench.month", 16_200),
		on(8, "RunTask", 17_000, 9_000, 9_000), // another thread's
		on(7, "RunTask", 26_000, 60_000, 20_000),
		on(7, "PrePaint", 26_100, 0, 0),
		on(7, "FireAnimationFrame", 26_200, 10_000, 9_000),
		on(7, "RunTask", 90_000, 1_000, 1_000),
		on(7, "PrePaint", 90_100, 0, 0),
		on(7, "RunTask", 91_200, 1_000, 1_000),
		on(7, "PrePaint", 91_300, 0, 0), // not finished when the passage ends
		mark("to", 91_500),
		on(7, "RunTask", 95_000, 80_000, 80_000), // after it
	}
	p, ok := between(events, "from", "to")
	want := passage{Seconds: .0905, Frames: []cost{{3.9, 2, false}, {21, 9.4, true}, {1, 0, false}}, Long: []float64{60}}
	if !ok || !reflect.DeepEqual(p, want) {
		t.Errorf("got %+v, %t; want %+v", p, ok, want)
	}
	if _, ok := between(events, "from", "nowhere"); ok {
		t.Error("a passage without an end was read")
	}
}

func TestOnlyUsefulEventsAreKept(t *testing.T) {
	for raw, want := range map[string]bool{
		`{"name":"RunTask","cat":"toplevel","ph":"X","ts":5,"dur":2,"tdur":1}`: true,
		`{"name":"phase","cat":"blink.user_timing","ph":"I","ts":5}`:           true,
		`{"name":"UpdateLayerTree","cat":"devtools.timeline","ph":"X"}`:        false,
		`{"name":`: false,
	} {
		if _, ok := parse([]byte(raw)); ok != want {
			t.Errorf("%s: %t, want %t", raw, ok, want)
		}
	}
}
