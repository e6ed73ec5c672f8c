package main

import (
	"encoding/json"
	"strings"
	"testing"

	"opencases/internal/test/browser"
)

func TestATaskOfAStartIsCountedOnce(t *testing.T) {
	mark := func(name string, at float64) browser.TraceEvent {
		return browser.TraceEvent{Name: "opencases." + name, Process: 1, Thread: 7, At: at * 1000}
	}
	task := func(at, took, own float64) browser.TraceEvent {
		return browser.TraceEvent{Name: "RunTask", Process: 1, Thread: 7, At: at * 1000, Took: took * 1000, CPU: own * 1000}
	}
	other := task(600, 900, 900)
	other.Thread = 8
	events := []browser.TraceEvent{
		task(-400, 400, 400), // before the wish
		mark("wanted", 0), task(10, 5, 4), mark("canvas", 20), mark("fetched", 100),
		task(80, 200, 150), mark("started", 270), // most of it after what was fetched
		task(300, 60, 40), mark("begun", 359), task(365, 30, 20), task(400, 12, 8), mark("drawn", 410), mark("shown", 500), other,
	}
	read, err := split(events)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for name, row := range read {
		short, _, _ := strings.Cut(name, ":")
		text, _ := json.Marshal(row)
		got[short] = string(text)
	}
	for name, want := range map[string]string{
		"canvas":  `{"longest task, thread's own":4,"longest task, wall":5,"tasks over 50 ms":0,"wall":20}`,
		"fetched": `{"tasks over 50 ms":0,"wall":80}`,
		"started": `{"longest task, thread's own":150,"longest task, wall":200,"tasks over 50 ms":1,"wall":170}`,
		"begun":   `{"longest task, thread's own":40,"longest task, wall":60,"tasks over 50 ms":1,"wall":89}`,
		"drawn":   `{"longest task, thread's own":20,"longest task, wall":30,"tasks over 50 ms":0,"wall":51}`,
		"shown":   `{"tasks over 50 ms":0,"wall":90}`,
		"from the instantiation's end to the first frame drawn": `{"wall":130}`,
		"from the instantiation's end to the first frame shown": `{"wall":220}`,
	} {
		if got[name] != want {
			t.Errorf("%s: %s, want %s", name, got[name], want)
		}
	}
	if _, err := split(events[:len(events)-2]); err == nil {
		t.Error("a start that was not shown is taken")
	}
}
