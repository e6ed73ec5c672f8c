package main

import (
	"errors"
	"fmt"
	"os"
)

// teller is the browser.T of a program: the first failure ends it.
type teller struct {
	failed bool
	after  []func()
}

var errFailed = errors.New("the pictures are not all taken")

// Helper, Logf, Errorf, Fatalf, Failed, Cleanup and ArtifactDir implement browser.T.
func (t *teller) Helper() {}

// Logf tells.
func (t *teller) Logf(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

// Errorf tells, and goes on.
func (t *teller) Errorf(format string, args ...any) {
	t.failed = true
	t.Logf(format, args...)
}

// Fatalf tells and ends.
func (t *teller) Fatalf(format string, args ...any) {
	t.Errorf(format, args...)
	panic(errFailed)
}

// Failed reports whether anything failed so far.
func (t *teller) Failed() bool { return t.failed }

// Cleanup keeps a function for the end.
func (t *teller) Cleanup(f func()) { t.after = append(t.after, f) }

// ArtifactDir is where a failing page leaves its picture.
func (t *teller) ArtifactDir() string { return os.TempDir() }

// end does what was kept for the end and turns a failure into an error.
func (t *teller) end(err *error) {
	if r := recover(); r != nil && r != any(errFailed) {
		panic(r)
	}
	for i := len(t.after) - 1; i >= 0; i-- {
		t.after[i]()
	}
	if t.failed {
		*err = errFailed
	}
}
