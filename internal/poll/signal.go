package poll

// changeSignal wakes all that wait for a change. Its users hold the Room's lock.
type changeSignal struct {
	version uint64
	changed chan struct{}
}

func newChangeSignal() changeSignal { return changeSignal{1, make(chan struct{})} }

func (s *changeSignal) notify() {
	s.version++
	close(s.changed)
	s.changed = make(chan struct{})
}
