// Command server measures the product's own server beside nginx and Caddy, which serve the same files as `opencases build`
// writes them, in alternation in one run on loopback:
//
//	go run ./internal/bench/server
//
// It needs bin/opencases and Debian's nginx, caddy and wrk; make bench-server sees to them.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"opencases/internal/bench/report"
)

func main() {
	bin := flag.String("bin", "bin/opencases", "the product's `program`")
	out := flag.String("out", "bench", "`folder` for server.md and server.json")
	rounds := flag.Int("rounds", 3, "how often each server is asked for each thing")
	load := flag.Duration("load", 3*time.Second, "how long each time")
	flag.Parse()
	os.Setenv("PATH", os.Getenv("PATH")+":/usr/sbin") // where Debian keeps nginx
	if err := run(*bin, *out, *rounds, *load); err != nil {
		fmt.Fprintln(os.Stderr, "bench server:", err)
		os.Exit(1)
	}
}

func run(bin, out string, rounds int, load time.Duration) error {
	bin, err := filepath.Abs(bin)
	if err != nil {
		return err
	}
	machine := report.ThisMachine()
	dir, err := os.MkdirTemp("", "bench-server")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	public := filepath.Join(dir, "public")
	if text, err := exec.Command(bin, "build", "-out", public).CombinedOutput(); err != nil {
		return fmt.Errorf("%s build: %w: %s", bin, err, text)
	}
	os.Chmod(dir, 0o755) // nginx gives up its rights
	servers, err := start(bin, dir, public)
	defer func() {
		for _, s := range servers {
			s.stop()
		}
	}()
	if err != nil {
		return err
	}
	for _, s := range servers {
		machine.Versions[s.name] = s.version
	}
	machine.Versions["wrk"] = "4 (" + report.Version("dpkg-query", "-W", "-f", "${Version}", "wrk") + ")"
	things, err := things(public)
	if err != nil {
		return err
	}
	tables, err := compare(dir, servers, things, rounds, load)
	if err != nil {
		return err
	}
	first, err := starts(bin, rounds)
	if err != nil {
		return err
	}
	text, err := report.Write(out, "server", machine, append(tables, first)...)
	fmt.Print(text)
	return err
}
