package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"opencases/wasm/built"
)

// Exit codes.
const (
	exitOK    = 0
	exitFault = 1 // something could not be done, or the record has faults
	exitUsage = 2 // the command line cannot be understood
)

const usage = `Open Cases: reports of civilian harm from the US-led coalition's strikes in Iraq
and Syria, and what became of them, as an animated, sourced timeline.

Usage:
  opencases serve   [-addr HOST:PORT] [-data DIR] [-url URL]   serve the site
  opencases serve   -poll                                      the same with a class poll
  opencases build   -out DIR [-data DIR] [-url URL]            write the site as static files
  opencases bundle  -out FILE.html [-data DIR] [-url URL]      write the site as one file
  opencases check   [-data DIR]                                check a record and its texts
  opencases handout -out FILE.pdf [-paper A4|Letter]           write the handout as PDF
  opencases version                                            print the version

Each command explains itself: opencases help COMMAND, or COMMAND -h.
`

// Main is the command with its surroundings, so that tests can run it.
type Main struct {
	Stdout, Stderr io.Writer
	Player         func() (built.Player, error) // the player's WebAssembly
}

// command is one word of the command line. Its setup declares flags and answers with what to do.
type command struct {
	usage string
	setup func(*flag.FlagSet) func(context.Context) error
}

func (m *Main) commands() map[string]command {
	return map[string]command{
		"serve":   {serveUsage, m.serve},
		"build":   {buildUsage, m.build},
		"bundle":  {bundleUsage, m.bundle},
		"check":   {checkUsage, m.check},
		"handout": {handoutUsage, m.handout},
		"version": {versionUsage, m.version},
	}
}

// errUsage marks an error of the command line rather than of the work.
var errUsage = errors.New("usage")

// Run does what the arguments say until it is done or ctx ends, and answers with the exit code.
func (m *Main) Run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(m.Stderr, usage)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		if len(args) == 1 {
			fmt.Fprint(m.Stdout, usage)
			return exitOK
		}
		args = []string{args[1], "-h"}
	}
	c, ok := m.commands()[args[0]]
	if !ok {
		fmt.Fprintf(m.Stderr, "opencases: there is no command %q; the commands are serve, build, bundle, check, handout and version\n", args[0])
		return exitUsage
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	do := c.setup(flags)
	err := flags.Parse(args[1:])
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("%q is one word too many", flags.Arg(0))
	}
	if err == nil {
		err = readEnvironment(flags)
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(m.Stdout, c.usage, environmentUsage(flags))
		return exitOK
	case err != nil:
		fmt.Fprintf(m.Stderr, "opencases %s: %v; see opencases %s -h\n", args[0], err, args[0])
		return exitUsage
	}
	if err = do(ctx); err == nil {
		return exitOK
	}
	if errors.Is(err, errUsage) {
		fmt.Fprintf(m.Stderr, "opencases %s: %s\n", args[0], strings.TrimPrefix(err.Error(), errUsage.Error()+": "))
		return exitUsage
	}
	for line := range strings.SplitSeq(strings.TrimSpace(err.Error()), "\n") {
		fmt.Fprintf(m.Stderr, "opencases %s: %s\n", args[0], line)
	}
	return exitFault
}
