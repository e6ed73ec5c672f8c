package browser

import (
	"encoding/json"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// worlds knows in which world the scripts of each frame of a window run: frames of the window's own origin share its
// process, and are spoken to by their world.
type worlds struct {
	mu   sync.Mutex
	main map[cdp.FrameID]string
}

// hear takes the events of a target.
func (w *worlds) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExecutionContextCreated:
		var about struct {
			FrameID   cdp.FrameID `json:"frameId"`
			IsDefault bool        `json:"isDefault"`
		}
		if json.Unmarshal(e.Context.AuxData, &about) == nil && about.IsDefault {
			if w.main == nil {
				w.main = map[cdp.FrameID]string{}
			}
			w.main[about.FrameID] = e.Context.UniqueID
		}
	case *runtime.EventExecutionContextDestroyed:
		for frame, id := range w.main {
			if id == e.ExecutionContextUniqueID {
				delete(w.main, frame)
			}
		}
	case *runtime.EventExecutionContextsCleared:
		clear(w.main)
	}
}

// of is the world of a frame's own scripts; ok is false while it has none.
func (w *worlds) of(frame cdp.FrameID) (id string, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	id, ok = w.main[frame]
	return id, ok
}

// frameAt finds the first frame below others whose address holds part.
func frameAt(all []*page.FrameTree, part string) (cdp.FrameID, bool) {
	for _, f := range all {
		if strings.Contains(f.Frame.URL, part) {
			return f.Frame.ID, true
		}
		if id, ok := frameAt(f.ChildFrames, part); ok {
			return id, true
		}
	}
	return "", false
}
