package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

//go:embed inject.js
var injected string

//go:embed ours.js
var adapter string

// composing is how the browser composes pages, where that is not its usual way (see browser.Start). The page's thread is as
// busy either way with drawing left out; with it, the usual way is nearer to a machine with a graphics card in the start,
// frames a second and all processes, further in what a WebGL page waits for its pixels. Readings vary alike.
var composing []browser.Flag

// witness is the browser.T of this program: the first failure ends a visit.
type witness struct {
	who    string
	faults []string
	after  []func()
}

var errFailed = errors.New("failed")

// Helper, Logf, Errorf, Fatalf, Failed, Cleanup and ArtifactDir implement browser.T.
func (w *witness) Helper() {}

// Logf tells.
func (w *witness) Logf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, w.who+": "+format+"\n", args...)
}

// Errorf notes a fault.
func (w *witness) Errorf(format string, args ...any) {
	w.faults = append(w.faults, fmt.Sprintf(format, args...))
}

// Fatalf notes a fault and ends the visit.
func (w *witness) Fatalf(format string, args ...any) {
	w.Errorf(format, args...)
	panic(errFailed)
}

// Failed reports whether there were faults.
func (w *witness) Failed() bool { return len(w.faults) > 0 }

// Cleanup runs f when the visit ends.
func (w *witness) Cleanup(f func()) { w.after = append(w.after, f) }

// ArtifactDir is where a failing visit leaves its picture.
func (w *witness) ArtifactDir() string { return os.TempDir() }

// visit opens a browser of its own with an empty profile, lets do use it, and closes it. Every reading starts with empty
// caches and no other contestant's processes.
func visit(c *contestant, do func(b *browser.Browser, w *witness)) (err error) {
	b, err := browser.Start(composing...)
	if err != nil {
		return err
	}
	w := &witness{who: c.name}
	defer b.Close()
	defer func() {
		if r := recover(); r != nil && r != any(errFailed) {
			panic(r)
		}
		for i := len(w.after) - 1; i >= 0; i-- {
			w.after[i]()
		}
		if w.Failed() {
			err = fmt.Errorf("%s: %s", c.name, strings.Join(w.faults, "\n"))
		}
	}()
	do(b, w)
	return nil
}

// look is how a stage is seen: the window in which the contestant's stage gets its size.
type look struct{ w, h int }

// tab opens a window for a contestant, without going there yet.
func (c *contestant) tab(b *browser.Browser, w *witness, s *stage) *browser.Tab {
	p := b.Tab(w)
	p.Before(injected)
	size := s.windows[c.kind]
	p.Size(size.w, size.h)
	return p
}

// ready waits until the scene can move.
func (c *contestant) ready(p *browser.Tab, s *stage) {
	switch {
	case c.kind == ours:
		p.Key("Escape") // the first sign of a reader, which starts the engine
		p.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
		browser.Eval[any](p, adapter+`(%s, %s)`, s.scene.Months, stops())
	case c.marks:
		p.Wait("the scene is drawn", `performance.getEntriesByName("bench.ready").length > 0`)
	default:
		p.Wait("the engine draws", `document.querySelector("canvas") && benchNotes.memories.length`)
	}
	p.Fonts()
	p.Drawn()
}

// stops are the months at which the chapter's beats end.
func stops() (months []string) {
	for _, c := range story.Chapters {
		if c.Name != "strikes" {
			continue
		}
		for _, b := range c.Beats {
			months = append(months, b.To.String())
		}
	}
	return months
}

// perform runs a motion to its end, however long a slow contestant on a crowded machine takes: the browser answers for a
// minute at most, and some motions take longer there.
func perform(p *browser.Tab, statements string) {
	p.Do(`globalThis.motion = (async () => {` + statements + `})()`)
	for end := time.Now().Add(5 * time.Minute); time.Now().Before(end); {
		if browser.Eval[bool](p, `Promise.race([motion.then(() => true), new Promise(late => setTimeout(late, 20000, false))])`) {
			return
		}
	}
	p.T.Fatalf("the motion does not end: %s", statements)
}

// box is where the stage stands in the window.
func (c *contestant) box(p *browser.Tab) browser.Box {
	if c.kind == floor {
		return p.Box("canvas")
	}
	return p.Box("#stage")
}

// stage is a size that the scene is shown in.
type stage struct {
	name    string
	windows map[kind]look
	scene   *scene
}

const patience = 60 * time.Second
