// Command size prints what a reader's device is asked to load and fails where a limit is passed: make size.
package main

import (
	"fmt"
	"os"

	"opencases/data"
	"opencases/internal/budget"
	"opencases/internal/site"
	"opencases/wasm/built"
)

func main() {
	player, err := built.Load()
	if err == nil && player.Quality < 11 {
		err = fmt.Errorf("the player is packed with Brotli %d; run: make build without FAST=1", player.Quality)
	}
	var s *site.Site
	if err == nil {
		s, err = site.Make(site.Config{Data: data.FS, Player: player})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
	faults := budget.Report(os.Stdout, budget.Items(s))
	for _, f := range faults {
		fmt.Fprintln(os.Stderr, "too heavy:", f)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
}
