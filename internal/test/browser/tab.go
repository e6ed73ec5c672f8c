package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Tab is one window of the browser, or a frame in it. A failing command fails the test.
type Tab struct {
	T   T
	Log *Log

	ctx     context.Context
	browser *Browser
	top     *Tab                  // the window a frame stands in; nil for a window
	idle    page.ScriptIdentifier // of the script that takes service workers away
	worlds  *worlds
	inside  func() (string, bool) // the world of a frame that shares its window's process, else nil
}

// Option prepares a tab before it opens anything.
type Option func(*Tab)

// Tab opens an empty window of its own, 1280 px wide and 800 high. It is closed when the test ends; whatever its pages
// logged, or asked of other origins, fails the test then, unless the test has said that it expects it. Its pages find no
// service workers, because one would answer for the pages of every later test; the option Workers leaves them there.
func (b *Browser) Tab(t T, options ...Option) *Tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	p := &Tab{T: t, Log: &Log{}, ctx: ctx, browser: b, worlds: &worlds{}}
	if err := p.attach(); err != nil {
		cancel()
		t.Fatalf("a tab cannot be opened: %v", err)
	}
	p.Size(1280, 800)
	p.idle = p.Before(`delete Navigator.prototype.serviceWorker`)
	for _, o := range options {
		o(p)
	}
	t.Cleanup(func() {
		if t.Failed() {
			p.keep()
		}
		cancel()
		p.Log.judge(t)
	})
	return p
}

// Workers is the option of a reader whose browser has service workers.
func Workers(p *Tab) {
	Call(p, page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: p.idle})
}

// attach starts the recorders. It is the first thing done in a target.
func (p *Tab) attach() error {
	if err := chromedp.Listen(p.ctx, p.Log.hear); err != nil {
		return err
	}
	if err := chromedp.Listen(p.ctx, p.worlds.hear); err != nil {
		return err
	}
	return p.Log.enable(p.ctx)
}

// Frame attaches to the frame whose address holds part, once it is there. Its log is the window's.
func (p *Tab) Frame(part string) *Tab {
	p.T.Helper()
	var id target.ID
	var inside func() (string, bool)
	p.until("a frame at "+part, func() bool {
		if tree, err := chromedp.Call(p.ctx, page.GetFrameTree, cdp.Empty{}); err == nil {
			if frame, ok := frameAt(tree.FrameTree.ChildFrames, part); ok {
				inside = func() (string, bool) { return p.worlds.of(frame) }
				return true
			}
		}
		infos, err := chromedp.Targets(p.ctx)
		if err != nil {
			return false
		}
		for _, info := range infos {
			if info.Type == "iframe" && strings.Contains(info.URL, part) {
				id = info.TargetID
				return true
			}
		}
		return false
	})
	if inside != nil {
		return &Tab{T: p.T, Log: p.Log, ctx: p.ctx, browser: p.browser, top: p, worlds: p.worlds, inside: inside}
	}
	ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
	p.T.Cleanup(cancel)
	f := &Tab{T: p.T, Log: p.Log, ctx: ctx, browser: p.browser, top: p, worlds: &worlds{}}
	if err := f.attach(); err != nil {
		p.T.Fatalf("frame at %s: %v", part, err)
	}
	return f
}

// Open goes to an address and waits until it is loaded.
func (p *Tab) Open(url string) {
	p.T.Helper()
	p.do("open "+url, chromedp.Navigate(url))
}

// Go goes to an address and waits for nothing of it.
func (p *Tab) Go(url string) {
	p.T.Helper()
	Call(p, page.Navigate, page.NavigateParams{URL: url})
}

// Before runs a script in every document that the tab opens from now on, before the document's own.
func (p *Tab) Before(script string) page.ScriptIdentifier {
	p.T.Helper()
	return Call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}).Identifier
}

// Call sends one command of the browser's protocol.
func Call[P, R any](p *Tab, command cdp.Command[P, R], params P) R {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.Call(ctx, command, params)
	if err != nil {
		p.T.Fatalf("%s: %v", command.Method, err)
	}
	return r
}

func (p *Tab) do(what string, a chromedp.Action[chromedp.Void]) {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, a); err != nil {
		p.T.Fatalf("%s: %v", what, err)
	}
}

// Eval evaluates an expression in the document, waits if it is a promise, and gives its value.
func Eval[T any](p *Tab, expression string, args ...any) T {
	p.T.Helper()
	v, err := eval[T](p, script(expression, args))
	if err != nil {
		p.T.Fatalf("%s: %v", expression, err)
	}
	return v
}

func eval[T any](p *Tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	var world string
	if p.inside != nil {
		id, ok := p.inside()
		if !ok {
			return *new(T), errors.New("the frame has no document that runs scripts")
		}
		world = id
	}
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise, func(e *runtime.EvaluateParams) {
		yes := true
		e.UserGesture, e.UniqueContextID = &yes, world
	}))
	if errors.Is(err, chromedp.ErrJSUndefined) || errors.Is(err, chromedp.ErrJSNull) {
		return v, nil
	}
	return v, err
}

// script puts arguments into an expression, written as %s, as JSON.
func script(expression string, args []any) string {
	if len(args) == 0 {
		return expression
	}
	texts := make([]any, len(args))
	for i, a := range args {
		text, err := json.Marshal(a)
		if err != nil {
			panic(err) // only a test can pass what has no JSON
		}
		texts[i] = string(text)
	}
	return fmt.Sprintf(expression, texts...)
}

// Do runs statements in the document and forgets their value.
func (p *Tab) Do(statements string, args ...any) {
	p.T.Helper()
	Eval[any](p, "(async () => {"+script(statements, args)+"})()")
}

// Wait waits until an expression is true. what says it for people: "the picture rests".
func (p *Tab) Wait(what, expression string, args ...any) {
	p.T.Helper()
	text := script("!!("+expression+")", args)
	p.until(what, func() bool {
		ok, err := eval[bool](p, text)
		return err == nil && ok
	})
}

// Until waits until what a test itself can see is so. what says it for people.
func (p *Tab) Until(what string, ok func() bool) {
	p.T.Helper()
	p.until(what, ok)
}

// until asks again and again; what did not come in time fails the test and leaves a picture of the page.
func (p *Tab) until(what string, ok func() bool) {
	p.T.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(15 * time.Millisecond) {
		if time.Now().After(end) || p.ctx.Err() != nil {
			p.T.Fatalf("waited in vain: %s\n%s", what, p.Log)
		}
	}
}

// keep leaves a picture of the page among the artifacts of a failed test (go test -artifacts).
func (p *Tab) keep() {
	ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
	defer cancel()
	shot, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		return
	}
	name := filepath.Join(p.T.ArtifactDir(), "page.png")
	if os.WriteFile(name, shot.Data, 0o644) == nil {
		p.T.Logf("the page at the end: %s", name)
	}
}
