// Package firefox lets tests drive a real Firefox, by its own WebDriver BiDi. It knows the few things that the
// tests of the single file ask: windows, scripts in them, keys, pictures.
package firefox

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// names are what Firefox is called on the systems it is packaged for.
var names = []string{"firefox-esr", "firefox"}

// prefs keep the browser from asking anybody anything: its own services are off, and whatever a page asks goes to a port
// where nobody listens.
const prefs = `
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.no_proxies_on", "");
user_pref("network.dns.disabled", true);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("browser.startup.page", 0);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("dom.disable_open_during_load", false);
user_pref("webgl.force-enabled", true);
user_pref("webgl.forbid-software", false);
`

// Browser is one running Firefox with a fresh profile.
type Browser struct {
	command *exec.Cmd
	screen  *exec.Cmd // a screen that nobody sees: without one, Firefox draws no WebGL on a machine without a graphics card
	profile string
	socket  *websocket.Conn
	ctx     context.Context
	cancel  context.CancelFunc

	mu      sync.Mutex
	next    int
	waiting map[int]chan answer
	log     []string
}

type answer struct {
	ID      int             `json:"id"`
	Type    string          `json:"type"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
}

// Find is the path of the browser. The error says how to get one.
func Find() (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("there is no Firefox on this machine (looked for %v); `make test` installs Debian's, elsewhere install the package firefox-esr", names)
}

var listening = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// Start starts a browser; more are lines for its user.js.
func Start(more ...string) (b *Browser, err error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	b = &Browser{waiting: map[int]chan answer{}}
	if b.profile, err = os.MkdirTemp("", "firefox"); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(b.profile, "user.js"), []byte(prefs+strings.Join(more, "\n")), 0o644); err != nil {
		return nil, err
	}
	b.ctx, b.cancel = context.WithCancel(context.Background())
	display, err := b.startScreen()
	if err != nil {
		b.Close()
		return nil, err
	}
	b.command = exec.Command(path, "--no-remote", "--profile", b.profile, "--remote-debugging-port", "0", "--width", "1280", "--height", "900", "about:blank")
	b.command.Env = append(os.Environ(), "DISPLAY="+display, "MOZ_CRASHREPORTER_DISABLE=1", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+b.profile)
	said, err := b.command.StderrPipe()
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			b.Close()
		}
	}()
	if err := b.command.Start(); err != nil {
		return nil, err
	}
	address := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(said)
		for lines.Scan() {
			if m := listening.FindStringSubmatch(lines.Text()); m != nil {
				address <- m[1]
			}
		}
	}()
	select {
	case at := <-address:
		ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
		defer cancel()
		if b.socket, _, err = websocket.Dial(ctx, strings.TrimSuffix(at, "/")+"/session", nil); err != nil {
			return b, fmt.Errorf("%s does not answer: %w", path, err)
		}
	case <-time.After(patience):
		return b, fmt.Errorf("%s did not start within %v", path, patience)
	}
	b.socket.SetReadLimit(64 << 20)
	go b.hear()
	if err = b.call("session.new", map[string]any{"capabilities": map[string]any{}}, nil); err != nil {
		return b, err
	}
	return b, b.call("session.subscribe", map[string]any{"events": []string{"log.entryAdded", "network.beforeRequestSent"}}, nil)
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	b.cancel()
	for _, c := range []*exec.Cmd{b.command, b.screen} {
		if c != nil && c.Process != nil {
			c.Process.Kill()
			c.Wait()
		}
	}
	os.RemoveAll(b.profile)
}

// startScreen starts a screen in memory and answers with its name for DISPLAY.
func (b *Browser) startScreen() (string, error) {
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		return "", fmt.Errorf("there is no Xvfb on this machine, the screen that Firefox is tested on; `make test` installs Debian's, elsewhere install the package xvfb")
	}
	number, written, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer number.Close()
	b.screen = exec.Command(path, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	b.screen.ExtraFiles = []*os.File{written}
	err = b.screen.Start()
	written.Close()
	if err != nil {
		return "", err
	}
	line, err := bufio.NewReader(number).ReadString('\n') // comes once the screen is there, and ends if it fails
	if err != nil {
		return "", fmt.Errorf("%s does not start: %w", path, err)
	}
	return ":" + strings.TrimSpace(line), nil
}

// hear takes answers and events until the connection ends.
func (b *Browser) hear() {
	for {
		_, text, err := b.socket.Read(b.ctx)
		if err != nil {
			return
		}
		var a answer
		if json.Unmarshal(text, &a) != nil {
			continue
		}
		b.mu.Lock()
		if a.Type == "event" {
			b.note(a)
		} else if to := b.waiting[a.ID]; to != nil {
			delete(b.waiting, a.ID)
			to <- a
		}
		b.mu.Unlock()
	}
}

// note keeps what pages logged, and what they asked of others than themselves.
func (b *Browser) note(a answer) {
	var e struct {
		Level, Text string
		Request     struct{ URL string }
	}
	if json.Unmarshal(a.Params, &e) != nil {
		return
	}
	own := strings.HasPrefix(e.Request.URL, "file:") || strings.HasPrefix(e.Request.URL, "blob:") || strings.HasPrefix(e.Request.URL, "data:") || strings.HasPrefix(e.Request.URL, "about:")
	switch {
	case a.Method == "log.entryAdded" && (e.Level == "error" || e.Level == "warn"):
		b.log = append(b.log, e.Level+": "+e.Text)
	case a.Method == "network.beforeRequestSent" && !own:
		b.log = append(b.log, "asked for "+e.Request.URL)
	}
}

// Log lists the warnings and errors that pages logged, and the addresses they asked for, since it was last called.
func (b *Browser) Log() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	log := b.log
	b.log = nil
	return log
}

// call sends a command and reads its result into to.
func (b *Browser) call(method string, params any, to any) error {
	b.mu.Lock()
	b.next++
	id, come := b.next, make(chan answer, 1)
	b.waiting[id] = come
	b.mu.Unlock()
	text, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := b.socket.Write(ctx, websocket.MessageText, text); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case a := <-come:
		if a.Type == "error" {
			return fmt.Errorf("%s: %s: %s", method, a.Error, a.Message)
		}
		if to == nil {
			return nil
		}
		return json.Unmarshal(a.Result, to)
	case <-ctx.Done():
		return fmt.Errorf("%s: no answer within %v", method, patience)
	}
}

// patience is how long a page has to do what a test waits for. It only decides how soon a failure is told.
const patience = 60 * time.Second
