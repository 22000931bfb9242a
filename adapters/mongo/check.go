package mongo

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
)

var _ bot.Checker = (*Store)(nil)

// extent is how far the documents of a dossier go, and how far its head knows.
type extent struct {
	head            bool
	version, newest int64 // of the head, of the newest document
	records, last   int64 // that the head counts, that there are
}

// behind tells that the head is older than what is there: it is left by a copy of
// a database that was not of one moment.
func (e extent) behind() bool { return e.newest > e.version || e.last > e.records }

// Check looks whether every dossier's head fits its documents; see [bot.Checker].
// Mended is the head: what is newer than it, and was acknowledged, is kept.
func (s *Store) Check(ctx context.Context, repair bool, each func(bot.Flaw)) error {
	return checker{s}.check(ctx, repair, each)
}

// checker looks through all dossiers of a store.
type checker struct{ *Store }

func (s checker) check(ctx context.Context, repair bool, each func(bot.Flaw)) error {
	all, err := s.extents(ctx, bson.D{{Key: "_id", Value: bson.D{{Key: "$gt", Value: ""}}}})
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if all[id].fits() {
			continue
		}
		e, err := s.again(ctx, id, all[id])
		if err != nil {
			return err
		}
		if e.fits() {
			continue
		}
		f, err := s.flaw(ctx, id, e, repair)
		if err != nil {
			return err
		}
		each(f)
	}
	return nil
}

func (e extent) fits() bool { return e.head && !e.behind() }

// again reads one dossier anew. One that was changed while it was read has moved its
// head by now, and gives an extent that fits: it is in use, and sound.
func (s checker) again(ctx context.Context, id string, before extent) (extent, error) {
	all, err := s.extents(ctx, bson.D{{Key: "$or", Value: bson.A{within(id + "/"), bson.D{{Key: "_id", Value: bson.D{
		{Key: "$gte", Value: id + "~"}, {Key: "$lt", Value: id + "~~"},
	}}}}}})
	e := all[id]
	if e.head && e.version != before.version {
		e = extent{head: true}
	}
	return e, err
}

// flaw says what does not fit, and mends it where it is told to.
func (s checker) flaw(ctx context.Context, id string, e extent, repair bool) (f bot.Flaw, err error) {
	if !e.head {
		f.What = fmt.Sprintf("dossier %s has documents and no head: put a backup back", id)
		return f, nil
	}
	f.What = fmt.Sprintf("dossier %s has a head of version %d with %d records, and documents of version %d with %d", id, e.version, e.records, max(e.version, e.newest), e.last)
	f.Mending, f.Mended = true, repair
	if repair {
		err = s.raiseHead(ctx, id, e)
	}
	return f, err
}

// extents reads of dossiers no more than versions and numbers.
func (s checker) extents(ctx context.Context, where bson.D) (map[string]extent, error) {
	cur, err := s.dossiers.Find(ctx, where,
		options.Find().SetProjection(bson.D{
			{Key: "version", Value: 1}, {Key: versionField, Value: 1}, {Key: "head.records", Value: 1}, {Key: "seq", Value: 1},
		}))
	if err != nil {
		return nil, fault("look through the dossiers", err)
	}
	defer func() { _ = cur.Close(ctx) }()
	all := map[string]extent{}
	for cur.Next(ctx) {
		id := cur.Current.Lookup("_id").StringValue()
		dossier := id[:max(0, strings.IndexAny(id, "/~"))]
		all[dossier] = all[dossier].with(id, dossier, cur.Current)
	}
	if err := cur.Err(); err != nil {
		return nil, fault("look through the dossiers", err)
	}
	return all, nil
}

// with takes one document in.
func (e extent) with(id, dossier string, doc bson.Raw) extent {
	if id == dossier+"/"+headName {
		e.head = true
		e.version, _ = doc.Lookup("version").AsInt64OK()
		e.records, _ = doc.Lookup("head", "records").AsInt64OK()
		return e
	}
	e.newest = max(e.newest, dossierVersion(doc))
	if strings.HasPrefix(id, dossier+"~record/") {
		seq, _ := doc.Lookup("seq").AsInt64OK()
		e.last = max(e.last, seq)
	}
	return e
}

// raiseHead brings the head to its documents, unless it moved meanwhile.
func (s checker) raiseHead(ctx context.Context, dossier string, e extent) error {
	to := max(e.version, e.newest)
	res, err := s.dossiers.UpdateOne(ctx,
		bson.D{{Key: "_id", Value: dossier + "/" + headName}, {Key: "version", Value: e.version}},
		bson.D{{Key: "$set", Value: bson.D{
			{Key: "version", Value: to}, {Key: "head.version", Value: to}, {Key: "head.records", Value: max(e.records, e.last)},
		}}})
	if err != nil {
		return fault("mend the head of a dossier", err)
	}
	if res.MatchedCount == 0 {
		return fmt.Errorf("dossier %s changed meanwhile: run the check again", dossier)
	}
	return nil
}
