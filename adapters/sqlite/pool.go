package sqlite

import "sync"

// pool is the reading connections. The one that was put back last is given
// first: it has most at hand.
type pool struct {
	free chan struct{} // as many as may be taken
	mu   sync.Mutex
	idle []*conn // open, and nobody has them
}

func newPool(size int) *pool {
	p := &pool{free: make(chan struct{}, size)}
	for range size {
		p.free <- struct{}{}
	}
	return p
}

// take gives a connection to whoever has received from free; nil where one has
// to be opened.
func (p *pool) take() *conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) == 0 {
		return nil
	}
	c := p.idle[len(p.idle)-1]
	p.idle = p.idle[:len(p.idle)-1]
	return c
}

// put gives a connection back; nil where it could not be opened.
func (p *pool) put(c *conn) {
	if c != nil {
		p.mu.Lock()
		p.idle = append(p.idle, c)
		p.mu.Unlock()
	}
	p.free <- struct{}{}
}

// close waits until all have been put back, and closes them.
func (p *pool) close() (errs []error) {
	for range cap(p.free) {
		<-p.free
	}
	for c := p.take(); c != nil; c = p.take() {
		errs = append(errs, c.close())
	}
	return errs
}
