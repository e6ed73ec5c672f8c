package main

import (
	"fmt"
	"strings"

	"opencases/internal/bench/report"
	"opencases/internal/test/browser"
)

// steps are the marks of web/player/engine/engine.js, in their order, with the name of what leads up to each.
var steps = []struct{ mark, name string }{
	{"wanted", ""},
	{"canvas", "canvas: the browser makes a WebGL context"},
	{"fetched", "fetched: engine, record and texts come, the engine is compiled"},
	{"started", instantiation},
	{"begun", "begun: record and texts are read in turns, the first picture is laid out"},
	{"drawn", "drawn: Ebitengine starts, shaders are linked, the first frame is drawn"},
	{"shown", "shown: the graphics side is done"},
}

const instantiation = "started: the one instantiation, in which Go, its packages and the engine are initialised"

// afterwards are the rows that tell how soon a picture follows the instantiation.
var afterwards = []struct{ mark, name string }{
	{"drawn", "from the instantiation's end to the first frame drawn"},
	{"shown", "from the instantiation's end to the first frame shown"},
}

var startColumns = []report.Column{
	{Name: "wall", Unit: "ms"}, {Name: "longest task, wall", Unit: "ms"}, {Name: "longest task, thread's own", Unit: "ms"}, {Name: "tasks over 50 ms", Plain: true},
}

// start measures what the engine's start takes of the page's thread, step by step.
func (b *bench) start() ([]report.Table, error) {
	readings := map[string]map[string]report.Samples{}
	for range b.rounds {
		read, err := b.startOnce()
		if err != nil {
			return nil, err
		}
		for name, values := range read {
			if readings[name] == nil {
				readings[name] = map[string]report.Samples{}
			}
			for column, value := range values {
				readings[name][column] = append(readings[name][column], value)
			}
		}
	}
	t := report.Table{Name: "start", Title: "The engine's start", Columns: startColumns}
	for _, s := range append(steps[1:len(steps):len(steps)], afterwards...) {
		t.Rows = append(t.Rows, report.Row{Name: s.name, Cells: cells(t.Columns, readings[s.name])})
	}
	t.Note = fmt.Sprintf("From the wish to the engine's picture, %d rounds, a fresh document each, everything from loopback. Wall time, of tasks too, "+
		"grows with the machine's load; the thread's own time does not. A task is counted once, in the step that most of it lies in.", b.rounds)
	return []report.Table{t}, nil
}

// startOnce is one start in a fresh document, as split reads it.
func (b *bench) startOnce() (read map[string]map[string]float64, err error) {
	err = browser.Run(func(bt browser.T) (err error) {
		p := b.tab(bt)
		stop := p.Trace("devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing")
		p.Open(b.player("strikes"))
		live(p)
		read, err = split(stop())
		return err
	})
	return read, err
}

// split is what one start took, by row and column, ms. A step in which no task of the page's thread ran has no longest.
func split(events []browser.TraceEvent) (map[string]map[string]float64, error) {
	at := map[string]browser.TraceEvent{}
	for _, e := range events {
		if mark, ok := strings.CutPrefix(e.Name, "opencases."); ok {
			at[mark] = e
		}
	}
	read := map[string]map[string]float64{}
	for i, s := range steps {
		if _, ok := at[s.mark]; !ok {
			return nil, fmt.Errorf("the trace lacks the mark opencases.%s of web/player/engine/engine.js", s.mark)
		}
		if i > 0 {
			read[s.name] = map[string]float64{startColumns[0].Name: (at[s.mark].At - at[steps[i-1].mark].At) / 1000, startColumns[3].Name: 0}
		}
	}
	main := at["wanted"]
	started := at["started"].At // until the end of its task
	for _, e := range events {
		if e.Name != "RunTask" || e.Process != main.Process || e.Thread != main.Thread {
			continue
		}
		if e.At <= at["started"].At && at["started"].At < e.At+e.Took {
			started = e.At + e.Took
		}
		step, most := "", 0.
		for i := 1; i < len(steps); i++ {
			if lies := min(e.At+e.Took, at[steps[i].mark].At) - max(e.At, at[steps[i-1].mark].At); lies > most {
				step, most = steps[i].name, lies
			}
		}
		if step == "" {
			continue
		}
		row := read[step]
		row[startColumns[1].Name] = max(row[startColumns[1].Name], e.Took/1000)
		row[startColumns[2].Name] = max(row[startColumns[2].Name], e.CPU/1000)
		if e.Took > 50_000 {
			row[startColumns[3].Name]++
		}
	}
	for _, a := range afterwards {
		read[a.name] = map[string]float64{startColumns[0].Name: (at[a.mark].At - started) / 1000}
	}
	return read, nil
}
