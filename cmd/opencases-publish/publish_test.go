package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// The command is this test's own program, started again with a variable.
func TestMain(m *testing.M) {
	if os.Getenv("PUBLISH_FOR_A_TEST") != "" {
		main()
	}
	os.Exit(m.Run())
}

const pages, assets = 12, 24

// writeSite writes a small site in a version, as build does: pages that name assets, some of which all versions share.
func writeSite(t *testing.T, dir string, version int) {
	t.Helper()
	type entry struct {
		Path      string   `json:"path"`
		Type      string   `json:"type"`
		Cache     string   `json:"cache"`
		Encodings []string `json:"encodings"`
	}
	var all []entry
	add := func(path, kind, cache, body string, packed bool) {
		e := entry{path, kind, cache, []string{}}
		name := filepath.Join(dir, filepath.FromSlash(path))
		os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
		if packed {
			e.Encodings = []string{"br", "gzip"}
			var b bytes.Buffer
			w := gzip.NewWriter(&b)
			io.WriteString(w, body)
			w.Close()
			os.WriteFile(name+".gz", b.Bytes(), 0o644)
		}
		all = append(all, e)
	}
	const forever = "public, max-age=31536000, immutable"
	var names []string
	for i := range assets {
		name := fmt.Sprintf("assets/own-%d-%d.js", version, i)
		if i%2 == 0 {
			name = fmt.Sprintf("assets/shared-%d.js", i)
		}
		add(name, "text/javascript; charset=utf-8", forever, name+strings.Repeat(" code", 200), true)
		names = append(names, name)
	}
	for i := range pages {
		add(fmt.Sprintf("en/%d/index.html", i), "text/html; charset=utf-8", "no-cache", fmt.Sprintf("version %d needs %s", version, strings.Join(names, " ")), true)
	}
	add(fmt.Sprintf("en/only-%d/index.html", version), "text/html; charset=utf-8", "no-cache", "version", false)
	add("data/events.csv", "text/csv; charset=utf-8", "no-cache", strings.Repeat("date,event\n", 50), true)
	add("sw.js", "text/javascript; charset=utf-8", "no-cache", fmt.Sprintf("version %d", version), false)
	text, _ := json.Marshal(map[string]any{"files": all})
	os.MkdirAll(filepath.Join(dir, "hosting"), 0o755)
	if err := os.WriteFile(filepath.Join(dir, "hosting", "files.json"), text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func site(t *testing.T, version int) string {
	dir := filepath.Join(t.TempDir(), fmt.Sprint(version))
	writeSite(t, dir, version)
	return dir
}

// store is a server that speaks S3. before is asked before each request; an error is answered as a fault.
type store struct {
	url    string // of the bucket, for the command
	http   string // of its objects
	writes atomic.Int64
	keys   []string
	cache  map[string]string // Cache-Control of what was written: this server does not keep it
	mu     sync.Mutex
	before func(r *http.Request) int
}

func newStore(t *testing.T) *store {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("cases"); err != nil {
		t.Fatal(err)
	}
	s := &store{cache: map[string]string{}}
	next := gofakes3.New(backend).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		before := s.before
		if r.Method == "PUT" || r.Method == "DELETE" {
			s.writes.Add(1)
			key := strings.TrimPrefix(r.URL.Path, "/cases/")
			s.keys, s.cache[key] = append(s.keys, r.Method+" "+key), r.Header.Get("Cache-Control")
		}
		s.mu.Unlock()
		if before != nil {
			if status := before(r); status != 0 {
				w.WriteHeader(status)
				return
			}
		}
		next.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "eu-central-1", "AWS_MAX_ATTEMPTS": "1", "AWS_EC2_METADATA_DISABLED": "true"} {
		t.Setenv(name, value)
	}
	s.url = "s3://cases?endpoint=" + server.URL + "&use_path_style=true&region=eu-central-1"
	s.http = server.URL + "/cases/"
	return s
}

func (s *store) reset() (keys []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys, s.keys = s.keys, nil
	return keys
}

func (s *store) get(t *testing.T, key string) (string, http.Header) {
	t.Helper()
	r, _ := http.NewRequest("GET", s.http+key, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != 200 {
		return "", nil
	}
	var body io.Reader = res.Body
	if res.Header.Get("Content-Encoding") == "gzip" {
		if body, err = gzip.NewReader(res.Body); err != nil {
			t.Fatal(err)
		}
	}
	text, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), res.Header
}

func publish(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, &o, &e)
	return code, o.String(), e.String()
}

func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, errs := publish(t, args...)
	if code != 0 {
		t.Fatalf("%v: %d, %s", args, code, errs)
	}
	return out
}

var asset = regexp.MustCompile(`assets/[\w.-]+`)

// check looks at every page: whole, of one of the versions, and with all that it names.
func (s *store) check(t *testing.T, what string, versions ...int) (found map[int]int) {
	t.Helper()
	found = map[int]int{}
	known := map[string]bool{}
	for i := range pages {
		text, _ := s.get(t, fmt.Sprintf("en/%d/index.html", i))
		var version int
		if _, err := fmt.Sscanf(text, "version %d needs", &version); err != nil || !slices.Contains(versions, version) {
			t.Errorf("%s: page %d is %.30q", what, i, text)
			continue
		}
		found[version]++
		names := asset.FindAllString(text, -1)
		if len(names) != assets {
			t.Errorf("%s: page %d is cut off", what, i)
		}
		for _, name := range names {
			if !known[name] {
				if body, _ := s.get(t, name); !strings.HasPrefix(body, name) {
					t.Errorf("%s: page %d of version %d needs %s, which is %.30q", what, i, version, name, body)
				}
				known[name] = true
			}
		}
	}
	return found
}

func TestObjectsCarryTheirTypeEncodingAndCacheRuleAndOnlyWhatChangedIsWritten(t *testing.T) {
	s := newStore(t)
	one, two := site(t, 1), site(t, 2)
	must(t, one, s.url)
	for key, want := range map[string][3]string{
		"assets/shared-0.js": {"text/javascript; charset=utf-8", "gzip", "public, max-age=31536000, immutable"},
		"en/0/index.html":    {"text/html; charset=utf-8", "gzip", "no-cache"},
		"data/events.csv":    {"text/csv; charset=utf-8", "", "no-cache"},
		"sw.js":              {"text/javascript; charset=utf-8", "", "no-cache"},
	} {
		text, head := s.get(t, key)
		if text == "" || head.Get("Content-Type") != want[0] || head.Get("Content-Encoding") != want[1] || s.cache[key] != want[2] {
			t.Errorf("%s: %d bytes, %v", key, len(text), head)
		}
	}
	keys := s.reset()
	at := func(key string) int { return slices.Index(keys, "PUT "+key) }
	for i, key := range keys {
		if strings.HasPrefix(key, "PUT assets/") && i > at("en/0/index.html") || strings.HasPrefix(key, "PUT en/") && (i > at("sw.js") || i < at("data/events.csv")) {
			t.Errorf("%s is written at the wrong time: %v", key, keys)
		}
	}
	if out := must(t, one, s.url); !strings.HasPrefix(out, "0 of ") || s.writes.Load() != int64(len(keys)) {
		t.Errorf("the same again: %s", out)
	}
	if out := must(t, "-dry-run", two, s.url); strings.Count(out, "would write") != assets/2+pages+2 || len(s.reset()) != 0 {
		t.Errorf("a dry run says %s", out)
	}
	if out := must(t, two, s.url); !strings.HasPrefix(out, fmt.Sprintf("%d of ", assets/2+pages+2)) {
		t.Errorf("the next version: %s", out)
	}
	if found := s.check(t, "version 2", 2); found[2] != pages {
		t.Errorf("%v", found)
	}
}

func TestAssetsOfTheEditionsBeforeAreKeptAndOnlyTheProgramsOwnIsPruned(t *testing.T) {
	s := newStore(t)
	r, _ := http.NewRequest("PUT", s.http+"letters/mine.html", strings.NewReader("mine"))
	if res, err := http.DefaultClient.Do(r); err != nil || res.StatusCode != 200 {
		t.Fatal(res, err)
	}
	for version := 1; version <= 4; version++ {
		must(t, "-prune", "-keep", "2", site(t, version), s.url)
		for v := 1; v <= version; v++ {
			text, _ := s.get(t, fmt.Sprintf("assets/own-%d-1.js", v))
			page, _ := s.get(t, fmt.Sprintf("en/only-%d/index.html", v))
			if (text != "") != (v >= version-1) || (page != "") != (v == version) {
				t.Errorf("after version %d, of version %d there are an asset %v and a page %v", version, v, text != "", page != "")
			}
		}
	}
	if text, _ := s.get(t, "letters/mine.html"); text != "mine" {
		t.Error("somebody else's object is gone")
	}
	must(t, site(t, 5), s.url)
	if text, _ := s.get(t, "assets/own-3-1.js"); text == "" {
		t.Error("without -prune something is removed")
	}
	// Back to the version before: its assets are there, so only pages are written.
	s.reset()
	must(t, site(t, 4), s.url)
	for _, key := range s.reset() {
		if strings.HasPrefix(key, "PUT assets/") {
			t.Errorf("rolling back writes %s", key)
		}
	}
	s.check(t, "rolled back", 4)
}

// Killed without warning, at twenty moments.
func TestARunThatIsKilledLeavesEveryPageWholeAndIsFinishedByTheNext(t *testing.T) {
	s := newStore(t)
	must(t, site(t, 1), s.url)
	random := rand.New(rand.NewPCG(1, 2))
	before, among := 0, 0
	last := 1
	for n := range 20 {
		version := n + 2
		dir := site(t, version)
		ctx, kill := context.WithCancel(t.Context())
		at := s.writes.Load() + 1 + int64(random.IntN(assets/2+pages+2))
		s.mu.Lock()
		s.before = func(r *http.Request) int {
			if (r.Method == "PUT") && s.writes.Load() >= at {
				kill()
				time.Sleep(20 * time.Millisecond) // the signal is on its way; what it would write is still to come
				return http.StatusServiceUnavailable
			}
			return 0
		}
		s.mu.Unlock()
		cmd := exec.CommandContext(ctx, os.Args[0], dir, s.url)
		cmd.Env = append(os.Environ(), "PUBLISH_FOR_A_TEST=1")
		if out, err := cmd.CombinedOutput(); err == nil {
			t.Errorf("run %d was not killed: %s", n, out)
		}
		kill()
		s.mu.Lock()
		s.before = nil
		s.mu.Unlock()
		found := s.check(t, fmt.Sprintf("killed in run %d", n), last, version)
		if found[version] == 0 {
			before++
		} else if found[version] < pages {
			among++
		}
		must(t, dir, s.url)
		if found := s.check(t, fmt.Sprintf("after run %d", n), version); found[version] != pages {
			t.Errorf("run %d again: %v", n, found)
		}
		last = version
	}
	if before < 3 || among < 3 {
		t.Errorf("%d were killed before the pages, %d among them: this does not try what it should", before, among)
	}
}

func TestAFaultOfTheStoreIsSaidWithWhatStands(t *testing.T) {
	for _, tt := range []struct {
		name  string
		fails func(*http.Request) bool
		want  string
	}{
		{"no right to read", func(r *http.Request) bool { return r.Method == "GET" }, "nothing is changed"},
		{"no right to look", func(r *http.Request) bool { return r.Method == "HEAD" }, "nothing is changed"},
		{"no right to write", func(r *http.Request) bool { return r.Method == "PUT" }, "the old site stands"},
		{"wrong half way", func(r *http.Request) bool { return r.Method == "PUT" && strings.Contains(r.URL.Path, "own-2-7") }, "the old site stands. Run it again"},
		{"wrong among pages", func(r *http.Request) bool { return r.Method == "PUT" && strings.Contains(r.URL.Path, "en/") }, "some pages are new, each with all that it needs. Run it again"},
	} {
		s := newStore(t)
		must(t, site(t, 1), s.url)
		s.before = func(r *http.Request) int {
			if tt.fails(r) {
				return http.StatusForbidden
			}
			return 0
		}
		code, out, errs := publish(t, site(t, 2), s.url)
		if code != 1 || out != "" || !strings.Contains(errs, tt.want) {
			t.Errorf("%s: %d, %q, %q; want %q", tt.name, code, out, errs, tt.want)
		}
		s.before = nil
		s.check(t, tt.name, 1, 2)
	}
}

func TestWhatAnInterruptedRunLeftIsPrunedLater(t *testing.T) {
	s := newStore(t)
	must(t, site(t, 1), s.url)
	s.before = func(r *http.Request) int {
		if r.Method == "PUT" && strings.Contains(r.URL.Path, "en/") {
			return http.StatusForbidden
		}
		return 0
	}
	if code, _, _ := publish(t, site(t, 2), s.url); code != 1 {
		t.Fatalf("code %d", code)
	}
	s.before = nil
	if text, _ := s.get(t, "assets/own-2-1.js"); text == "" {
		t.Fatal("nothing was left")
	}
	must(t, "-prune", "-keep", "1", site(t, 3), s.url)
	for _, key := range []string{"assets/own-1-1.js", "assets/own-2-1.js"} {
		if text, _ := s.get(t, key); text != "" {
			t.Errorf("%s stays for ever", key)
		}
	}
	s.check(t, "pruned", 3)
}

func TestVersionsThatStayAreKeptWhileTheFolderHoldsThem(t *testing.T) {
	s := newStore(t)
	dir := site(t, 1)
	for name, body := range map[string]string{"v/old/en/index.html": "pinned", "v/old/assets/a.js": "code"} {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
		os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644)
	}
	must(t, "-prune", dir, s.url)
	writeSite(t, dir, 2)
	must(t, "-prune", dir, s.url)
	writeSite(t, dir, 3)
	must(t, "-prune", dir, s.url)
	if text, head := s.get(t, "v/old/en/index.html"); text != "pinned" || s.cache["v/old/en/index.html"] != "no-cache" || head.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("a page of a version that stays is %q, %v", text, head)
	}
	if text, head := s.get(t, "v/old/assets/a.js"); text != "code" || !strings.Contains(s.cache["v/old/assets/a.js"], "immutable") || head == nil {
		t.Errorf("its asset is %q, %v", text, head)
	}
	os.RemoveAll(filepath.Join(dir, "v"))
	must(t, "-prune", dir, s.url)
	for _, key := range []string{"v/old/en/index.html", "v/old/assets/a.js"} {
		if text, _ := s.get(t, key); text != "" {
			t.Errorf("%s was withdrawn and is still there", key)
		}
	}
}

func TestAFolderIsABucketToo(t *testing.T) {
	to := filepath.Join(t.TempDir(), "mirror")
	os.Mkdir(to, 0o755)
	must(t, site(t, 1), "file://"+to+"?metadata=skip&no_tmp_dir=true")
	body, err := os.ReadFile(filepath.Join(to, "data", "events.csv"))
	if err != nil || !bytes.HasPrefix(body, []byte("date,")) {
		t.Errorf("%.20q, %v", body, err)
	}
}

func TestACommandLineThatCannotBeIsRefused(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 2, "name the folder and the bucket"},
		{[]string{"-keep", "0", "a", "b"}, 2, "-keep is at least 1"},
		{[]string{"-fast", "a", "b"}, 2, "see opencases-publish -h"},
		{[]string{dir, "mem://"}, 1, "is no site that opencases build has written"},
		{[]string{site(t, 1), "ftp://x"}, 1, "cannot be opened"},
	} {
		if code, out, errs := publish(t, tt.args...); code != tt.code || out != "" || !strings.Contains(errs, tt.want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: %d, %q, %q", tt.args, code, out, errs)
		}
	}
	if code, out, _ := publish(t, "-h"); code != 0 || !strings.Contains(out, "OPENCASES_DRY_RUN") {
		t.Errorf("-h: %d, %s", code, out)
	}
	t.Setenv("OPENCASES_KEEP", "many")
	if code, _, errs := publish(t, "a", "b"); code != 2 || !strings.Contains(errs, `OPENCASES_KEEP="many"`) {
		t.Errorf("a bad variable: %d, %s", code, errs)
	}
}
