package telegram

import (
	"context"
	"errors"
	"sync"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// doubleTap is within what time the same button is not pressed twice on
// purpose.
const doubleTap = 400 * time.Millisecond

// pressed takes in a button press. It is answered soon, whatever becomes of it:
// until then the button shows that it is waiting.
func (a *Adapter) pressed(ctx context.Context, u update, accept bot.Accept) error {
	c, now := u.Callback, a.o.Clock.Now()
	if c.Message == nil || c.Message.Chat.ID == 0 || c.Data == "" {
		a.work.Go(func() { a.answer(ctx, c.ID, "") })
		return nil
	}
	tap := tap{c.Message.Chat.ID, c.Message.ID, c.Data}
	if a.taps.again(tap, u.ID, now) {
		a.work.Go(func() { a.answer(ctx, c.ID, "") })
		return nil
	}
	q := a.spin(ctx, tap.chat, c)
	err := a.accepted(ctx, tap.chat, bot.Update{ID: idOf(u), Press: c.Data, On: c.Message.receipt(), From: sender(c.From), Where: c.Message.topic()}, accept)
	var unmeant *bot.Unmeant
	switch {
	case errors.As(err, &unmeant):
		a.queries.say(q, unmeant.Say)
		return nil
	case err != nil:
		a.queries.say(q, form.Text{})
		return err
	}
	a.taps.note(tap, u.ID, now)
	return nil
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
