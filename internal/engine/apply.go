package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// apply makes the change in the copy at dir.
func (c change) apply(dir string) error {
	path := filepath.Join(dir, filepath.FromSlash(c.path))
	data, err := os.ReadFile(path)
	switch {
	case c.kind == added && err == nil:
		return fmt.Errorf("%s %s already has a file %s: the release is not the one this change was written for", Module, Version, c.path)
	case c.kind == added && errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("%s %s lacks the file %s that must be changed: %w", Module, Version, c.path, err)
	default:
		if got := sum(data); got != c.hash {
			return fmt.Errorf("%s %s: %s has SHA-256 %s, but the change was written for %s; read the new file and review the change in internal/engine/changes.go",
				Module, Version, c.path, got, c.hash)
		}
	}

	switch c.kind {
	case nativeOnly:
		data, err = constrain(data)
	case added, replaced:
		data, err = replacements.ReadFile("replace/" + c.path + ".txt")
		data = append([]byte(mark("own file of")), data...)
	case edited:
		data, err = applyEdits(data, c.edit)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// mark is the line in a file of the copy that says that it is not as released.
func mark(how string) string {
	return "// This is " + how + " Open Cases, see " + noticePath + ".\n\n"
}

// constrain keeps a file out of builds for the browser.
func constrain(data []byte) ([]byte, error) {
	const directive = "//go:build "
	head, _, found := bytes.Cut(data, []byte("\npackage "))
	if !found {
		return nil, errors.New("has no package clause")
	}
	if i := bytes.Index(head, []byte(directive)); i >= 0 {
		end := i + bytes.IndexByte(data[i:], '\n')
		old := strings.TrimSpace(string(data[i+len(directive) : end]))
		line := directive + "(" + old + ") && !js"
		return append([]byte(mark("changed by")), bytes.Join([][]byte{data[:i], []byte(line), data[end:]}, nil)...), nil
	}
	return append([]byte(directive+"!js\n\n"+mark("changed by")), data...), nil
}

func applyEdits(data []byte, edits []edit) ([]byte, error) {
	text := string(data)
	for _, e := range edits {
		if n := strings.Count(text, e.old); n != 1 {
			return nil, fmt.Errorf("the passage to change occurs %d times, want once: %q", n, e.old)
		}
		text = strings.Replace(text, e.old, e.new, 1)
	}
	return append([]byte(mark("changed by")), text...), nil
}

// notice lists the changes, for the copy.
func notice() string {
	var b strings.Builder
	fmt.Fprintf(&b, "This is %s %s, changed by Open Cases.\n", Module, Version)
	b.WriteString("The engine stands under the Apache License 2.0, see LICENSE.\n\n")
	how := map[kind]string{
		nativeOnly: "not built for the browser",
		replaced:   "replaced",
		added:      "added",
		edited:     "edited",
	}
	for _, c := range changes {
		fmt.Fprintf(&b, "%s: %s: %s.\n", c.path, how[c.kind], c.why)
	}
	fmt.Fprintf(&b, "%s: generated: the shaders compiled ahead of time.\n", tablePath)
	b.WriteString("Tests and examples are left out.\n")
	return b.String()
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
