package telegram

import (
	"context"
	"fmt"
	"strconv"
)

// A group that becomes a supergroup gets another id. Its conversation keeps the
// address that it began with.

func movedToKey(chat int64) string { return fmt.Sprintf("to%d", chat) }
func wasKey(chat int64) string     { return fmt.Sprintf("was%d", chat) }

// now is what a chat is called today.
func (a *Adapter) now(ctx context.Context, chat int64) (int64, error) {
	return a.other(ctx, chat, movedToKey(chat))
}

// first is what a chat was called when its conversation began.
func (a *Adapter) first(ctx context.Context, chat int64) (int64, error) {
	return a.other(ctx, chat, wasKey(chat))
}

// other reads another name of a chat; only groups have any.
func (a *Adapter) other(ctx context.Context, chat int64, key string) (int64, error) {
	if chat > 0 {
		return chat, nil
	}
	note, err := a.notes.get(ctx, key)
	if err != nil || note == "" {
		return chat, err
	}
	return strconv.ParseInt(note, 10, 64)
}

// moved notes that a group has another id now, and tells of it once.
func (a *Adapter) moved(ctx context.Context, from, to int64) error {
	known, err := a.now(ctx, from)
	if err != nil || from == 0 || to == 0 || known == to {
		return err
	}
	if err := a.notes.put(ctx, wasKey(to), strconv.FormatInt(from, 10)); err != nil {
		return err
	}
	if err := a.notes.put(ctx, movedToKey(from), strconv.FormatInt(to, 10)); err != nil {
		return err
	}
	a.o.Log.Info("a group on Telegram became a supergroup")
	if a.o.Moved != nil {
		a.o.Moved(addressOf(from), addressOf(to))
	}
	return nil
}
