package slack

import (
	"context"
	"strings"
	"sync"

	slackapi "github.com/slack-go/slack"
)

// thread is where something was written or pressed.
type thread struct {
	channel string
	root    string // the time of the message below which it stands; empty: in the channel itself
}

// chats remember in which channel each person and the bot talk; what is forgotten
// is asked for again.
type chats struct {
	mu sync.Mutex
	of map[place]string
}

func (c *chats) get(at place) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.of[at]
}

// learn notes the channel of a person.
func (c *chats) learn(at place, channel string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil || len(c.of) > rememberMax {
		c.of = map[place]string{}
	}
	c.of[at] = channel
}

// channel tells where a person is written to.
func (s *speaker) channel(ctx context.Context, d *workspace, at place) (channel string, err error) {
	if !at.person() {
		return at.peer, nil
	}
	if known := s.chats.get(at); known != "" {
		return known, nil
	}
	err = s.call(ctx, d, "conversations.open", "", func(ctx context.Context) error {
		c, _, _, err := d.api.OpenConversationContext(ctx, &slackapi.OpenConversationParameters{Users: []string{at.peer}})
		if err == nil {
			channel = c.ID
		}
		return err
	})
	if err == nil {
		s.chats.learn(at, channel)
	}
	return channel, err
}

// remember notes the channel in which a person wrote to the bot alone. What a
// press or a command says of its channel proves nothing: there the bot writes
// only once Slack has opened it.
func (s *speaker) remember(h incoming) {
	if h.kind == said && !h.public && strings.HasPrefix(h.where.channel, "D") {
		s.chats.learn(h.at, h.where.channel)
	}
}
