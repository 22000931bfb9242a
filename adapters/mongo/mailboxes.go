package mongo

import (
	"cmp"
	"context"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
	"visesbot/flows"
)

var (
	_ bot.Mailboxes = (*Store)(nil)
	_ bot.Annals    = (*Store)(nil)
)

// givenUp counts the dead jobs.
func (c *conversation) givenUp() (n int) {
	for _, j := range c.Jobs {
		if j.Dead {
			n++
		}
	}
	return n
}

// dated is the condition that something waits, ever; withDead that something
// was given up.
func dated(until time.Time) bson.D {
	return bson.D{{Key: "due", Value: bson.D{{Key: "$lte", Value: until}}}}
}

func withDead() bson.D {
	return bson.D{{Key: "dead", Value: bson.D{{Key: "$gt", Value: 0}}}}
}

// ever is later than anything is due.
func ever() time.Time { return time.UnixMilli(1 << 53) }

// AllJobs lists the jobs of all mailboxes; see [bot.Mailboxes].
func (s *Store) AllJobs(ctx context.Context, dead bool, limit int) ([]bot.Posted, error) {
	where, sorted := dated(ever()), bson.D{{Key: "due", Value: 1}}
	if dead {
		where, sorted = withDead(), bson.D{{Key: "dead", Value: 1}}
	}
	var all []bot.Posted
	err := s.each(ctx, where, options.Find().SetSort(sorted).SetLimit(int64(limit)), func(c *conversation) error {
		for _, j := range c.Jobs {
			if j.Dead == dead {
				all = append(all, bot.Posted{To: c.ID, Job: j.Job})
			}
		}
		return nil
	})
	slices.SortFunc(all, func(x, y bot.Posted) int {
		return cmp.Or(x.Job.Due.Compare(y.Job.Due), cmp.Compare(x.To, y.To), cmp.Compare(x.Job.Seq, y.Job.Seq))
	})
	return all[:min(limit, len(all))], err
}

// Revive lets a dead job be done again; see [bot.Mailboxes].
func (s *Store) Revive(ctx context.Context, a bot.Address, id string, now time.Time) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	for {
		c, err := s.read(ctx, a)
		if err != nil {
			return err
		}
		j, there := c.Jobs[id]
		if !there || !j.Dead {
			return bot.ErrNotFound
		}
		j.Dead, j.Attempts, j.Due = false, 0, milli(now)
		c.Jobs[id] = j
		done, err := s.revived(ctx, c, j)
		if done || err != nil {
			return err
		}
	}
}

// revived writes a job that waits again; false when the mailbox changed
// meanwhile.
func (s *Store) revived(ctx context.Context, c *conversation, j job) (bool, error) {
	var u update
	if err := s.put(&u, j); err != nil {
		return false, err
	}
	u.set("arrived", c.Arrived+1)
	u.due(c)
	u.dead(c)
	res, err := s.conversations.UpdateOne(ctx, bson.D{{Key: "_id", Value: c.ID}, {Key: "arrived", Value: c.Arrived}}, u.doc())
	if err != nil {
		return false, fault("put a dead job back", err)
	}
	return res.MatchedCount == 1, nil
}

// Load counts what there is to do; see [bot.Mailboxes].
func (s *Store) Load(ctx context.Context, now time.Time) (bot.Load, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	due, err := s.conversations.CountDocuments(ctx, dated(now))
	if err != nil {
		return bot.Load{}, fault("count what is due", err)
	}
	l := bot.Load{Due: int(due)}
	err = s.each(ctx, withDead(), options.Find().SetProjection(bson.D{{Key: "dead", Value: 1}}), func(c *conversation) error {
		l.Dead += c.Dead
		return nil
	})
	return l, err
}

// Sessions gives the conversations that have a session; see [bot.Mailboxes].
func (s *Store) Sessions(ctx context.Context, each func(bot.Address, flows.Session) error) error {
	everybody := bson.D{{Key: "_id", Value: bson.D{{Key: "$gt", Value: ""}}}}
	only := options.Find().SetProjection(bson.D{{Key: "session", Value: 1}})
	return s.each(ctx, everybody, only, func(c *conversation) error {
		if c.Session == nil {
			return nil
		}
		return each(c.ID, c.session())
	})
}

// each reads conversations one after the other.
func (s *Store) each(ctx context.Context, where bson.D, how *options.FindOptionsBuilder, do func(*conversation) error) error {
	cur, err := s.conversations.Find(ctx, where, how)
	if err != nil {
		return fault("list conversations", err)
	}
	defer func() { _ = cur.Close(ctx) }()
	for cur.Next(ctx) {
		c := new(conversation)
		if err := s.decode(cur.Current, c); err != nil {
			return err
		}
		if err := do(c); err != nil {
			return err
		}
	}
	if err := cur.Err(); err != nil {
		return fault("list conversations", err)
	}
	return nil
}
