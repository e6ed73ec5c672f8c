package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"

	"opencases/internal/site"
)

// version is set by the build: the commit it was made from.
var version = "unversioned"

const versionUsage = `Usage: opencases version [-json] [-data DIR]

Prints the commit that the program was made from, the Go release and system, and the
version of the site that it makes, as the page's foot and /version.json say it.

  -json            the same for machines, with the modules that the program holds
` + dataUsage

// buildInformation is what version prints.
type buildInformation struct {
	Commit   string            `json:"commit"`
	Time     string            `json:"time,omitempty"` // of the commit
	Modified bool              `json:"modified"`       // files differ from the commit
	Go       string            `json:"go"`
	System   string            `json:"system"`
	Site     site.Version      `json:"site"`
	Modules  map[string]string `json:"modules"`
}

func (m *Main) version(flags *flag.FlagSet) func(context.Context) error {
	asJSON, openData := flags.Bool("json", false, ""), dataFlag(flags)
	return func(context.Context) error {
		b := buildInformation{Commit: version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, Modules: map[string]string{}}
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, s := range info.Settings {
				switch s.Key {
				case "vcs.revision":
					if b.Commit == "unversioned" {
						b.Commit = s.Value
					}
				case "vcs.time":
					b.Time = s.Value
				case "vcs.modified":
					b.Modified = s.Value == "true"
				}
			}
			for _, d := range info.Deps {
				b.Modules[d.Path] = d.Version
			}
		}
		changed := ""
		if b.Modified {
			changed = ", with changes"
		}
		if !*asJSON {
			fmt.Fprintf(m.Stdout, "opencases %s%s (%s %s)\n", b.Commit, changed, b.Go, b.System)
		}
		fsys, err := openData()
		if err != nil {
			return err
		}
		player, err := m.Player()
		if err != nil {
			return err
		}
		if b.Site, err = site.VersionOf(site.Config{Data: fsys, Player: player}); err != nil {
			return err
		}
		if *asJSON {
			out := json.NewEncoder(m.Stdout)
			out.SetIndent("", "  ")
			return out.Encode(b)
		}
		_, err = fmt.Fprintf(m.Stdout, "site %s (program %s, record %s)\n", b.Site.Version, b.Site.Program, b.Site.Record)
		return err
	}
}
