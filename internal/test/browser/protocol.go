package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// CallBrowser sends a command that only the browser as a whole takes, not one of its windows.
func CallBrowser[P, R any](p *Tab, command cdp.Command[P, R], params P) R {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.CallBrowser(ctx, command, params)
	if err != nil {
		p.T.Fatalf("%s: %v", command.Method, err)
	}
	return r
}

// Listen hands every event of the tab's protocol to hear until the tab is closed. It is called on one goroutine and must
// not call the browser.
func (p *Tab) Listen(hear func(event any)) {
	p.T.Helper()
	if err := chromedp.Listen(p.ctx, hear); err != nil {
		p.T.Fatalf("events cannot be heard: %v", err)
	}
}
