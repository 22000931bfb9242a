package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	"golang.org/x/sync/errgroup"

	"visesbot/bot"
)

// wanted are the kinds of update that are asked for.
const wanted = `["message","edited_message","callback_query","poll_answer","my_chat_member"]`

// atOnce is how many conversations are accepted side by side.
const atOnce = 8

// poll fetches updates until ctx ends. The offset, which confirms them, moves
// only past those that were accepted.
func (a *Adapter) poll(ctx context.Context, accept bot.Accept) {
	offset, failures := int64(0), 0
	for ctx.Err() == nil {
		batch, err := a.fetch(ctx, offset, a.o.pollSeconds())
		if err != nil {
			failures++
			a.trouble(ctx, err, failures)
			continue
		}
		next, ok := a.take(ctx, batch, accept)
		why := stuck(batch, offset, next, ok)
		if next != 0 {
			offset = next
		}
		if why == nil {
			failures = 0
			a.well()
			continue
		}
		if failures++; ctx.Err() == nil {
			a.delayed(why, failures)
		}
		a.rest(ctx, a.pause(failures))
	}
	a.confirm(ctx, offset)
}

// The reasons why fetching updates gets no further.
var (
	errNotStored = errors.New("updates could not be stored; they come again")
	errRecounted = errors.New("telegram counts its updates anew")
	errRepeated  = errors.New("telegram brings the same updates again and again")
)

// stuck says why a batch brought nothing new. Where Telegram counts anew, as it
// does after a week without updates, the ids are below the offset once.
func stuck(batch []update, offset, next int64, stored bool) error {
	below := len(batch) > 0 && !slices.ContainsFunc(batch, func(u update) bool { return u.ID >= offset })
	switch {
	case !stored:
		return errNotStored
	case below && next == offset:
		return errRepeated
	case below:
		return errRecounted
	}
	return nil
}

// delayed says once why fetching slows down. To count anew is no illness.
func (a *Adapter) delayed(why error, failures int) {
	if failures == 1 || errors.Is(why, errRepeated) && failures == 2 {
		a.o.Log.Warn("fetching updates slows down", "error", why)
	}
	if errors.Is(why, errRecounted) {
		a.well()
		return
	}
	a.ill(why)
}

// fetch asks for the updates from offset on.
func (a *Adapter) fetch(ctx context.Context, offset int64, seconds string) ([]update, error) {
	p := tgbotapi.Params{"timeout": seconds, "allowed_updates": wanted}
	p.AddNonZero64("offset", offset)
	raw, err := a.client.within(ctx, a.o.Poll+a.o.Call, "getUpdates", p)
	if err != nil {
		return nil, err
	}
	var all []json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, fmt.Errorf("telegram getUpdates: read the answer: %w", err)
	}
	var batch []update
	for _, one := range all {
		u, err := decode(one)
		if err != nil {
			a.puzzled(err, u.ID)
		}
		if u.ID != 0 {
			batch = append(batch, u)
		}
	}
	if len(all) > 0 && len(batch) == 0 {
		return nil, errNoID
	}
	return batch, nil
}

// confirm tells Telegram at the end what was accepted, so that it does not come
// again.
func (a *Adapter) confirm(ctx context.Context, offset int64) {
	if offset == 0 {
		return
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	_, _ = a.client.do(last, "getUpdates", tgbotapi.Params{ // it comes again, otherwise, and is known by its id
		"offset": strconv.FormatInt(offset, 10), "limit": "1", "timeout": "0", "allowed_updates": wanted,
	})
}

// take hands the updates of each conversation on in their order, conversations
// side by side. It tells up to where, in the order in which they came, everything
// was accepted, and whether that is all. The id that follows is whatever Telegram
// counts, and may be smaller than those before.
func (a *Adapter) take(ctx context.Context, batch []update, accept bot.Accept) (next int64, all bool) {
	talks := byChat(batch)
	failed := make([]int64, len(talks)) // the first id that was not accepted
	group := errgroup.Group{}
	group.SetLimit(atOnce)
	for i, talk := range talks {
		group.Go(func() error {
			for _, u := range talk {
				if err := a.handle(ctx, u, accept); err != nil {
					failed[i] = u.ID
					return nil
				}
			}
			return nil
		})
	}
	_ = group.Wait()
	for _, u := range batch {
		if slices.Contains(failed, u.ID) {
			return u.ID, false
		}
		next = u.ID + 1
	}
	return next, true
}

// byChat sorts updates by conversation.
func byChat(batch []update) [][]update {
	var talks [][]update
	at := map[int64]int{}
	for _, u := range batch {
		i, known := at[u.chat()]
		if !known {
			i = len(talks)
			at[u.chat()] = i
			talks = append(talks, nil)
		}
		talks[i] = append(talks[i], u)
	}
	return talks
}
