package slack

import (
	"context"
	"sync"

	"visesbot/bot"
)

// threads are the messages that have a thread of their own: what is written below
// one of them belongs there, and the talk goes on where it was.
type threads struct {
	mu sync.Mutex
	of map[shown]bool
}

func (s *threads) note(root shown) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == nil || len(s.of) > rememberMax {
		s.of = map[shown]bool{}
	}
	s.of[root] = true
}

func (s *threads) has(root shown) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.of[root]
}

// stands tells in which channel and thread a message stands: below the one it
// belongs to; in no thread; or where the person wrote last.
func (s *speaker) stands(ctx context.Context, d *workspace, at place, m bot.Message) (channel, thread string, err error) {
	if root, ok := shownOf(m.Under); ok {
		s.setAside(at, root)
		return root.channel, root.ts, nil
	}
	channel, thread, err = s.channel(ctx, d, at)
	if m.Top {
		thread = ""
	}
	return channel, thread, err
}

// setAside notes that a message has a thread of its own. Somebody who was taken
// to talk there, because the program was started anew meanwhile, chats in the
// chat itself again.
func (s *speaker) setAside(at place, root shown) {
	s.threads.note(root)
	if s.chats.get(at) == (chat{root.channel, root.ts}) {
		s.chats.learn(at, chat{channel: root.channel})
	}
}

// below is the receipt of the message in whose thread somebody wrote; empty for
// what stands in the chat itself.
func (h incoming) below() bot.Receipt {
	if h.where.thread == "" || h.where.thread == h.ts {
		return ""
	}
	return shown{h.where.channel, h.where.thread}.receipt()
}
