package bot

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"visesbot/flows"
)

// result is a turn as a store keeps it: the wishes have become jobs.
func (b *Bot) result(c Claim, channel Adapter, dossier string, turn flows.Turn) Outcome {
	o := Outcome{Session: &turn.Session, Dossier: dossier, Changes: turn.Changes}
	c.Session = turn.Session
	for i, w := range turn.Wishes {
		switch {
		case w.Say != nil:
			o.Jobs = append(o.Jobs, b.sends(c, channel, *w.Say, len(o.Jobs))...)
		case w.Wait != nil:
			o.Jobs = append(o.Jobs, b.alarm(c, *w.Wait))
		case w.Tell != nil:
			b.tell(c, &o, i, *w.Tell)
		}
	}
	o.Jobs = ringOnce(o.Jobs)
	return o
}

// sends are the messages that show a card on a channel.
func (b *Bot) sends(c Claim, channel Adapter, card flows.Card, from int) []Job {
	can := channel.Capabilities()
	var jobs []Job
	for _, m := range Compose(card, can) {
		if card.Replace && can.Edits {
			m.Replace = slot(m)
		}
		m = mark(m, seatOf(c.Session))
		m.Bulk, m.Under, m.Top, m.Where = c.Job.Bulk, card.Under, card.Top, c.Job.Where
		if m.Input != "" {
			m.For = c.Session.Table()
		}
		if len(jobs) == 0 {
			m.Push = card.Push
		}
		jobs = append(jobs, Job{
			ID: fmt.Sprintf("%s-s%d", name(c), from+len(jobs)), Kind: JobSend,
			Due: b.work.Now(), Message: &m, Bulk: m.Bulk,
		})
	}
	return jobs
}

// slot is the key under which a message's receipt is kept: the card's id, and
// the part from the second one on.
func slot(m Message) string {
	if m.Part < 2 {
		return m.Card
	}
	return fmt.Sprintf("%s-%d", m.Card, m.Part)
}

// name tells a job from all others that its conversation ever had, also from
// an earlier timer of the same id; what comes of the job is named after it.
func name(c Claim) string { return fmt.Sprintf("%s-%d", c.Job.ID, c.Job.Seq) }

// alarm is the job of a Wait; one without a moment cancels.
func (b *Bot) alarm(c Claim, w flows.Wait) Job {
	return Job{
		ID: "t-" + strings.NewReplacer(".", "_", "$", "_").Replace(w.Name), Kind: JobTimer, Due: b.work.at(w.At),
		Event: &flows.Event{Kind: flows.Timer, At: w.At, Timer: w.Name, Channel: c.Address.Channel()},
	}
}

// tell adds a note for another conversation, or for this very one.
func (b *Bot) tell(c Claim, o *Outcome, i int, t flows.Tell) {
	to := Address(t.To)
	if err := to.Valid(); err != nil {
		b.o.Log.Warn("a note has no reader", "job", c.Job.ID, "kind", t.Note.Kind, "error", err)
		return
	}
	now := b.now()
	note := Job{
		ID: noteID(c, i), Kind: JobNote, Due: b.work.Now(),
		Event: &flows.Event{Kind: flows.Told, At: now, Note: &t.Note, Channel: to.Channel()},
	}
	if to == c.Address {
		o.Jobs = append(o.Jobs, note)
		return
	}
	o.Elsewhere = append(o.Elsewhere, Posted{To: to, Job: note})
}

// noteID is the same however often the job is done again, and differs between
// conversations that write to the same one.
func noteID(c Claim, i int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %d", c.Address, name(c), i))
	return "n-" + hex.EncodeToString(sum[:12])
}

// postponed puts a job back for a while, without counting an attempt.
func (b *Bot) postponed(j Job, wait time.Duration) Outcome {
	j.Due = b.work.Now().Add(wait)
	return Outcome{Job: &j}
}

func withSession(c Claim, s *flows.Session) Claim {
	if s != nil {
		c.Session = *s
	}
	return c
}
