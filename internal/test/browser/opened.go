package browser

import (
	"strings"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Opened attaches to a window that a page has opened at an address that holds part, once it is there. Its log is the
// window's that opened it.
func (p *Tab) Opened(part string) *Tab {
	p.T.Helper()
	var id target.ID
	p.until("a window at "+part, func() bool {
		infos, err := chromedp.Targets(p.ctx)
		if err != nil {
			return false
		}
		for _, info := range infos {
			if info.Type == "page" && info.OpenerID != "" && strings.Contains(info.URL, part) {
				id = info.TargetID
				return true
			}
		}
		return false
	})
	ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(id))
	p.T.Cleanup(func() {
		chromedp.Call(p.ctx, target.CloseTarget, target.CloseTargetParams{TargetID: id}) // it may have closed itself
		cancel()
	})
	o := &Tab{T: p.T, Log: p.Log, ctx: ctx, browser: p.browser, worlds: &worlds{}}
	if err := o.attach(); err != nil {
		p.T.Fatalf("window at %s: %v", part, err)
	}
	return o
}
