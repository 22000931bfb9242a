package slack

import (
	"context"
	"strings"
	"sync"

	slackapi "github.com/slack-go/slack"
)

// chat is where a person and the bot talk.
type chat struct {
	channel string
	thread  string // the person wrote in this one last; empty: in none
}

// chats remember where people talk; what it forgets is asked for again, and a
// thread begins with the next message in it.
type chats struct {
	mu sync.Mutex
	of map[place]chat
}

func (t *chats) get(at place) chat {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.of[at]
}

// learn notes where somebody wrote.
func (t *chats) learn(at place, where chat) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil || len(t.of) > rememberMax {
		t.of = map[place]chat{}
	}
	t.of[at] = where
}

// channel tells where a person is written to, and in which thread.
func (s *speaker) channel(ctx context.Context, d *workspace, at place) (channel, thread string, err error) {
	if !at.person() {
		return at.peer, "", nil
	}
	if known := s.chats.get(at); known.channel != "" {
		return known.channel, known.thread, nil
	}
	err = s.call(ctx, d, "conversations.open", "", func(ctx context.Context) error {
		c, _, _, err := d.api.OpenConversationContext(ctx, &slackapi.OpenConversationParameters{Users: []string{at.peer}})
		if err == nil {
			channel = c.ID
		}
		return err
	})
	if err == nil {
		s.chats.learn(at, chat{channel: channel})
	}
	return channel, "", err
}

// remember notes where a person chats with the bot. What is said in a channel
// is answered elsewhere.
func (s *speaker) remember(h incoming) {
	if h.public || !strings.HasPrefix(h.where.channel, "D") {
		return
	}
	if s.threads.has(shown{h.where.channel, h.where.thread}) {
		h.where.thread = ""
	}
	s.chats.learn(h.at, h.where)
}
