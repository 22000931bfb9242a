package web

import (
	"context"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// Sample is a talk that a round may begin with, instead of from nothing.
type Sample struct {
	Name  string
	Title form.Text
	About form.Text // in one sentence
	Chats []Chat    // with the names of those of the page
}

// Past is one thing that was said before a round began.
type Past struct {
	Chat    string
	At      time.Time
	Message *bot.Message // of the bot
	Text    string       // of the person
	Lang    string       // of the text
}

// offered is a sample as the page lists it.
type offered struct {
	Name  string    `json:"name"`
	Title form.Text `json:"title"`
	About form.Text `json:"about"`
}

func (a *Adapter) offered() []offered {
	var all []offered
	for _, s := range a.config.Samples {
		all = append(all, offered{s.Name, s.Title, s.About})
	}
	return all
}

func (a *Adapter) sample(name string) (Sample, bool) {
	for _, s := range a.config.Samples {
		if s.Name == name {
			return s, true
		}
	}
	return Sample{}, false
}

// chats are those of this round.
func (a *Adapter) chats() []Chat {
	chats := a.config.Chats
	if s, ok := a.sample(a.talk.began()); ok {
		chats = s.Chats
	}
	return append(slices.Clone(chats), a.guests()...)
}

// open has the bot take up every chat of a round that begins with a past: no
// page does, as it does for a chat in which nothing was said.
func (a *Adapter) open(ctx context.Context, q request) error {
	for _, c := range a.chats() {
		if err := a.start(ctx, request{Chat: c.Name, Lang: q.Lang}); err != nil {
			return err
		}
	}
	return nil
}

// last is when the last thing was said.
func last(past []Past) time.Time {
	var at time.Time
	for _, p := range past {
		if p.At.After(at) {
			at = p.At
		}
	}
	return at
}
