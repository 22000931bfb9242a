package mongo

import (
	"context"
	"errors"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
	"visesbot/flows/form"
)

var _ bot.Standings = (*Store)(nil)

// headsAtOnce is how many heads are asked for in one command, recordsAtOnce how
// many records come at once.
const (
	headsAtOnce   = 100
	recordsAtOnce = 50
)

// errEnough ends a reading.
var errEnough = errors.New("enough was read")

// Heads reads heads by _id; see [bot.Standings].
func (s *Store) Heads(ctx context.Context, dossiers []string, each func(form.Head) error) error {
	for some := range slices.Chunk(dossiers, headsAtOnce) {
		ids := make(bson.A, len(some))
		for i, d := range some {
			ids[i] = below(d) + headName
		}
		in := bson.D{{Key: "_id", Value: bson.D{{Key: "$in", Value: ids}}}}
		if err := s.stream(ctx, in, options.Find(), func(raw bson.Raw) error {
			var h headDoc
			if err := s.decode(raw, &h); err != nil {
				return err
			}
			return each(h.Head)
		}); err != nil {
			return err
		}
	}
	return nil
}

// Latest reads records by _id, from the last one back; see [bot.Standings].
func (s *Store) Latest(ctx context.Context, dossier string, each func(form.Record) bool) error {
	back := options.Find().SetSort(bson.D{{Key: "_id", Value: -1}}).SetBatchSize(recordsAtOnce)
	err := s.stream(ctx, within(records(dossier)), back, func(raw bson.Raw) error {
		var r form.Record
		if err := s.decode(raw, &r); err != nil {
			return err
		}
		if !each(r) {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// stream reads documents of the dossiers one by one.
func (s *Store) stream(ctx context.Context, where bson.D, how *options.FindOptionsBuilder, each func(bson.Raw) error) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	cur, err := s.dossiers.Find(ctx, where, how)
	if err != nil {
		return fault("read dossiers", err)
	}
	defer func() { _ = cur.Close(ctx) }()
	for cur.Next(ctx) {
		if err := each(cur.Current); err != nil {
			return err
		}
	}
	if err := cur.Err(); err != nil {
		return fault("read dossiers", err)
	}
	return nil
}
