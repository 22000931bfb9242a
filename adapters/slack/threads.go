package slack

import (
	"context"
	"sync"

	"visesbot/bot"
)

// asides are the messages that have a thread of their own: what is written below
// one of them belongs there, and the talk goes on where it was.
type asides struct {
	mu sync.Mutex
	of map[shown]bool
}

func (s *asides) note(root shown) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == nil || len(s.of) > rememberMax {
		s.of = map[shown]bool{}
	}
	s.of[root] = true
}

func (s *asides) has(root shown) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.of[root]
}

// stands tells in which channel and thread a message stands: below the one it
// belongs to; in no thread; or where the person wrote last.
func (a *Adapter) stands(ctx context.Context, d *desk, at place, m bot.Message) (channel, thread string, err error) {
	if root, ok := shownOf(m.Under); ok {
		a.setAside(at, root)
		return root.channel, root.ts, nil
	}
	channel, thread, err = a.channel(ctx, d, at)
	if m.Top {
		thread = ""
	}
	return channel, thread, err
}

// setAside notes that a message has a thread of its own. Somebody who was taken
// to talk there, because the program was started anew meanwhile, talks in the
// chat itself again.
func (a *Adapter) setAside(at place, root shown) {
	a.asides.note(root)
	if a.talks.get(at) == (talk{root.channel, root.ts}) {
		a.talks.learn(at, talk{channel: root.channel})
	}
}

// below is the receipt of the message in whose thread somebody wrote; empty for
// what stands in the chat itself.
func (h heard) below() bot.Receipt {
	if h.where.thread == "" || h.where.thread == h.ts {
		return ""
	}
	return shown{h.where.channel, h.where.thread}.receipt()
}
