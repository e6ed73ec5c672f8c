package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestHandoutWritesAPDFAndRefusesWhatItCannotSet(t *testing.T) {
	out := filepath.Join(t.TempDir(), "handout.pdf")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"-out", out}, exitOK, "The handout is in"},
		{[]string{"-out", out, "-paper", "letter"}, exitOK, "The handout is in"},
		{nil, exitUsage, "-out is missing"},
		{[]string{"-out", out, "-paper", "A5"}, exitUsage, "A4 or Letter"},
		{[]string{"-out", out, "-lang", "xx"}, exitUsage, "not a language of this site"},
		{[]string{"-out", filepath.Join(out, "below.pdf")}, exitFault, "cannot be written"},
	} {
		var stdout, stderr bytes.Buffer
		m := Main{Stdout: &stdout, Stderr: &stderr}
		code := m.Run(context.Background(), append([]string{"handout"}, c.args...))
		if output := stdout.String() + stderr.String(); code != c.code || !strings.Contains(output, c.says) {
			t.Errorf("%q ends with %d and says %q, want %d and %q", c.args, code, output, c.code, c.says)
		}
	}
	if body, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(body, []byte("%PDF-")) {
		t.Errorf("no PDF was written: %v", err)
	}
}
