package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBundleWritesTheWholeSiteAsOneFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "open cases.html")
	for range 2 { // the second time over its own
		m := Main{Stdout: &bytes.Buffer{}, Stderr: os.Stderr, Player: player(t)}
		if code := m.Run(t.Context(), []string{"bundle", "-out", name}); code != exitOK {
			t.Fatalf("code %d", code)
		}
		if out := m.Stdout.(*bytes.Buffer).String(); !strings.Contains(out, "is in "+name) || !strings.Contains(out, "bytes") {
			t.Errorf("printed %q", out)
		}
	}
	body, err := os.ReadFile(name)
	if err != nil || !bytes.HasPrefix(body, []byte("<!doctype html>")) || !bytes.HasSuffix(bytes.TrimSpace(body), []byte("</html>")) {
		t.Errorf("%d bytes, %v", len(body), err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("%d files are left in the folder", len(entries))
	}
}

func TestBundleDoesNotOverwriteOtherFiles(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "thesis.html")
	if err := os.WriteFile(name, []byte("<p>mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		code int
		says string
	}{
		{nil, exitUsage, "-out is missing"},
		{[]string{"-out", name}, exitFault, "did not write"},
		{[]string{"-out", dir}, exitFault, "name a file"},
		{[]string{"-out", filepath.Join(dir, "none", "x.html")}, exitFault, "cannot be written"},
		{[]string{"-out", name, "-url", "example.org"}, exitFault, "did not write"},
	} {
		code, stdout, stderr := run(t, append([]string{"bundle"}, tt.args...)...)
		if code != tt.code || stdout != "" || !strings.Contains(stderr, tt.says) {
			t.Errorf("%q: code %d, %q and %q; want %d and %q", tt.args, code, stdout, stderr, tt.code, tt.says)
		}
	}
	if body, err := os.ReadFile(name); err != nil || string(body) != "<p>mine" {
		t.Errorf("the file of somebody else holds %q (%v)", body, err)
	}
	if code, _, stderr := run(t, "bundle", "-out", name, "-force"); code != exitOK {
		t.Errorf("with -force: code %d, %q", code, stderr)
	}
}
