package bot

import "sync"

// ill is after how many failures in a row a channel is taken to be failing.
const ill = 5

// health remembers how sending went last, by channel.
type health struct {
	mu     sync.Mutex
	failed map[string]int // in a row, without a success
}

// note takes in how a sending went. Waiting, and somebody who is not reached,
// say nothing about the channel.
func (h *health) note(channel string, err error) {
	kind, _ := kindOf(err)
	if err != nil && kind != Temporary {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case err == nil:
		delete(h.failed, channel)
	case h.failed == nil:
		h.failed = map[string]int{channel: 1}
	default:
		h.failed[channel]++
	}
}

// failing tells whether nothing gets through at the moment.
func (h *health) failing(channel string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.failed[channel] >= ill
}
