package mongo

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
)

var (
	_ bot.Leaser     = (*Store)(nil)
	_ bot.Prober     = (*Store)(nil)
	_ bot.Timekeeper = (*Store)(nil)
)

// Release gives a claim back undone; see [bot.Leaser].
func (s *Store) Release(ctx context.Context, c bot.Claim) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	s.claims.end(c)
	_, err := s.conversations.UpdateOne(ctx, ofClaim(c),
		bson.D{{Key: "$set", Value: bson.D{{Key: "lease", Value: leased{Fence: c.Fence + 1}}}}})
	if err != nil {
		return fault("give a conversation back", err)
	}
	return nil
}

// Renew draws a claim's lease out; see [bot.Leaser].
func (s *Store) Renew(ctx context.Context, c bot.Claim, until time.Time) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	res, err := s.conversations.UpdateOne(ctx, ofClaim(c),
		bson.D{{Key: "$set", Value: bson.D{{Key: "lease.until", Value: milli(until)}}}})
	if err != nil {
		return fault("draw out a lease", err)
	}
	if res.MatchedCount == 0 {
		return bot.ErrLeaseLost
	}
	return nil
}

// ofClaim is the condition that nobody claimed the conversation since.
func ofClaim(c bot.Claim) bson.D {
	return bson.D{{Key: "_id", Value: c.Address}, {Key: "lease.fence", Value: c.Fence}}
}

// Probe writes what means nothing; see [bot.Prober].
func (s *Store) Probe(ctx context.Context) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	_, err := s.about.UpdateOne(ctx, byID("probe"),
		bson.D{{Key: "$inc", Value: bson.D{{Key: "n", Value: int64(1)}}}}, options.UpdateOne().SetUpsert(true))
	if err != nil {
		return fault("try to write", err)
	}
	return nil
}

// Time is what the server's clock says; see [bot.Timekeeper].
func (s *Store) Time(ctx context.Context) (time.Time, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	var hello struct {
		Time time.Time `bson:"localTime"`
	}
	if err := s.about.Database().RunCommand(ctx, bson.D{{Key: "hello", Value: 1}}).Decode(&hello); err != nil {
		return time.Time{}, fault("ask for the time", err)
	}
	return hello.Time, nil
}
