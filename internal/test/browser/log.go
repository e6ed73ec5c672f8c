package browser

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Log is what a tab's pages wrote to the console, threw, or had refused, and every address they asked for.
type Log struct {
	mu       sync.Mutex
	lines    []string
	requests []string
	expected []*regexp.Regexp
	borne    []*regexp.Regexp
	seen     map[*regexp.Regexp]bool
	origins  []string
}

// Expect says that lines of this form will be logged: a test for a failure expects its warning. A line that is expected
// and does not come fails the test too.
func (l *Log) Expect(form string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.expected = append(l.expected, regexp.MustCompile(form))
}

// Bear says that lines of this form may be logged, or not: what a browser says of its own work.
func (l *Log) Bear(form string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.borne = append(l.borne, regexp.MustCompile(form))
}

// Allow lets the tab's pages ask for addresses of a further origin. The origin of the first request is always allowed.
func (l *Log) Allow(address string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.origins = append(l.origins, origin(address))
}

// Requests lists the addresses asked for so far.
func (l *Log) Requests() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.requests...)
}

// Asked reports whether an address that holds part was asked for.
func (l *Log) Asked(part string) bool {
	for _, r := range l.Requests() {
		if strings.Contains(r, part) {
			return true
		}
	}
	return false
}

// Lines lists what was logged.
func (l *Log) Lines() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.lines...)
}

// String is the log for a failure's report.
func (l *Log) String() string {
	if lines := l.Lines(); len(lines) > 0 {
		return "the page logged:\n  " + strings.Join(lines, "\n  ")
	}
	return "the page logged nothing"
}

func (l *Log) enable(ctx context.Context) error {
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	return err
}

// hear takes the events of a target.
func (l *Log) hear(event any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, a := range e.Args {
			words = append(words, strings.Trim(string(a.Value), `"`)+a.Description)
		}
		l.lines = append(l.lines, fmt.Sprintf("console.%s: %s", e.Type, strings.Join(words, " ")))
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		l.lines = append(l.lines, "exception: "+text)
	case *log.EventEntryAdded:
		l.lines = append(l.lines, fmt.Sprintf("%s %s: %s %s", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL))
	case *network.EventRequestWillBeSent:
		l.ask(e.Request.URL)
	}
}

func (l *Log) ask(address string) {
	if strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "blob:") || strings.HasPrefix(address, "about:") {
		return
	}
	l.requests = append(l.requests, address)
	if len(l.origins) == 0 {
		l.origins = []string{origin(address)}
	}
}

func origin(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Scheme + "://" + u.Host
}

// judge fails a test whose pages logged what was not expected, or asked elsewhere.
func (l *Log) judge(t T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen = map[*regexp.Regexp]bool{}
	for _, line := range l.lines {
		if !l.expects(line) {
			t.Errorf("the page logged: %s", line)
		}
	}
	for _, form := range l.expected {
		if !l.seen[form] {
			t.Errorf("the page did not log what was expected: %s", form)
		}
	}
	for _, r := range l.requests {
		if !l.allows(r) {
			t.Errorf("a request left the origin: %s", r)
		}
	}
}

// ownWork is what Chromium says of its own work where it composes and draws without a graphics card. It tells nothing of the
// page.
var ownWork = []string{"GPU stall due to ReadPixels", "Running out of reserved outsideRenderPass queueSerial"}

func (l *Log) expects(line string) bool {
	ok := slices.ContainsFunc(ownWork, func(words string) bool { return strings.Contains(line, words) })
	for _, form := range l.borne {
		ok = ok || form.MatchString(line)
	}
	for _, form := range l.expected {
		if form.MatchString(line) {
			l.seen[form], ok = true, true
		}
	}
	return ok
}

func (l *Log) allows(address string) bool {
	for _, o := range l.origins {
		if origin(address) == o {
			return true
		}
	}
	return false
}
