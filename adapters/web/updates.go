package web

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// patience is how long a request waits for the bot to be ready.
const patience = 15 * time.Second

func (a *Adapter) start(ctx context.Context, q request) error {
	c, ok := a.chat(q.Chat)
	if !ok {
		return refused(http.StatusNotFound, "bad-request")
	}
	if isGuest(c) {
		return nil // their link has begun it
	}
	u := a.update(c, q)
	u.ID, u.Start, u.Code = fmt.Sprintf("start-%d", a.Round()), true, a.code(c)
	return a.take(ctx, u)
}

func (a *Adapter) say(ctx context.Context, q request) error {
	if strings.TrimSpace(q.Text) == "" {
		return refused(http.StatusBadRequest, "empty")
	}
	return a.said(ctx, q, nil, func(context.Context) error { return nil })
}

func (a *Adapter) press(ctx context.Context, q request) error {
	c, ok := a.chat(q.Chat)
	if !ok || !idForm.MatchString(q.ID) || q.Data == "" || len(q.Data) > 64 {
		return refused(http.StatusBadRequest, "bad-request")
	}
	u := a.update(c, q)
	u.Press, u.Fields = q.Data, q.Fields
	return a.take(ctx, u)
}

// said takes in what a person typed or sent, and keeps it in the chat. The
// chat is held meanwhile, so that no answer comes to stand above it; keep puts
// away what has to be there by the time that the bot acts on it.
func (a *Adapter) said(ctx context.Context, q request, files []form.File, keep func(context.Context) error) error {
	c, ok := a.chat(q.Chat)
	if !ok || !idForm.MatchString(q.ID) || len(q.Under) > 64 {
		return refused(http.StatusBadRequest, "bad-request")
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	accept, leave, err := a.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	defer a.lock(c.Name)()
	u := a.update(c, q)
	u.Text, u.Files, u.Under = q.Text, files, bot.Receipt(q.Under)
	if err := keep(ctx); err != nil {
		return err
	}
	if err := accept(ctx, u); err != nil {
		return err
	}
	return a.talk.say(entry{Chat: c.Name, ID: q.ID, At: u.At, Text: q.Text, Files: files, Lang: q.Lang, Under: q.Under})
}

func (a *Adapter) update(c Chat, q request) bot.Update {
	return bot.Update{
		ID: q.ID, Address: a.address(c.Name), At: a.config.Clock.Now(),
		From: flows.Sender{Name: c.Person, Lang: known(q.Lang)},
	}
}

// take has the bot take an update in.
func (a *Adapter) take(ctx context.Context, u bot.Update) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	accept, leave, err := a.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	return accept(ctx, u)
}

// enter waits for the bot where it must. Receive does not end before whoever came
// in has left.
func (a *Adapter) enter(ctx context.Context) (accept bot.Accept, leave func(), err error) {
	select {
	case accept := <-a.accept:
		a.calls.Add(1) // before anybody can take the way in back
		a.accept <- accept
		return accept, a.calls.Done, nil
	case <-a.done:
	case <-ctx.Done():
	}
	return nil, nil, refused(http.StatusServiceUnavailable, "again")
}

// code is the chat's invitation in this round.
func (a *Adapter) code(c Chat) string { return RoundCode(c.Code, a.Round()) }

// RoundCode is what a code is called in a round: itself in the first one.
func RoundCode(code string, round int) string {
	if round <= 1 {
		return code
	}
	return fmt.Sprintf("%s-%d", code, round)
}

// RoundChat is what the conversation of a chat is called in a round.
func RoundChat(chat string, round int) string { return fmt.Sprintf("%s-%d", chat, round) }

func known(lang string) string {
	for _, l := range form.Langs() {
		if l == lang {
			return l
		}
	}
	return ""
}
