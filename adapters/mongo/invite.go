package mongo

import (
	"context"
	"errors"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
	"visesbot/flows"
)

// invite is an invitation under its code.
type invite struct {
	Code   string `bson:"_id"`
	Rev    string `bson:"rev,omitempty"` // another one with every write
	Invite opened `bson:",inline"`
}

type opened flows.Invite

// Invite finds what a code opens.
func (s *Store) Invite(ctx context.Context, code string) (flows.Invite, error) {
	i, err := s.invite(ctx, code)
	return flows.Invite(i.Invite), err
}

func (s *Store) invite(ctx context.Context, code string) (i invite, err error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	raw, err := s.invites.FindOne(ctx, byID(code)).Raw()
	if errors.Is(err, driver.ErrNoDocuments) {
		return i, bot.ErrNotFound
	}
	if err != nil {
		return i, fault("look up an invitation", err)
	}
	err = s.decode(raw, &i)
	return i, err
}

// PutInvite makes or replaces an invitation.
func (s *Store) PutInvite(ctx context.Context, code string, i flows.Invite) error {
	_, err := s.putInvite(ctx, byID(code), code, i, true)
	return err
}

// putInvite replaces what a filter finds; false when it finds nothing.
func (s *Store) putInvite(ctx context.Context, filter bson.D, code string, i flows.Invite, upsert bool) (bool, error) {
	raw, err := s.encode(invite{Code: code, Rev: bson.NewObjectID().Hex(), Invite: opened(i)})
	if err != nil {
		return false, err
	}
	ctx, cancel := s.limit(ctx)
	defer cancel()
	did, err := s.invites.ReplaceOne(ctx, filter, raw, options.Replace().SetUpsert(upsert))
	if err != nil {
		return false, fault("keep an invitation", err)
	}
	return did.MatchedCount > 0, nil
}

// ChangeInvite replaces an invitation only where it still is what was read; else
// it is read again.
func (s *Store) ChangeInvite(ctx context.Context, code string, change func(flows.Invite) (flows.Invite, bool)) (flows.Invite, error) {
	for {
		old, err := s.invite(ctx, code)
		if err != nil {
			return flows.Invite{}, err
		}
		next, changed := change(flows.Invite(old.Invite))
		if !changed {
			return flows.Invite(old.Invite), nil
		}
		still := append(byID(code), bson.E{Key: "rev", Value: old.Rev})
		if old.Rev == "" { // kept before there were any
			still[1].Value = bson.D{{Key: "$exists", Value: false}}
		}
		if done, err := s.putInvite(ctx, still, code, next, false); err != nil || done {
			return next, err
		}
	}
}

// Invites gives each invitation, by code.
func (s *Store) Invites(ctx context.Context, each func(string, flows.Invite) error) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	found, err := s.invites.Find(ctx, bson.D{}, options.Find().SetSort(bson.D{{Key: "_id", Value: 1}}))
	if err != nil {
		return fault("list the invitations", err)
	}
	var docs []bson.Raw
	if err := found.All(ctx, &docs); err != nil {
		return fault("list the invitations", err)
	}
	for _, raw := range docs {
		var i invite
		if err := s.decode(raw, &i); err != nil {
			return err
		}
		if err := each(i.Code, flows.Invite(i.Invite)); err != nil {
			return err
		}
	}
	return nil
}

func byID(id string) bson.D { return bson.D{{Key: "_id", Value: id}} }
