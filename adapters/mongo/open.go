package mongo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"

	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"go.mongodb.org/mongo-driver/v2/mongo/readpref"
	"go.mongodb.org/mongo-driver/v2/mongo/writeconcern"
)

// These repeat nothing of the address: a password may be anywhere in one that
// cannot be read.
var (
	errAddress = errors.New("the MongoDB address cannot be read: write mongodb://user:password@host:27017/database" +
		", with special characters of the password as %XX")
	errDown  = errors.New("it does not answer: start it, or check the host and the port of the address")
	errNames = errors.New("the hosts of the MongoDB address cannot be found: check the name after mongodb+srv:// and the network")
)

// Open connects to a server, and makes and checks what the store needs there.
// The error is one sentence, and holds no password.
func Open(ctx context.Context, uri string, o Options) (*Store, error) {
	o = o.filled()
	c := clientOptions(uri, o)
	client, err := driver.Connect(c)
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		return nil, errNames
	case err != nil:
		return nil, errAddress
	}
	name := cmp.Or(databaseOf(uri), o.Database)
	s := newStore(client, client.Database(name), o)
	if err := s.prepare(ctx); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("open the MongoDB database %s at %s: %w", name, strings.Join(c.Hosts, ","), hide(err, c.Auth))
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

// databaseOf gives the database that a readable address names, if any.
func databaseOf(uri string) string {
	_, rest, _ := strings.Cut(uri, "://")
	rest, _, _ = strings.Cut(rest, "?")
	_, path, _ := strings.Cut(rest, "/") // one in a password is written %2F
	name, err := url.PathUnescape(path)
	if err != nil {
		return ""
	}
	return name
}

// prepare is what is done once at every start.
func (s *Store) prepare(ctx context.Context) error {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	if err := s.client.Ping(ctx, readpref.Primary()); err != nil {
		if driver.IsTimeout(err) || driver.IsNetworkError(err) {
			return errDown
		}
		return fmt.Errorf("no connection (is it running, and may this user connect?): %w", err)
	}
	if err := s.checkLayout(ctx); err != nil {
		return err
	}
	return s.makeIndexes(ctx)
}

// hide takes a password out of an error, should one be in it.
func hide(err error, auth *options.Credential) error {
	if auth == nil || auth.Password == "" || !strings.Contains(err.Error(), auth.Password) {
		return err
	}
	return errors.New(strings.ReplaceAll(err.Error(), auth.Password, "***"))
}
