// Command rivals measures the player beside what a newsroom would use instead: the same scene in D3, on a canvas by hand,
// in PixiJS and in ECharts, and the released engine with as little as it takes. Each is driven in a fresh headless
// Chromium, in alternation.
//
//	go run ./internal/bench/rivals -runs 5 -out bench
//
// It is not a part of the product. Its packages come with: npm ci --prefix internal/bench/rivals --ignore-scripts
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"opencases/internal/bench/report"
	"opencases/internal/engine"
	"opencases/internal/picture"
	"opencases/internal/test/browser"
)

// pace is the story's fastest, four times its own: ms from one month of the timeline to the next.
var pace = 0.

func main() {
	var o options
	flag.IntVar(&o.runs, "runs", 5, "how often each is measured")
	flag.StringVar(&o.out, "out", "bench", "`folder` for rivals.md and rivals.json")
	flag.StringVar(&o.only, "only", "", "measure only these, like ours,pixi")
	flag.StringVar(&o.parts, "parts", "", "measure only these, of start, motion, rest, link, sight")
	flag.StringVar(&o.stage, "stage", "wide", "wide (740 × 500, 28,562 marks) or article (560 × 320, one mark for ten strikes)")
	flag.StringVar(&o.shots, "shots", "", "`folder` for pictures of every scene; nothing is measured then")
	driver := flag.Bool("compose-by-driver", false, "let the graphics driver compose the pages")
	flag.Parse()
	if *driver {
		composing = append(composing, browser.ComposeByDriver)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "rivals:", err)
		os.Exit(1)
	}
}

type options struct {
	runs                           int
	out, only, parts, stage, shots string
}

// stages are the windows in which the player's stage, and the scenes', get their design size.
func stages(s *studio) (map[string]*stage, error) {
	all := map[string]*stage{}
	for _, of := range []struct {
		c       picture.Composition
		windows map[kind]look
	}{
		{picture.Wide, map[kind]look{ours: {1100, 760}, rival: {1100, 760}, floor: {740, 500}, bare: {1100, 760}}},
		{picture.Article, map[kind]look{ours: {584, 900}, rival: {584, 900}, floor: {560, 320}, bare: {584, 900}}},
	} {
		sc, err := s.scene(of.c)
		if err != nil {
			return nil, err
		}
		all[of.c.String()] = &stage{of.c.String(), of.windows, sc}
	}
	return all, nil
}

func run(o options) error {
	s, err := openStudio()
	if err != nil {
		return err
	}
	all, err := stages(s)
	if err != nil {
		return err
	}
	st, ok := all[o.stage]
	if !ok {
		return fmt.Errorf("there is no stage %q; write -stage wide or -stage article", o.stage)
	}
	pace = st.scene.Step / 4
	contestants := field()
	if o.only != "" {
		names := strings.Split(o.only, ",")
		contestants = slices.DeleteFunc(contestants, func(c *contestant) bool { return !slices.Contains(names, c.id) })
	}
	b := &builder{scene: st.scene}
	if b.here, b.cache, err = folders(); err != nil {
		return err
	}
	for _, c := range contestants {
		if err := b.open(c); err != nil {
			return err
		}
		defer c.host.close()
	}
	for _, c := range contestants {
		if !c.marks {
			continue
		}
		if err := check(c, st, o.shots); err != nil {
			return fmt.Errorf("before measuring: %w", err)
		}
		fmt.Fprintf(os.Stderr, "%s draws the record's marks\n", c.name)
	}
	if o.shots != "" {
		return nil
	}
	elsewhere, err := open(hosts(contestants, st))
	if err != nil {
		return err
	}
	defer elsewhere.close()
	machine := report.ThisMachine() // its load before the bench adds its own
	if err := name(&machine, b.here); err != nil {
		return err
	}
	read, failed := race(contestants, st, elsewhere, o)
	name := "rivals"
	if st.name != "wide" {
		name += "-" + st.name
	}
	text, err := report.Write(o.out, name, machine, tables(contestants, st, read)...)
	if err != nil {
		return err
	}
	fmt.Print(text)
	return failed
}

// name adds what the readings depend on to the machine.
func name(m *report.Machine, here string) error {
	packages, err := versions(here)
	if err != nil {
		return err
	}
	for _, p := range []string{"d3", "pixi.js", "echarts"} {
		m.Versions[p] = packages[p]
	}
	m.Versions["Ebitengine"] = engine.Version
	path, err := browser.Find()
	if err != nil {
		return err
	}
	// A distribution's launcher may complain on the other stream.
	version, err := exec.Command(path, "--version").Output()
	m.Versions["browser"] = strings.TrimSpace(string(version))
	return err
}

// race measures all in alternation: each run takes everybody once, and begins with another. What a crowded machine made
// fail is tried once more; what fails again is missing in the tables and told at the end.
func race(contestants []*contestant, s *stage, elsewhere *host, o options) (read map[string][]readings, failed error) {
	read = map[string][]readings{}
	for run := range o.runs {
		for i := range contestants {
			c := contestants[(i+run)%len(contestants)]
			began := time.Now()
			r, err := measure(c, s, elsewhere, o.parts)
			if err != nil {
				fmt.Fprintln(os.Stderr, "once more:", err)
				r, err = measure(c, s, elsewhere, o.parts)
			}
			if err != nil {
				failed = errors.Join(failed, err)
				continue
			}
			read[c.id] = append(read[c.id], r)
			fmt.Fprintf(os.Stderr, "run %d of %d: %s, %.0f s\n", run+1, o.runs, c.name, time.Since(began).Seconds())
		}
	}
	return read, failed
}
