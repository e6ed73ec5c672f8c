// Command opencases serves Open Cases, writes it out as static files, and checks a record.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"opencases/wasm/built"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	m := Main{Stdout: os.Stdout, Stderr: os.Stderr, Player: built.Load}
	os.Exit(m.Run(ctx, os.Args[1:]))
}
