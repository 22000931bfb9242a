package bot

import (
	"sync"
	"time"
)

// steady is the time by which work is taken up and put back. It is that of a
// clock as long as that one goes forward; where the clock is set back it goes on
// from where it was. So a step of the clock makes nobody wait: only timers, which
// are for a moment of the world, go by the clock itself.
type steady struct {
	clock Clock

	mu   sync.Mutex
	seen time.Time // what the clock said last
	now  time.Time // never before any moment given earlier
}

// Now is the present time of work.
func (s *steady) Now() time.Time {
	now, _ := s.read()
	return now
}

// read gives the time of work, and how far it is ahead of the clock. The clock is
// read without what a computer counts beside it, which knows of no step.
func (s *steady) read() (now time.Time, ahead time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.clock.Now().Round(0)
	if passed := at.Sub(s.seen); passed > 0 && !s.seen.IsZero() {
		s.now = s.now.Add(passed)
	}
	if s.seen = at; at.After(s.now) {
		s.now = at
	}
	return s.now, s.now.Sub(at)
}

// at is a moment of the clock, in the time of work.
func (s *steady) at(t time.Time) time.Time {
	if t.IsZero() {
		return t // it says something else than a moment
	}
	_, ahead := s.read()
	return t.Add(ahead)
}

// Alarm rings when it is t in the time of work, and possibly before.
func (s *steady) Alarm(t time.Time) (<-chan struct{}, func()) {
	_, ahead := s.read()
	return s.clock.Alarm(t.Add(-ahead))
}
