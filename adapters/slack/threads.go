package slack

import (
	"context"
	"sync"

	"visesbot/bot"
)

// threads remember which ones may not be written in any more: their message is
// gone, or the channel takes no replies there.
type threads struct {
	mu     sync.Mutex
	closed map[shown]bool
}

func (t *threads) close(root shown) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed == nil || len(t.closed) > rememberMax {
		t.closed = map[shown]bool{}
	}
	t.closed[root] = true
}

func (t *threads) open(root shown) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return !t.closed[root]
}

// stands tells in which channel and thread a message stands: below the one it
// belongs to, or in the chat itself, wherever the person wrote last.
func (s *speaker) stands(ctx context.Context, d *workspace, at place, m bot.Message) (channel, thread string, err error) {
	if root, ok := shownOf(m.Under); ok && s.threads.open(root) {
		return root.channel, root.ts, nil
	}
	channel, err = s.channel(ctx, d, at)
	return channel, "", err
}

// below is the receipt of the message in whose thread somebody wrote; empty for
// what stands in the chat itself.
func (h incoming) below() bot.Receipt {
	if h.where.root == "" || h.where.root == h.ts {
		return ""
	}
	return shown{h.where.channel, h.where.root}.receipt()
}
