package main

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
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
	frameEvent = "PrePaint" // once in each frame, in the task that makes it
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
	Seconds float64   // between the marks
	Tasks   []float64 // ms of the thread's time for each frame: scripts, style, layout, paint
	Scripts []float64 // of which in scripts
	Long    []float64 // ms by the clock of tasks over 50 ms
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
	p.frames(main)
	return p, true
}

// frames adds the tasks up, frame by frame. A task in which a frame begins is that frame's, as are those after it until
// the next; what comes before the first frame and what makes up the last, unfinished one is left out.
func (p *passage) frames(main []event) {
	var begins []float64
	for _, e := range main {
		if e.Name == frameEvent {
			begins = append(begins, e.TS)
		}
	}
	frame := -1
	var scripted float64 // end of the script event that is under way
	for _, e := range main {
		end := e.TS + e.Dur
		switch {
		case e.Name == taskEvent:
			for frame+1 < len(begins) && begins[frame+1] < end {
				frame++
				p.Tasks, p.Scripts = append(p.Tasks, 0), append(p.Scripts, 0)
			}
			if e.Dur > 50_000 {
				p.Long = append(p.Long, e.Dur/1000)
			}
			if frame >= 0 {
				p.Tasks[frame] += e.TDur / 1000
			}
		case scripts[e.Name] && e.TS >= scripted:
			scripted = end
			if frame >= 0 {
				p.Scripts[frame] += e.TDur / 1000
			}
		}
	}
	if n := len(p.Tasks) - 1; n > 0 {
		p.Tasks, p.Scripts = p.Tasks[:n], p.Scripts[:n]
	}
}
