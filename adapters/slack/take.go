package slack

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// errBusy and errClosed are why something was not taken in; Slack brings it
// again.
var (
	errBusy   = errors.New("too much of one person waits to be accepted")
	errClosed = errors.New("the bot is not ready to be written to")
)

// outcome is what became of what came in: an answer for Slack, if there is
// one, once it may be acknowledged; or an error, and then it may not.
type outcome struct {
	answer any
	err    error
}

// hear does what came in asks for, and tells when it is done. Nobody
// has to listen.
func (a *Adapter) hear(h incoming) <-chan outcome {
	done := make(chan outcome, 1)
	a.gate.RLock()
	defer a.gate.RUnlock()
	in := a.open.Load()
	switch {
	case in == nil:
		done <- outcome{err: errClosed}
	case h.kind == wants:
		a.aside(func(ctx context.Context) { a.openForm(ctx, h) })
		done <- outcome{}
	case h.kind == asks && a.o.Forms != nil:
		a.aside(func(ctx context.Context) { a.openFields(ctx, h) })
		done <- outcome{}
	case h.kind == opened:
		a.openHome(h.at)
		done <- outcome{}
	case h.kind == removed:
		a.uninstalled(in.ctx, h.at.team)
		done <- outcome{}
	case h.kind == unknown:
		a.odd(h.eventType)
		done <- outcome{}
	case h.kind == nothing || h.fromBot || a.itself(h.at.team, h.at.peer, h.sender) || h.at.peer == h.mention:
		done <- outcome{}
	default:
		a.queue(in, h, done)
	}
	return done
}

// queue lets a thing be taken in after everything else of the same person.
func (a *Adapter) queue(in *entrance, h incoming, done chan<- outcome) {
	if h.kind == submitted {
		wrong := h.modal.wrong()
		if h.modal.wish.Press == "" {
			wrong = h.form.wrong()
		}
		if len(wrong) > 0 {
			done <- outcome{answer: wrong}
			return
		}
		if h.modal.wish.Press == "" && a.moved(in.ctx, h) {
			done <- outcome{answer: h.form.moved()}
			return
		}
	}
	put := a.queues.put(h.at, task{
		id: h.id, again: h.kind == said,
		do: func() error {
			ctx, cancel := context.WithTimeout(in.ctx, takeWithin)
			defer cancel()
			answer, err := a.take(ctx, in, h)
			done <- outcome{answer, err}
			return err
		},
		behind: func(err error) { done <- outcome{err: err} },
	})
	if !put {
		done <- outcome{err: errBusy}
	}
}

// moved tells whether something else is on the table than what a form was opened
// for. Where that is not known in time, the bot itself sees to it.
func (a *Adapter) moved(ctx context.Context, h incoming) bool {
	if h.form.wish.For == "" || a.o.Talks == nil || a.sent.has(h.id) {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, lookWithin)
	defer cancel()
	now, err := a.o.Talks.Table(ctx, h.at.address())
	return err == nil && now != h.form.wish.For
}

// take has the bot accept one thing.
func (a *Adapter) take(ctx context.Context, in *entrance, h incoming) (answer any, err error) {
	who := a.profile(ctx, h.at)
	u := bot.Update{ID: h.id, Address: h.at.address(), At: a.o.Clock.Now(), From: flows.Sender{Name: who.name, Lang: who.lang, Zone: who.zone}}
	tap := tap{h.at, h.ts, h.edition, h.press}
	switch h.kind {
	case said:
		h.text = a.worded(ctx, h)
		if a.forGroup(&u, h) {
			break
		}
		if h.public && a.outOfReach(ctx, h, who.lang) {
			return nil, nil
		}
		u.Text, u.Under, u.Ref = h.text, h.below(), string(shown{h.where.channel, h.ts}.receipt())
		u.Fetch = pending(h)
		opening(&u)
	case edited, deleted:
		u.Text, u.Edits, u.Deleted = a.worded(ctx, h), string(shown{h.where.channel, h.ts}.receipt()), h.kind == deleted
	case greeted:
		if !a.new(ctx, h.at) {
			return nil, nil
		}
		u.Start = true
	case pressed, asks:
		if a.presses.twice(tap, u.At) {
			return nil, nil
		}
		u.Press, u.On = h.press, shown{h.where.channel, h.ts}.receipt()
	case submitted:
		if u.Press, u.Fields = h.modal.wish.Press, h.modal.fields; u.Press == "" {
			u.Text, u.For = h.form.text(), h.form.wish.For
		}
	case commanded:
		var heeded bool
		if answer, heeded = a.commanded(&u, h, who.lang); !heeded {
			return answer, nil
		}
	}
	if u.Text == "" && u.Press == "" && len(u.Fetch) == 0 && !u.Start && !u.Deleted {
		return nil, nil
	}
	a.remember(h)
	if err := a.accept(ctx, in, u); err != nil {
		if unmeant := (*bot.Unmeant)(nil); errors.As(err, &unmeant) {
			return nil, nil // nothing here shows a word without a message
		}
		a.counts.add("failed")
		return nil, err
	}
	a.acceptedOf(h, u, tap, who.lang)
	return answer, nil
}

// acceptedOf remembers what the bot has accepted, so that it is taken once.
func (a *Adapter) acceptedOf(h incoming, u bot.Update, t tap, lang string) {
	a.counts.add("accepted")
	if h.kind == submitted {
		a.sent.note(h.id)
	}
	if h.kind == pressed || h.kind == asks {
		a.presses.note(t, u.At)
	}
	if h.kind == said && h.public && u.From.Talk == "" {
		a.aside(func(ctx context.Context) { a.pointHome(ctx, h, lang) })
	}
}

// forGroup reads what somebody who names the bot in a channel says to the
// channel itself: to vote, or to have a word explained. Anything else is their
// own, and answered in private.
func (a *Adapter) forGroup(u *bot.Update, h incoming) bool {
	command := a.groupCommand(h.text)
	if !h.public || command == "" || !isID(h.where.channel) {
		return false
	}
	u.From.Talk = string(u.Address)
	u.Address = place{h.at.team, h.where.channel}.address()
	u.Text = command
	return true
}

// accept hands an update to the bot; a store that stumbles is asked again at
// once, so that what the person does next does not come before.
func (a *Adapter) accept(ctx context.Context, in *entrance, u bot.Update) (err error) {
	for pause := 50 * time.Millisecond; ; pause *= 2 {
		if err = in.accept(ctx, u); err == nil || ctx.Err() != nil || pause > time.Second || errors.As(err, new(*bot.Unmeant)) {
			break
		}
		a.rest(ctx, pause)
	}
	if err != nil {
		return fmt.Errorf("accept what came from Slack: %w", err)
	}
	return nil
}

// opening reads "start CODE", with which an invitation is opened; Slack itself
// takes whatever begins with a slash.
func opening(u *bot.Update) {
	words := strings.Fields(u.Text)
	if len(words) == 2 && strings.EqualFold(strings.TrimPrefix(words[0], "/"), "start") {
		u.Start, u.Code, u.Text = true, words[1], ""
	}
}

// maxNames is how many people who are named in a message are looked up.
const maxNames = 5

// worded is what somebody wrote, as they saw it.
func (a *Adapter) worded(ctx context.Context, h incoming) string {
	asked := 0
	w := wording{self: h.mention, name: func(id string) string {
		if asked++; asked > maxNames || !isID(id) {
			return ""
		}
		return a.profile(ctx, place{h.at.team, id}).name
	}}
	if text := composed(h.blocks, w); text != "" {
		return text
	}
	return plainText(h.text, w)
}

// new tells whether the bot has not met a person yet, as far as is known.
func (a *Adapter) new(ctx context.Context, at place) bool {
	if a.o.Talks == nil {
		return false
	}
	met, err := a.o.Talks.Met(ctx, at.address())
	if err != nil {
		a.o.Log.Warn("it is not known whether somebody was here before", "error", err)
	}
	return err == nil && !met
}

// outOfReach tells whether the bot may not write to somebody who named it in a
// channel, because they belong to another organisation, and tells them so.
func (a *Adapter) outOfReach(ctx context.Context, h incoming, lang string) bool {
	d, err := a.workspace(ctx, h.at.team)
	if err != nil {
		return false
	}
	if _, err := a.channel(ctx, d, h.at); !permanent(err) {
		return false
	}
	a.aside(func(ctx context.Context) { a.whisperIn(ctx, d, h, textOutside().In(lang)) })
	return true
}
