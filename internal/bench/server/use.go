package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// usage is what a server and its workers have taken so far.
type usage struct {
	cpu    time.Duration
	memory float64 // MB
}

// tick is the unit in which the kernel counts a process's time: USER_HZ, 100 on every Linux.
const tick = 10 * time.Millisecond

func use(s *server) (usage, error) { return useOf(s.cmd.Process.Pid) }

func useOf(pid int) (u usage, err error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, err
	}
	// After the name in brackets: state, parent, ...; the 12th and 13th are the time in user and in kernel.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	if len(fields) < 13 {
		return u, errors.New("/proc/PID/stat has another form here")
	}
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(f)
		if err != nil {
			return u, err
		}
		u.cpu += time.Duration(n) * tick
	}
	if u.memory, err = pss(pid); err != nil {
		return u, err
	}
	lists, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	if err != nil {
		return u, err
	}
	for _, list := range lists {
		text, err := os.ReadFile(list)
		if err != nil {
			continue // a thread that has just ended
		}
		for _, child := range strings.Fields(string(text)) {
			id, err := strconv.Atoi(child)
			if err != nil {
				return u, err
			}
			of, err := useOf(id)
			if err != nil {
				return u, err
			}
			u.cpu, u.memory = u.cpu+of.cpu, u.memory+of.memory
		}
	}
	return u, nil
}

// pss is a process's share of memory, in MB.
func pss(pid int) (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "Pss:"); ok {
			kB, err := strconv.ParseFloat(strings.Fields(value)[0], 64)
			return kB * 1024 / 1e6, err
		}
	}
	return 0, errors.New("/proc/PID/smaps_rollup names no Pss")
}
