package bot

import (
	"cmp"
	"context"
	"errors"
	"time"

	"visesbot/flows"
)

// leastPause is how long at least a message waits that a platform wants to wait.
const leastPause = 20 * time.Millisecond

// deliver does a job of the lane out: it sends one message.
func (b *Bot) deliver(ctx context.Context, c Claim) error {
	channel, ok := b.channels[c.Address.Channel()]
	if !ok {
		return b.commit(ctx, c, b.postponed(c.Job, absent))
	}
	if c.Job.Message == nil {
		return b.commit(ctx, c, b.again(c, errors.New("there is no message to send"), 0))
	}
	m, err := b.placed(ctx, c, *c.Job.Message)
	if err != nil {
		return b.commit(ctx, c, b.again(c, err, b.o.Retry.Sends))
	}
	receipt, err := b.send(ctx, channel, c, m)
	if kind, _ := kindOf(err); err != nil && kind == Permanent && m.Replace != "" {
		m.Replace = "" // what was to be edited is gone or too old
		receipt, err = b.send(ctx, channel, c, m)
	}
	b.health.note(channel.Name(), err)
	if err == nil {
		b.taps.shown(c.Address, m, receipt, b.work.Now())
	}
	o := b.sent(c, receipt, err)
	if err = b.commit(ctx, c, o); err == nil {
		b.o.Observer.Sent(c.Address.Channel(), fateOf(c, o))
	}
	return err
}

// placed is a message with the receipts of what it takes the place of, and of
// what it stands below.
func (b *Bot) placed(ctx context.Context, c Claim, m Message) (Message, error) {
	replace, err := b.receipt(ctx, c, m.Replace)
	if err != nil {
		return m, err
	}
	under, err := b.receipt(ctx, c, m.Under)
	m.Replace, m.Under = string(replace), string(under)
	return m, err
}

// send hands one message to the channel, within the time a sending may take.
func (b *Bot) send(ctx context.Context, channel Adapter, c Claim, m Message) (r Receipt, err error) {
	defer b.recovered(c, &err)
	ctx, cancel := context.WithTimeout(ctx, b.o.Send)
	defer cancel()
	return channel.Send(ctx, c.Address, m)
}

// sent is what a sending leads to.
func (b *Bot) sent(c Claim, receipt Receipt, err error) Outcome {
	if err == nil {
		return Outcome{Receipts: receipts(*c.Job.Message, receipt), Elsewhere: b.arrived(c, flows.NotePushDelivered, "")}
	}
	kind, after := kindOf(err)
	if kind == Throttled {
		return b.postponed(c.Job, max(after, leastPause))
	}
	limit := b.o.Retry.Sends
	if kind == Permanent {
		limit = 0
	}
	o := b.again(c, err, limit)
	if o.Job.Dead {
		o.Jobs = undelivered(c, causeOf(err), b.now(), b.work.Now())
		o.Elsewhere = b.arrived(c, flows.NotePushMissed, causeOf(err))
	}
	return o
}

// undelivered lets the conversation itself know that a message was given up, so
// that it can tell who should know. It is told once of each cause.
func undelivered(c Claim, cause Cause, now, due time.Time) []Job {
	if cause == "" {
		cause = flows.CauseUnknown
	}
	if c.Session.Dossier == "" || c.Session.HasTold(string(cause)) {
		return nil
	}
	note := &flows.Note{Kind: flows.NoteUndelivered, Text: string(cause)}
	return []Job{{
		ID: name(c) + "-u", Kind: JobNote, Due: due,
		Event: &flows.Event{Kind: flows.Told, At: now, Note: note, Channel: c.Address.Channel()},
	}}
}

// arrived tells the office what became of a message that shows a push: the
// platform took it, or it was given up. In the same commit as that: once.
func (b *Bot) arrived(c Claim, kind string, cause Cause) []Posted {
	push, now, due := c.Job.Message.Push, b.now(), b.work.Now()
	box := Address(flows.PushBox(push))
	if push == "" || box.Valid() != nil {
		return nil
	}
	n := &flows.Note{Kind: kind, From: string(c.Address), Dossier: c.Session.Dossier}
	if kind == flows.NotePushMissed {
		n.Fields = map[string]string{"cause": cmp.Or(string(cause), flows.CauseUnknown)}
	}
	return []Posted{{To: box, Job: Job{
		ID: noteID(c, len(kind)), Kind: JobNote, Due: due,
		Event: &flows.Event{Kind: flows.Told, At: now, Note: n, Channel: OfficeChannel},
	}}}
}

func receipts(m Message, r Receipt) map[string]Receipt {
	if r == "" || !keyable(slot(m)) {
		return nil
	}
	return map[string]Receipt{slot(m): r}
}
