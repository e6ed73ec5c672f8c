package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"
)

// version is set by the build: the commit it was made from.
var version = "unversioned"

const versionUsage = `Usage: opencases version

Prints the commit the program was made from, and the Go release and system.
`

func (m *Main) version(*flag.FlagSet) func(context.Context) error {
	return func(context.Context) error {
		_, err := fmt.Fprintf(m.Stdout, "opencases %s (%s %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	}
}
