package browser

import (
	"slices"
	"sync"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Answer is what a page of a tab was answered with, by the network, a cache or a service worker.
type Answer struct {
	URL    string
	Worker bool // by a service worker
	Body   []byte
	Known  bool // whether the browser still had the body
}

// Answers records what a window's pages, and the frames in its process, are answered with. Chromium forgets bodies when
// a window goes on, so they are fetched before that.
type Answers struct {
	tab *Tab
	mu  sync.Mutex
	all []answered
}

type answered struct {
	id     network.RequestID
	url    string
	worker bool
	done   bool
}

// Answers begins to record.
func (p *Tab) Answers() *Answers {
	p.T.Helper()
	a := &Answers{tab: p}
	if err := chromedp.Listen(p.ctx, a.hear); err != nil {
		p.T.Fatalf("answers cannot be recorded: %v", err)
	}
	return a
}

func (a *Answers) hear(event any) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch e := event.(type) {
	case *network.EventResponseReceived:
		if e.Response.Status == 200 {
			a.all = append(a.all, answered{e.RequestID, e.Response.URL, e.Response.FromServiceWorker, false})
		}
	case *network.EventLoadingFinished:
		for i := range a.all {
			if a.all[i].id == e.RequestID {
				a.all[i].done = true
			}
		}
	}
}

// Take gives what has come since the last time.
func (a *Answers) Take() (all []Answer) {
	a.tab.T.Helper()
	a.mu.Lock()
	ready := slices.Clone(a.all)
	ready = slices.DeleteFunc(ready, func(r answered) bool { return !r.done })
	a.all = slices.DeleteFunc(a.all, func(r answered) bool { return r.done })
	a.mu.Unlock()
	for _, r := range ready {
		// Chromium does not keep every body, of modules for one.
		got, err := chromedp.Call(a.tab.ctx, network.GetResponseBody, network.GetResponseBodyParams{RequestID: r.id})
		all = append(all, Answer{r.url, r.worker, got.Body, err == nil})
	}
	return all
}
