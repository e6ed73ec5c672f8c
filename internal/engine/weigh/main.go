// Command weigh prints what each Go package adds to the player's WebAssembly,
// in bytes before compression. It builds the player once more, with names;
// cmd slim must have prepared the engine:
//
//	go run ./internal/engine/weigh -out build/engine -for ./wasm/player -n 25
package main

import (
	"flag"
	"fmt"
	"os"

	"opencases/internal/engine"
)

func main() {
	out := flag.String("out", "build/engine", "`folder` with the prepared engine")
	pkg := flag.String("for", "./wasm/player", "`package` to weigh")
	n := flag.Int("n", 25, "how many packages to list")
	flag.Parse()
	root, err := os.Getwd()
	if err == nil {
		var s engine.Sizes
		if s, err = engine.WeighPlayer(engine.Options{Root: root, Out: *out, Package: *pkg}); err == nil {
			fmt.Print(s.Table(*n))
			return
		}
	}
	fmt.Fprintln(os.Stderr, "weigh:", err)
	os.Exit(1)
}
