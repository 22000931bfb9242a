package mongo

import (
	"context"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// layout is the version of the documents that this program reads and writes.
const layout = 1

// checkLayout refuses a database of another version, and marks a new one.
func (s *Store) checkLayout(ctx context.Context) error {
	var found struct {
		Version int `bson:"version"`
	}
	err := s.about.FindOneAndUpdate(ctx,
		bson.D{{Key: "_id", Value: "layout"}},
		bson.D{{Key: "$setOnInsert", Value: bson.D{{Key: "version", Value: layout}}}},
		options.FindOneAndUpdate().SetUpsert(true).SetReturnDocument(options.After),
	).Decode(&found)
	switch {
	case driver.IsDuplicateKeyError(err):
		return s.checkLayout(ctx) // another program made it in this moment
	case err != nil:
		return fmt.Errorf("read the version of the database: %w", err)
	case found.Version != layout:
		return fmt.Errorf("its layout is version %d and this program knows version %d: use the newer program", found.Version, layout)
	}
	return nil
}

// dueIndex is what conversations are claimed by, deadIndex what those with
// dead jobs are found by.
const (
	dueIndex  = "due_lease"
	deadIndex = "dead"
)

// makeIndexes makes what is missing and wants what is there to be the same.
// All other reading and writing goes by _id.
func (s *Store) makeIndexes(ctx context.Context) error {
	want := driver.IndexModel{
		Keys:    bson.D{{Key: "due", Value: 1}, {Key: "lease.until", Value: 1}},
		Options: options.Index().SetName(dueIndex),
	}
	dead := driver.IndexModel{Keys: bson.D{{Key: "dead", Value: 1}}, Options: options.Index().SetName(deadIndex)}
	for _, index := range []driver.IndexModel{want, dead} {
		if _, err := s.conversations.Indexes().CreateOne(ctx, index); err != nil {
			return fmt.Errorf("make the indexes %s and %s of conversations (if another one of that name is there, drop it): %w", dueIndex, deadIndex, err)
		}
	}
	specs, err := s.conversations.Indexes().ListSpecifications(ctx)
	if err != nil {
		return fmt.Errorf("list the indexes of conversations: %w", err)
	}
	for _, spec := range specs {
		if spec.Name == dueIndex && sameKeys(spec.KeysDocument, want.Keys.(bson.D)) {
			return nil
		}
	}
	return fmt.Errorf("the index %s of conversations is not on due and lease.until: drop it and start again", dueIndex)
}

func sameKeys(got bson.Raw, want bson.D) bool {
	elements, err := got.Elements()
	if err != nil || len(elements) != len(want) {
		return false
	}
	for i, e := range elements {
		if n, ok := e.Value().AsInt64OK(); e.Key() != want[i].Key || !ok || n != 1 {
			return false
		}
	}
	return true
}
