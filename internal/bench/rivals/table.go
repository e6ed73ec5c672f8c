package main

import (
	"fmt"

	"opencases/internal/bench/report"
)

// quantity is one column: a reading, and how it is shown.
type quantity struct {
	reading string
	column  report.Column
}

var weighed = []quantity{
	{"first", report.Column{Name: "to the true picture", Unit: "kB", Exact: true}},
	{"bytes", report.Column{Name: "to motion", Unit: "kB", Exact: true}},
	{"picture", report.Column{Name: "true picture", Unit: "ms"}},
	{"moving", report.Column{Name: "can move", Unit: "ms"}},
	{"quiet", report.Column{Name: "last long task over", Unit: "ms"}},
	{"longest", report.Column{Name: "longest task", Unit: "ms", Plain: true}},
	{"link/picture", report.Column{Name: "true picture, 10 Mbit/s", Unit: "ms"}},
	{"link/moving", report.Column{Name: "can move, 10 Mbit/s", Unit: "ms"}},
}

// worked are the columns of an act: what the page's thread does.
func worked(act string) (all []quantity) {
	for _, run := range []struct{ key, name string }{{"undrawn", "drawing left out"}, {"drawn", "drawn"}} {
		for _, q := range []struct{ key, name string }{{"script", "script a frame"}, {"script95", "script p95"}, {"task", "task a frame"}, {"task95", "task p95"}} {
			all = append(all, quantity{act + "/" + run.key + "/" + q.key, report.Column{Name: q.name + ", " + run.name, Unit: "ms"}})
		}
	}
	return all
}

// shows are the columns of an act: what comes of it, with everything drawn.
func shows(act string) []quantity {
	return []quantity{
		{act + "/long", report.Column{Name: "long tasks", Plain: true}},
		{act + "/longest", report.Column{Name: "longest", Unit: "ms", Plain: true}},
		{act + "/rate", report.Column{Name: "frames a second", Plain: true}},
		{act + "/cpu", report.Column{Name: "all processes a frame", Unit: "ms"}},
	}
}

// monthly are the columns of a timeline's frames: those with which a month comes, and the others.
var monthly = []quantity{
	{"timeline/undrawn/month/script", report.Column{Name: "script, a month comes", Unit: "ms"}},
	{"timeline/undrawn/other/script", report.Column{Name: "script, in between", Unit: "ms"}},
	{"timeline/undrawn/month/task", report.Column{Name: "task, a month comes", Unit: "ms"}},
	{"timeline/undrawn/other/task", report.Column{Name: "task, in between", Unit: "ms"}},
	{"timeline/drawn/month/task", report.Column{Name: "task, a month comes, drawn", Unit: "ms"}},
	{"timeline/drawn/other/task", report.Column{Name: "task, in between, drawn", Unit: "ms"}},
}

var rested = []quantity{
	{"heap", report.Column{Name: "JavaScript", Unit: "MB"}},
	{"dom", report.Column{Name: "document", Unit: "MB"}},
	{"wasm", report.Column{Name: "WebAssembly", Unit: "MB", Plain: true}},
	{"process", report.Column{Name: "page's process", Unit: "MB"}},
	{"rest", report.Column{Name: "at rest", Unit: "ms of processor a second"}},
	{"sight", report.Column{Name: "playing, out of sight", Unit: "ms of processor a second"}},
}

// tables arranges what was read.
func tables(contestants []*contestant, s *stage, read map[string][]readings) []report.Table {
	size := fmt.Sprintf("%g × %g", s.scene.W, s.scene.H)
	marks, reports := report.Number(float64(s.scene.Strikes.marks())), report.Number(float64(s.scene.Reports.marks()))
	return []report.Table{
		table("start", "The start: bytes and time", weighed, contestants, read, fmt.Sprintf("Stage %s, bodies of the answers with Brotli 11, "+
			"empty caches, fresh browser. Times count from the navigation, over loopback and over an emulated link of 10 Mbit/s with 40 ms of latency. True picture: the first frame "+
			"on the screen that looks like the finished one. Ours comes with the document, drawn by the server as SVG; the engine starts with the "+
			"first sign of a reader, here a key pressed as soon as the page is loaded, and \"can move\" is its first own frame. Bytes to the true picture are for us the document and its "+
			"boot script; to motion, everything, our fonts too (the others use the system's). A page is taken to be interactive when its last long task (over 50 ms) is over. Ebitengine's own manner is to draw for ever: "+
			"with the processor drawing, long tasks never end there, and a dash says so.", size)),
		table("timeline", fmt.Sprintf("Motion: %s marks settle along the timeline", marks), worked("timeline"), contestants, read,
			"The timeline passes 39 months at the story's fastest pace, 4.25 s; ours plays. "+workNote),
		table("timeline-months", "The same: frames with which a month comes, and frames in between", monthly, contestants, read,
			"Medians of the frames with which a month's words change, and of all others. We set the month, the labels, places to point at and the description "+
				"for screen readers anew, and at three of the months the story's text; the others set one figure; D3, PixiJS and ECharts also bring the month's marks in then."),
		table("timeline-shown", "The same: what is shown", shows("timeline"), contestants, read, shownNote),
		table("once", fmt.Sprintf("Motion: %s marks settle at once", marks), worked("once"), contestants, read,
			"All months in one step: all marks are on their way in the same 0.9 s. Read as the table of the timeline."),
		table("once-shown", "The same: what is shown", shows("once"), contestants, read, ""),
		table("regroup", fmt.Sprintf("Motion: %s reports regroup into cases", reports), worked("regroup"), contestants, read,
			"There, back and there. Ours also exchanges the chapter's title, text, labels and points to focus, which the others do not have. Read as the table of the timeline."),
		table("regroup-shown", "The same: what is shown", shows("regroup"), contestants, read, ""),
		table("rest", "Afterwards: memory and rest", rested, contestants, read,
			"Memory after all of that and two garbage collections; the page's process counts what it shares with no other. At rest: nothing moves, 5 s. "+
				"Out of sight: the timeline plays in a frame of another site's page that has been scrolled away, 5 s. Processor time is that of all the browser's processes."),
	}
}

const (
	workNote = "Milliseconds of processor time on the page's thread, by the browser's trace. Task: everything that led up to a frame and made it, scripts included; script: JavaScript and " +
		"WebAssembly. Each is read in two runs: one with everything drawn, and one in which those that draw through WebGL leave the draw calls out, since " +
		"this machine has no graphics card, its processor does the drawing, and each frame's pixels are read back, for which the page's thread waits. A canvas in 2D is painted by the page's thread itself here. Those that draw without WebGL have nothing to leave out: their figures stand in both."
	shownNote = "Everything drawn. Long tasks: over 50 ms by the clock. All processes: processor time of the whole browser, its graphics process included."
)

func table(name, title string, quantities []quantity, contestants []*contestant, read map[string][]readings, note string) report.Table {
	t := report.Table{Name: name, Title: title, Note: note, Base: "Open Cases"}
	for _, q := range quantities {
		t.Columns = append(t.Columns, q.column)
	}
	for _, c := range contestants {
		row := report.Row{Name: c.name}
		some := false
		for _, q := range quantities {
			var cell report.Cell
			for _, r := range read[c.id] {
				if x, ok := r[q.reading]; ok {
					cell.Samples = append(cell.Samples, x)
				}
			}
			some = some || len(cell.Samples) > 0
			row.Cells = append(row.Cells, cell)
		}
		if some {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
