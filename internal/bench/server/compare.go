package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"opencases/internal/bench/report"
)

// thing is what a server is asked for.
type thing struct {
	name, path string
	body       []byte // what it must send, with Brotli
	unchanged  bool   // asked with the entity tag that the server gave before
}

// things reads what is asked for from the files that build has written.
func things(public string) ([]thing, error) {
	all := []thing{
		{name: "player document", path: "en/player/gap/"},
		{name: "engine", path: "assets/player-*.wasm"},
		{name: "still picture", path: "assets/en-stills-*/gap-narrow.json"},
		{name: "player document, unchanged (304)", path: "en/player/gap/", unchanged: true},
	}
	for i := range all {
		t := &all[i]
		file := t.path
		if strings.HasSuffix(file, "/") {
			file += "index.html"
		}
		found, err := filepath.Glob(filepath.Join(public, file+".br"))
		if err != nil || len(found) != 1 {
			return nil, fmt.Errorf("%d files are called %s.br", len(found), file)
		}
		if t.body, err = os.ReadFile(found[0]); err != nil {
			return nil, err
		}
		if !strings.HasSuffix(t.path, "/") {
			t.path, _ = filepath.Rel(public, strings.TrimSuffix(found[0], ".br"))
		}
	}
	return all, nil
}

const accept = "gzip, deflate, br"

// check asks once and answers with the header fields that the load asks with. why says what keeps a server from being compared.
func check(s *server, t thing) (fields map[string]string, why string, err error) {
	fields = map[string]string{"Accept-Encoding": accept}
	res, body, err := ask(s.url+t.path, fields)
	if err != nil {
		return nil, "", err
	}
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Encoding") != "br" || !bytes.Equal(body, t.body) {
		return fields, fmt.Sprintf("sends %d, %q, %d bytes", res.StatusCode, res.Header.Get("Content-Encoding"), len(body)), nil
	}
	if t.unchanged {
		fields["If-None-Match"] = res.Header.Get("ETag")
		if res, _, err = ask(s.url+t.path, fields); err == nil && res.StatusCode != http.StatusNotModified {
			return fields, fmt.Sprintf("sends %d", res.StatusCode), nil
		}
	}
	return fields, "", err
}

func ask(url string, fields map[string]string) (*http.Response, []byte, error) {
	r, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, nil, err
	}
	for name, value := range fields {
		r.Header.Set(name, value)
	}
	res, err := (&http.Transport{DisableCompression: true, DisableKeepAlives: true}).RoundTrip(r)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return res, body, err
}

// compare asks all servers for all things, again and again, and changes who comes first.
func compare(dir string, servers []*server, things []thing, rounds int, load time.Duration) ([]report.Table, error) {
	columns := []report.Column{{Name: "requests", Unit: "1/s"}, {Name: "half within", Unit: "ms"}, {Name: "99 % within", Unit: "ms"}, {Name: "CPU a request", Unit: "µs"}}
	tables := make([]report.Table, len(things))
	for i, t := range things {
		tables[i] = report.Table{
			Name: "server", Title: fmt.Sprintf("%s, %s bytes", t.name, report.Number(float64(len(t.body)))), Columns: columns, Base: "Open Cases",
		}
		if t.unchanged {
			tables[i].Title = t.name
		}
		for _, s := range servers {
			tables[i].Rows = append(tables[i].Rows, report.Row{Name: s.name, Cells: make([]report.Cell, len(columns))})
		}
	}
	memory := report.Table{
		Name: "memory", Title: "Memory of the servers under this load", Base: "Open Cases",
		Columns: []report.Column{{Name: "before", Unit: "MB"}, {Name: "most, during", Unit: "MB"}, {Name: "after", Unit: "MB"}, {Name: "requests", Plain: true}},
		Note: fmt.Sprintf("wrk keeps 16 connections busy for %s a time, %d times in alternation, on a core of its own; each server has the other core. "+
			"All send the same bytes, compressed beforehand; nginx and Caddy from files, which the kernel keeps in memory. Memory is each process's proportional share (PSS); "+
			"the system's cache of files is not in it.", load, rounds),
	}
	if err := settle(servers[0]); err != nil {
		return nil, err
	}
	most, count := make([]float64, len(servers)), make([]float64, len(servers))
	for _, s := range servers {
		u, err := use(s)
		if err != nil {
			return nil, err
		}
		memory.Rows = append(memory.Rows, report.Row{Name: s.name, Cells: []report.Cell{report.Of(u.memory)}})
	}
	for round := range rounds {
		for i, t := range things {
			for k := range servers {
				k = (k + round) % len(servers)
				fields, why, err := check(servers[k], t)
				if err != nil {
					return nil, err
				}
				cells := tables[i].Rows[k].Cells
				if why != "" {
					for c := range cells {
						cells[c].Why = why
					}
					continue
				}
				run, err := wrk(dir, servers[k], t, fields, load)
				if err != nil {
					return nil, err
				}
				for c, value := range []float64{run.rate, run.half, run.most, run.cpu} {
					cells[c].Samples = append(cells[c].Samples, value)
				}
				most[k], count[k] = max(most[k], run.memory), count[k]+run.requests
			}
		}
	}
	for k, s := range servers {
		u, err := use(s)
		if err != nil {
			return nil, err
		}
		memory.Rows[k].Cells = append(memory.Rows[k].Cells, report.Of(max(most[k], u.memory)), report.Of(u.memory), report.Of(count[k]))
	}
	return append(tables, memory), nil
}
