package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"opencases/internal/serve"
)

const operateUsage = `
For the public web:
  -base PATH       serve below a path, like /open-cases/
  -tls-cert FILE, -tls-key FILE
                   serve HTTPS with HTTP/2. The files are read again when they change
  -acme HOST,...   get certificates for these hosts from Let's Encrypt, whose terms you
                   accept by this. The hosts' port 443 must lead to -addr
  -acme-cache DIR  where certificates are kept; default is in the user's cache folder
  -acme-email ADDRESS
                   whom the authority writes to
  -acme-directory URL
                   another authority than Let's Encrypt
  -redirect-addr HOST:PORT
                   with HTTPS: also listens for HTTP here and leads to https
  -hsts DURATION   with HTTPS: how long browsers ask for nothing but https from now on;
                   default 8760h, 0 says nothing of it
  -trusted-proxies LIST
                   whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses,
                   networks, loopback, private or none; default loopback
  -max-connections N
                   default 4096; one more takes the place of one that waits
  -drain-delay DURATION
                   how long, told to end, it still takes connections while /readyz says
                   no; default 0s
  -drain-timeout DURATION
                   how long answers under way may take then; default 3s
  -log text|json   a line for each request on standard error; without it only faults
  -log-addresses   lines name the reader's address, too
  -metrics-addr HOST:PORT
                   Prometheus' metrics at /metrics, on this address alone
`

// operateFlags declares what a server on the public web is told; the answer tells it.
func (m *Main) operateFlags(flags *flag.FlagSet) func(*serve.Server) error {
	base := flags.String("base", "/", "")
	cert, key := flags.String("tls-cert", "", ""), flags.String("tls-key", "", "")
	hosts, cache := flags.String("acme", "", ""), flags.String("acme-cache", "", "")
	email, directory := flags.String("acme-email", "", ""), flags.String("acme-directory", "", "")
	redirect := flags.String("redirect-addr", "", "")
	hsts := flags.Duration("hsts", 8760*time.Hour, "")
	proxies := flags.String("trusted-proxies", "loopback", "")
	most := flags.Int("max-connections", 0, "")
	delay, timeout := flags.Duration("drain-delay", 0, ""), flags.Duration("drain-timeout", 0, "")
	format, addresses := flags.String("log", "", ""), flags.Bool("log-addresses", false, "")
	metrics := flags.String("metrics-addr", "", "")
	return func(s *serve.Server) (err error) {
		wrong := func(flag string, err error) error { return fmt.Errorf("%w: -%s: %w", errUsage, flag, err) }
		if s.Base, err = serve.ParseBase(*base); err != nil {
			return wrong("base", err)
		}
		if s.Proxies, err = serve.ParseProxies(*proxies); err != nil {
			return wrong("trusted-proxies", err)
		}
		if s.Log, err = newLog(m.Stderr, *format); err != nil {
			return err
		}
		switch {
		case *most < 0, *delay < 0, *timeout < 0, *hsts < 0:
			return fmt.Errorf("%w: -max-connections, -drain-delay, -drain-timeout and -hsts are not below 0", errUsage)
		case (*cert == "") != (*key == ""):
			return fmt.Errorf("%w: -tls-cert and -tls-key belong together; give both", errUsage)
		case *cert != "" && *hosts != "":
			return fmt.Errorf("%w: -acme gets certificates, -tls-cert names one; give one of them", errUsage)
		case *redirect != "" && *cert == "" && *hosts == "":
			return fmt.Errorf("%w: -redirect-addr leads to https; add -tls-cert and -tls-key, or -acme", errUsage)
		case *hosts == "" && (*cache != "" || *email != "" || *directory != ""):
			return fmt.Errorf("%w: -acme-cache, -acme-email and -acme-directory say how -acme works; add -acme", errUsage)
		}
		if *cert != "" {
			if s.TLS, err = serve.CertificateFiles(*cert, *key); err != nil {
				return fmt.Errorf("-tls-cert %s with -tls-key %s cannot be used: %w", *cert, *key, err)
			}
		}
		if *hosts != "" {
			if *cache == "" {
				folder, err := os.UserCacheDir()
				if err != nil {
					return fmt.Errorf("%w: -acme needs a folder for certificates; name one with -acme-cache", errUsage)
				}
				*cache = filepath.Join(folder, "opencases", "acme")
			}
			s.ACME = &serve.ACME{Cache: *cache, Email: *email, Directory: *directory}
			for host := range strings.SplitSeq(*hosts, ",") {
				s.ACME.Hosts = append(s.ACME.Hosts, strings.TrimSpace(host))
			}
		}
		s.RedirectAddr, s.MetricsAddr, s.HSTS = *redirect, *metrics, *hsts
		s.MaxConnections, s.DrainDelay, s.DrainTimeout, s.LogAddresses = *most, *delay, *timeout, *addresses
		return nil
	}
}

// newLog writes what the server does; without a format only faults.
func newLog(w io.Writer, format string) (*slog.Logger, error) {
	switch format {
	case "":
		return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelError})), nil
	case "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	}
	return nil, fmt.Errorf("%w: -log %q is not a form of the log; write text or json", errUsage, format)
}

// run serves until ctx ends or the server fails.
func (m *Main) runServer(ctx context.Context, server *serve.Server, poll *classPoll) error {
	if err := server.Open(); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "Open Cases is at %s\n", server.URL())
	if at := server.MetricsURL(); at != "" {
		fmt.Fprintf(m.Stdout, "metrics are at %s\n", at)
	}
	poll.print(m.Stdout)
	go server.Compress()
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		poll.close()
		return server.Close()
	}
}
