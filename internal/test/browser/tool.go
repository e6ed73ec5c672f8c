package browser

import (
	"errors"
	"fmt"
	"os"
)

// Run runs work of a program as if it were a test: the first failure that is fatal ends it, tabs are closed at its end, and
// what failed is an error. Messages go to standard error.
func Run(work func(t T) error) (err error) {
	t := &tool{}
	defer func() {
		if r := recover(); r != nil && r != any(errFailed) {
			panic(r)
		}
		for i := len(t.after) - 1; i >= 0; i-- {
			t.after[i]()
		}
		if t.failed {
			err = errors.Join(err, errFailed)
		}
	}()
	return work(t)
}

var errFailed = errors.New("the browser did not show what was expected; see above")

// tool is the T of a program.
type tool struct {
	failed bool
	after  []func()
}

func (t *tool) Helper() {}

func (t *tool) Logf(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

func (t *tool) Errorf(format string, args ...any) {
	t.failed = true
	t.Logf(format, args...)
}

func (t *tool) Fatalf(format string, args ...any) {
	t.Errorf(format, args...)
	panic(errFailed)
}

func (t *tool) Failed() bool        { return t.failed }
func (t *tool) Cleanup(f func())    { t.after = append(t.after, f) }
func (t *tool) ArtifactDir() string { return os.TempDir() }
