package mongo

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot/register"
)

var _ register.Register = (*Store)(nil)

// entry is an entry of the register: _id is its table and id.
type entry struct {
	Key    string            `bson:"_id"`
	Table  string            `bson:"table"`
	ID     string            `bson:"id"`
	Fields map[string]string `bson:"fields"`
}

// putAtOnce is how many entries go in one command.
const putAtOnce = 40

// PutEntries keeps entries of the register, one by one: where it breaks off,
// it is given again; see [register.Register].
func (s *Store) PutEntries(ctx context.Context, entries ...register.Entry) error {
	for len(entries) > 0 {
		n := min(putAtOnce, len(entries))
		if err := s.putEntries(ctx, entries[:n]); err != nil {
			return fault("keep the register", err)
		}
		entries = entries[n:]
	}
	return nil
}

func (s *Store) putEntries(ctx context.Context, entries []register.Entry) error {
	var all []driver.WriteModel
	for _, e := range entries {
		doc := entry{Key: e.Table + "/" + e.ID, Table: e.Table, ID: e.ID, Fields: e.Fields}
		all = append(all, driver.NewReplaceOneModel().SetFilter(byID(doc.Key)).SetReplacement(doc).SetUpsert(true))
	}
	ctx, cancel := s.limit(ctx)
	defer cancel()
	_, err := s.register.BulkWrite(ctx, all)
	return err
}

// Entries reads the register by _id; see [register.Register].
func (s *Store) Entries(ctx context.Context, table string) (entries []register.Entry, err error) {
	filter := bson.D{}
	if table != "" { // "0" follows "/"
		filter = from(table+"/", table+"0")
	}
	return s.entries(ctx, filter)
}

// Below reads a part of a table by _id; see [register.Register].
func (s *Store) Below(ctx context.Context, table, prefix string) ([]register.Entry, error) {
	key := table + "/" + prefix
	return s.entries(ctx, from(key, key+"\U0010FFFF"))
}

func from(first, before string) bson.D {
	return bson.D{{Key: "_id", Value: bson.D{{Key: "$gte", Value: first}, {Key: "$lt", Value: before}}}}
}

func (s *Store) entries(ctx context.Context, filter bson.D) (entries []register.Entry, err error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	found, err := s.register.Find(ctx, filter, options.Find().SetSort(bson.D{{Key: "_id", Value: 1}}))
	if err != nil {
		return nil, fault("read the register", err)
	}
	var docs []entry
	if err := found.All(ctx, &docs); err != nil {
		return nil, fault("read the register", err)
	}
	for _, d := range docs {
		entries = append(entries, register.Entry{Table: d.Table, ID: d.ID, Fields: d.Fields})
	}
	return entries, nil
}
