package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"opencases/internal/bench/report"
)

// The README's part that is written by this program stands between these lines.
const (
	readmeStart = "<!-- rivals: written by go run ./internal/bench/rivals -readme -->"
	readmeEnd   = "<!-- rivals: end -->"
)

// inReadme are the tables that the README shows; the others are in bench/rivals.md.
var inReadme = []string{"start", "timeline", "regroup", "rest"}

// rewrite puts tables between the marks of a file.
func rewrite(file string, m report.Machine, all []report.Table) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	made := ""
	for _, t := range all {
		if slices.Contains(inReadme, t.Name) {
			if strings.Contains(t.Note, frameNote) && strings.Contains(made, frameNote) {
				t.Note = strings.TrimSpace(strings.Replace(t.Note, frameNote, "", 1)) // said once
			}
			made += t.Markdown() + "\n"
		}
	}
	after, err := replaced(string(text), made+"Medians (their ratio to ours) [smallest–largest]. Machine: "+m.String()+".\n")
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, []byte(after), 0o644)
}

// replaced puts a part between the marks of a text.
func replaced(text, part string) (string, error) {
	head, rest, ok := strings.Cut(text, readmeStart)
	_, tail, found := strings.Cut(rest, readmeEnd)
	if !ok || !found {
		return "", fmt.Errorf("the lines %q and %q are not there", readmeStart, readmeEnd)
	}
	return head + readmeStart + "\n\n" + part + "\n" + readmeEnd + tail, nil
}
