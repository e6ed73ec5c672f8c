// Command slim prepares the engine for the browser build:
//
//	go run ./internal/engine/slim -out build/engine -for ./wasm/player
//
// Afterwards the player is built with -modfile=build/engine/go.mod.
package main

import (
	"flag"
	"fmt"
	"os"

	"opencases/internal/engine"
)

func main() {
	out := flag.String("out", "build/engine", "`folder` for the copy of the engine, its go.mod and go.sum")
	pkg := flag.String("for", "./wasm/player", "`package` whose shaders are compiled ahead of time")
	flag.Parse()
	root, err := os.Getwd()
	if err != nil {
		fail(err)
	}
	r, err := engine.Prepare(engine.Options{Root: root, Out: *out, Package: *pkg})
	if err != nil {
		fail(err)
	}
	if r.Copied {
		fmt.Printf("engine %s copied and changed in %s\n", engine.Version, *out)
	}
	if r.Compiled {
		fmt.Printf("%d shaders compiled ahead of time\n", r.Shaders)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "slim:", err)
	os.Exit(1)
}
