package report

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// Machine says what a benchmark ran on.
type Machine struct {
	CPU      string            `json:"cpu"`
	Cores    int               `json:"cores"`
	Memory   string            `json:"memory"`
	System   string            `json:"system"`
	Go       string            `json:"go"`
	Load     string            `json:"load"` // average number of running processes over 1, 5 and 15 minutes at the start
	Versions map[string]string `json:"versions,omitempty"`
}

// ThisMachine reads what the system tells; what it does not tell stays empty. Versions are for the caller to add.
func ThisMachine() Machine {
	m := Machine{Cores: runtime.NumCPU(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, Versions: map[string]string{}}
	m.CPU = field("/proc/cpuinfo", "model name")
	m.Memory = field("/proc/meminfo", "MemTotal")
	if system := field("/etc/os-release", "PRETTY_NAME"); system != "" {
		m.System += ", " + strings.Trim(system, `"`)
	}
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		m.Load = strings.Join(strings.Fields(string(load))[:3], " ")
	}
	return m
}

// field is the first value of a name in a file of "name: value" or "name=value" lines.
func field(file, name string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if at := strings.IndexAny(line, ":="); at > 0 && strings.TrimSpace(line[:at]) == name {
			return strings.TrimSpace(line[at+1:])
		}
	}
	return ""
}

// Version is the first line that a program prints when asked for its version, or "".
func Version(program string, args ...string) string {
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(first)
}

// String is one line for people.
func (m Machine) String() string {
	line := fmt.Sprintf("%s, %d cores, %s memory, %s, %s, load %s", m.CPU, m.Cores, m.Memory, m.System, m.Go, m.Load)
	for _, name := range slices.Sorted(maps.Keys(m.Versions)) {
		line += fmt.Sprintf(", %s %s", name, m.Versions[name])
	}
	return line
}
