package slack

import (
	"slices"
	"sync"
	"time"

	"visesbot/bot"
)

// queueMax is how much of one person may wait to be accepted, and owedFor how
// long what comes later waits for Slack to bring again what could not be.
const (
	queueMax = 200
	owedFor  = 10 * time.Second
)

// task is one thing to do; when it fails, what waits behind it is told so and
// not done, so that it does not come before what is tried again.
type task struct {
	id     string
	again  bool // Slack brings it again
	do     func() error
	behind func(err error)
}

// queues keep the order of what each person does, and let nobody wait for
// another one.
type queues struct {
	clock bot.Clock

	mu   sync.Mutex
	of   map[place]*queue
	quit chan struct{} // closed while there is no way in
	work sync.WaitGroup
}

// queue is what one person does.
type queue struct {
	waiting []task
	busy    bool
	news    chan struct{}
	owed    []string  // what Slack has to bring again, in order
	until   time.Time // and how long that is waited for
}

// open lets things be waited for; it is called before anything is put.
func (l *queues) open() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.quit, l.of = make(chan struct{}), map[place]*queue{}
}

// put does something after everything that was put for the same person before.
// It is false when too much waits already.
func (l *queues) put(at place, t task) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	ln := l.of[at]
	if ln == nil {
		l.tidy()
		ln = &queue{news: make(chan struct{}, 1)}
		l.of[at] = ln
	}
	if len(ln.waiting) >= queueMax {
		return false
	}
	ln.waiting = append(ln.waiting, t)
	select {
	case ln.news <- struct{}{}:
	default:
	}
	if !ln.busy {
		ln.busy = true
		l.work.Go(func() { l.walk(at, ln) })
	}
	return true
}

// tidy forgets those who owe nothing any more. The lock is held.
func (l *queues) tidy() {
	now := l.clock.Now()
	for at, ln := range l.of {
		if !ln.busy && now.After(ln.until) {
			delete(l.of, at)
		}
	}
}

// walk does what waits for a person, until nothing does.
func (l *queues) walk(at place, ln *queue) {
	for {
		t, wait, some := l.next(at, ln)
		switch {
		case !some:
			return
		case t == nil:
			l.pause(ln, wait)
		default:
			l.done(ln, *t, t.do())
		}
	}
}

// next takes what is to be done now. Without any it says until when to wait for
// what is owed; it is false when nothing waits at all.
func (l *queues) next(at place, ln *queue) (*task, time.Time, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(ln.waiting) == 0 {
		if ln.busy = false; len(ln.owed) == 0 {
			delete(l.of, at)
		}
		return nil, time.Time{}, false
	}
	if !l.clock.Now().Before(ln.until) || l.closed() {
		ln.owed = nil
	}
	first := 0
	if len(ln.owed) > 0 {
		first = slices.IndexFunc(ln.waiting, func(t task) bool { return t.id == ln.owed[0] })
	}
	if first < 0 {
		return nil, ln.until, true
	}
	t := ln.waiting[first]
	ln.waiting = slices.Delete(ln.waiting, first, first+1)
	return &t, time.Time{}, true
}

// done notes what became of a task. What was behind one that failed is owed
// after it.
func (l *queues) done(ln *queue, t task, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err == nil {
		ln.owed = slices.DeleteFunc(ln.owed, func(id string) bool { return id == t.id })
	} else {
		behind := ln.waiting
		ln.waiting = nil
		for _, other := range append([]task{t}, behind...) {
			if other.again && !slices.Contains(ln.owed, other.id) {
				ln.owed = append(ln.owed, other.id)
			}
		}
		for _, other := range behind {
			other.behind(err)
		}
	}
	ln.until = l.clock.Now().Add(owedFor)
}

// pause waits for something to come, at most until then.
func (l *queues) pause(ln *queue, until time.Time) {
	ring, stop := l.clock.Alarm(until)
	defer stop()
	select {
	case <-ln.news:
	case <-ring:
	case <-l.quit:
	}
}

func (l *queues) closed() bool {
	select {
	case <-l.quit:
		return true
	default:
		return false
	}
}

// wait returns when nothing is being done.
func (l *queues) wait() {
	l.mu.Lock()
	close(l.quit)
	l.mu.Unlock()
	l.work.Wait()
}
