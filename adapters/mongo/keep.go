package mongo

import (
	"context"
	"errors"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
)

// keep writes the changes of a dossier, and gives the outcome that counts for
// this job: the given one, or one that was kept for it before.
func (s *Store) keep(ctx context.Context, c bot.Claim, o bot.Outcome) (bot.Outcome, error) {
	docs, err := s.documents(o)
	if err != nil {
		return o, err
	}
	if err := s.follows(ctx, c, o); err != nil {
		return o, err
	}
	head, err := s.moveHead(c, o)
	if err != nil {
		return o, err
	}
	models := []driver.WriteModel{head}
	for _, d := range docs {
		models = append(models, d.model(o.Changes.Head.Version))
	}
	_, err = s.dossiers.BulkWrite(ctx, models)
	switch {
	case err == nil:
		return o, nil
	case !driver.IsDuplicateKeyError(err):
		return o, fault("write the changes of a dossier", err)
	}
	return s.keepAgain(ctx, c, o)
}

// follows wants the version that the changes were made from to have been there:
// otherwise moving the head would begin a dossier in the middle. Who has read
// the dossier for this claim knows; else it is read now.
func (s *Store) follows(ctx context.Context, c bot.Claim, o bot.Outcome) error {
	from := o.Changes.Head.Version - 1
	seen, read := s.claims.version(c, o.Dossier)
	if !read && from > 0 {
		h, err := s.readHead(ctx, o.Dossier)
		if err != nil {
			return err
		}
		seen = h.Version
	}
	if seen < from {
		return bot.ErrChanged
	}
	return nil
}

// readHead reads no more of a dossier than its head.
func (s *Store) readHead(ctx context.Context, dossier string) (headDoc, error) {
	var h headDoc
	raw, err := s.dossiers.FindOne(ctx, byID(below(dossier)+headName)).Raw()
	if errors.Is(err, driver.ErrNoDocuments) {
		return h, nil
	}
	if err != nil {
		return h, fault("read the head of a dossier", err)
	}
	err = s.decode(raw, &h)
	return h, err
}

// moveHead is the statement that moves the head from one version to the next.
// Where the head is elsewhere its upsert fails on the _id.
func (s *Store) moveHead(c bot.Claim, o bot.Outcome) (*driver.UpdateOneModel, error) {
	version := o.Changes.Head.Version
	outcome, err := s.encode(o)
	if err != nil {
		return nil, err
	}
	head, err := s.encode(o.Changes.Head)
	if err != nil {
		return nil, err
	}
	slot := "pending." + string(c.Address)
	return driver.NewUpdateOneModel().SetUpsert(true).
		SetFilter(bson.D{
			{Key: "_id", Value: below(o.Dossier) + headName},
			{Key: "version", Value: version - 1},
			{Key: slot + ".fence", Value: bson.D{{Key: "$not", Value: bson.D{{Key: "$gt", Value: c.Fence}}}}},
		}).
		SetUpdate(bson.D{{Key: "$set", Value: bson.D{
			{Key: "version", Value: version},
			{Key: "head", Value: head},
			{Key: slot, Value: pending{Version: version, Fence: c.Fence, Job: pendingJobOf(c.Job), Outcome: outcome}},
		}}}), nil
}

// keepAgain finds out why the changes were refused. When an outcome was kept
// for this job before, with or without all of its documents, that one counts.
func (s *Store) keepAgain(ctx context.Context, c bot.Claim, o bot.Outcome) (bot.Outcome, error) {
	h, err := s.readHead(ctx, o.Dossier)
	if err != nil {
		return o, err
	}
	kept, err := s.replay(h, c)
	switch p := h.Pending[c.Address]; {
	case err != nil:
		return o, err
	case kept != nil && kept.Changes.Head != nil && p.Version == o.Changes.Head.Version:
		return *kept, s.land(ctx, *kept)
	case p.Fence > c.Fence:
		return o, bot.ErrLeaseLost
	}
	return o, bot.ErrChanged
}

// land writes those documents of an outcome that are not in place yet.
func (s *Store) land(ctx context.Context, o bot.Outcome) error {
	docs, err := s.documents(o)
	if err != nil {
		return err
	}
	for {
		models, err := s.missing(ctx, docs, o.Changes.Head.Version)
		if err != nil || len(models) == 0 {
			return err
		}
		_, err = s.dossiers.BulkWrite(ctx, models)
		if err != nil && !driver.IsDuplicateKeyError(err) {
			return fault("write the changes of a dossier again", err)
		}
	}
}

// missing gives the writes of the documents that stand at an older version, or
// not at all.
func (s *Store) missing(ctx context.Context, docs []document, version int64) ([]driver.WriteModel, error) {
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.id)
	}
	raws, err := s.find(ctx, bson.D{{Key: "_id", Value: bson.D{{Key: "$in", Value: ids}}}})
	if err != nil {
		return nil, err
	}
	there := map[string]bool{}
	for _, raw := range raws {
		if dossierVersion(raw) >= version {
			there[raw.Lookup("_id").StringValue()] = true
		}
	}
	var models []driver.WriteModel
	for _, d := range docs {
		if !there[d.id] {
			models = append(models, d.model(version))
		}
	}
	return models, nil
}
