package firefox

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// T is told of failures.
type T interface {
	Helper()
	Fatalf(format string, args ...any)
	Cleanup(func())
}

// Window is one window or tab.
type Window struct {
	T       T
	browser *Browser
	context string
}

// Window opens an empty window; it is closed when the test ends.
func (b *Browser) Window(t T) *Window {
	t.Helper()
	var made struct{ Context string }
	if err := b.call("browsingContext.create", map[string]any{"type": "window"}, &made); err != nil {
		t.Fatalf("a window cannot be opened: %v", err)
	}
	return b.window(t, made.Context)
}

func (b *Browser) window(t T, context string) *Window {
	w := &Window{t, b, context}
	t.Cleanup(func() { b.call("browsingContext.close", map[string]any{"context": context}, nil) })
	return w
}

func (b *Browser) contexts(t T) (all []string) {
	t.Helper()
	var tree struct{ Contexts []struct{ Context string } }
	if err := b.call("browsingContext.getTree", map[string]any{"maxDepth": 0}, &tree); err != nil {
		t.Fatalf("%v", err)
	}
	for _, c := range tree.Contexts {
		all = append(all, c.Context)
	}
	return all
}

// Opened is the window that do makes a page open.
func (w *Window) Opened(do func()) *Window {
	w.T.Helper()
	before := w.browser.contexts(w.T)
	do()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		for _, c := range w.browser.contexts(w.T) {
			if !slices.Contains(before, c) {
				return w.browser.window(w.T, c)
			}
		}
	}
	w.T.Fatalf("no window was opened")
	return nil
}

// Open goes to an address and waits until it is loaded.
func (w *Window) Open(url string) {
	w.T.Helper()
	w.call("browsingContext.navigate", map[string]any{"url": url, "wait": "complete"}, nil)
}

// Before runs a script in every document of the browser from now on, before the document's own.
func (b *Browser) Before(t T, script string) {
	t.Helper()
	var made struct{ Script string }
	if err := b.call("script.addPreloadScript", map[string]any{"functionDeclaration": "() => {" + script + "}"}, &made); err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { b.call("script.removePreloadScript", map[string]any{"script": made.Script}, nil) })
}

// Reload loads the window's document again.
func (w *Window) Reload() {
	w.T.Helper()
	w.call("browsingContext.reload", map[string]any{"wait": "complete"}, nil)
}

// Size sets the window's inside in CSS px.
func (w *Window) Size(width, height int) {
	w.T.Helper()
	w.call("browsingContext.setViewport", map[string]any{"viewport": map[string]any{"width": width, "height": height}}, nil)
}

func (w *Window) call(method string, params map[string]any, to any) {
	w.T.Helper()
	params["context"] = w.context
	if err := w.browser.call(method, params, to); err != nil {
		w.T.Fatalf("%v", err)
	}
}

// Text evaluates an expression, waits if it is a promise, and gives its value as text.
func (w *Window) Text(expression string) string {
	w.T.Helper()
	text, err := w.eval(expression)
	if err != nil {
		w.T.Fatalf("%s: %v", expression, err)
	}
	return text
}

func (w *Window) eval(expression string) (string, error) {
	var done struct {
		Type             string
		Result           struct{ Value json.RawMessage }
		ExceptionDetails struct{ Text string }
	}
	err := w.browser.call("script.evaluate", map[string]any{
		"expression": "(async () => String(await (" + expression + ")))()", "target": map[string]any{"context": w.context}, "awaitPromise": true, "userActivation": true,
	}, &done)
	if err != nil {
		return "", err
	}
	if done.Type != "success" {
		return "", fmt.Errorf("%s", done.ExceptionDetails.Text)
	}
	var text string
	return text, json.Unmarshal(done.Result.Value, &text)
}

// Wait waits until an expression is true. what says it for people.
func (w *Window) Wait(what, expression string) {
	w.T.Helper()
	last := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		text, err := w.eval("!!(" + expression + ")")
		if err == nil && text == "true" {
			return
		}
		last = fmt.Sprint(text, " ", err)
	}
	w.T.Fatalf("waited in vain: %s (%s); pages logged %q", what, last, w.browser.Log())
}

// Press sends keys to the window. Named keys are written as WebDriver writes them, PageDown for one.
func (w *Window) Press(keys ...string) {
	w.T.Helper()
	var actions []map[string]any
	for _, key := range keys {
		if value, ok := named[key]; ok {
			key = value
		}
		actions = append(actions, map[string]any{"type": "keyDown", "value": key}, map[string]any{"type": "keyUp", "value": key})
	}
	w.call("input.performActions", map[string]any{"actions": []map[string]any{{"type": "key", "id": "keyboard", "actions": actions}}}, nil)
}

var named = map[string]string{"PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011", "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Enter": "\ue007", "Escape": "\ue00c"}

// Shot is what the window shows, as PNG.
func (w *Window) Shot() []byte {
	w.T.Helper()
	var shot struct{ Data string }
	w.call("browsingContext.captureScreenshot", map[string]any{}, &shot)
	picture, err := base64.StdEncoding.DecodeString(shot.Data)
	if err != nil {
		w.T.Fatalf("the screenshot cannot be read: %v", err)
	}
	return picture
}
