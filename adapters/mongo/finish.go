package mongo

import (
	"context"
	"slices"

	"visesbot/bot"
)

// finish writes the conversation: this is the commit. When something arrived
// since it was claimed, it is read again first.
func (s *Store) finish(ctx context.Context, claim bot.Claim, o bot.Outcome) error {
	c, _ := s.claims.of(claim)
	for {
		if c == nil {
			var err error
			if c, err = s.read(ctx, claim.Address); err != nil {
				return err
			}
		}
		if c.Lease.Fence != claim.Fence {
			s.claims.end(claim)
			return bot.ErrLeaseLost
		}
		done, err := s.conclude(ctx, c, claim.Job.ID, o)
		if err != nil {
			return err
		}
		if done {
			s.claims.end(claim)
			return nil
		}
		c = nil
	}
}

// conclude writes what an outcome makes of the conversation; false when the
// conversation is not as it was read.
func (s *Store) conclude(ctx context.Context, c *conversation, id string, o bot.Outcome) (bool, error) {
	asClaimed := c.asClaimed()
	after := *c
	var u update
	if err := s.closeJobs(&u, &after, id, o); err != nil {
		return false, err
	}
	u.set("arrived", after.Arrived)
	u.due(&after)
	u.dead(&after)
	u.set("lease", leased{Fence: c.Lease.Fence + 1})
	if o.Session != nil {
		raw, err := s.encode(o.Session)
		if err != nil {
			return false, err
		}
		u.set("session", raw)
	}
	if len(o.Receipts) > 0 {
		kept, away := addReceipts(c.Receipts, o.Receipts)
		if err := s.putAway(ctx, c.ID, away); err != nil {
			return false, err
		}
		u.set("receipts", kept)
	}
	res, err := s.conversations.UpdateOne(ctx, asClaimed, u.doc())
	if err != nil {
		return false, fault("write a conversation", err)
	}
	return res.MatchedCount == 1, nil
}

// closeJobs finishes the job with this id, or puts it back where it was, and
// adds, replaces and cancels others.
func (k codec) closeJobs(u *update, c *conversation, id string, o bot.Outcome) error {
	jobs, touched := make(map[string]job, len(c.Jobs)), []string{id}
	for k, j := range c.Jobs {
		jobs[k] = j
	}
	c.Jobs = jobs
	c.Arrived++ // the jobs changed, even if none is added
	was, waiting := jobs[id]
	delete(jobs, id)
	if o.Job != nil && waiting {
		seq := was.Seq
		was.Job = *o.Job
		was.ID, was.Seq = id, seq
		jobs[id] = was
	}
	for _, j := range o.Jobs {
		if j.Kind == bot.JobTimer && j.Due.IsZero() {
			delete(jobs, j.ID)
		} else {
			c.add(j)
		}
		touched = append(touched, j.ID)
	}
	return k.touch(u, c, touched)
}

// touch writes these jobs as they are now.
func (k codec) touch(u *update, c *conversation, ids []string) error {
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		j, there := c.Jobs[id]
		if !there {
			u.unset("jobs." + id)
			continue
		}
		if err := k.put(u, j); err != nil {
			return err
		}
	}
	return nil
}
