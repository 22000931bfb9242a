package mongo

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// NextDue tells when a claim may succeed if nothing else happens.
func (s *Store) NextDue(ctx context.Context) (time.Time, bool, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	cur, err := s.conversations.Find(ctx,
		dated(ever()),
		options.Find().SetSort(bson.D{{Key: "due", Value: 1}}).
			SetProjection(bson.D{{Key: "due", Value: 1}, {Key: "lease", Value: 1}}))
	if err != nil {
		return time.Time{}, false, fault("look for what is due", err)
	}
	defer func() { _ = cur.Close(ctx) }()
	var soonest *time.Time
	for cur.Next(ctx) {
		var c conversation
		if err := s.decode(cur.Current, &c); err != nil {
			return time.Time{}, false, err
		}
		if soonest != nil && !c.Due.Before(*soonest) {
			break // the later ones are not sooner
		}
		if at := c.free(); soonest == nil || at.Before(*soonest) {
			soonest = &at
		}
	}
	if err := cur.Err(); err != nil {
		return time.Time{}, false, fault("look for what is due", err)
	}
	if soonest == nil {
		return time.Time{}, false, nil
	}
	return *soonest, true, nil
}

// free tells when the conversation's next job is due and nobody has it.
func (c *conversation) free() time.Time {
	if c.Lease.Until != nil && c.Lease.Until.After(*c.Due) {
		return *c.Lease.Until
	}
	return *c.Due
}
