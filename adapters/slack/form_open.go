package slack

import (
	"context"
	"errors"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/flows"
)

// openForm opens the form that a button stands for: an empty one at once,
// because a trigger dies after three seconds, and what belongs in it after
// that. Where none can be opened, a message takes its place.
func (a *Adapter) openForm(ctx context.Context, h incoming) {
	w, ok := wishOf(h.press)
	tapped := tap{h.at, h.ts, h.edition, h.press}
	if !ok || a.presses.twice(tapped, a.o.Clock.Now()) {
		return
	}
	a.presses.note(tapped, a.o.Clock.Now())
	d, err := a.workspace(ctx, h.at.team)
	if err != nil {
		a.o.Log.Warn("a form cannot be opened on Slack", "error", a.clean(err))
		return
	}
	a.remember(h)
	open, err := a.openView(ctx, d, h.trigger, w)
	if err == nil {
		err = a.fillView(ctx, d, open, h, w)
	}
	if err != nil {
		a.o.Log.Info("a form could not be opened on Slack, a message takes its place", "error", a.clean(err))
		a.tell(ctx, d, h.at, textTypeHere().In(w.Lang))
	}
}

func (a *Adapter) openView(ctx context.Context, d *workspace, trigger string, w formWish) (open *slackapi.ViewResponse, err error) {
	return a.openModal(ctx, d, trigger, w.modal())
}

// fillView puts the fields in a form that is open.
func (a *Adapter) fillView(ctx context.Context, d *workspace, open *slackapi.ViewResponse, h incoming, w formWish) error {
	return a.fill(ctx, d, open, w.filled(a.begun(ctx, h)), w.Lang)
}

// begun is what a form is filled in with: what the person has begun to write,
// or the answer that stands on the message.
func (s *speaker) begun(ctx context.Context, h incoming) string {
	if s.o.Talks != nil {
		draft, err := s.o.Talks.Draft(ctx, h.at.address())
		if err == nil && draft != "" {
			return draft
		}
		if err != nil && !errors.Is(err, context.Canceled) {
			s.o.Log.Warn("a draft cannot be read", "error", err)
		}
	}
	return quoted(h.message)
}

// tellTries is how often a word of the channel's own is tried while what was sent
// just before has used up the limits.
const tellTries = 3

// tell says something of the channel's own, in the talk.
func (s *speaker) tell(ctx context.Context, d *workspace, at place, text string) {
	s.tellIn(ctx, d, at, bot.Message{}, text)
}

func (s *speaker) tellIn(ctx context.Context, d *workspace, at place, m bot.Message, text string) {
	var err error
	for range tellTries {
		_, err = s.postAt(ctx, d, at, m, []slackapi.MsgOption{
			slackapi.MsgOptionText(escaped(text), false),
			slackapi.MsgOptionBlocks(paragraphs([]flows.Line{{Style: flows.Body, Text: text}})...),
		})
		var busy *bot.SendError
		if !errors.As(err, &busy) || busy.Kind != bot.Throttled || ctx.Err() != nil {
			break
		}
		s.rest(ctx, busy.After)
	}
	if err != nil {
		s.o.Log.Warn("a word of the channel itself was not sent", "error", err)
	}
}

// pointHome tells somebody who named the bot in a channel where it answers.
func (s *speaker) pointHome(ctx context.Context, h incoming, lang string) {
	d, err := s.workspace(ctx, h.at.team)
	if err != nil {
		return
	}
	s.whisperIn(ctx, d, h, textInPrivate().In(lang))
}

// whisperIn says something to somebody where they wrote, and only they see it.
func (s *speaker) whisperIn(ctx context.Context, d *workspace, h incoming, text string) {
	options := []slackapi.MsgOption{slackapi.MsgOptionText(escaped(text), false)}
	if h.where.root != "" {
		options = append(options, slackapi.MsgOptionTS(h.where.root))
	}
	err := s.call(ctx, d, "chat.postEphemeral", "", func(ctx context.Context) error {
		_, err := d.api.PostEphemeralContext(ctx, h.where.channel, h.at.peer, options...)
		return err
	})
	if err != nil {
		s.o.Log.Info("somebody was not told where the bot answers", "error", err)
	}
}
