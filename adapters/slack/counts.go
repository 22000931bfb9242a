package slack

import (
	"maps"
	"sync"
)

// counts tell how often something happened, for whoever watches the program.
type counts struct {
	mu sync.Mutex
	of map[string]int64
}

func (c *counts) add(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of = map[string]int64{}
	}
	c.of[what]++
}

// Counts tells how often something happened since the program started:
// "accepted", "failed", "late", "unknown", "refused_signature", "refused_body",
// "refused_size", "throttled", "reconnected".
func (c *connection) Counts() map[string]int64 {
	c.counts.mu.Lock()
	defer c.counts.mu.Unlock()
	return maps.Clone(c.counts.of)
}

// RefusedReasons are why calls of the doors are turned away: with "refused_"
// before them, they are counted.
func RefusedReasons() []string { return []string{"signature", "body", "size"} }
