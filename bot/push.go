package bot

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"visesbot/flows"
)

// Push tells many conversations the same. Its ID names it: a conversation gets
// it once, however often it is posted.
type Push struct {
	ID   string
	Note flows.Note
	To   []Address
	At   time.Time // when it begins
}

// Handout is what a job of kind push still has to tell, and to whom: all of one
// channel.
type Handout struct {
	Note flows.Note `json:"note"`
	To   []Address  `json:"to"`
}

// A push is kept in portions, so that what is left is cheap to keep. It looks
// ahead by pushAhead and goes on after pushEvery; of a channel that does not
// know its limits, so many are told each time.
const (
	pushPortion = 500
	pushAhead   = 3 * time.Second
	pushEvery   = time.Second
	pushBlind   = 20
)

// pushProbe is how long one message at a time tries whether a channel that
// fails can send again.
const pushProbe = 15 * time.Second

var errPushID = errors.New(`a push has a name without "." and "$", of at most 40 characters`)

// Post puts a push into the store; the bot that runs on it does the rest.
func (p Push) Post(ctx context.Context, s Store) error {
	boxes, err := p.portions()
	if err != nil {
		return err
	}
	for box, jobs := range boxes {
		if err := s.Enqueue(ctx, box, jobs...); err != nil {
			return fmt.Errorf("post a push: %w", err)
		}
	}
	return nil
}

// Posted is a push for who puts it out together with something else.
func (p Push) Posted() ([]Posted, error) {
	boxes, err := p.portions()
	if err != nil {
		return nil, err
	}
	var all []Posted
	for _, box := range slices.Sorted(maps.Keys(boxes)) {
		for _, j := range boxes[box] {
			all = append(all, Posted{To: box, Job: j})
		}
	}
	return all, nil
}

// portions are the jobs of a push, by their mailbox.
func (p Push) portions() (map[Address][]Job, error) {
	if !keyable(p.ID) || len(p.ID) > 40 {
		return nil, errPushID
	}
	byChannel := map[string][]Address{}
	for _, a := range p.To {
		if err := a.Valid(); err != nil {
			return nil, fmt.Errorf("push to channel %q: %w", a.Channel(), err)
		}
		byChannel[a.Channel()] = append(byChannel[a.Channel()], a)
	}
	boxes := map[Address][]Job{}
	for channel, to := range byChannel {
		var jobs []Job
		for portion := range slices.Chunk(to, pushPortion) {
			jobs = append(jobs, Job{
				ID: fmt.Sprintf("p%d", len(jobs)), Kind: JobPush, Due: p.At, Bulk: true,
				Push: &Handout{Note: p.Note, To: portion},
			})
		}
		boxes[Address("push:"+p.ID+"-"+channel)] = jobs
	}
	return boxes, nil
}

// handOut does a job of kind push: as many of its conversations as the channel
// can write to in the next moments are told at theirs, and the job stays for the
// others.
func (b *Bot) handOut(ctx context.Context, c Claim) error {
	if c.Job.Push == nil || len(c.Job.Push.To) == 0 {
		return b.commit(ctx, c, Outcome{})
	}
	out := *c.Job.Push
	channel, ok := b.channels[out.To[0].Channel()]
	if !ok {
		return b.commit(ctx, c, b.postponed(c.Job, absent))
	}
	moments, pause := b.moments(channel, out.To)
	var o Outcome
	for i, at := range moments {
		o.Elsewhere = append(o.Elsewhere, Posted{To: out.To[i], Job: told(c.Address, out, out.To[i], at)})
	}
	if out.To = out.To[len(moments):]; len(out.To) > 0 {
		o = b.handedOn(c.Job, out, pause, o)
	}
	return b.commit(ctx, c, o)
}

func (b *Bot) handedOn(j Job, left Handout, pause time.Duration, o Outcome) Outcome {
	o.Job = b.postponed(j, pause).Job
	o.Job.Push = &left
	return o
}

// moments are when the first of these conversations can be told, and after how
// long to go on with the others.
func (b *Bot) moments(channel Adapter, to []Address) ([]time.Time, time.Duration) {
	now := b.o.Clock.Now()
	if b.health.failing(channel.Name()) {
		return []time.Time{now}, pushProbe
	}
	if p, ok := channel.(Planner); ok {
		return p.Plan(now, now.Add(pushAhead), to), pushEvery
	}
	return slices.Repeat([]time.Time{now}, min(len(to), pushBlind)), pushEvery
}

// told is the note of a push in one mailbox.
func told(push Address, out Handout, to Address, at time.Time) Job {
	note := out.Note
	return Job{
		ID: "push-" + push.Talk(), Kind: JobNote, Due: at, Bulk: true,
		Event: &flows.Event{Kind: flows.Told, At: at, Note: &note, Channel: to.Channel()},
	}
}
