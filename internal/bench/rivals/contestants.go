package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/wasm/built"
)

// kind is what part a contestant has.
type kind int

const (
	ours  kind = iota // the product as it is
	rival             // the same scene, as a newsroom would write it with a library
	floor             // the released engine with as little as it takes
	bare              // a page with nothing in it: what the browser itself takes
)

// contestant is one of those compared.
type contestant struct {
	name  string // in the tables
	id    string // of its folder and for -only
	kind  kind
	webgl bool // draws through WebGL, which this machine's processor has to do
	marks bool // draws the scene; the others are measured as they are
	path  string
	host  *host
}

// field is everybody, in the order of the tables.
func field() []*contestant {
	return []*contestant{
		{name: "Open Cases", id: "ours", kind: ours, webgl: true, marks: true, path: "en/player/strikes/"},
		{name: "D3 and SVG", id: "d3", kind: rival, marks: true},
		{name: "Canvas 2D by hand", id: "canvas", kind: rival, marks: true},
		{name: "PixiJS ParticleContainer", id: "pixi", kind: rival, webgl: true, marks: true},
		{name: "ECharts", id: "echarts", kind: rival, marks: true},
		{name: "Ebitengine, marks by DrawTriangles32", id: "marks", kind: floor, webgl: true, marks: true},
		{name: "Ebitengine, empty", id: "empty", kind: floor, webgl: true},
		{name: "a page with nothing in it", id: "nothing", kind: bare},
	}
}

//go:embed page.html floor.html
var documents embed.FS

var templates = template.Must(template.ParseFS(documents, "*.html"))

// builder makes what the contestants are served from.
type builder struct {
	here  string // folder of this package: scenes and node_modules
	cache string // ignored folder for what takes long
	scene *scene
}

// open builds a contestant and lets it be served.
func (b *builder) open(c *contestant) (err error) {
	var h http.Handler
	switch c.kind {
	case ours:
		h, err = product()
	case rival:
		h, err = b.rival(c)
	case floor:
		h, err = b.floor(c)
	case bare:
		h = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, blank) })
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	c.host, err = open(h)
	return err
}

const blank = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Nothing</title><link rel="icon" href="data:,"><p>Nothing.`

// hosts serves, at /ID/, an article of another site that holds the contestant in a frame, with a long way to scroll.
func hosts(contestants []*contestant, s *stage) http.Handler {
	mux := http.NewServeMux()
	for _, c := range contestants {
		mux.HandleFunc("/"+c.id+"/", func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, blank)
			if c.kind != bare {
				size, query := s.windows[c.kind], ""
				if c.kind == ours {
					query = "?beat=1" // play sweeps the timeline from its start
				}
				fmt.Fprintf(w, `<iframe src="%s%s%s" title="The scene" width="%d" height="%d"></iframe>`, c.host.URL, c.path, query, size.w, size.h)
			}
			io.WriteString(w, `<div style="height:6000px"></div><p>The end.`)
		})
	}
	return mux
}

func product() (http.Handler, error) {
	player, err := built.Load()
	if err != nil {
		return nil, err
	}
	if player.Quality < 11 {
		return nil, fmt.Errorf("the player is packed with Brotli %d; run: make build without FAST=1", player.Quality)
	}
	s, err := site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return nil, err
	}
	return serve.Handler(s), nil
}

// rival bundles a scene as a newsroom would ship it: one document, modules without what is not used, minified.
func (b *builder) rival(c *contestant) (files, error) {
	if _, err := os.Stat(filepath.Join(b.here, "node_modules")); err != nil {
		return nil, fmt.Errorf("its packages are not here; run: npm ci --prefix internal/bench/rivals --ignore-scripts")
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:   []string{filepath.Join(b.here, "scenes", c.id, "scene.js")},
		AbsWorkingDir: b.here, Outdir: "/out", EntryNames: "[name]-[hash]", ChunkNames: "[name]-[hash]",
		Bundle: true, Splitting: true, Format: api.FormatESModule, Target: api.ES2022, Platform: api.PlatformBrowser,
		MinifyIdentifiers: true, MinifySyntax: true, MinifyWhitespace: true, LegalComments: api.LegalCommentsNone,
		Define:   map[string]string{"process.env.NODE_ENV": `"production"`},
		LogLevel: api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return nil, fmt.Errorf("%s", strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	out := files{}
	var entry string
	for _, f := range result.OutputFiles {
		name := path.Base(f.Path)
		if strings.HasPrefix(name, "scene-") {
			entry = name
		}
		if err := out.add(name, b.cache, true, f.Contents); err != nil {
			return nil, err
		}
	}
	return out, b.document(out, "page.html", map[string]any{"Title": c.name, "Scripts": []string{entry}})
}

// floor builds a program against the released engine, as go.mod has it.
func (b *builder) floor(c *contestant) (files, error) {
	program := filepath.Join(b.cache, c.id+".wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, "./floor/"+c.id)
	build.Dir = b.here
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if text, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, text)
	}
	body, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	runner, err := runner()
	if err != nil {
		return nil, err
	}
	out := files{}
	if err := out.add("program.wasm", b.cache, true, body); err != nil {
		return nil, err
	}
	if err := out.add("wasm_exec.js", b.cache, true, runner); err != nil {
		return nil, err
	}
	return out, b.document(out, "floor.html", map[string]any{"Title": c.name, "Program": "program.wasm"})
}

// runner is the script with which Go's WebAssembly runs, of the toolchain that compiles it.
func runner() ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
}

func (b *builder) document(out files, name string, values map[string]any) error {
	numbers, err := json.Marshal(b.scene)
	if err != nil {
		return err
	}
	for k, v := range map[string]any{
		"Data": template.JS(numbers), "W": b.scene.W, "H": b.scene.H, "Width": b.scene.W, "Heading": b.scene.Totals[len(b.scene.Totals)-1],
		"Ground": template.CSS(b.scene.Inks["ground"]), "Text": template.CSS(b.scene.Inks["text"]), "Quiet": template.CSS(b.scene.Inks["quiet"]),
	} {
		values[k] = v
	}
	var page bytes.Buffer
	if err := templates.ExecuteTemplate(&page, name, values); err != nil {
		return err
	}
	return out.add("index.html", b.cache, false, page.Bytes())
}

// versions are those of the packages, as the lock file has them.
func versions(here string) (map[string]string, error) {
	text, err := fs.ReadFile(os.DirFS(here), "package-lock.json")
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		return nil, err
	}
	found := map[string]string{}
	for name, p := range lock.Packages {
		if name, ok := strings.CutPrefix(name, "node_modules/"); ok {
			found[name] = p.Version
		}
	}
	return found, nil
}

// folders are the one with the scenes and the ignored one for what takes long to make.
func folders() (here, cache string, err error) {
	here, err = filepath.Abs("internal/bench/rivals")
	if err != nil {
		return "", "", err
	}
	if _, err := os.Stat(filepath.Join(here, "package.json")); err != nil {
		return "", "", fmt.Errorf("run this from the top folder of the project: %w", err)
	}
	cache, err = filepath.Abs("build/bench")
	if err != nil {
		return "", "", err
	}
	return here, cache, os.MkdirAll(cache, 0o755)
}
