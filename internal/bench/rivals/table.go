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

// moved are the columns of an act.
func moved(act string) []quantity {
	return []quantity{
		{act + "/script", report.Column{Name: "script a frame", Unit: "ms"}},
		{act + "/script95", report.Column{Name: "script p95", Unit: "ms"}},
		{act + "/task", report.Column{Name: "task a frame", Unit: "ms"}},
		{act + "/task95", report.Column{Name: "task p95", Unit: "ms"}},
		{act + "/long", report.Column{Name: "long tasks", Plain: true}},
		{act + "/longest", report.Column{Name: "longest", Unit: "ms", Plain: true}},
		{act + "/rate", report.Column{Name: "frames a second", Plain: true}},
		{act + "/cpu", report.Column{Name: "all processes a frame", Unit: "ms"}},
	}
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
			"boot script; to motion, everything, our fonts too (the others use the system's). A page is taken to be interactive when its last long task (over 50 ms) is over.", size)),
		table("timeline", fmt.Sprintf("Motion: %s marks settle along the timeline", marks), moved("timeline"), contestants, read,
			"The timeline passes 39 months at the story's fastest pace, 4.4 s. "+frameNote),
		table("once", fmt.Sprintf("Motion: %s marks settle at once", marks), moved("once"), contestants, read,
			"All months in one step: all marks are on their way in the same 0.9 s. Read as the table before."),
		table("regroup", fmt.Sprintf("Motion: %s reports regroup into cases", reports), moved("regroup"), contestants, read,
			"There, back and there. Ours also exchanges the chapter's title, text, labels and points to focus, which the others do not have. Read as the table before."),
		table("rest", "Afterwards: memory and rest", rested, contestants, read,
			"Memory after all of that and two garbage collections; the page's process counts what it shares with no other. At rest: nothing moves, 5 s. "+
				"Out of sight: the timeline plays in a frame of another site's page that has been scrolled away, 5 s. Processor time is that of all the browser's processes."),
	}
}

const frameNote = "Milliseconds of processor time on the main thread, by the browser's trace. Task: everything in a frame, scripts included; script: JavaScript and " +
	"WebAssembly. Of those that draw through WebGL scripts were read with the draw calls left out, for all alike, since this machine has no graphics card and its processor " +
	"does the drawing; tasks, frames a second and all processes are with everything drawn."

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
