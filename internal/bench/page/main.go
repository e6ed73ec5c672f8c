// Command page judges the site's pages by Lighthouse, on the preset for phones, as they come from the product's own server
// and before anybody touches them:
//
//	go run ./internal/bench/page
//
// It needs bin/opencases, Chromium and the packages of package-lock.json beside it; make bench-page sees to them.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"opencases/internal/bench/report"
	"opencases/internal/test/browser"
)

// page is what is judged.
type page struct{ name, path string }

var pages = []page{
	{"player", "en/player/cover/"},
	{"player, heaviest", "en/player/after/"},
	{"standalone page", "en/"},
	{"presenter", "en/present/"},
	{"for teachers", "en/teach/"},
	{"embed builder", "en/embed/"},
}

func main() {
	bin := flag.String("bin", "bin/opencases", "the product's `program`")
	tool := flag.String("lighthouse", "internal/bench/page/node_modules/.bin/lighthouse", "Lighthouse's `program`")
	out := flag.String("out", "bench", "`folder` for page.md and page.json")
	rounds := flag.Int("rounds", 3, "how often each page is judged")
	flag.Parse()
	if err := run(*bin, *tool, *out, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "bench page:", err)
		os.Exit(1)
	}
}

func run(bin, tool, out string, rounds int) error {
	chromium, err := browser.Find()
	if err != nil {
		return err
	}
	machine := report.ThisMachine()
	if version, err := exec.Command(chromium, "--version").Output(); err == nil { // a wrapper may warn beside it
		machine.Versions["Chromium"] = strings.TrimPrefix(strings.TrimSpace(string(version)), "Chromium ")
	}
	machine.Versions["Lighthouse"] = report.Version(tool, "--version")
	site, err := serve(bin)
	if err != nil {
		return err
	}
	defer site.stop()
	control, err := plain()
	if err != nil {
		return err
	}
	defer control.Close()

	table := report.Table{
		Name: "page", Title: "Lighthouse, phone preset, before play", Columns: columns(),
		Note: "Each page in turn, in a browser of its own with an empty profile, over a simulated link of 1.6 Mbit/s and 150 ms on a processor four times slower. " +
			"The presenter starts its engine at once, so that a room's first step moves. The last row is one heading in a page of plain HTML: what it takes to score less than 100 there is the machine's own noise.",
	}
	urls := map[string]string{}
	for _, p := range pages {
		urls[p.name] = site.url + p.path
		table.Rows = append(table.Rows, report.Row{Name: p.name, Cells: make([]report.Cell, len(table.Columns))})
	}
	const floor = "a heading alone"
	urls[floor] = control.url
	table.Rows = append(table.Rows, report.Row{Name: floor, Cells: make([]report.Cell, len(table.Columns))})
	short := map[string]int{}
	for round := range rounds {
		for _, row := range table.Rows {
			fmt.Fprintf(os.Stderr, "round %d of %d: %s\n", round+1, rounds, row.Name)
			j, err := judge(tool, chromium, urls[row.Name])
			if err != nil {
				return fmt.Errorf("%s: %w", row.Name, err)
			}
			for i, value := range j.values {
				row.Cells[i].Samples = append(row.Cells[i].Samples, value)
			}
			if row.Name == floor {
				continue
			}
			for _, s := range j.short {
				short[row.Name+": "+s]++
			}
		}
	}
	text, err := report.Write(out, "page", machine, table)
	fmt.Print(text)
	tell(short, rounds)
	return err
}
