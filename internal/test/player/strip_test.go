package player

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"opencases/internal/engine"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

// printing keeps what a Go program prints, which its support script writes to the console.
func printing(p *browser.Tab) {
	p.Before(`globalThis.printed = []; console.log = (...parts) => printed.push(parts.join(" "))`)
}

func printed(p *browser.Tab) []string {
	p.T.Helper()
	return browser.Eval[[]string](p, `printed`)
}

// The program does what depends on the tables that engine.Strip blanks: it collects garbage in a deep stack, calls through reflect,
// asks for its callers, recovers, and ends with a panic.
func TestAStrippedProgramRunsAndPanicsAsBefore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "program.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "../../engine/testdata/stripped")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	stripped, err := engine.Strip(whole)
	if err != nil {
		t.Fatal(err)
	}
	tool, err := built.Load()
	if err != nil {
		t.Fatal(err)
	}
	run := func(module []byte) []string {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case "/":
				fmt.Fprint(w, `<!doctype html><link rel="icon" href="data:,"><script src="go.js"></script>`)
			case "/go.js":
				w.Header().Set("Content-Type", "text/javascript")
				w.Write(tool.Support)
			default:
				w.Header().Set("Content-Type", "application/wasm")
				w.Write(module)
			}
		}))
		t.Cleanup(server.Close)
		p := chromium.Tab(t, printing)
		p.Open(server.URL)
		p.Log.Expect(`console.warning: exit code: 2`)
		p.Do(`const go = new Go(); await go.run((await WebAssembly.instantiateStreaming(fetch("program.wasm"), go.importObject)).instance)`)
		return printed(p)
	}
	want, got := run(whole), run(stripped)
	// Up to the panic all is the same. After it the stack differs: names and lines are gone.
	last := slices.Index(want, "panic: on purpose")
	if last < 5 || len(got) <= last || !slices.Equal(got[:last+1], want[:last+1]) {
		t.Fatalf("stripped, it prints\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	rest := strings.Join(got[last:], "\n")
	if !strings.Contains(rest, "goroutine 1 [running]:") || strings.Contains(rest, ".go:") {
		t.Errorf("the stack of a stripped program: %s", rest)
	}
}

func TestAPanicInTheEngineIsTold(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet, printing)
	live(p)
	p.Log.Expect(`console.warning: exit code: 2`)
	p.Log.Expect(`console.warning: opencases: the engine ended`)
	p.Log.Bear(`exception: Uncaught Error: Go program has already exited`) // what was on its way to it, as the key's coming up
	p.Do(`const { awake } = opencases; opencases.awake = (is, ms) => { awake(is, ms); if (!is) throw new Error("a fault on purpose"); }`)
	p.Key("PageDown")
	p.Wait("the quiet line", `document.querySelector("#status button")`)
	if text := p.Text("#status"); !strings.Contains(text, english.String("status.lost")) {
		t.Errorf("the line says %q", text)
	}
	if lines := strings.Join(printed(p), "\n"); !strings.Contains(lines, "panic: JavaScript error: a fault on purpose") {
		t.Errorf("the console says %q", lines)
	}
}

// A fault that a command meets is the command's answer.
func TestAFaultInACommandIsItsAnswer(t *testing.T) {
	p := player(t, "gap", "", browser.Quiet)
	live(p)
	if got := browser.Eval[string](p, `opencases.command()`); !strings.Contains(got, "index out of range [0] with length 0") {
		t.Errorf("the answer is %q", got)
	}
	p.Key("PageDown")
	at(p, "count", 1)
}
