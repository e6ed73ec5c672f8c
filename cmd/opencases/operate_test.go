package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// screen is what a command prints, read while it prints.
type screen struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// find waits until something is printed.
func (s *screen) find(t *testing.T, pattern string) string {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if m := regexp.MustCompile(pattern).FindString(s.String()); m != "" {
			return m
		}
	}
	t.Fatalf("%s is not printed:\n%s", pattern, s.String())
	return ""
}

func TestAServerIsSetUpByTheEnvironmentAndFlagsComeFirst(t *testing.T) {
	t.Setenv("OPENCASES_ADDR", "127.0.0.1:0")
	t.Setenv("OPENCASES_BASE", "/from/environment/")
	t.Setenv("OPENCASES_LOG", "json")
	t.Setenv("OPENCASES_METRICS_ADDR", "127.0.0.1:0")
	t.Setenv("OPENCASES_PORT", "tcp://10.0.0.1:8080") // as Kubernetes sets for a service of this name
	ctx, cancel := context.WithCancel(t.Context())
	out, errs := &screen{}, &screen{}
	m := Main{Stdout: out, Stderr: errs, Player: player(t)}
	ended := make(chan int)
	go func() { ended <- m.Run(ctx, []string{"serve", "-base", "/from/flag"}) }()
	address := strings.TrimPrefix(out.find(t, `is at http://\S+/`), "is at ")
	if !strings.HasSuffix(address, "/from/flag/") {
		t.Errorf("it serves at %s", address)
	}
	metrics := strings.TrimPrefix(out.find(t, `metrics are at http://\S+`), "metrics are at ")
	for _, at := range []string{address + "en/", metrics} {
		res, err := http.Get(at)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(res.Body)
		if res.Body.Close(); res.StatusCode != 200 || at == metrics && !strings.Contains(string(text), "opencases_info{version=") {
			t.Errorf("%s: %s", at, res.Status)
		}
	}
	errs.find(t, `"path":"/from/flag/en/","status":200`)
	cancel()
	if code := <-ended; code != 0 {
		t.Errorf("it ends with %d: %s", code, errs)
	}
	errs.find(t, `"msg":"closed"`)
}

func TestASetUpThatCannotBeIsRefusedWithWhatWouldBeRight(t *testing.T) {
	for args, want := range map[string]string{
		"-base /a/../b":                        `-base: "/a/../b" is no path`,
		"-trusted-proxies example.org":         "-trusted-proxies: \"example.org\" is no address",
		"-log xml":                             "write text or json",
		"-tls-cert a.pem":                      "give both",
		"-tls-cert a -tls-key b -acme c.org":   "give one of them",
		"-redirect-addr :80":                   "add -tls-cert and -tls-key, or -acme",
		"-acme-email a@b.org":                  "add -acme",
		"-max-connections -1":                  "not below 0",
		"-drain-timeout -1s":                   "not below 0",
		"-poll -base /x/":                      "phones find the poll at the root",
		"-poll -acme cases.org -acme-cache /x": "give -poll-address",
		"-drain-delay soon":                    "see opencases serve -h",
	} {
		if code, stdout, stderr := run(t, append([]string{"serve"}, strings.Fields(args)...)...); code != exitUsage || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("serve %s: code %d, %q, %q; want %q", args, code, stdout, stderr, want)
		}
	}
	if code, _, stderr := run(t, "serve", "-tls-cert", "none.pem", "-tls-key", "none.key"); code != exitFault || !strings.Contains(stderr, "none.pem") || !strings.Contains(stderr, "no such file") {
		t.Errorf("a certificate that is not there: code %d, %q", code, stderr)
	}
	t.Setenv("OPENCASES_DRAIN_DELAY", "soon")
	if code, _, stderr := run(t, "serve"); code != exitUsage || !strings.Contains(stderr, `OPENCASES_DRAIN_DELAY="soon" is no value for -drain-delay`) {
		t.Errorf("a bad variable: code %d, %q", code, stderr)
	}
}

// What -h prints and README.md says must be all that there is.
func TestEveryFlagIsExplainedAndHasItsVariable(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	m := Main{Stdout: io.Discard, Stderr: io.Discard, Player: player(t)}
	for name, c := range m.commands() {
		flags := flag.NewFlagSet(name, flag.ContinueOnError)
		c.setup(flags)
		_, help, _ := run(t, name, "-h")
		own, variables, _ := strings.Cut(help, "read from the environment:")
		flags.VisitAll(func(f *flag.Flag) {
			if !regexp.MustCompile(`(?m)^  (-[\w-]+ \S+, )?-`+f.Name+`\b`).MatchString(own) && !strings.Contains(own, "-"+f.Name+" ") {
				t.Errorf("%s -h does not explain -%s", name, f.Name)
			}
			if !regexp.MustCompile(`(?m)^  -` + f.Name + ` +` + variable(f) + `$`).MatchString(variables) {
				t.Errorf("%s -h does not name the variable of -%s:\n%s", name, f.Name, variables)
			}
			if !regexp.MustCompile("`[^`\n]*-" + f.Name + "\\b").Match(readme) {
				t.Errorf("README.md does not speak of -%s", f.Name)
			}
		})
	}
}

func TestARecordThatIsReplacedWhileItIsServedChangesNothing(t *testing.T) {
	dir := copyRecord(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	out, errs := &screen{}, &screen{}
	m := Main{Stdout: out, Stderr: errs, Player: player(t)}
	ended := make(chan int)
	go func() { ended <- m.Run(ctx, []string{"serve", "-addr", "127.0.0.1:0", "-data", dir}) }()
	address := strings.TrimPrefix(out.find(t, `is at http://\S+/`), "is at ")
	want, err := os.ReadFile(dir + "/events.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, []byte("another thing"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"data/events.csv", "en/gap/", "open-cases.html", "version.json", "en/nothing/"} {
		res, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(res.Body)
		if res.Body.Close(); (res.StatusCode == 200) != (path != "en/nothing/") || res.StatusCode >= 500 {
			t.Errorf("%s: %s", path, res.Status)
		}
		if path == "data/events.csv" && !bytes.Equal(body, want) {
			t.Errorf("the record that is served is not the one that was read")
		}
	}
	cancel()
	if code := <-ended; code != 0 {
		t.Errorf("it ends with %d: %s", code, errs)
	}
}
