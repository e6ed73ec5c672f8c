package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/internal/site"
	"opencases/wasm/built"
)

// run runs the command to its end and answers with what it printed.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	m := Main{Stdout: &out, Stderr: &errs, Player: player(t)}
	code = m.Run(t.Context(), args)
	return code, out.String(), errs.String()
}

// player stands in for the built WebAssembly, which the command only passes on.
func player(t testing.TB) func() (built.Player, error) {
	t.Helper()
	return func() (built.Player, error) {
		f := asset.NewFile("", "application/wasm", bytes.Repeat([]byte("a test"), 50))
		return built.Player{
			Manifest: built.Manifest{SHA256: strings.Repeat("0a", 32), Size: 300},
			Brotli:   f.Encoded(asset.Brotli), Gzip: f.Encoded(asset.Gzip), Support: []byte("globalThis.Go=1"),
		}, nil
	}
}

func TestEveryCommandLineHasItsExitCode(t *testing.T) {
	empty := t.TempDir()
	for _, tt := range []struct {
		args           string
		code           int
		stdout, stderr string // parts of what must be printed
	}{
		{"", 2, "", "Usage:"},
		{"help", 0, "opencases serve", ""},
		{"help bundle", 0, "opencases bundle -out", ""},
		{"help nothing", 2, "", "there is no command"},
		{"help help", 2, "", "there is no command"},
		{"-h", 0, "opencases build", ""},
		{"serve -h", 0, "-addr HOST:PORT", ""},
		{"build -h", 0, "-out DIR", ""},
		{"check -h", 0, "file:line: column", ""},
		{"bundle -h", 0, "-out FILE", ""},
		{"version -h", 0, "Prints the commit", ""},
		{"version", 0, "opencases ", ""},
		{"check", 0, "the record is sound", ""},
		{"dance", 2, "", `no command "dance"`},
		{"serve -fast", 2, "", "see opencases serve -h"},
		{"serve now", 2, "", `"now" is one word too many`},
		{"build", 2, "", "-out is missing"},
		{"build -out " + empty + "/x -url example.org", 2, "", "write it like https://"},
		{"check -data " + empty + "/none", 1, "", "cannot be read: no such file or directory"},
		{"check -data run.go", 1, "", "cannot be read: not a directory"},
		{"serve -addr 127.0.0.1:http0", 1, "", "write -addr like 127.0.0.1:8080"},
	} {
		code, stdout, stderr := run(t, strings.Fields(tt.args)...)
		if code != tt.code || !strings.Contains(stdout, tt.stdout) || !strings.Contains(stderr, tt.stderr) {
			t.Errorf("opencases %s: code %d, printed %q and %q; want code %d with %q and %q", tt.args, code, stdout, stderr, tt.code, tt.stdout, tt.stderr)
		}
		if tt.code == 0 && stderr != "" || tt.code != 0 && stdout != "" {
			t.Errorf("opencases %s: answers belong on stdout, complaints on stderr: %q, %q", tt.args, stdout, stderr)
		}
	}
}

// copyRecord writes the built-in record into a folder and lets change edit a file of it.
func copyRecord(t *testing.T, change map[string]func(string) string) string {
	t.Helper()
	dir := t.TempDir()
	names, err := fs.Glob(data.FS, "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := data.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if edit := change[name]; edit != nil {
			text = []byte(edit(string(text)))
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestEveryFaultOfARecordIsPrintedWithItsPlace(t *testing.T) {
	dir := copyRecord(t, map[string]func(string) string{
		"assessments.csv": func(s string) string { return strings.Replace(s, "2017-11,", "2017-1x,", 1) },
		"events.csv":      func(s string) string { return strings.Replace(s, "airwars-35", "nowhere-1", 1) },
	})
	for _, command := range []string{"check", "serve -addr 127.0.0.1:0", "build -out " + t.TempDir() + "/out"} {
		code, stdout, stderr := run(t, append(strings.Fields(command), "-data", dir)...)
		if code != 1 || stdout != "" {
			t.Errorf("%s: code %d, stdout %q; want 1 and nothing", command, code, stdout)
		}
		for _, want := range []*regexp.Regexp{
			regexp.MustCompile(`assessments\.csv:\d+: .*2017-1x.*; `),
			regexp.MustCompile(`events\.csv:2: .*nowhere-1.*; `),
		} {
			if !want.MatchString(stderr) {
				t.Errorf("%s prints %q, want a line like %s", command, stderr, want)
			}
		}
	}
}

func TestARecordWithoutTextsTakesTheBuiltInOnes(t *testing.T) {
	code, stdout, stderr := run(t, "check", "-data", copyRecord(t, nil))
	if code != 0 || !strings.Contains(stdout, "the record is sound") {
		t.Errorf("code %d, %q, %q", code, stdout, stderr)
	}
}

// copyWords writes the built-in texts beside a record and lets change edit a file of them.
func copyWords(t *testing.T, dir string, change map[string]func(string) string) {
	t.Helper()
	if err := os.CopyFS(filepath.Join(dir, "words"), mustSub(t, data.FS, "words")); err != nil {
		t.Fatal(err)
	}
	for name, edit := range change {
		path := filepath.Join(dir, "words", name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(edit(string(text))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func mustSub(t *testing.T, fsys fs.FS, dir string) fs.FS {
	t.Helper()
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

// reword replaces the text of a key in a file of texts.
func reword(key, text string) func(string) string {
	line := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + `,("[^"]*"|[^",]*),`)
	return func(s string) string { return line.ReplaceAllLiteralString(s, key+`,`+text+`,`) }
}

func TestATextThatDoesNotFitIsReportedWithItsPlace(t *testing.T) {
	const chinese = "联军公布的每百五十七次空袭中仅有一次造成平民伤亡的说法"
	for name, c := range map[string]struct{ key, text, want string }{
		"laid out": {"label.rate.survey", chinese, ""},
		"too long for a phone": {"label.cases.blank", strings.Repeat(chinese, 20),
			`^opencases check: words/en/labels\.csv:\d+:19: key label\.cases\.blank: the text \(540 characters\) finds no room in the narrow picture of chapter [a-z]+, beat \d, view [a-z]+, [A-Z][a-z]+ 20\d\d; shorten it to \d\d\d characters or less\n$`},
		"an event's name": {"label.event.2017-03-17", strings.Repeat(chinese, 12),
			`^opencases check: words/en/labels\.csv:\d+:24: key .*\(324 characters\) finds no room in any picture; shorten it to \d+ characters or less\n$`},
	} {
		dir := copyRecord(t, nil)
		copyWords(t, dir, map[string]func(string) string{"en/labels.csv": reword(c.key, c.text)})
		code, stdout, stderr := run(t, "check", "-data", dir)
		if c.want == "" && (code != 0 || !strings.Contains(stdout, "the record is sound")) {
			t.Errorf("%s: code %d, %q", name, code, stderr)
		}
		if c.want != "" && (code != 1 || stdout != "" || !regexp.MustCompile(c.want).MatchString(stderr)) {
			t.Errorf("%s: code %d, printed %.800q, want %s", name, code, stderr, c.want)
		}
	}
}

func TestAProgramWithoutThePlayerSaysHowToBuildIt(t *testing.T) {
	var out, errs bytes.Buffer
	m := Main{Stdout: &out, Stderr: &errs, Player: func() (built.Player, error) { return built.Player{}, built.ErrNotBuilt }}
	if code := m.Run(t.Context(), []string{"serve"}); code != 1 || !strings.Contains(errs.String(), "run: make build") {
		t.Errorf("code %d, %q", code, errs.String())
	}
}

func TestBuildWritesWhatServeServes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	code, stdout, stderr := run(t, "build", "-out", dir)
	if code != 0 || !strings.Contains(stdout, "files are in "+dir) {
		t.Fatalf("code %d, %q, %q", code, stdout, stderr)
	}
	address, stop := start(t)
	defer stop()
	client := http.Client{Transport: &http.Transport{DisableCompression: true}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	compared := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == stamp {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name, coding := filepath.ToSlash(rel), "identity"
		if strings.HasPrefix(name, "hosting/") || name == ".htaccess" || name == "_headers" {
			return nil // for other servers
		}
		for ending, c := range map[string]string{".br": "br", ".gz": "gzip"} {
			if strings.HasSuffix(name, ending) {
				name, coding = strings.TrimSuffix(name, ending), c
			}
		}
		// The server packs each file anew, which takes long: all files are compared as they are, some packed.
		if coding != "identity" && len(name)%4 != 0 {
			return nil
		}
		request, err := http.NewRequest("GET", address+strings.TrimSuffix(name, "index.html"), nil)
		if err != nil {
			return err
		}
		request.Header.Set("Accept-Encoding", coding)
		request.Header.Set("Sec-Fetch-Dest", "document") // as browsers do; others get whole addresses in a page's links
		res, err := client.Do(request)
		if err != nil {
			return err
		}
		defer res.Body.Close()
		if res.StatusCode == http.StatusFound {
			return nil // a page that only leads on: the server redirects instead
		}
		served, err := io.ReadAll(res.Body)
		if err != nil {
			return err
		}
		written, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !bytes.Equal(served, written) {
			t.Errorf("%s: %d bytes written, %d served (%s)", rel, len(written), len(served), res.Status)
		}
		compared++
		return nil
	})
	if err != nil || compared < 80 {
		t.Errorf("%d files compared: %v", compared, err)
	}
}

func TestBuildingAgainReplacesOnlyWhatWasBuilt(t *testing.T) {
	small := site.New([]string{"en"}, asset.NewFile("en/index.html", "text/html", []byte("<p>page</p>")))
	dir := filepath.Join(t.TempDir(), "public")
	for range 2 {
		if err := checkOutputFolder(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := writeSite(t.Context(), small, dir, false); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, "old.html")); err == nil {
			t.Error("building again leaves old files")
		}
		if err := os.WriteFile(filepath.Join(dir, "old.html"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "thesis.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(t, "build", "-out", foreign); code != 1 || !strings.Contains(stderr, "did not write") {
		t.Errorf("a folder of somebody else: code %d, %q", code, stderr)
	}
}

// lineWriter hands on the first line that is printed.
type lineWriter struct {
	once sync.Once
	line chan string
}

func (w *lineWriter) Write(p []byte) (int, error) {
	w.once.Do(func() { w.line <- string(p) })
	return len(p), nil
}

// start serves on a free port until stop is called; stop answers with the exit code.
func start(t *testing.T) (address string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out := &lineWriter{line: make(chan string, 1)}
	var errs bytes.Buffer
	m := Main{Stdout: out, Stderr: &errs, Player: player(t)}
	ended := make(chan int, 1)
	go func() { ended <- m.Run(ctx, []string{"serve", "-addr", "127.0.0.1:0"}) }()
	select {
	case line := <-out.line:
		address = regexp.MustCompile(`http://\S+/`).FindString(line)
	case code := <-ended:
		t.Fatalf("serve ended with %d: %s", code, errs.String())
	}
	return address, func() int { cancel(); return <-ended }
}

func TestServePrintsItsAddressAndEndsCleanly(t *testing.T) {
	address, stop := start(t)
	res, err := http.Get(address + "healthz")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("healthz: %s", res.Status)
	}
	if code := stop(); code != 0 {
		t.Errorf("ended with %d, want 0", code)
	}
	if c, err := net.DialTimeout("tcp", strings.Trim(address, "htp:/"), time.Second); err == nil {
		c.Close()
		t.Error("the port is still open after the end")
	}
}

func TestAPortInUseIsReportedInOneLine(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	code, _, stderr := run(t, "serve", "-addr", l.Addr().String())
	if code != 1 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, l.Addr().String()+" is in use") {
		t.Errorf("code %d, %q", code, stderr)
	}
}
