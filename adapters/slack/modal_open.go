package slack

import (
	"context"
	"errors"
	"time"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
)

// openFields opens the form of the office that a button stands for: an empty one
// at once, because a trigger dies after three seconds, and its fields after that.
// What opens none is a press like any other.
func (a *Adapter) openFields(ctx context.Context, h incoming) {
	tapped := tap{h.at, h.ts, h.edition, h.press}
	if a.presses.twice(tapped, a.o.Clock.Now()) {
		return
	}
	a.presses.note(tapped, a.o.Clock.Now())
	d, err := a.workspace(ctx, h.at.team)
	if err != nil {
		a.o.Log.Warn("a form cannot be opened on Slack", "error", a.clean(err))
		return
	}
	a.remember(h)
	w := modalWish{Press: h.press, Lang: langOf(a.profile(ctx, h.at).lang)}
	open, err := a.openModal(ctx, d, h.trigger, w.said(textLoading().In(w.Lang)))
	if err != nil {
		a.o.Log.Info("a form could not be opened on Slack, it is asked in the chat", "error", a.clean(err))
		a.pressedOn(ctx, h)
		return
	}
	form, err := a.o.Forms.Form(ctx, h.at.address(), h.press)
	view := modal(form)
	if err != nil {
		view = w.said(textInPrivate().In(w.Lang))
	}
	if err := a.fill(ctx, d, open, view, w.Lang); err != nil {
		a.o.Log.Info("a form was not filled on Slack", "error", a.clean(err))
	}
	if errors.Is(err, bot.ErrNotFound) {
		a.pressedOn(ctx, h)
	} else if err != nil {
		a.o.Log.Warn("a form cannot be read", "error", err)
		a.pressedOn(ctx, h)
	}
}

// pressedOn hands the press of a button on that opened no form.
func (a *Adapter) pressedOn(_ context.Context, h incoming) {
	h.kind, h.ts = pressed, "" // it was tapped already
	in := a.open.Load()
	if in == nil {
		return
	}
	a.queue(in, h, make(chan outcome, 1))
}

// openModal opens a view, as long as its trigger lives.
func (s *speaker) openModal(ctx context.Context, d *workspace, trigger string, v slackapi.ModalViewRequest) (open *slackapi.ViewResponse, err error) {
	ctx, cancel := context.WithTimeout(ctx, openWithin)
	defer cancel()
	err = s.callWithin(ctx, patience, d, "views.open", "", func(ctx context.Context) (err error) {
		open, err = d.api.OpenViewContext(ctx, trigger, v)
		return err
	})
	return open, err
}

// fillTries is how often a view is filled before it says that it cannot be.
const fillTries = 3

// fill fills a view that is open, or has it say that it cannot be: nobody is left
// before one that loads for ever.
func (s *speaker) fill(ctx context.Context, d *workspace, open *slackapi.ViewResponse, v slackapi.ModalViewRequest, lang string) (err error) {
	for i := range fillTries {
		s.rest(ctx, time.Duration(i)*300*time.Millisecond)
		if err = s.update(ctx, d, open, v); err == nil || permanent(err) {
			break
		}
	}
	if err != nil {
		_ = s.update(ctx, d, open, modalWish{Lang: lang}.said(textReopen().In(lang))) // it was tried
	}
	return err
}

// update puts what belongs there in a view that is open. That it was closed or
// changed meanwhile is no failure.
func (s *speaker) update(ctx context.Context, d *workspace, open *slackapi.ViewResponse, v slackapi.ModalViewRequest) error {
	err := s.call(ctx, d, "views.update", "", func(ctx context.Context) error {
		_, err := d.api.UpdateViewContext(ctx, v, "", open.Hash, open.View.ID)
		return err
	})
	if word := says(err); word == "hash_conflict" || word == "not_found" || word == "view_not_found" {
		return nil
	}
	return err
}
