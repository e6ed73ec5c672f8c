package main

import (
	"context"
	"flag"
	"fmt"

	"opencases/internal/serve"
	"opencases/internal/site"
)

const serveUsage = `Usage: opencases serve [-addr HOST:PORT] [-data DIR] [-url URL] [-no-offline]

Makes the site in memory and serves it until Ctrl-C or SIGTERM. The address is
printed once the site can be opened.

  -addr HOST:PORT  where to listen; default 127.0.0.1:8080, which only this machine
                   reaches. Use :8080 for every network, port 0 for any free port.
` + dataUsage + urlUsage + offlineUsage + `
Examples:
  opencases serve
  opencases serve -addr :8080 -data ~/our-record -url https://example.org/open-cases/
`

func (m *Main) serve(flags *flag.FlagSet) func(context.Context) error {
	addr := flags.String("addr", "127.0.0.1:8080", "")
	made := m.siteFlags(flags)
	return func(ctx context.Context) error {
		s, err := made()
		if err != nil {
			return err
		}
		server := serve.New(*addr, s)
		if err := server.Open(); err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "Open Cases is at %s\n", server.URL())
		go server.Compress()
		ended := make(chan error, 1)
		go func() { ended <- server.Wait() }()
		select {
		case err := <-ended:
			return err
		case <-ctx.Done():
			return server.Close()
		}
	}
}

// siteFlags declares what every command that makes the site takes; the answer makes it.
func (m *Main) siteFlags(flags *flag.FlagSet) func() (*site.Site, error) {
	openData, openURL := dataFlag(flags), urlFlag(flags)
	leave := flags.Bool("no-offline", false, "")
	return func() (*site.Site, error) {
		base, err := openURL()
		if err != nil {
			return nil, err
		}
		fsys, err := openData()
		if err != nil {
			return nil, err
		}
		player, err := m.Player()
		if err != nil {
			return nil, err
		}
		return site.Make(site.Config{Data: fsys, Player: player, URL: base, Leave: *leave})
	}
}
