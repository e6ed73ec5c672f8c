package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// syncCopy makes dst the changed copy of the engine in src, unless it already
// is. It works in a folder beside dst and renames it when complete, so that an
// interrupted run leaves no half-changed engine behind.
func syncCopy(src, dst string) (bool, error) {
	stamp := filepath.Join(dst, ".stamp")
	want, err := copyKey()
	if err != nil {
		return false, err
	}
	if have, err := os.ReadFile(stamp); err == nil && string(have) == want {
		return false, nil
	}

	tmp := dst + ".new"
	if err := os.RemoveAll(tmp); err != nil {
		return false, err
	}
	if err := copyTree(src, tmp); err != nil {
		return false, fmt.Errorf("copying the engine: %w", err)
	}
	for _, c := range changes {
		if err := c.apply(tmp); err != nil {
			return false, err
		}
	}
	if err := os.WriteFile(filepath.Join(tmp, noticePath), []byte(notice()), 0o644); err != nil {
		return false, err
	}
	if err := os.WriteFile(filepath.Join(tmp, ".stamp"), []byte(want), 0o644); err != nil {
		return false, err
	}
	if err := os.RemoveAll(dst); err != nil {
		return false, err
	}
	return true, os.Rename(tmp, dst)
}

// copyKey names the state of a copy: the release, the changes and our files.
func copyKey() (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s\n%s%+v\n", Module, Version, notice(), changes)
	err := fs.WalkDir(replacements, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := replacements.ReadFile(path)
		fmt.Fprintf(h, "%s %d\n%s", path, len(data), data)
		return err
	})
	return Version + " " + hex.EncodeToString(h.Sum(nil)) + "\n", err
}

// copyTree copies what a build needs, and the licence: no tests, no examples.
func copyTree(src, dst string) error {
	return filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if rel == "examples" || d.Name() == "testdata" || rel != "." && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(dst, rel), 0o755)
		}
		if strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		// The module cache is read-only; the copy must be replaceable.
		return os.WriteFile(filepath.Join(dst, rel), data, 0o644)
	})
}
