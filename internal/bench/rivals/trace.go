package main

import (
	"encoding/json"
	"math"
	"slices"
	"sort"
	"strings"

	"opencases/internal/bench/report"
)

// event is one event of a browser's trace. Times are µs; TDur is the time the thread really ran.
type event struct {
	Name string  `json:"name"`
	Cat  string  `json:"cat"`
	Ph   string  `json:"ph"`
	PID  int     `json:"pid"`
	TID  int     `json:"tid"`
	TS   float64 `json:"ts"`
	Dur  float64 `json:"dur"`
	TDur float64 `json:"tdur"`
}

// categories are those the events below belong to.
var categories = []string{"devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"}

// scripts are the events in which a page's code runs, in either language: WebAssembly is called from it.
var scripts = map[string]bool{"FunctionCall": true, "EvaluateScript": true, "v8.evaluateModule": true, "FireAnimationFrame": true, "TimerFire": true, "RunMicrotasks": true, "EventDispatch": true}

const (
	taskEvent  = "RunTask"
	frameEvent = "PrePaint"    // once in each frame, in the task that makes it
	monthMark  = "bench.month" // set by a page where a month's words change
)

// keep reports whether an event is one of those that readings are made of.
func (e event) keep() bool {
	return e.Name == taskEvent || e.Name == frameEvent || scripts[e.Name] || strings.Contains(e.Cat, "blink.user_timing")
}

// parse reads one event; ok is false for what is not of use.
func parse(raw []byte) (e event, ok bool) {
	return e, json.Unmarshal(raw, &e) == nil && e.keep()
}

// passage is what happened on a page's main thread between two of its marks.
type passage struct {
	Seconds float64 // between the marks
	Frames  []cost
	Long    []float64 // ms by the clock of tasks over 50 ms
}

// cost is what a frame took of the thread's own time, ms: what ran since the frame before, and the task that made it.
type cost struct {
	Task   float64 // scripts, style, layout, paint
	Script float64 // of which in scripts
	Month  bool    // a month's words changed with it
}

// of lists one quantity of those frames that are wanted.
func (p passage) of(quantity func(cost) float64, wanted func(cost) bool) (all report.Samples) {
	for _, c := range p.Frames {
		if wanted(c) {
			all = append(all, quantity(c))
		}
	}
	return all
}

// between reads a passage from a trace. ok is false if the marks are not in it.
func between(events []event, from, to string) (p passage, ok bool) {
	at := func(name string) (e event, ok bool) {
		i := slices.IndexFunc(events, func(e event) bool { return e.Name == name && strings.Contains(e.Cat, "blink.user_timing") })
		if i < 0 {
			return e, false
		}
		return events[i], true
	}
	start, ok1 := at(from)
	end, ok2 := at(to)
	if !ok1 || !ok2 {
		return p, false
	}
	var main []event
	for _, e := range events {
		if e.PID == start.PID && e.TID == start.TID && e.TS+e.Dur >= start.TS && e.TS <= end.TS {
			main = append(main, e)
		}
	}
	sort.SliceStable(main, func(i, j int) bool {
		if main[i].TS != main[j].TS {
			return main[i].TS < main[j].TS
		}
		return main[i].Dur > main[j].Dur
	})
	p.Seconds = (end.TS - start.TS) / 1e6
	p.frames(main, end.TS)
	return p, true
}

// frames adds the tasks up, frame by frame: a task in which a frame is made ends that frame, so that what led up to it, a
// timer's work say, is the frame's own. A last frame that is not finished is left out.
func (p *passage) frames(main []event, end float64) {
	var begins []float64
	for _, e := range main {
		if e.Name == frameEvent {
			begins = append(begins, e.TS)
		}
	}
	var now cost
	made := math.Inf(1)  // end of the task that makes the present frame
	var scripted float64 // end of the script event that is under way
	take := func(until float64) {
		if made <= until {
			p.Frames = append(p.Frames, now)
			now, made = cost{}, math.Inf(1)
		}
	}
	for _, e := range main {
		take(e.TS)
		over := e.TS + e.Dur
		switch {
		case e.Name == taskEvent:
			now.Task += e.TDur / 1000
			if e.Dur > 50_000 {
				p.Long = append(p.Long, e.Dur/1000)
			}
			if i, _ := slices.BinarySearch(begins, e.TS); i < len(begins) && begins[i] < over {
				made = over
			}
		case e.Name == monthMark:
			now.Month = true
		case scripts[e.Name] && e.TS >= scripted:
			scripted = over
			now.Script += e.TDur / 1000
		}
	}
	take(end)
}
