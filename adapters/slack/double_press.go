package slack

import (
	"sync"
	"time"
)

// doubleTap is how soon a second tap on the same button is taken for a part of
// the first.
const doubleTap = 1500 * time.Millisecond

// tap is a press on a button of one edition of a message. When the message was
// edited meanwhile, the same button means something new.
type tap struct {
	at                 place
	ts, edition, press string
}

// presses are the presses of the last moments.
type presses struct {
	mu sync.Mutex
	of map[tap]time.Time
}

// twice tells whether a tap follows another one too soon to be meant.
func (t *presses) twice(p tap, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	before, ok := t.of[p]
	return ok && p.ts != "" && now.Sub(before) < doubleTap
}

// note remembers a tap that was accepted.
func (t *presses) note(p tap, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil {
		t.of = map[tap]time.Time{}
	}
	for old, at := range t.of {
		if now.Sub(at) >= doubleTap {
			delete(t.of, old)
		}
	}
	t.of[p] = now
}

// sentForms are the forms that were taken in: sent again, they are the same.
type sentForms struct {
	mu sync.Mutex
	of map[string]bool
}

func (f *sentForms) has(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.of[id]
}

func (f *sentForms) note(id string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.of == nil || len(f.of) > rememberMax {
		f.of = map[string]bool{}
	}
	f.of[id] = true
}

// odd notes that Slack brought something of a kind that is not known, and logs
// each kind once.
func (c *connection) odd(kind string) {
	if len(kind) > 60 {
		kind = kind[:60]
	}
	c.counts.add("unknown")
	c.counts.mu.Lock()
	defer c.counts.mu.Unlock()
	if key := "kind " + kind; c.kinds[key] || len(c.kinds) > 100 {
		return
	} else if c.kinds == nil {
		c.kinds = map[string]bool{key: true}
	} else {
		c.kinds[key] = true
	}
	c.o.Log.Info("Slack brought something that the bot does not know", "kind", kind)
}
