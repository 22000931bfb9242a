package sqlite

import (
	"context"
	"errors"
	"maps"
	"slices"

	"visesbot/bot"
)

// receiptsKept is how many receipts of a conversation stay.
const receiptsKept = 50

// receipt is a shown message as it is stored: the card and its receipt.
type receipt [2]string

// byCard gives receipts as the contract does.
func byCard(list []receipt) map[string]bot.Receipt {
	all := make(map[string]bot.Receipt, len(list))
	for _, x := range list {
		all[x[0]] = bot.Receipt(x[1])
	}
	return all
}

// newest adds receipts to those there are, and keeps the newest.
func newest(list []receipt, add map[string]bot.Receipt) []receipt {
	list = slices.DeleteFunc(slices.Clone(list), func(x receipt) bool {
		_, again := add[x[0]]
		return again
	})
	for _, card := range slices.Sorted(maps.Keys(add)) {
		list = append(list, receipt{card, string(add[card])})
	}
	return list[max(0, len(list)-receiptsKept):]
}

// commit is an outcome made ready for the writer: everything that can be done
// before its turn has been done.
type commit struct {
	tenure  *tenure
	stays   *entry // the claimed job, where it stays
	dossier *documents
	begun   int64 // how often the change of the dossier was tried
	jobs    []entry
	posted  []posted

	session, receipts any // JSON, or nil to leave it
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
		if k.dossier != nil {
			s.epochs.of(o.Dossier).begun.Add(1)
			k.begun++
		}
		return k.carryOut(s.writer, w)
	}
	x.settle = func(committed bool) {
		s.epochs.of(o.Dossier).ended.Add(k.begun)
		if committed {
			s.schedule.release(t)
		}
		s.schedule.unpin(t, x)
	}
	return s.write(ctx, x)
}

// prepare encodes an outcome.
func prepare(t *tenure, c bot.Claim, o bot.Outcome) (*commit, error) {
	k := &commit{tenure: t}
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
		k.session, err = encode(o.Session)
	}
	if err == nil && len(o.Receipts) > 0 {
		k.receipts, err = encode(newest(k.tenure.receipts, o.Receipts))
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
	if err := k.remember(c, k.tenure.id); err != nil {
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
