// Package browser lets tests and tools drive a real headless Chromium and see what a person sees: texts, boxes, pixels,
// what has the focus, what was logged and what was asked of the network.
package browser

import (
	"context"
	"fmt"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// names are what Chromium is called on the systems it is packaged for.
var names = []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome"}

// Find is the path of the browser. The error says how to get one.
func Find() (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("there is no Chromium on this machine (looked for %v); `make test` installs Debian's, elsewhere install the package chromium", names)
}

// T is told of failures: a test, or a tool that ends with the first of them.
type T interface {
	Helper()
	Logf(format string, args ...any)
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Failed() bool
	Cleanup(func())
	ArtifactDir() string
}

// Browser is one running Chromium with a fresh profile.
type Browser struct {
	ctx  context.Context
	stop func()
}

// Flag is a switch of Chromium's command line: {"lang", "en-GB"}, or {"mute-audio", true}.
type Flag struct {
	Name  string
	Value any
}

// ComposeByDriver lets the graphics driver compose pages too, as where there is a graphics card: for benchmarks that choose it.
var ComposeByDriver = Flag{"disable-gpu-compositing", false}

// Start starts a browser that draws without a graphics card, talks to nobody but the pages' own servers, and isolates
// frames of other origins as a reader's browser does.
func Start(flags ...Flag) (*Browser, error) {
	ctx, stop, err := Launch(flags...)
	if err != nil {
		return nil, err
	}
	return &Browser{ctx, stop}, nil
}

// Launch starts the browser of Start for those who speak to it through chromedp themselves. A flag wins over Start's own of the
// same name; false leaves it out.
func Launch(flags ...Flag) (ctx context.Context, stop func(), err error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	opts := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.WindowSize(1280, 800),
	}
	for _, name := range []string{
		// Left to itself with SwiftShader, Chromium paints the page through that too, and whoever next speaks to WebGL
		// waits seconds for it: our start took 9.4 s so and 1.5 s this way, a canvas in 2D showed 9 frames a second and 57.
		// So the page is composed as on machines without a graphics card, and reads a WebGL canvas back for each frame.
		"disable-gpu-compositing",
		"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "disable-extensions",
		"disable-dev-shm-usage", "mute-audio", "hide-scrollbars", "metrics-recording-only", "enable-unsafe-swiftshader",
	} {
		opts = append(opts, chromedp.Flag(name, true))
	}
	opts = append(opts, chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("disable-features", "Translate,OptimizationHints,MediaRouter,AutofillServerCommunication"), chromedp.Flag("lang", "en-GB"))
	for _, f := range flags {
		opts = append(opts, chromedp.Flag(f.Name, f.Value))
	}
	alloc, freed := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, cancel := chromedp.NewContext(alloc)
	stop = func() { cancel(); freed() }
	if err := chromedp.Do(ctx); err != nil { // starts it
		stop()
		return nil, nil, fmt.Errorf("%s does not start: %w", path, err)
	}
	return ctx, stop, nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() { b.stop() }

// patience is how long a page has to do what a test waits for. It only decides how soon a failure is told.
const patience = 60 * time.Second
