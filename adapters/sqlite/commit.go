package sqlite

import (
	"context"
	"errors"

	"visesbot/bot"
)

// commit is an outcome made ready for the writer: everything that can be done
// before its turn has been done.
type commit struct {
	tenure  *tenure
	stays   *entry // the claimed job, where it stays
	dossier *documents
	jobs    []entry
	posted  []posted

	memory            memory   // of the conversation, once this is through
	session, receipts any      // JSON, or nil to leave it
	away              receipts // of the conversation no longer, and kept beside it
}

// posted is a job for another mailbox.
type posted struct {
	to bot.Address
	entry
}

// Commit finishes the claimed job; see [bot.Store].
func (s *Store) Commit(ctx context.Context, c bot.Claim, o bot.Outcome) error {
	t := s.schedule.tenure(c)
	if t == nil {
		return bot.ErrLeaseLost
	}
	k, err := prepare(t, c, o)
	if err != nil {
		return s.fault(err)
	}
	x := &write{}
	x.do = func(w *conn) error {
		if !s.schedule.pin(t, x) {
			return refusal{bot.ErrLeaseLost}
		}
		return k.carryOut(s.writer, w)
	}
	x.settle = func(committed bool) {
		s.recent.settled(t.id, k.memory, committed)
		if committed {
			s.schedule.release(t)
		}
		s.schedule.unpin(t, x)
	}
	return s.write(ctx, x)
}

// prepare encodes an outcome.
func prepare(t *tenure, c bot.Claim, o bot.Outcome) (*commit, error) {
	k := &commit{tenure: t, memory: t.memory}
	var errs [4]error
	if o.Job != nil {
		j := *o.Job
		j.ID, j.Kind = c.Job.ID, c.Job.Kind
		k.stays = new(entry)
		*k.stays, errs[0] = newEntry(j)
	}
	k.jobs, errs[1] = newEntries(o.Jobs)
	for _, p := range o.Elsewhere {
		e, err := newEntry(p.Job)
		if err != nil {
			return nil, err
		}
		k.posted = append(k.posted, posted{p.To, e})
	}
	k.dossier, errs[2] = encodeChanges(o.Dossier, o.Changes)
	errs[3] = k.conversation(o)
	return k, errors.Join(errs[:]...)
}

// conversation encodes what is remembered of the conversation itself.
func (k *commit) conversation(o bot.Outcome) (err error) {
	if o.Session != nil {
		k.memory.session, err = encode(o.Session)
		k.session = k.memory.session
	}
	if err == nil && len(o.Receipts) > 0 {
		k.memory.receipts, k.away = newest(k.memory.receipts, o.Receipts)
		k.receipts, err = encode(k.memory.receipts)
	}
	return err
}

// carryOut writes everything, inside the writer's transaction. What can be
// refused comes first.
func (k *commit) carryOut(w *writer, c *conn) error {
	if err := k.dossier.write(c); err != nil {
		return err
	}
	if err := k.claimed(c); err != nil {
		return err
	}
	for _, e := range k.jobs {
		if err := w.own(c, k.tenure.id, e); err != nil {
			return err
		}
	}
	for _, p := range k.posted {
		if err := w.arrive(c, p.to, []entry{p.entry}); err != nil {
			return err
		}
	}
	if err := errors.Join(k.remember(c, k.tenure.id), k.away.putAway(c, k.tenure.id)); err != nil {
		return err
	}
	return w.rewake(c, k.tenure.id, k.tenure.address)
}

// claimed takes the claimed job away, or leaves it as it is given.
func (k *commit) claimed(c *conn) error {
	if k.stays != nil {
		return k.tenure.job.keep(c, *k.stays)
	}
	return k.tenure.job.finish(c)
}

// remember writes the session and the receipts, where they are new.
func (k *commit) remember(c *conn, id int64) (err error) {
	switch {
	case k.session == nil && k.receipts == nil:
	case k.receipts == nil:
		_, err = c.exec("UPDATE conversations SET session = ? WHERE id = ?", k.session, id)
	case k.session == nil:
		_, err = c.exec("UPDATE conversations SET receipts = ? WHERE id = ?", k.receipts, id)
	default:
		_, err = c.exec("UPDATE conversations SET session = ?, receipts = ? WHERE id = ?", k.session, k.receipts, id)
	}
	return err
}
