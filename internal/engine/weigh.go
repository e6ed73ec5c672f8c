package engine

import (
	"os"
	"path/filepath"
	"strings"
)

// WeighPlayer builds the player once more, with names, into a temporary folder
// and weighs it. Prepare must have run.
func WeighPlayer(o Options) (Sizes, error) {
	dir, err := os.MkdirTemp("", "weigh")
	if err != nil {
		return Sizes{}, err
	}
	defer os.RemoveAll(dir)
	env := []string{"GOOS=js", "GOARCH=wasm"}
	modfile := "-modfile=" + o.out("go.mod")
	file := filepath.Join(dir, "player.wasm")
	if _, err := goCommand(o.Root, env, nil, "build", "-trimpath", "-ldflags=-w", modfile, "-o", file, o.Package); err != nil {
		return Sizes{}, err
	}
	module, err := os.ReadFile(file)
	if err != nil {
		return Sizes{}, err
	}
	list, err := goCommand(o.Root, env, nil, "list", "-deps", modfile, o.Package)
	if err != nil {
		return Sizes{}, err
	}
	// The linker calls the program's own package main.
	return Weigh(module, append(strings.Fields(string(list)), "main"))
}
