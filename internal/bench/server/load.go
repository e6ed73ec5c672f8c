package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// load is what one run of wrk has measured.
type load struct {
	requests, rate float64 // in all, and a second
	half, most     float64 // ms within which half, and 99 in 100, were answered
	cpu            float64 // µs of the server's time a request
	memory         float64 // MB, the most seen
}

// tell is wrk's script: it prints what wrk's own table rounds.
const tell = `done = function(summary, latency)
	local e = summary.errors
	io.write(string.format('\n{"requests":%d,"us":%d,"half":%d,"most":%d,"errors":%d}\n', summary.requests, summary.duration,
		latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`

// wrk loads a server for a while.
func wrk(dir string, s *server, t thing, fields map[string]string, d time.Duration) (load, error) {
	script := filepath.Join(dir, "tell.lua")
	if err := os.WriteFile(script, []byte(tell), 0o644); err != nil {
		return load{}, err
	}
	command := []string{"wrk", "-t1", "-c16", fmt.Sprintf("-d%dms", d.Milliseconds()), "-s", script}
	if d%time.Second == 0 {
		command[3] = fmt.Sprintf("-d%ds", d/time.Second)
	}
	for name, value := range fields {
		command = append(command, "-H", name+": "+value)
	}
	command = onLoadsCore(append(command, s.url+t.path))
	before, err := use(s)
	if err != nil {
		return load{}, err
	}
	most := before.memory
	done, watched := make(chan struct{}), make(chan struct{})
	go func() { // sees how much memory the server takes
		defer close(watched)
		for {
			select {
			case <-done:
				return
			case <-time.After(100 * time.Millisecond):
				if u, err := use(s); err == nil {
					most = max(most, u.memory)
				}
			}
		}
	}()
	text, err := exec.Command(command[0], command[1:]...).Output()
	close(done)
	<-watched
	if err != nil {
		return load{}, fmt.Errorf("wrk: %w: %s", err, text)
	}
	after, err := use(s)
	if err != nil {
		return load{}, err
	}
	var said struct{ Requests, Us, Half, Most, Errors float64 }
	at := len(text) - 1
	for at > 0 && text[at] != '{' {
		at--
	}
	if err := json.Unmarshal(text[at:], &said); err != nil {
		return load{}, fmt.Errorf("wrk says %q: %w", text, err)
	}
	if said.Requests == 0 {
		return load{}, fmt.Errorf("%s, %s: not one answer in %s; this machine has too much else to do", s.name, t.name, d)
	}
	if said.Errors > 0 {
		return load{}, fmt.Errorf("%s, %s: %.0f of %.0f requests failed", s.name, t.name, said.Errors, said.Requests)
	}
	return load{
		requests: said.Requests, rate: said.Requests / said.Us * 1e6, half: said.Half / 1e3, most: said.Most / 1e3,
		cpu: float64((after.cpu - before.cpu).Microseconds()) / said.Requests, memory: most,
	}, nil
}
