//go:build linux || darwin

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// lockBeside lets one build at a time write into a folder: it holds a lock on the parent, because the folder itself is
// exchanged. It leaves no file behind, also when it is killed. waits is called once if it has to wait.
func lockBeside(ctx context.Context, dir string, waits func()) (unlock func(), err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if to, err := filepath.EvalSymlinks(dir); err == nil {
		dir = to
	}
	parent, err := os.Open(filepath.Dir(dir))
	if errors.Is(err, os.ErrNotExist) {
		return func() {}, nil // nobody writes there yet
	}
	if err != nil {
		return nil, fmt.Errorf("-out %s cannot be used: its parent folder cannot be opened: %s", dir, fileErrorText(err))
	}
	for told := false; ; {
		err := syscall.Flock(int(parent.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return func() { parent.Close() }, nil
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return func() { parent.Close() }, nil // a file system without locks: as before there were any
		}
		if !told {
			waits()
			told = true
		}
		select {
		case <-ctx.Done():
			parent.Close()
			return nil, errors.New("it was interrupted; nothing is changed")
		case <-time.After(100 * time.Millisecond):
		}
	}
}
