package sqlite

import (
	"context"
	"errors"
	"sync"
)

// batchMax is how many callers share one transaction at most.
const batchMax = 256

// write is one caller's part of a transaction. do may be carried out more than
// once, each time on a file that holds nothing of it; an error of its own
// choice (a refusal) is returned before it has written anything.
type write struct {
	do     func(*conn) error
	settle func(committed bool) // called when its fate is known, before the caller is told; may be nil
	err    error
	done   chan struct{}
}

// refusal is an error by which a write says that there is nothing to undo.
type refusal struct{ error }

func (r refusal) Unwrap() error { return r.error }

// writer is the one goroutine that writes: it takes whatever callers have
// waiting into one transaction, and answers them when it is on the disk.
type writer struct {
	conn     *conn
	schedule *schedule
	seq      int64  // last sequence number given; only inside a write
	woken    []talk // whose wake the present transaction set
	queue    chan *write

	checkpoints *checkpointer

	mu     sync.RWMutex // of closed, against sending on a closed queue
	closed bool
	ended  chan struct{}
}

func newWriter(c *conn) *writer {
	return &writer{conn: c, queue: make(chan *write, batchMax), ended: make(chan struct{})}
}

// submit has a write carried out, and returns when it is durable or refused.
// Once it is under way, ctx cannot stop it: so its outcome is always known.
func (w *writer) submit(ctx context.Context, x *write) error {
	x.done = make(chan struct{})
	w.mu.RLock()
	if w.closed {
		w.mu.RUnlock()
		return ErrClosed
	}
	select {
	case w.queue <- x:
		w.mu.RUnlock()
	case <-ctx.Done():
		w.mu.RUnlock()
		return ctx.Err()
	}
	<-x.done
	return x.err
}

// stop lets the writer finish; false when it was stopped before.
func (w *writer) stop() bool {
	w.mu.Lock()
	was := w.closed
	if !was {
		w.closed = true
		close(w.queue)
	}
	w.mu.Unlock()
	<-w.ended
	return !was
}

func (w *writer) run() {
	defer close(w.ended)
	batch := make([]*write, 0, batchMax)
	for x := range w.queue {
		batch = w.gather(append(batch[:0], x))
		w.settle(batch)
	}
}

// gather adds what else is waiting by now.
func (w *writer) gather(batch []*write) []*write {
	for len(batch) < cap(batch) {
		select {
		case x, ok := <-w.queue:
			if !ok {
				return batch
			}
			batch = append(batch, x)
		default:
			return batch
		}
	}
	return batch
}

// settle carries out a batch and answers its callers. When one part fails the
// parts are carried out one by one, so that nobody suffers from another.
func (w *writer) settle(batch []*write) {
	err := w.transact(batch)
	if err != nil && len(batch) > 1 {
		for i := range batch {
			w.settle(batch[i : i+1])
		}
		return
	}
	for _, x := range batch {
		if err != nil {
			x.err = err
		}
		if x.settle != nil {
			x.settle(x.err == nil)
		}
		close(x.done)
	}
}

// transact carries out a batch in one transaction. Refusals are kept with
// their writes and do not end it.
func (w *writer) transact(batch []*write) error {
	w.woken = w.woken[:0]
	if _, err := w.conn.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for _, x := range batch {
		var refused refusal
		switch x.err = x.do(w.conn); {
		case errors.As(x.err, &refused):
			x.err = refused.error
		case x.err != nil:
			return w.undo(x.err)
		}
	}
	if _, err := w.conn.exec("COMMIT"); err != nil {
		return w.undo(err)
	}
	for _, t := range w.woken {
		w.schedule.set(t)
	}
	w.checkpoints.wrote(len(batch))
	return nil
}

// undo rolls back after a fault; SQLite may have done so itself.
func (w *writer) undo(err error) error {
	_, _ = w.conn.exec("ROLLBACK")
	return err
}
