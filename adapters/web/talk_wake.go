package web

// listen gives a channel that says when there may be something new. What is
// new is read with since: a slow reader misses nothing.
func (t *talk) listen() (woken <-chan struct{}, stop func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	c := make(chan struct{}, 1)
	t.wakes[c] = struct{}{}
	return c, func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		delete(t.wakes, c)
	}
}

// wake tells every listener. The lock is held.
func (t *talk) wake() {
	for c := range t.wakes {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// wakeAll tells every listener.
func (t *talk) wakeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wake()
}
