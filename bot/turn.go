package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"visesbot/flows"
	"visesbot/flows/form"
)

// maxCollisions is how often a turn is stepped again at once because somebody
// else changed the dossier meanwhile; then it waits, and that is counted.
const maxCollisions = 8

// turn does a job of the lane in: one step of the conversation.
func (b *Bot) turn(ctx context.Context, c Claim) error {
	return b.turnUntil(ctx, ctx, c)
}

// turnUntil is turn, for which files are fetched as long as receiving lasts: a
// program that stops puts the job back instead of waiting for them.
func (b *Bot) turnUntil(ctx, receiving context.Context, c Claim) error {
	begun := b.o.Clock.Now()
	files, refused, again := b.fetch(receiving, c)
	if again != nil {
		return b.commit(ctx, c, *again)
	}
	for range maxCollisions {
		o, err := b.answer(ctx, c, files, refused)
		if errors.Is(err, ErrChanged) {
			continue
		}
		if err != nil {
			o = b.failed(c, err)
		}
		if err = b.commit(ctx, c, o); errors.Is(err, ErrChanged) {
			continue
		}
		if err == nil {
			b.o.Observer.Turned(c.Address.Channel(), c.Job.Kind, fateOf(c, o), b.o.Clock.Now().Sub(begun))
		}
		return err
	}
	return b.commit(ctx, c, b.again(c, ErrChanged, b.o.Retry.Collisions))
}

// answer is the outcome of a job with the files that came for it, and what is to be
// told of the others.
func (b *Bot) answer(ctx context.Context, c Claim, files []fetched, refused *phrase) (o Outcome, err error) {
	c.Job.Event = with(c.Job.Event, files)
	if refused == nil || !speechless(c.Job.Event) {
		if o, err = b.outcome(ctx, c, files); err != nil {
			return o, err
		}
	}
	if refused != nil {
		under, err := b.under(ctx, c, Receipt(c.Job.Event.Under))
		if err != nil {
			return o, err
		}
		told := b.plain(c, *refused)
		told[0].Message.Under = under // where it was sent
		o.Jobs = append(told, o.Jobs...)
	}
	return o, nil
}

// outcome computes what the claimed job leads to; nothing is kept yet. A panic
// on the way is an error like any other.
func (b *Bot) outcome(ctx context.Context, c Claim, files []fetched) (o Outcome, err error) {
	defer b.recovered(c, &err)
	if _, ok := b.channels[c.Address.Channel()]; !ok && c.Address.Channel() != OfficeChannel {
		return b.postponed(c.Job, absent), nil
	}
	ev, err := b.event(ctx, c)
	if err != nil {
		return Outcome{}, err
	}
	if len(ev.Text) > MaxText && len([]rune(ev.Text)) > MaxText {
		return Outcome{Jobs: b.plain(c, tooLong())}, nil
	}
	before := c.Session
	c, ev = seated(c, ev)
	parted, err := b.parted(ctx, &c, before, ev)
	if err != nil || parted != nil {
		return orNothing(parted), err
	}
	if b.o.Office != nil && b.o.Office.Heeds(c.Address, c.Session, ev) {
		if err := b.put(ctx, files); err != nil { // it may read them, and keeps what it likes
			return Outcome{}, err
		}
		return b.served(ctx, c, ev)
	}
	if o, err = b.talk(ctx, c, ev); err != nil {
		return o, err
	}
	return b.keep(ctx, c, o, files)
}

// talk is a turn of the conversation itself.
func (b *Bot) talk(ctx context.Context, c Claim, ev flows.Event) (Outcome, error) {
	channel, ok := b.channels[c.Address.Channel()]
	if !ok {
		return Outcome{}, nil // a mailbox of the office, and nothing that it knows
	}
	if ev.Kind == flows.Pressed || ev.Kind == flows.Said {
		c.Session.Desk = nil // what the office was about to be told is left
	}
	dossier := dossierOf(c.Session, ev)
	if dossier == "" {
		return b.stepped(ctx, c, channel, dossier, nil, ev)
	}
	view, err := b.o.Store.Dossier(ctx, c, dossier)
	if err == nil {
		defer view.Close()
		err = view.Err()
	}
	if err != nil {
		return Outcome{}, fmt.Errorf("%w: read the dossier: %w", errRead, err)
	}
	if again := view.Replay(); again != nil {
		return *again, nil
	}
	o, stepErr := b.stepped(ctx, c, channel, dossier, view, ev)
	if err := view.Err(); err != nil { // what was read may not be so
		return Outcome{}, fmt.Errorf("%w: read the dossier: %w", errRead, err)
	}
	return o, stepErr
}

// stepped asks the stepper of the conversation's content.
func (b *Bot) stepped(ctx context.Context, c Claim, channel Adapter, dossier string, source form.Source, ev flows.Event) (o Outcome, err error) {
	defer b.recovered(c, &err)
	session := c.Session
	session.Address = string(c.Address)
	turn, err := b.o.Scripts.Stepper(flows.Pinned(source)).Step(session, source, ev)
	if err != nil {
		return Outcome{}, fmt.Errorf("step: %w", err)
	}
	heard(b.o.Log, c, turn)
	if err := b.let(ctx, turn); err != nil {
		return Outcome{}, err
	}
	o = b.result(c, channel, dossier, turn)
	o.Receipts = given(c, ev, turn.Session, turn.Changes)
	return o, nil
}

// heard logs what a turn refused to do, and what should never happen.
func heard(log *slog.Logger, c Claim, turn flows.Turn) {
	if r := turn.Refused; r.What != "" {
		log.Info("refused", "what", r.What, "who", r.Who, "job", c.Job.ID)
	}
	for _, fault := range turn.Faults {
		log.Error("a step was faulty", "fault", fault, "job", c.Job.ID)
	}
}

// event is what the job has to say, in the people's time, with the invitation
// that its code opens. A timer comes when it comes, not when it was meant to.
func (b *Bot) event(ctx context.Context, c Claim) (flows.Event, error) {
	var ev flows.Event
	if c.Job.Event != nil {
		ev = *c.Job.Event
	}
	if c.Job.Kind == JobTimer {
		ev.At = b.o.Clock.Now()
	}
	ev.At = ev.At.In(b.zoneOf(c.Session, ev))
	receipt := Receipt(ev.Under)
	under, err := b.under(ctx, c, receipt)
	if err != nil {
		return ev, err
	}
	ev.Under = under
	ev.Private = private(b.channels[c.Address.Channel()], c, ev)
	switch {
	case ev.Kind == flows.Edited || ev.Kind == flows.Deleted:
		ev.For = answeredBy(c, ev.Ref)
	case missed(c, ev, receipt):
		if ev.Kind = flows.Missed; receipt != "" {
			ev.Under = raw + string(receipt)
		}
	}
	if err := b.voter(ctx, c, &ev); err != nil {
		return ev, err
	}
	if ev.Kind == flows.Said || ev.Kind == flows.Pressed {
		ev.Fresh = b.fresh()
	}
	if c.Job.Code == "" || ev.Invite != nil {
		return ev, nil
	}
	err = b.opens(ctx, c, &ev)
	return ev, err
}

// dossierOf says which dossier a step is about: the conversation's own, or the
// one that an invitation opens.
func dossierOf(s flows.Session, ev flows.Event) string {
	if s.Dossier == "" && ev.Invite != nil {
		return ev.Invite.Dossier
	}
	return s.Dossier
}
