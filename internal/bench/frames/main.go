// Command frames measures the player's own start, frames, rest and memory in a real browser:
//
//	go run ./internal/bench/frames -rounds 5 -out bench
//
// It builds the programs it compares, drives headless Chromium, and writes frames.md and frames.json. What is compared is
// run in alternation; figures are medians. Nothing else should run on the machine meanwhile; its load is told.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"opencases/internal/bench/report"
	"opencases/internal/test/browser"
)

// parts are what can be measured, in the order of the report.
var parts = []struct {
	name    string
	measure func(b *bench) ([]report.Table, error)
}{
	{"start", (*bench).start},
	{"frames", (*bench).frames},
	{"rest", (*bench).rest},
	{"memory", (*bench).memory},
}

func main() {
	out := flag.String("out", "bench", "`folder` for frames.md and frames.json")
	rounds := flag.Int("rounds", 5, "how often everything is measured")
	only := flag.String("only", "", "comma-separated `parts` to measure: start, frames, rest, memory")
	flag.Parse()
	if err := run(*out, *rounds, *only); err != nil {
		fmt.Fprintln(os.Stderr, "frames:", err)
		os.Exit(1)
	}
}

func run(out string, rounds int, only string) error {
	machine := report.ThisMachine()
	path, err := browser.Find()
	if err != nil {
		return err
	}
	// Debian's starter may complain on the other stream.
	if version, err := exec.Command(path, "--version").Output(); err == nil {
		machine.Versions["Chromium"] = strings.TrimPrefix(strings.TrimSpace(string(version)), "Chromium ")
	}
	b, err := open(rounds)
	if err != nil {
		return err
	}
	defer b.close()
	var tables []report.Table
	for _, p := range parts {
		if only != "" && !slices.Contains(strings.Split(only, ","), p.name) {
			continue
		}
		began := time.Now()
		made, err := p.measure(b)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Fprintf(os.Stderr, "%s: %.0f s\n", p.name, time.Since(began).Seconds())
		tables = append(tables, made...)
	}
	text, err := report.Write(out, "frames", machine, tables...)
	fmt.Print(text)
	return err
}
