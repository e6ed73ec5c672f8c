// Command micro runs the Go benchmarks beside the code, several times each, and hands what they say to benchstat:
//
//	go run ./internal/bench/micro            # this tree
//	go run ./internal/bench/micro -old main  # this tree beside an older one, in alternation
//
// The older tree is measured by the benchmarks of this one, so far as it can be built with them.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"opencases/internal/bench/report"
)

// benchstat is run from the module proxy by its version, so that the product's go.mod knows nothing of it.
const benchstat = "golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da"

func main() {
	o := options{}
	flag.StringVar(&o.out, "out", "bench", "`folder` for micro.md, micro.json and the raw text")
	flag.StringVar(&o.old, "old", "", "`revision` to compare with")
	flag.StringVar(&o.only, "only", ".", "`pattern` of the benchmarks to run")
	flag.IntVar(&o.rounds, "rounds", 6, "how often each benchmark is run")
	flag.DurationVar(&o.each, "each", 300*time.Millisecond, "how long each time")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench micro:", err)
		os.Exit(1)
	}
}

type options struct {
	out, old, only string
	rounds         int
	each           time.Duration
}

func run(o options) error {
	machine := report.ThisMachine()
	root, err := os.Getwd()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench-micro")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	trees := []*tree{{name: "now", root: root, bins: filepath.Join(dir, "now")}}
	packages, err := measured(root)
	if err != nil {
		return err
	}
	if o.old != "" {
		old, err := checkout(root, o.old, filepath.Join(dir, "tree"), packages)
		if err != nil {
			return err
		}
		defer old.remove(root)
		old.bins = filepath.Join(dir, "old")
		trees = append([]*tree{old}, trees...)
	}
	for _, t := range trees {
		if err := t.build(packages); err != nil {
			return err
		}
	}
	for round := range o.rounds {
		for _, p := range packages {
			for i := range trees {
				t := trees[(i+round)%len(trees)]
				fmt.Fprintf(os.Stderr, "round %d of %d: %s, %s\n", round+1, o.rounds, t.name, p)
				if err := t.run(p, o); err != nil {
					return err
				}
			}
		}
	}
	return tell(o, machine, trees)
}

// tell writes the raw text, the tables, and what benchstat makes of them.
func tell(o options, machine report.Machine, trees []*tree) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	var files []string
	var tables []report.Table
	for _, t := range trees {
		file := filepath.Join(o.out, "micro-"+t.name+".txt")
		if err := os.WriteFile(file, []byte(t.said), 0o644); err != nil {
			return err
		}
		files = append(files, t.name+"="+file)
		tables = append(tables, table(t, o))
	}
	text, err := report.Write(o.out, "micro", machine, tables...)
	if err != nil {
		return err
	}
	fmt.Print(text, "\n")
	cmd := exec.Command("go", append([]string{"run", benchstat}, files...)...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("benchstat: %w", err)
	}
	return nil
}
