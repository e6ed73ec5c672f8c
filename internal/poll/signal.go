package poll

// signal wakes everybody who waits for a change. Its users hold the Room's lock.
type signal struct {
	version uint64
	changed chan struct{}
}

func newSignal() signal { return signal{1, make(chan struct{})} }

func (s *signal) tell() {
	s.version++
	close(s.changed)
	s.changed = make(chan struct{})
}
