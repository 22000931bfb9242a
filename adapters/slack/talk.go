package slack

import (
	"context"
	"sync"

	slackapi "github.com/slack-go/slack"
)

// talk is where a person and the bot talk.
type talk struct {
	channel string
	thread  string // the person wrote in this one last; empty: in none
}

// talks remembers where people talk; what it forgets is asked for again, and a
// thread begins with the next message in it.
type talks struct {
	mu sync.Mutex
	of map[place]talk
}

func (t *talks) get(at place) talk {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.of[at]
}

// learn notes where somebody wrote.
func (t *talks) learn(at place, where talk) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil || len(t.of) > rememberMax {
		t.of = map[place]talk{}
	}
	t.of[at] = where
}

// channel tells where a person is written to, and in which thread.
func (a *Adapter) channel(ctx context.Context, d *desk, at place) (channel, thread string, err error) {
	if !at.person() {
		return at.peer, "", nil
	}
	if known := a.talks.get(at); known.channel != "" {
		return known.channel, known.thread, nil
	}
	err = a.call(ctx, d, "conversations.open", "", func(ctx context.Context) error {
		c, _, _, err := d.api.OpenConversationContext(ctx, &slackapi.OpenConversationParameters{Users: []string{at.peer}})
		if err == nil {
			channel = c.ID
		}
		return err
	})
	if err == nil {
		a.talks.learn(at, talk{channel: channel})
	}
	return channel, "", err
}
