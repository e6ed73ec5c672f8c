// Package embed puts the player on host pages of other origins, in a real browser, with other people's real
// parent scripts, and holds it to what it promises a newsroom.
package embed

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

// libraries is where npm puts the parent scripts that package.json pins.
const libraries = "testdata/node_modules"

// ours is the address of the site, theirs that of the host pages: two origins, and two sites to a browser.
var (
	ours, theirs string
	chromium     context.Context
	pages        = &hosts{made: map[string]hostPage{}}
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "embed:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	if err := install(); err != nil {
		return 1, err
	}
	player, err := built.Load()
	if err != nil {
		return 1, err
	}
	made, err := site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return 1, err
	}
	child := httptest.NewServer(logged(keeping(serve.Handler(made))))
	defer child.Close()
	ours = child.URL + "/"

	host := httptest.NewServer(pages)
	defer host.Close()
	theirs = strings.Replace(host.URL, "127.0.0.1", "localhost", 1) + "/"

	var stop func()
	if chromium, stop, err = browser.Launch(oneProcess...); err != nil {
		return 1, err
	}
	defer stop()
	return m.Run(), nil
}

// oneProcess keeps every frame in one process, so that a test can look into frames of other origins, sandboxed ones too.
// Scrollbars take their room, as on most desks.
var oneProcess = []browser.Flag{
	{Name: "disable-site-isolation-trials", Value: true},
	{Name: "disable-features", Value: "site-per-process,IsolateOrigins,IsolateSandboxedIframes,Translate"},
	{Name: "enable-features", Value: "BackForwardCache"},
	{Name: "hide-scrollbars", Value: false},
}

// install fetches the parent scripts at their pinned versions, once.
func install() error {
	if _, err := os.Stat(filepath.Join(libraries, "reveal.js")); err == nil {
		return nil
	}
	// Not npm ci: one library names a folder of its makers' own among what it needs, which ci refuses to leave out.
	c := exec.Command("npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--no-bin-links")
	c.Dir = "testdata"
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("npm install in internal/test/embed/testdata: %w\n%s", err, out)
	}
	return nil
}

// asked counts requests to the site by path.
var asked struct {
	sync.Mutex
	paths []string
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Lock()
		asked.paths = append(asked.paths, r.URL.Path)
		asked.Unlock()
		next.ServeHTTP(w, r)
	})
}

// requests lists the paths asked of the site since the last call.
func requests() []string {
	asked.Lock()
	defer asked.Unlock()
	all := asked.paths
	asked.paths = nil
	return all
}
