package main

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// pollAt serves with a class poll and answers with what is printed until the phones' address stands there.
func pollAt(t *testing.T, args ...string) (printed string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	t.Cleanup(func() { r.Close() })
	m := Main{Stdout: w, Stderr: w, Player: player(t)}
	ended := make(chan int, 1)
	go func() {
		ended <- m.Run(ctx, append([]string{"serve", "-poll"}, args...))
		w.Close()
	}()
	stop = func() int { cancel(); return <-ended }
	for part := make([]byte, 4096); !strings.Contains(printed, "  phones "); {
		n, err := r.Read(part)
		if printed += string(part[:n]); err != nil {
			t.Fatalf("serve ended: %s", printed)
		}
	}
	go io.Copy(io.Discard, r)
	return printed, stop
}

func TestAPollPrintsThePresentersAndThePhonesAddress(t *testing.T) {
	printed, stop := pollAt(t, "-addr", "127.0.0.1:0")
	found := regexp.MustCompile(`present at  (http://127\.0\.0\.1:\d+/)en/present/#poll=([A-Z2-7]{26})\n`).FindStringSubmatch(printed)
	if found == nil || !strings.Contains(printed, "  phones at   "+found[1]+"p\n") {
		t.Fatalf("printed:\n%s", printed)
	}
	if res, err := http.Get(found[1] + "p"); err != nil || res.StatusCode != 200 {
		t.Errorf("the phones' page: %v, %v", res, err)
	}
	r, err := http.NewRequest("GET", found[1]+"poll/lead?after=0", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Poll-Key", found[2])
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(res.Body); res.StatusCode != 200 || !strings.Contains(string(body), `"address":"`+found[1]+`p"`) {
		t.Errorf("the key that was printed: %d %s", res.StatusCode, body)
	}
	// A phone that waits must not keep the program from ending.
	waited := make(chan struct{})
	go func() {
		defer close(waited)
		if res, err := http.Post(found[1]+"poll/join", "", nil); err == nil {
			secret, _ := io.ReadAll(res.Body)
			r, _ := http.NewRequest("GET", found[1]+"poll/view?after=1", nil)
			r.Header.Set("X-Poll-Phone", string(secret))
			http.DefaultClient.Do(r)
		}
	}()
	if code := stop(); code != 0 {
		t.Errorf("ended with %d, want 0", code)
	}
	<-waited
}

func TestAConfiguredAddressIsTheOneForPhones(t *testing.T) {
	printed, stop := pollAt(t, "-addr", "127.0.0.1:0", "-poll-address", "https://class.example/room/")
	if !strings.Contains(printed, "  phones at   https://class.example/room/p\n") {
		t.Errorf("printed:\n%s", printed)
	}
	stop()
}

func TestWithoutThePollFlagThePollIsNotServed(t *testing.T) {
	address, stop := start(t)
	defer stop()
	for _, path := range []string{"p", "poll/lead", "poll/view", "poll/code.svg"} {
		if res, err := http.Get(address + path); err != nil || res.StatusCode != 404 {
			t.Errorf("%s: %v, %v; want 404", path, res, err)
		}
	}
}

func TestAnImpossiblePollIsRefusedInOneLine(t *testing.T) {
	for args, want := range map[string]string{
		"serve -poll-address 10.0.0.5":         "add -poll",
		"serve -poll -poll-address ftp://a.b":  "write it like 192.168.1.23",
		"serve -poll -addr 127.0.0.1:nonsense": "write -addr like",
	} {
		code, _, stderr := run(t, strings.Fields(args)...)
		if code == 0 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, want) {
			t.Errorf("%s: code %d, %q; want one line with %q", args, code, stderr, want)
		}
	}
}
