package slack

import (
	"sync"
	"time"
)

// homes are the people who opened their App Home lately.
type homes struct {
	mu     sync.Mutex
	opened map[place]time.Time
	busy   map[place]bool // being published; true: once more after that
}

// note remembers that somebody opened their App Home.
func (h *homes) note(at place, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for other, when := range h.opened {
		if now.Sub(when) > homeFresh {
			delete(h.opened, other)
		}
	}
	if h.opened == nil {
		h.opened, h.busy = map[place]time.Time{}, map[place]bool{}
	}
	h.opened[at] = now
}

// open tells whether somebody may be looking at their App Home.
func (h *homes) open(at place, now time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	when, ok := h.opened[at]
	return ok && now.Sub(when) <= homeFresh
}

// begin tells whether an App Home may be published now; where one is being
// published already, that is done once more.
func (h *homes) begin(at place) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, busy := h.busy[at]
	h.busy[at] = busy
	return !busy
}

// end tells whether it has to be published once more.
func (h *homes) end(at place) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if again := h.busy[at]; again {
		h.busy[at] = false
		return true
	}
	delete(h.busy, at)
	return false
}
