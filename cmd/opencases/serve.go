package main

import (
	"context"
	"flag"
	"fmt"

	"opencases/internal/serve"
	"opencases/internal/site"
)

const serveUsage = `Usage: opencases serve [-addr HOST:PORT] [-data DIR] [-url URL] [-no-offline]
                       [-poll [-poll-address ADDRESS]] [flags for the public web]

Makes the site in memory and serves it until Ctrl-C or SIGTERM. The address is
printed once the site can be opened.

  -addr HOST:PORT  where to listen; default 127.0.0.1:8080, which only this machine
                   reaches. Use :8080 for every network, port 0 for any free port.
  -poll            with a class poll: phones on the same network answer the questions
                   that the presenter asks. Listens on every network then, unless -addr
                   says otherwise, and prints two addresses: the presenter's, which
                   leads the poll, and the short one for phones. At most 300 phones; no
                   names, nothing is written down, everything ends with the program.
  -poll-address ADDRESS
                   where phones find this machine, if it is not the address found:
                   192.168.1.23, class.local:8080 or https://example.org/class/
` + dataUsage + urlUsage + offlineUsage + securityUsage + operateUsage + `
Examples:
  opencases serve
  opencases serve -poll
  opencases serve -addr :8080 -data ~/our-record -url https://example.org/open-cases/
  opencases serve -addr :443 -acme cases.example.org -redirect-addr :80 -log json
`

// port is where a site is served unless -addr says otherwise.
const port = "8080"

func (m *Main) serve(flags *flag.FlagSet) func(context.Context) error {
	addr := flags.String("addr", "127.0.0.1:"+port, "")
	isPoll := flags.Bool("poll", false, "")
	pollAddress := flags.String("poll-address", "", "")
	newSite, operate := m.siteFlags(flags, offlineFlag(flags)), m.operateFlags(flags)
	return func(ctx context.Context) error {
		if *pollAddress != "" && !*isPoll {
			return fmt.Errorf("%w: -poll-address names where phones find the poll; add -poll", errUsage)
		}
		if *isPoll && !isFlagGiven(flags, "addr") {
			*addr = ":" + port
		}
		server := &serve.Server{}
		if err := operate(server); err != nil {
			return err
		}
		https := server.TLS != nil || server.ACME != nil
		if *isPoll && (server.Base != "/" || https && *pollAddress == "") {
			return fmt.Errorf("%w: phones find the poll at the root, and over HTTP unless -poll-address names an address; leave -base out, or TLS, or give -poll-address", errUsage)
		}
		s, err := newSite()
		if err != nil {
			return err
		}
		server.SetSite(*addr, s)
		server.Version, server.Edition = version, s.Version().Version
		poll, err := withPoll(server, s, *isPoll, *pollAddress)
		if err != nil {
			return err
		}
		return m.runServer(ctx, server, poll)
	}
}

// isFlagGiven reports whether a flag is on the command line.
func isFlagGiven(flags *flag.FlagSet, name string) (is bool) {
	flags.Visit(func(f *flag.Flag) { is = is || f.Name == name })
	return is
}

// siteFlags declares what every command that makes the site takes; the answer makes it.
func (m *Main) siteFlags(flags *flag.FlagSet, noOffline *bool) func() (*site.Site, error) {
	openData, openURL := dataFlag(flags), urlFlag(flags)
	security := func(*site.Config) error { return nil }
	if noOffline == nil { // a site of one file
		noOffline = new(bool)
	} else {
		security = securityFlags(flags)
	}
	return func() (*site.Site, error) {
		base, err := openURL()
		if err != nil {
			return nil, err
		}
		fsys, err := openData()
		if err != nil {
			return nil, err
		}
		c := site.Config{Data: fsys, URL: base, DisableOffline: *noOffline}
		if err := security(&c); err != nil {
			return nil, err
		}
		if c.Player, err = m.Player(); err != nil {
			return nil, err
		}
		return site.Make(c)
	}
}
