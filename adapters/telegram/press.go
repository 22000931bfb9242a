package telegram

import (
	"context"
	"sync"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
)

// doubleTap is within what time the same button is not pressed twice on
// purpose.
const doubleTap = 400 * time.Millisecond

// pressed takes in a button press. It is answered at once, whatever becomes of
// it: until then the button shows that it is waiting.
func (a *Adapter) pressed(ctx context.Context, u update, accept bot.Accept) error {
	c := u.Callback
	a.work.Go(func() { a.answer(ctx, c.ID) })
	if c.Message == nil || c.Message.Chat.ID == 0 || c.Data == "" {
		return nil
	}
	tap := tap{c.Message.Chat.ID, c.Message.ID, c.Data}
	if a.taps.again(tap, u.ID, a.o.Clock.Now()) {
		return nil
	}
	err := a.accepted(ctx, tap.chat, bot.Update{ID: idOf(u), Press: c.Data, From: sender(c.From), Where: c.Message.topic()}, accept)
	if err == nil {
		a.taps.note(tap, u.ID, a.o.Clock.Now())
	}
	return err
}

// answer stops the button from spinning. A query that is too old needs no
// answer any more.
func (a *Adapter) answer(ctx context.Context, query string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	_, err := a.client.do(ctx, "answerCallbackQuery", tgbotapi.Params{"callback_query_id": query})
	if err != nil && !says(err, "query is too old") {
		a.o.Log.Warn("a button press was not answered", "error", err)
	}
}

// tap is one button of one message.
type tap struct {
	chat, message int64
	data          string
}

// taps are the newest press of each chat.
type taps struct {
	mu   sync.Mutex
	last map[int64]tapped
}

type tapped struct {
	tap
	update int64
	at     time.Time
}

// again tells whether a press is the second of a double tap. An update that
// comes again is left to whoever knows ids.
func (t *taps) again(p tap, update int64, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	last, ok := t.last[p.chat]
	return ok && last.tap == p && last.update != update && now.Sub(last.at) < doubleTap
}

func (t *taps) note(p tap, update int64, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.last == nil || len(t.last) > 1000 {
		t.last = map[int64]tapped{}
	}
	t.last[p.chat] = tapped{p, update, now}
}
