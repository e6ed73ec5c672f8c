package embed

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	devpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for something that must come. It only decides how soon a failure is told.
const patience = 60 * time.Second

// tab is one browser tab with a host page in it.
type tab struct {
	t   testing.TB
	ctx context.Context

	mu     sync.Mutex
	worlds map[cdp.FrameID]runtime.ExecutionContextID
	faults []string // uncaught exceptions, of the page and of frames
	said   []string // what was written to the console
}

// view is the size of a tab in CSS px.
type view struct{ w, h int64 }

// blank opens an empty tab, which is closed when the test ends.
func blank(t testing.TB, v view) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(chromium)
	t.Cleanup(cancel)
	p := &tab{t: t, ctx: ctx, worlds: map[cdp.FrameID]runtime.ExecutionContextID{}}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	call(p, runtime.Disable, cdp.Empty{}) // enabling anew reports the contexts there are
	call(p, runtime.Enable, cdp.Empty{})
	// A service worker would answer for the pages of every later test.
	call(p, devpage.AddScriptToEvaluateOnNewDocument, devpage.AddScriptToEvaluateOnNewDocumentParams{Source: `delete Navigator.prototype.serviceWorker`})
	p.resize(v)
	return p
}

// open opens an address in a new tab, which is closed when the test ends.
func open(t testing.TB, url string, v view) *tab {
	t.Helper()
	p := blank(t, v)
	p.visit(url)
	return p
}

func (p *tab) visit(url string) {
	p.t.Helper()
	p.do(chromedp.Navigate(url))
}

func (p *tab) resize(v view) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: v.w, Height: v.h, DeviceScaleFactor: 1})
}

func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExecutionContextCreated:
		var aux struct {
			IsDefault bool        `json:"isDefault"`
			FrameID   cdp.FrameID `json:"frameId"`
		}
		if json.Unmarshal(e.Context.AuxData, &aux) == nil && aux.IsDefault {
			p.worlds[aux.FrameID] = e.Context.ID
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		p.faults = append(p.faults, text)
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, a := range e.Args {
			words = append(words, strings.Trim(string(a.Value), `"`))
		}
		p.said = append(p.said, strings.Join(words, " "))
	}
}

// do runs the library's own actions.
func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 2*patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// call runs one command of the protocol.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 2*patience)
	defer cancel()
	got, err := chromedp.Call(ctx, command, params)
	if err != nil {
		p.t.Fatalf("%s: %v", command.Method, err)
	}
	return got
}

// js evaluates an expression in the host page; a promise is awaited.
func js[T any](p *tab, expression string) T {
	p.t.Helper()
	return evaluate[T](p, expression, 0)
}

// within evaluates an expression in a frame.
func within[T any](p *tab, f cdp.FrameID, expression string) T {
	p.t.Helper()
	p.mu.Lock()
	id := p.worlds[f]
	p.mu.Unlock()
	return evaluate[T](p, expression, id)
}

func evaluate[T any](p *tab, expression string, world runtime.ExecutionContextID) (value T) {
	p.t.Helper()
	yes := true
	got := call(p, runtime.Evaluate, runtime.EvaluateParams{Expression: expression, ReturnByValue: &yes, AwaitPromise: &yes, IncludeCommandLineAPI: &yes, ContextID: world})
	if got.ExceptionDetails != nil {
		why := got.ExceptionDetails.Text
		if x := got.ExceptionDetails.Exception; x != nil {
			why = x.Description
		}
		p.t.Fatalf("%s: %s", expression, why)
	}
	if got.Result != nil && len(got.Result.Value) > 0 {
		if err := json.Unmarshal(got.Result.Value, &value); err != nil {
			p.t.Fatalf("%s: %v", expression, err)
		}
	}
	return value
}

// until waits until an expression of the host page holds.
func (p *tab) until(expression string) {
	p.t.Helper()
	p.wait(expression, func() bool { return js[bool](p, "!!("+expression+")") })
}

// untilIn waits until an expression holds in a frame.
func (p *tab) untilIn(f cdp.FrameID, expression string) {
	p.t.Helper()
	p.wait(expression, func() bool { return within[bool](p, f, "!!("+expression+")") })
}

func (p *tab) wait(what string, holds func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(25 * time.Millisecond) {
		if holds() {
			return
		}
	}
	p.t.Fatalf("this never came to hold: %s\nconsole: %q\nexceptions: %q", what, p.said, p.faults)
}

// frames lists the frames of the page in the order in which they came.
func (p *tab) frames() (all []cdp.FrameID) {
	p.t.Helper()
	for _, f := range call(p, devpage.GetFrameTree, cdp.Empty{}).FrameTree.ChildFrames {
		all = append(all, f.Frame.ID)
	}
	return all
}

// frame waits for the n-th frame that has a document of the site.
func (p *tab) frame(n int) cdp.FrameID {
	p.t.Helper()
	var id cdp.FrameID
	p.wait("a player in frame "+fmt.Sprint(n), func() bool {
		left := n
		for _, f := range p.frames() {
			if !p.plays(f) {
				continue
			}
			if left == 0 {
				id = f
				return true
			}
			left--
		}
		return false
	})
	return id
}

// plays reports whether a frame holds the player's document.
func (p *tab) plays(f cdp.FrameID) bool {
	p.mu.Lock()
	world, known := p.worlds[f]
	p.mu.Unlock()
	if !known {
		return false
	}
	yes := true
	// The context may go while the frame is on its way to its document.
	got, err := chromedp.Call(p.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: `!!document.getElementById("player")`, ReturnByValue: &yes, ContextID: world})
	return err == nil && got.Result != nil && string(got.Result.Value) == "true"
}

// quiet fails the test if anything threw.
func (p *tab) quiet() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.faults) > 0 {
		p.t.Errorf("uncaught: %q", p.faults)
	}
}

// back goes one entry back in the tab's history.
func (p *tab) back() {
	p.t.Helper()
	h := call(p, devpage.GetNavigationHistory, cdp.Empty{})
	call(p, devpage.NavigateToHistoryEntry, devpage.NavigateToHistoryEntryParams{EntryID: h.Entries[h.CurrentIndex-1].ID})
}

// printed runs look while the page is laid out as on paper.
func (p *tab) printed(f cdp.FrameID, look func()) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	p.resize(view{700, 1000}) // A4 with margins
	look()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
}

// prefer sets one preference of the reader's device.
func (p *tab) prefer(feature, value string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}})
}
