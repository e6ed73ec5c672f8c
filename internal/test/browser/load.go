package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
)

// CPU is what each of the browser's processes has used of the processor since it started, in seconds, by kind and id.
func (p *Tab) CPU() map[systeminfo.ProcessInfo]float64 {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.CallBrowser(ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	if err != nil {
		p.T.Fatalf("the browser does not tell what its processes use: %v", err)
	}
	used := map[systeminfo.ProcessInfo]float64{}
	for _, info := range r.ProcessInfo {
		used[systeminfo.ProcessInfo{Type: info.Type, ID: info.ID}] = info.CPUTime
	}
	return used
}
