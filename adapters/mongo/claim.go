package mongo

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
)

// Claim leases the conversation whose next job has been due longest.
func (s *Store) Claim(ctx context.Context, now time.Time, lease time.Duration) (bot.Claim, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	for {
		c, err := s.lease(ctx, now, milli(now.Add(lease)))
		if err != nil {
			return bot.Claim{}, err
		}
		if j, ok := c.next(now); ok {
			s.claims.hold(c)
			return c.claim(j), nil
		}
		// Due says more than the jobs do, as after a change by hand.
		if err := s.settle(ctx, c); err != nil {
			return bot.Claim{}, err
		}
	}
}

// lease takes a conversation that is due and that nobody has, in one command.
func (s *Store) lease(ctx context.Context, now, until time.Time) (*conversation, error) {
	raw, err := s.conversations.FindOneAndUpdate(ctx,
		bson.D{
			{Key: "due", Value: bson.D{{Key: "$lte", Value: now}}},
			{Key: "lease.until", Value: bson.D{{Key: "$not", Value: bson.D{{Key: "$gt", Value: now}}}}},
		},
		bson.D{
			{Key: "$set", Value: bson.D{{Key: "lease.until", Value: until}}},
			{Key: "$inc", Value: bson.D{{Key: "lease.fence", Value: int64(1)}}},
		},
		options.FindOneAndUpdate().SetSort(bson.D{{Key: "due", Value: 1}}).SetReturnDocument(options.After),
	).Raw()
	if errors.Is(err, driver.ErrNoDocuments) {
		return nil, bot.ErrIdle
	}
	if err != nil {
		return nil, fault("claim a conversation", err)
	}
	c := new(conversation)
	return c, s.decode(raw, c)
}

func (c *conversation) claim(j job) bot.Claim {
	receipts := map[string]bot.Receipt{}
	for _, e := range c.Receipts {
		if r, ok := e.Value.(string); ok {
			receipts[e.Key] = bot.Receipt(r)
		}
	}
	return bot.Claim{
		Address: c.ID, Job: j.Job, Session: c.session(), Receipts: receipts,
		Fence: c.Lease.Fence, Until: *c.Lease.Until,
	}
}

// settle gives a conversation back with the due time that its jobs have.
func (s *Store) settle(ctx context.Context, c *conversation) error {
	var u update
	u.due(c)
	u.set("lease", leased{Fence: c.Lease.Fence + 1})
	_, err := s.conversations.UpdateOne(ctx, c.asClaimed(), u.doc())
	if err != nil {
		return fault("put a conversation right", err)
	}
	return nil
}

// asClaimed is the condition that nobody claimed the conversation since, and
// that its mailbox is as it was read.
func (c *conversation) asClaimed() bson.D {
	return bson.D{
		{Key: "_id", Value: c.ID},
		{Key: "lease.fence", Value: c.Lease.Fence},
		{Key: "arrived", Value: c.Arrived},
	}
}
