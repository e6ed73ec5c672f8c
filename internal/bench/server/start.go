package main

import (
	"fmt"
	"os"
	"time"

	"opencases/internal/bench/report"
)

// settle waits until a server has nothing more to do of its own.
func settle(s *server) error {
	for quiet := 0; quiet < 5; {
		before, err := use(s)
		if err != nil {
			return err
		}
		time.Sleep(200 * time.Millisecond)
		after, err := use(s)
		if err != nil {
			return err
		}
		if quiet++; after.cpu-before.cpu > tick {
			quiet = 0
		}
	}
	return nil
}

// starts measures what the first readers of a server wait for that has only just been started.
func starts(bin string, rounds int) (report.Table, error) {
	names := []string{"started until it can be asked", "the heaviest page, asked for at once", "a player document, asked for right after", "the same page again", "until every file has its compressed forms"}
	t := report.Table{
		Name: "start", Title: "Starting the server", Columns: []report.Column{{Name: "Open Cases", Unit: "ms"}},
		Note: "The site is made anew in memory at each start. Files are compressed in the background then; one that is asked for earlier is compressed at once.",
	}
	for _, name := range names {
		t.Rows = append(t.Rows, report.Row{Name: name, Cells: make([]report.Cell, 1)})
	}
	for range rounds {
		dir, err := os.MkdirTemp("", "bench-start")
		if err != nil {
			return t, err
		}
		defer os.RemoveAll(dir)
		began := time.Now()
		s := &server{name: "Open Cases"}
		if err := s.run(dir, []string{bin, "serve", "-addr", "127.0.0.1:0"}); err != nil {
			return t, err
		}
		times := []time.Duration{time.Since(began)}
		for _, path := range []string{"en/", "en/player/after/", "en/"} {
			asked := time.Now()
			res, _, err := ask(s.url+path, map[string]string{"Accept-Encoding": accept})
			if err == nil && res.Header.Get("Content-Encoding") != "br" {
				err = fmt.Errorf("%s is not sent with Brotli", path)
			}
			if err != nil {
				s.stop()
				return t, err
			}
			times = append(times, time.Since(asked))
		}
		if err := settle(s); err != nil {
			s.stop()
			return t, err
		}
		u, err := use(s)
		s.stop()
		if err != nil {
			return t, err
		}
		for i, d := range append(times, u.cpu) {
			c := &t.Rows[i].Cells[0]
			c.Samples = append(c.Samples, float64(d.Microseconds())/1e3)
		}
	}
	t.Rows[4].Name = "processor time until every file has its compressed forms"
	return t, nil
}
