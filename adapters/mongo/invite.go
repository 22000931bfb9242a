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
	Invite opened `bson:",inline"`
}

type opened flows.Invite

// Invite finds what a code opens.
func (s *Store) Invite(ctx context.Context, code string) (flows.Invite, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	raw, err := s.invites.FindOne(ctx, byID(code)).Raw()
	if errors.Is(err, driver.ErrNoDocuments) {
		return flows.Invite{}, bot.ErrNotFound
	}
	if err != nil {
		return flows.Invite{}, fault("look up an invitation", err)
	}
	var i invite
	err = s.decode(raw, &i)
	return flows.Invite(i.Invite), err
}

// PutInvite makes or replaces an invitation.
func (s *Store) PutInvite(ctx context.Context, code string, i flows.Invite) error {
	raw, err := s.encode(invite{Code: code, Invite: opened(i)})
	if err != nil {
		return err
	}
	ctx, cancel := s.limit(ctx)
	defer cancel()
	_, err = s.invites.ReplaceOne(ctx, byID(code), raw, options.Replace().SetUpsert(true))
	if err != nil {
		return fault("keep an invitation", err)
	}
	return nil
}

func byID(id string) bson.D { return bson.D{{Key: "_id", Value: id}} }
