package main

import (
	"fmt"
	"slices"
	"strings"

	"opencases/internal/bench/report"
	"opencases/internal/browser"
)

// steps are the marks of web/player/engine.js, in their order.
var steps = []string{"wanted", "canvas", "fetched", "started", "begun", "drawn", "shown"}

// start measures what the engine's start takes of the page's thread, step by step.
func (b *bench) start() ([]report.Table, error) {
	t := report.Table{Name: "start", Title: "The engine's start",
		Note: fmt.Sprintf("From the wish to the engine's picture, %d rounds, a fresh document each, everything from loopback. Wall time grows with the "+
			"machine's load; the thread's own time does not. canvas: the browser makes a WebGL context; fetched: engine, record and texts are there, the engine "+
			"compiled; started: Go, its packages and the engine are initialised; begun: record and texts are read, the first picture is laid out; drawn: the "+
			"one task that starts Ebitengine, links shaders and draws; shown: the graphics side is done.", b.rounds),
		Columns: []report.Column{{Name: "wall", Unit: "ms"}, {Name: "longest task, wall", Unit: "ms"}, {Name: "longest task, thread's own", Unit: "ms"}}}
	readings := map[string]map[string]report.Samples{}
	for range b.rounds {
		err := browser.Run(func(bt browser.T) error {
			p := b.tab(bt)
			stop := p.Trace("toplevel", "blink.user_timing")
			p.Open(b.player("strikes"))
			live(p)
			events := stop()
			return split(events, readings)
		})
		if err != nil {
			return nil, err
		}
	}
	for i := 1; i < len(steps); i++ {
		t.Rows = append(t.Rows, report.Row{Name: steps[i-1] + " to " + steps[i], Cells: cells(t.Columns, readings[steps[i]])})
	}
	return []report.Table{t}, nil
}

// split adds the readings of one start to each step's.
func split(events []browser.TraceEvent, readings map[string]map[string]report.Samples) error {
	at := map[string]browser.TraceEvent{}
	for _, e := range events {
		if step, ok := strings.CutPrefix(e.Name, "opencases."); ok {
			at[step] = e
		}
	}
	for i, step := range steps {
		if _, ok := at[step]; !ok {
			return fmt.Errorf("the trace lacks the mark opencases.%s of web/player/engine.js", step)
		}
		if i == 0 {
			continue
		}
		from, to := at[steps[i-1]], at[step]
		wall, own := 0., 0.
		for _, e := range events {
			// A task belongs to the step within which it begins; the mark itself stands inside the step's last task.
			if e.Process == to.Process && e.Thread == to.Thread && strings.HasSuffix(e.Name, "RunTask") && e.At >= begin(events, from) && e.At < begin(events, to)+1 && e.At+e.Took > from.At {
				wall, own = max(wall, e.Took), max(own, e.CPU)
			}
		}
		if readings[step] == nil {
			readings[step] = map[string]report.Samples{}
		}
		readings[step]["wall"] = append(readings[step]["wall"], (to.At-from.At)/1000)
		if wall == 0 {
			continue // the browser ran this step outside the tasks it tells of: a blank, not a zero
		}
		readings[step]["longest task, wall"] = append(readings[step]["longest task, wall"], wall/1000)
		readings[step]["longest task, thread's own"] = append(readings[step]["longest task, thread's own"], own/1000)
	}
	return nil
}

// begin is when the task began within which a mark was set.
func begin(events []browser.TraceEvent, mark browser.TraceEvent) float64 {
	i := slices.IndexFunc(events, func(e browser.TraceEvent) bool {
		return e.Process == mark.Process && e.Thread == mark.Thread && strings.HasSuffix(e.Name, "RunTask") && e.At <= mark.At && mark.At < e.At+e.Took
	})
	if i < 0 {
		return mark.At
	}
	return events[i].At
}
