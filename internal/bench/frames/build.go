package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"opencases/internal/engine"
)

// programs are what the frames of are compared.
type programs struct {
	dir string // with stock.wasm, slim.wasm, scene.wasm and wasm_exec.js
}

const here = "./internal/bench/frames/"

// build builds the programs with the Go command, in a folder of its own under build/.
func build() (programs, error) {
	root, err := os.Getwd()
	if err != nil {
		return programs{}, err
	}
	p := programs{filepath.Join(root, "build", "bench-frames")}
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		return p, errors.New("run this from the repository's root: the programs to compare are built there")
	}
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return p, err
	}
	for _, make := range []struct {
		file, from string
		slim       bool
	}{{"stock.wasm", here + "floor", false}, {"slim.wasm", here + "floor", true}, {"scene.wasm", here + "scene", true}} {
		args := []string{"build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(p.dir, make.file)}
		if make.slim {
			// The table of shaders is that of the program, so each has an engine of its own.
			out := filepath.Join(p.dir, "engine-"+filepath.Base(make.from))
			if _, err := engine.Prepare(engine.Options{Root: root, Out: out, Package: make.from}); err != nil {
				return p, err
			}
			args = append(args, "-modfile="+filepath.Join(out, "go.mod"))
		}
		command := exec.Command("go", append(args, make.from)...)
		command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
		if said, err := command.CombinedOutput(); err != nil {
			return p, fmt.Errorf("building %s: %w\n%s", make.from, err, said)
		}
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return p, err
	}
	support, err := os.ReadFile(filepath.Join(string(goroot[:len(goroot)-1]), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return p, err
	}
	return p, os.WriteFile(filepath.Join(p.dir, "wasm_exec.js"), support, 0o644)
}
