package mongo

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"go.mongodb.org/mongo-driver/v2/mongo/readpref"
	"go.mongodb.org/mongo-driver/v2/mongo/writeconcern"
	"go.mongodb.org/mongo-driver/v2/x/mongo/driver/connstring"
)

// errAddress repeats nothing of the address: a password may be anywhere in one
// that cannot be read.
var errAddress = errors.New("the MongoDB address cannot be read: write mongodb://user:password@host:27017/database" +
	", with special characters of the password as %XX")

// Open connects to a server, and makes and checks what the store needs there.
// The error is one sentence, and holds no password.
func Open(ctx context.Context, uri string, o Options) (*Store, error) {
	o = o.filled()
	address, err := connstring.ParseAndValidate(uri)
	if err != nil {
		return nil, errAddress
	}
	client, err := driver.Connect(clientOptions(uri, o))
	if err != nil {
		return nil, errAddress
	}
	name := address.Database
	if name == "" {
		name = o.Database
	}
	s := newStore(client, client.Database(name), o)
	if err := s.prepare(ctx); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("open the MongoDB database %s at %s: %w", name, strings.Join(address.Hosts, ","), hide(err, address.Password))
	}
	return s, nil
}

func clientOptions(uri string, o Options) *options.ClientOptions {
	c := options.Client().ApplyURI(uri)
	c.SetAppName("visesbot")
	c.SetTimeout(o.Timeout)
	c.SetServerSelectionTimeout(o.Timeout)
	c.SetWriteConcern(writeconcern.Majority())
	c.SetReadPreference(readpref.Primary())
	if o.Monitor != nil {
		c.SetMonitor(o.Monitor)
	}
	return c
}

// prepare is what is done once at every start.
func (s *Store) prepare(ctx context.Context) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	if err := s.client.Ping(ctx, readpref.Primary()); err != nil {
		return fmt.Errorf("no answer within %v: is it running, and may this user connect? (%w)", s.options.Timeout, err)
	}
	if err := s.checkLayout(ctx); err != nil {
		return err
	}
	return s.makeIndexes(ctx)
}

// hide takes a password out of an error, should one be in it.
func hide(err error, password string) error {
	if password == "" || !strings.Contains(err.Error(), password) {
		return err
	}
	return errors.New(strings.ReplaceAll(err.Error(), password, "***"))
}
