package serve

import (
	"container/list"
	"net"
	"net/http"
	"sync"
	"time"
)

// connectionLimit caps a server's connections. One more takes the place of the one that has waited longest without a
// request: its browser opens another when it needs one. While none waits, new ones queue in the system.
type connectionLimit struct {
	net.Listener
	most int

	mu      sync.Mutex
	free    *sync.Cond
	open    map[net.Conn]*list.Element // its place in waiting; nil while it is being answered
	waiting *list.List                 // of waiter, the longest first
	closed  bool
	evicted int
}

// waiter is a connection without a request. A new one is left alone for firstRequest: its request is on its way.
type waiter struct {
	net.Conn
	until time.Time // zero for one that has had a request
}

const firstRequest = 500 * time.Millisecond

func newConnectionLimit(l net.Listener, most int) *connectionLimit {
	c := &connectionLimit{Listener: l, most: most, open: map[net.Conn]*list.Element{}, waiting: list.New()}
	c.free = sync.NewCond(&c.mu)
	return c
}

// Accept implements net.Listener. At the cap it makes room before it hands a connection on.
func (c *connectionLimit) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err != nil {
		return nil, err
	}
	var longest net.Conn
	c.mu.Lock()
	for len(c.open) >= c.most && longest == nil && !c.closed {
		if longest = c.evict(); longest == nil {
			tick := time.AfterFunc(firstRequest/10, c.free.Broadcast) // new ones grow old without a sign
			c.free.Wait()
			tick.Stop()
		}
	}
	c.open[conn] = c.waiting.PushBack(waiter{conn, time.Now().Add(firstRequest)})
	c.mu.Unlock()
	if longest != nil {
		longest.Close()
	}
	return conn, nil
}

// evict takes its place from the connection that has waited longest, if any may lose it.
func (c *connectionLimit) evict() net.Conn {
	now := time.Now()
	for e := c.waiting.Front(); e != nil; e = e.Next() {
		if w := e.Value.(waiter); now.After(w.until) {
			c.waiting.Remove(e)
			delete(c.open, w.Conn)
			c.evicted++
			return w.Conn
		}
	}
	return nil
}

// Close implements net.Listener.
func (c *connectionLimit) Close() error {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
	c.free.Broadcast()
	return c.Listener.Close()
}

// track is the server's http.Server.ConnState.
func (c *connectionLimit) track(conn net.Conn, state http.ConnState) {
	c.mu.Lock()
	defer c.mu.Unlock()
	place, ok := c.open[conn]
	if !ok {
		return // it gave its place away
	}
	switch state {
	case http.StateIdle:
		if place == nil {
			c.open[conn] = c.waiting.PushBack(waiter{Conn: conn})
		}
	case http.StateActive:
		if place != nil {
			c.waiting.Remove(place)
			c.open[conn] = nil
		}
		return
	case http.StateClosed, http.StateHijacked:
		if place != nil {
			c.waiting.Remove(place)
		}
		delete(c.open, conn)
	default:
		return
	}
	c.free.Signal()
}

// count is how many connections are open, and how many have had to give their place away.
func (c *connectionLimit) count() (open, evicted int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.open), c.evicted
}
