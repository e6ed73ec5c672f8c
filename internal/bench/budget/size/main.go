// Command size prints what a reader's device is asked to load, and what each package weighs in the engine, and fails where
// a limit is passed: make size.
package main

import (
	"flag"
	"fmt"
	"os"

	"opencases/data"
	"opencases/internal/bench/budget"
	"opencases/internal/bench/report"
	"opencases/internal/engine"
	"opencases/internal/site"
	"opencases/wasm/built"
)

func main() {
	out := flag.String("out", "bench", "`folder` for size.md and size.json")
	prepared := flag.String("engine", "build/engine", "`folder` with the prepared engine")
	n := flag.Int("n", 12, "how many packages to list")
	flag.Parse()
	faults, err := run(*out, *prepared, *n)
	if err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
	for _, f := range faults {
		fmt.Fprintln(os.Stderr, "too heavy:", f)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
}

func run(out, prepared string, n int) (faults []string, err error) {
	player, err := built.Load()
	if err != nil {
		return nil, err
	}
	if player.Quality < 11 {
		return nil, fmt.Errorf("the player is packed with Brotli %d; run: make build without FAST=1", player.Quality)
	}
	s, err := site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return nil, err
	}
	root, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	// Only the link is done anew: a second.
	sizes, err := engine.WeighPlayer(engine.Options{Root: root, Out: prepared, Package: "./wasm/player"})
	if err != nil {
		return nil, err
	}
	items := budget.Items(s)
	text, err := report.Write(out, "size", report.ThisMachine(), budget.Table(items), budget.Packages(sizes, n))
	fmt.Print(text)
	return budget.Faults(items), err
}
