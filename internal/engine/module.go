package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// module is what the go tool prints of a module.
type module struct {
	Version, Dir string
	Replace      *struct{ Path string }
}

// moduleDir finds the released engine in the module cache. It fails if go.mod
// asks for another release than the changes were written for.
func moduleDir(root string) (string, error) {
	find := func() (m module, err error) {
		out, err := goCommand(root, nil, nil, "list", "-m", "-json", Module)
		if err != nil {
			return m, err
		}
		return m, json.Unmarshal(out, &m)
	}
	m, err := find()
	if err != nil {
		return "", fmt.Errorf("finding the engine: %w", err)
	}
	if err := m.check(); err != nil {
		return "", err
	}
	if m.Dir == "" {
		if _, err := goCommand(root, nil, nil, "mod", "download", Module); err != nil {
			return "", fmt.Errorf("fetching the engine: %w", err)
		}
		if m, err = find(); err != nil {
			return "", err
		}
	}
	return m.Dir, nil
}

// check refuses an engine that is not the known release.
func (m module) check() error {
	if m.Replace != nil {
		return fmt.Errorf("go.mod replaces %s by %s: remove that line, the build makes its own copy", Module, m.Replace.Path)
	}
	if m.Version != Version {
		return fmt.Errorf("go.mod asks for %s %s, but internal/engine knows only %s: review internal/engine/changes.go for the new release, or go back with: go get %s@%s",
			Module, m.Version, Version, Module, Version)
	}
	return nil
}

// writeModfile derives the go.mod for the browser build from the repository's,
// so that it follows every change there, and points it to the copy.
func writeModfile(o Options) error {
	data, err := os.ReadFile(filepath.Join(o.Root, "go.mod"))
	if err != nil {
		return err
	}
	// In a go.mod given by -modfile, paths still count from the repository's root.
	copyDir, err := filepath.Rel(o.Root, o.out("ebiten"))
	if err != nil {
		return err
	}
	data = append(bytes.TrimRight(data, "\n"),
		fmt.Sprintf("\n\nreplace %s => ./%s\n", Module, filepath.ToSlash(copyDir))...)
	if err := writeIfChanged(o.out("go.mod"), data); err != nil {
		return err
	}
	sums, err := os.ReadFile(filepath.Join(o.Root, "go.sum"))
	if err != nil {
		return err
	}
	return writeIfChanged(o.out("go.sum"), sums)
}

// writeIfChanged leaves a file alone that already holds data, so that nothing
// depending on it looks stale.
func writeIfChanged(path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(path, data, 0o644)
}

// goCommand runs the go tool in dir, with env added and input on its standard
// input, and returns what it prints.
func goCommand(dir string, env []string, input []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdin = bytes.NewReader(input)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, bytes.TrimSpace(errs.Bytes()))
	}
	return out.Bytes(), nil
}
