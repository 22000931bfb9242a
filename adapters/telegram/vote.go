package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
	"visesbot/flows"
)

// pollAnswer is somebody's vote. It says neither where the poll stands nor what
// it asks.
type pollAnswer struct {
	Poll    string `json:"poll_id"`
	User    *user  `json:"user"`
	Options []int  `json:"option_ids"`
}

// asked is what is kept of a poll, by the id that Telegram gave it.
type asked struct {
	To      bot.Address `json:"to"`
	Poll    string      `json:"poll"`
	Options []string    `json:"options"`
}

const pollPrefix = "poll"

func pollKey(id string) string { return pollPrefix + id }

// voteTries is how often a vote is asked for again whose poll is not known yet:
// somebody may be faster than the note of what was just asked.
const voteTries = 4

var errUnknownPoll = errors.New("a vote on a poll that is not known yet")

// ask writes a poll on which everybody sees who voted: only such a one tells the
// bot.
func ask(p tgbotapi.Params, poll *flows.Poll) {
	var options []map[string]string
	for _, o := range poll.Options {
		options = append(options, map[string]string{"text": o.Text})
	}
	delete(p, "link_preview_options")
	p["question"], p["options"], p["is_anonymous"] = poll.Question, encoded(options), "false"
	if poll.Several {
		p["allows_multiple_answers"] = "true"
	}
}

// sendPoll asks a poll, and keeps what its votes will be about.
func (a *Adapter) sendPoll(ctx context.Context, to bot.Address, chat int64, p tgbotapi.Params, poll *flows.Poll) (bot.Receipt, error) {
	ask(p, poll)
	kept := asked{To: to, Poll: poll.ID}
	for _, o := range poll.Options {
		kept.Options = append(kept.Options, o.ID)
	}
	raw, err := a.inTurn(ctx, chat, "sendPoll", p)
	if err != nil {
		return "", err
	}
	var m struct {
		Poll struct {
			ID string `json:"id"`
		} `json:"poll"`
	}
	if err := json.Unmarshal(raw, &m); err != nil || m.Poll.ID == "" {
		return "", fmt.Errorf("telegram sendPoll: the answer has no poll")
	}
	if err := a.notes.put(ctx, pollKey(m.Poll.ID), encoded(kept)); err != nil {
		return "", err
	}
	return receiptOf("sendPoll", raw)
}

// unplaced lets a vote come again for a while; a poll that nobody knows then is
// nobody's.
func (a *Adapter) unplaced(u update) error {
	for try := range voteTries {
		if a.odd.first(fmt.Sprintf("vote %d %d", u.ID, try)) {
			return errUnknownPoll
		}
	}
	return nil
}

// voted hands a vote on to the conversation in which the poll was asked.
func (a *Adapter) voted(ctx context.Context, u update, accept bot.Accept) error {
	v := u.Vote
	note, err := a.notes.get(ctx, pollKey(v.Poll))
	if err != nil || v.User == nil || v.User.Bot {
		return err
	}
	if note == "" {
		return a.unplaced(u)
	}
	var poll asked
	if err := json.Unmarshal([]byte(note), &poll); err != nil {
		return fmt.Errorf("read what is known of a poll: %w", err)
	}
	vote := &flows.Vote{Poll: poll.Poll, By: string(addressOf(v.User.ID))}
	for i, id := range poll.Options {
		if slices.Contains(v.Options, i) {
			vote.Options = append(vote.Options, id)
		}
	}
	out := bot.Update{ID: idOf(u), Address: poll.To, At: a.o.Clock.Now(), Vote: vote, From: sender(v.User)}
	if err := accept(ctx, out); err != nil {
		return err
	}
	a.counts.received.Add(1)
	return nil
}
