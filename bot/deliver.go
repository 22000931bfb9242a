package bot

import (
	"context"
	"errors"
	"time"
)

// deliver does a job of the lane out: it sends one message.
func (b *Bot) deliver(ctx context.Context, c Claim) error {
	channel, ok := b.channels[c.Address.Channel()]
	if !ok {
		return b.commit(ctx, c, b.postponed(c.Job, absent))
	}
	if c.Job.Message == nil {
		return b.commit(ctx, c, b.again(c, errors.New("there is no message to send"), 0))
	}
	m := *c.Job.Message
	m.Replace = string(c.Receipts[m.Replace])
	receipt, err := b.send(ctx, channel, c, m)
	if kind, _ := kindOf(err); err != nil && kind == Permanent && m.Replace != "" {
		m.Replace = "" // what was to be edited is gone or too old
		receipt, err = b.send(ctx, channel, c, m)
	}
	return b.commit(ctx, c, b.sent(c, receipt, err))
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
		return Outcome{Receipts: receipts(*c.Job.Message, receipt)}
	}
	switch kind, after := kindOf(err); kind {
	case Throttled:
		return b.postponed(c.Job, max(after, time.Second))
	case Permanent:
		return b.again(c, err, 0)
	default:
		return b.again(c, err, b.o.Retry.Sends)
	}
}

func receipts(m Message, r Receipt) map[string]Receipt {
	if r == "" || !keyable(slot(m)) {
		return nil
	}
	return map[string]Receipt{slot(m): r}
}
