package browser

import (
	"encoding/json"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// TraceEvent is one event of the browser's trace. Times are microseconds; CPU is the time that the thread was really
// running, which on a busy machine is less than Took.
type TraceEvent struct {
	Name     string          `json:"name"`
	Category string          `json:"cat"`
	Phase    string          `json:"ph"`
	Process  int64           `json:"pid"`
	Thread   int64           `json:"tid"`
	At       float64         `json:"ts"`
	Took     float64         `json:"dur"`
	CPU      float64         `json:"tdur"`
	Args     json.RawMessage `json:"args"`
}

// Trace records the browser's own events of some categories until stop is called.
func (p *Tab) Trace(categories ...string) (stop func() []TraceEvent) {
	p.T.Helper()
	var events []TraceEvent
	done := make(chan struct{})
	err := chromedp.Listen(p.ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			for _, v := range e.Value {
				var t TraceEvent
				if json.Unmarshal(v, &t) == nil {
					events = append(events, t)
				}
			}
		case *tracing.EventTracingComplete:
			close(done)
		}
	})
	if err != nil {
		p.T.Fatalf("the trace's events cannot be heard: %v", err)
	}
	Call(p, tracing.Start, tracing.StartParams{TransferMode: "ReportEvents", TraceConfig: &tracing.TraceConfig{IncludedCategories: categories}})
	return func() []TraceEvent {
		p.T.Helper()
		Call(p, tracing.End, cdp.Empty{})
		<-done
		return events
	}
}
