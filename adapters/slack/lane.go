package slack

import "sync"

// laneMax is how much of one person may wait to be accepted.
const laneMax = 200

// task is one thing to do; when it fails, what waits behind it is told so and
// not done, so that it does not come before what is tried again.
type task struct {
	do     func() error
	behind func(err error)
}

// lanes keep the order of what each person does, and let nobody wait for
// another one.
type lanes struct {
	mu   sync.Mutex
	of   map[place][]task // the first is being done
	work sync.WaitGroup
}

// put does something after everything that was put for the same person before.
// It is false when too much waits already.
func (l *lanes) put(at place, t task) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.of == nil {
		l.of = map[place][]task{}
	}
	waiting, busy := l.of[at]
	if len(waiting) >= laneMax {
		return false
	}
	l.of[at] = append(waiting, t)
	if !busy {
		l.work.Go(func() { l.walk(at) })
	}
	return true
}

// walk does what waits for a person, until nothing does.
func (l *lanes) walk(at place) {
	for {
		l.mu.Lock()
		waiting := l.of[at]
		if len(waiting) == 0 {
			delete(l.of, at)
			l.mu.Unlock()
			return
		}
		l.mu.Unlock()
		err := waiting[0].do()
		l.mu.Lock()
		rest := l.of[at][1:]
		if err != nil {
			for _, t := range rest {
				t.behind(err)
			}
			rest = rest[:0]
		}
		l.of[at] = rest
		l.mu.Unlock()
	}
}

// wait returns when nothing is being done.
func (l *lanes) wait() { l.work.Wait() }
