package sqlite

import (
	"container/heap"
	"errors"
	"math"
	"sync"
	"time"

	"visesbot/bot"
)

// ahead is about how many conversations that wait are read from the file's
// index at once.
const ahead = 1000

// schedule says who has which conversation, and which is next. It lives in
// memory: the file is locked, so all who could have one are in this process,
// and die with it. That makes a claim a matter of reading, with nothing to
// wait for on the disk.
//
// It knows the conversations that nobody has and that wake up to the horizon;
// later ones are in the file's index, and are read when these are used up.
type schedule struct {
	mu      sync.Mutex
	fence   int64 // last one given
	horizon int64
	queue   queue
	known   map[int64]*talk // those in the queue
	held    map[bot.Address]*tenure
}

// talk is a conversation with something to do.
type talk struct {
	id      int64
	address bot.Address
	wake    int64 // when; never if there is nothing to do
	fronts  fronts
	index   int // in the queue
}

// never is a time that does not come.
const never = math.MaxInt64

// tenure is one claim of one conversation.
type tenure struct {
	talk
	fence  int64
	until  time.Time
	pinned *write // its commit that is under way: nobody can take it any more
	offer  fronts // among which the claimed job is; what comes in later is in talk
	job    spot   // the claimed job
	memory memory
}

func newSchedule(fence int64) *schedule {
	return &schedule{fence: fence, horizon: math.MinInt64, known: map[int64]*talk{}, held: map[bot.Address]*tenure{}}
}

// set notes when a conversation wakes, after that is in the file.
func (s *schedule) set(t talk) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.place(t)
}

// place is set under the lock.
func (s *schedule) place(t talk) {
	if x := s.held[t.address]; x != nil {
		x.wake, x.fronts = t.wake, t.fronts
		return
	}
	x := s.known[t.id]
	switch {
	case x == nil && t.wake <= s.horizon && t.wake != never:
		s.known[t.id] = &t
		heap.Push(&s.queue, &t)
	case x == nil:
	case t.wake > s.horizon || t.wake == never:
		s.drop(x)
	default:
		x.wake, x.fronts = t.wake, t.fronts
		heap.Fix(&s.queue, x.index)
	}
}

func (s *schedule) drop(t *talk) {
	heap.Remove(&s.queue, t.index)
	delete(s.known, t.id)
}

// errReadOn says that the next conversation is known to the file alone.
var errReadOn = errors.New("to be read in the file")

// first gives the conversation that woke first of those nobody has, reading on
// in the file when none is known. The lock is held.
func (s *schedule) first(more func(after int64, each func(talk) bool) error) (*talk, error) {
	if len(s.queue) == 0 && s.horizon != never {
		if more == nil {
			return nil, errReadOn
		}
		n, last := 0, s.horizon
		s.horizon = never
		err := more(last, func(t talk) bool {
			if n++; n > ahead && t.wake != last {
				s.horizon = last
				return false
			}
			last = t.wake
			s.place(t)
			return true
		})
		if err != nil {
			s.forget()
			return nil, err
		}
		if len(s.queue) == 0 && s.horizon != never { // somebody has all of them
			return s.first(more)
		}
	}
	if len(s.queue) == 0 {
		return nil, nil
	}
	return s.queue[0], nil
}

// forget makes the schedule read the file anew.
func (s *schedule) forget() {
	s.queue, s.horizon = nil, math.MinInt64
	clear(s.known)
}

// take claims the conversation that woke first, or whose lease has expired.
// It gives nil when there is none. Without a way to read on it is errReadOn
// when that is needed.
func (s *schedule) take(now time.Time, lease time.Duration, more func(int64, func(talk) bool) error) (*tenure, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next, err := s.first(more)
	if err != nil {
		return nil, err
	}
	for _, t := range s.held {
		if t.pinned == nil && !t.until.After(now) && (next == nil || t.wake < next.wake) {
			next = &t.talk
		}
	}
	if next == nil || next.wake > millis(now) {
		return nil, nil
	}
	if s.known[next.id] == next {
		s.drop(next)
	}
	s.fence++
	t := &tenure{talk: *next, fence: s.fence, until: now.Add(lease), offer: next.fronts}
	s.held[t.address] = t
	return t, nil
}

// next tells when the earliest conversation can be claimed, or never.
func (s *schedule) next(more func(int64, func(talk) bool) error) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	earliest := int64(never)
	first, err := s.first(more)
	if first != nil {
		earliest = first.wake
	}
	for _, t := range s.held {
		if t.wake != never {
			earliest = min(earliest, max(t.wake, millis(t.until)))
		}
	}
	return earliest, err
}

// tenure gives the tenure of a claim, or nil when it is over.
func (s *schedule) tenure(c bot.Claim) *tenure {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.held[c.Address]; t != nil && t.fence == c.Fence {
		return t
	}
	return nil
}

// pin keeps others out while a commit is under way; false when it is too late,
// or another commit of the same claim is.
func (s *schedule) pin(t *tenure, x *write) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[t.address] != t || t.pinned != nil && t.pinned != x {
		return false
	}
	t.pinned = x
	return true
}

// unpin lets a claim go on whose commit did not go through.
func (s *schedule) unpin(t *tenure, x *write) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.pinned == x {
		t.pinned = nil
	}
}

// renew draws a tenure out; false when it is over.
func (s *schedule) renew(c bot.Claim, until time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.held[c.Address]
	if t == nil || t.fence != c.Fence {
		return false
	}
	t.until = until
	return true
}

// abandon is release, unless a commit is under way.
func (s *schedule) abandon(t *tenure) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[t.address] == t && t.pinned == nil {
		delete(s.held, t.address)
		s.place(t.talk)
	}
}

// release gives a conversation back.
func (s *schedule) release(t *tenure) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[t.address] == t {
		delete(s.held, t.address)
		s.place(t.talk)
	}
}
