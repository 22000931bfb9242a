package telegram

import (
	"context"
	"fmt"
	"strconv"

	"visesbot/bot"
)

// general is the topic of a group that everything else belongs to; Telegram wants
// it left out.
const general = 1

// topic names where in a chat a message stands; empty: in no topic of its own.
func (m *message) topic() string {
	if m == nil || !m.InTopic || m.Topic <= general {
		return ""
	}
	return strconv.FormatInt(m.Topic, 10)
}

func topicKey(chat int64) string { return fmt.Sprintf("topic%d", chat) }

// spokenIn notes the topic of a group in which the bot was spoken to last.
func (a *Adapter) spokenIn(ctx context.Context, chat int64, where string) error {
	if chat > 0 || where == "" {
		return nil
	}
	known, err := a.notes.get(ctx, topicKey(chat))
	if err != nil || known == where {
		return err
	}
	return a.notes.put(ctx, topicKey(chat), where)
}

// closed tells whether a topic takes no messages any more.
func closed(err error) bool {
	return says(err, "TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found")
}

// elsewhere shows a message whose topic is closed in the one in which the bot was
// spoken to last, if that is another one.
func (a *Adapter) elsewhere(ctx context.Context, to bot.Address, chat int64, m bot.Message, err error) (bot.Receipt, error) {
	last, noteErr := a.notes.get(ctx, topicKey(chat))
	if noteErr != nil || last == m.Where {
		return "", err
	}
	m.Where = last
	return a.show(ctx, to, chat, m)
}
