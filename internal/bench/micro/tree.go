package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// tree is one state of the code.
type tree struct {
	name string
	root string
	bins string // folder of the built benchmarks
	said string // what they printed, for benchstat
}

// measured lists the packages with benchmarks, relative to the root.
func measured(root string) (packages []string, err error) {
	for _, top := range []string{"internal", "wasm"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata") {
				return fs.SkipDir
			}
			if !strings.HasSuffix(path, "_test.go") {
				return nil
			}
			text, err := os.ReadFile(path)
			if err == nil && bytes.Contains(text, []byte("\nfunc Benchmark")) {
				dir, _ := filepath.Rel(root, filepath.Dir(path))
				if !slices.Contains(packages, dir) {
					packages = append(packages, dir)
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return packages, nil
}

// checkout puts a revision into a folder, with the benchmarks of this tree.
func checkout(root, revision, dir string, packages []string) (*tree, error) {
	if text, err := git(root, "worktree", "add", "--detach", dir, revision); err != nil {
		return nil, fmt.Errorf("%s cannot be checked out: %w: %s", revision, err, text)
	}
	t := &tree{name: "old", root: dir}
	for _, p := range packages {
		files, err := filepath.Glob(filepath.Join(root, p, "*_bench_test.go"))
		if err != nil {
			return t, err
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return t, err
			}
			to := filepath.Join(dir, p, filepath.Base(file))
			if _, err := os.Stat(filepath.Dir(to)); err != nil {
				continue // a package that was not there yet
			}
			if err := os.WriteFile(to, text, 0o644); err != nil {
				return t, err
			}
		}
	}
	return t, nil
}

func (t *tree) remove(root string) { git(root, "worktree", "remove", "--force", t.root) }

func git(root string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = root
	text, err := cmd.CombinedOutput()
	return string(text), err
}

func (t *tree) bin(pkg string) string {
	return filepath.Join(t.bins, strings.ReplaceAll(pkg, string(filepath.Separator), "-")+".test")
}

// build builds the benchmarks. In an older tree those that it cannot be built with are named and left out.
func (t *tree) build(packages []string) error {
	for _, p := range packages {
		cmd := exec.Command("go", "test", "-c", "-o", t.bin(p), "./"+p)
		cmd.Dir = t.root
		if text, err := cmd.CombinedOutput(); err != nil {
			if t.name != "old" {
				return fmt.Errorf("%s: %w: %s", p, err, text)
			}
			fmt.Fprintf(os.Stderr, "not measured in the old tree: %s: %s\n", p, text)
		}
	}
	return nil
}

// run runs a package's benchmarks once.
func (t *tree) run(pkg string, o options) error {
	if _, err := os.Stat(t.bin(pkg)); err != nil {
		return nil // said by build
	}
	cmd := exec.Command(t.bin(pkg), "-test.run=^$", "-test.bench="+o.only, "-test.benchmem", "-test.benchtime="+o.each.String())
	cmd.Dir = filepath.Join(t.root, pkg)
	text, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", pkg, err, text)
	}
	t.said += string(text)
	return nil
}
