package mongo

import (
	"context"
	"fmt"
	"time"

	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
)

// Store is a [bot.Store] in one database of a MongoDB server. Several programs
// of the same version may have the same database open.
type Store struct {
	client  *driver.Client
	options Options
	codec
	claims claims

	conversations, dossiers, invites, files, about, register, shown *driver.Collection
	evidence                                                        *driver.GridFSBucket
}

var _ bot.Store = (*Store)(nil)

func newStore(client *driver.Client, db *driver.Database, o Options) *Store {
	return &Store{
		client: client, options: o, codec: codec{newRegistry()},
		conversations: db.Collection("conversations"),
		dossiers:      db.Collection("dossiers"),
		invites:       db.Collection("invites"),
		register:      db.Collection("register"),
		files:         db.Collection("files"),
		about:         db.Collection("about"),
		shown:         db.Collection("shown"),
		evidence:      db.GridFSBucket(bucketOptions()),
	}
}

// Close lets go of the server. Nothing is lost: what was acknowledged is kept.
func (s *Store) Close() error {
	ctx, cancel := s.limit(context.Background())
	defer cancel()
	if err := s.client.Disconnect(ctx); err != nil {
		return fault("close the connections", err)
	}
	return nil
}

// limit gives a call its time.
func (s *Store) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, s.options.Timeout)
}

// fault says what was tried when the server, or the way to it, failed.
func fault(what string, err error) error { return fmt.Errorf("mongodb: %s: %w", what, err) }

// milli is a time as a document keeps it.
func milli(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }
