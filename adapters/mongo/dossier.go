package mongo

import (
	"context"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
)

// batch is more documents than a dossier has, so that it comes in one answer,
// and few enough for a server that makes room for all of them beforehand.
const batch = 10_000

// reads is how often a dossier that changes under the reading is read.
const reads = 5

// Dossier reads a dossier whole, in one command; what it does not ask for is
// not decoded.
func (s *Store) Dossier(ctx context.Context, c bot.Claim, id string) (bot.View, error) {
	var last int64
	for n := range reads {
		v, head, err := s.readDossier(ctx, c, id)
		if v != nil || err != nil {
			return v, err
		}
		if n > 0 && head == last {
			return nil, fmt.Errorf("%w: it has documents newer than its head", bot.ErrDamaged)
		}
		last = head
	}
	return nil, bot.ErrChanged
}

// readDossier gives no view when the dossier changed while it was read, and the
// version of the head. A change moves the head first: documents that are newer than
// a head that stays are those of a dossier that was torn.
func (s *Store) readDossier(ctx context.Context, c bot.Claim, id string) (bot.View, int64, error) {
	limited, cancel := s.limit(ctx)
	defer cancel()
	raws, err := s.find(limited, within(below(id)))
	if err != nil {
		return nil, 0, err
	}
	v := &view{ctx: ctx, store: s, id: id, docs: map[string]bson.Raw{}}
	for _, raw := range raws {
		v.docs[raw.Lookup("_id").StringValue()[len(below(id)):]] = raw
	}
	h, err := s.headOf(v.docs)
	if err != nil {
		return nil, 0, err
	}
	for _, raw := range v.docs {
		if dossierVersion(raw) > h.Version {
			return nil, h.Version, nil // the head came first, and then this
		}
	}
	s.claims.saw(c, id, h.Version)
	v.head = h.Head
	v.overlay(h)
	v.replay, err = s.replay(h, c)
	return v, h.Version, err
}

// headOf decodes the head; without one, the dossier does not exist.
func (s *Store) headOf(docs map[string]bson.Raw) (headDoc, error) {
	var h headDoc
	raw, some := docs[headName]
	if !some {
		return h, nil
	}
	delete(docs, headName)
	err := s.decode(raw, &h)
	return h, err
}

// find reads documents of the dossiers by their _id, in its order and in one
// command, unless they are more than a message can hold.
func (s *Store) find(ctx context.Context, where bson.D) ([]bson.Raw, error) {
	cur, err := s.dossiers.Find(ctx, where,
		options.Find().SetSort(bson.D{{Key: "_id", Value: 1}}).SetBatchSize(batch))
	if err != nil {
		return nil, fault("read a dossier", err)
	}
	var raws []bson.Raw
	if err := cur.All(ctx, &raws); err != nil {
		return nil, fault("read a dossier", err)
	}
	return raws, nil
}
