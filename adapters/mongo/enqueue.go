package mongo

import (
	"context"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
)

// remembered is how many ids of a mailbox are kept to know a job again.
const remembered = 200

// Enqueue puts jobs into a mailbox. It reads the conversation and writes it,
// again if somebody else was faster.
func (s *Store) Enqueue(ctx context.Context, a bot.Address, jobs ...bot.Job) error {
	if err := fitJobs(a, jobs); err != nil {
		return err
	}
	if len(jobs) == 0 {
		return nil
	}
	ctx, cancel := s.limit(ctx)
	defer cancel()
	return s.enqueue(ctx, a, jobs)
}

func (s *Store) enqueue(ctx context.Context, a bot.Address, jobs []bot.Job) error {
	for {
		c, err := s.read(ctx, a)
		if err != nil {
			return err
		}
		fresh := c.receive(jobs)
		if len(fresh) == 0 {
			return nil
		}
		kept, err := s.arrive(ctx, c, fresh)
		if kept || err != nil {
			return err
		}
	}
}

// receive adds the jobs that were not seen before, and names them.
func (c *conversation) receive(jobs []bot.Job) []string {
	var fresh []string
	for _, j := range jobs {
		if _, waiting := c.Jobs[j.ID]; waiting || slices.Contains(c.Seen, j.ID) {
			continue
		}
		c.add(j)
		c.Seen = append(c.Seen, j.ID)
		fresh = append(fresh, j.ID)
	}
	c.Seen = c.Seen[max(0, len(c.Seen)-remembered):]
	return fresh
}

// add puts a job into the mailbox as a new arrival.
func (c *conversation) add(j bot.Job) {
	if c.Jobs == nil {
		c.Jobs = map[string]job{}
	}
	c.Arrived++
	j.Seq = c.Arrived
	c.Jobs[j.ID] = job{Job: j, Place: c.place(j)}
}

// place is where a job comes in its lane: by its moment, but an update behind the
// updates that wait, and a send behind the sends, whatever clock they came by.
func (c *conversation) place(j bot.Job) time.Time {
	at := j.Due
	if j.Kind != bot.JobUpdate && j.Kind != bot.JobSend {
		return at
	}
	for _, before := range c.Jobs {
		if before.Kind == j.Kind && !before.Dead && before.Place.After(at) {
			at = before.Place
		}
	}
	return at
}

// arrive writes what receive added; false when the mailbox changed meanwhile.
func (s *Store) arrive(ctx context.Context, c *conversation, fresh []string) (bool, error) {
	var u update
	for _, id := range fresh {
		if err := s.put(&u, c.Jobs[id]); err != nil {
			return false, err
		}
	}
	u.set("arrived", c.Arrived)
	u.set("seen", c.Seen)
	u.due(c)
	before := c.Arrived - int64(len(fresh))
	res, err := s.conversations.UpdateOne(ctx,
		bson.D{{Key: "_id", Value: c.ID}, {Key: "arrived", Value: before}},
		u.doc(), options.UpdateOne().SetUpsert(before == 0))
	if driver.IsDuplicateKeyError(err) {
		return false, nil // somebody else began the conversation
	}
	if err != nil {
		return false, fault("put a job into a mailbox", err)
	}
	return res.MatchedCount+res.UpsertedCount == 1, nil
}
