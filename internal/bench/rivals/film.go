package main

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"

	"opencases/internal/test/browser"
)

// film is what a window showed, frame by frame, as the browser put it on the screen.
type film struct {
	tab *browser.Tab

	mu     sync.Mutex
	frames []shown
}

// shown is one frame and when it was shown, in ms since 1970.
type shown struct {
	at   float64
	jpeg []byte
}

// roll starts to take down what the window shows.
func roll(p *browser.Tab) *film {
	f := &film{tab: p}
	p.Listen(func(e any) {
		if frame, ok := e.(*page.EventScreencastFrame); ok {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.frames = append(f.frames, shown{1000 * frame.Metadata.Timestamp.Float64(), frame.Data})
		}
	})
	quality := int64(85)
	browser.Call(p, page.StartScreencast, page.StartScreencastParams{Format: "jpeg", Quality: &quality, EveryNthFrame: 1, MaxFramesInFlight: 100_000})
	return f
}

// rest waits until nothing new has been shown for half a second, three seconds at most.
func (f *film) rest() {
	const still = 500 * time.Millisecond
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		f.mu.Lock()
		n := len(f.frames)
		rests := n > 0 && float64(time.Now().Add(-still).UnixMilli()) > f.frames[n-1].at
		f.mu.Unlock()
		if rests {
			return
		}
	}
}

// stop ends it and answers with the frames.
func (f *film) stop() []shown {
	browser.Call(f.tab, page.StopScreencast, cdp.Empty{})
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.frames
}

// picture is a box of a frame.
func (s shown) picture(b browser.Box) (*image.RGBA, error) {
	m, err := jpeg.Decode(bytes.NewReader(s.jpeg))
	if err != nil {
		return nil, err
	}
	return cut(m, b), nil
}

func cut(m image.Image, b browser.Box) *image.RGBA {
	flat := image.NewRGBA(image.Rect(0, 0, int(b.W), int(b.H)))
	draw.Draw(flat, flat.Bounds(), m, image.Pt(int(b.X), int(b.Y)), draw.Src)
	return flat
}

// first is when a box of the window first looked as it does in the finished window; the words over the marks may still be
// on their way. ok is false for a window that never showed that.
func first(frames []shown, finished image.Image, b browser.Box) (at float64, ok bool, err error) {
	last := cut(finished, b)
	for _, f := range frames {
		m, err := f.picture(b)
		if err != nil {
			return 0, false, err
		}
		// Two painters' soft edges differ by less than 36 of 255; fonts that come later change the words' few squares.
		if share, _ := browser.Difference(m, last, 36); share < .02 {
			return f.at, true, nil
		}
	}
	return 0, false, nil
}
