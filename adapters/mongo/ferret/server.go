// Package ferret tries package mongo where no MongoDB server is at hand: on
// FerretDB, which speaks the same protocol in this process, over SQLite. With
// MONGODB_URI set the same tests run against that server, each in a new
// database that is dropped afterwards.
//
// It is a module of its own so that FerretDB, which is no longer developed, is
// never part of the program. It is slow, scans on anything but {_id: ...}, and
// is not atomic between connections: a [Gate] in front of it lets one message
// through at a time. What only a real server can show, such as the use of an
// index or the loss of a primary, is not shown here.
package ferret

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"

	"github.com/FerretDB/FerretDB/ferretdb"
)

// Serve starts a server that keeps its files in dir, until ctx ends, and gives
// its host and port.
func Serve(ctx context.Context, dir string) (string, error) {
	f, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Handler:   "sqlite",
		SQLiteURL: "file:" + dir + "/",
		Logger:    slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return "", fmt.Errorf("start FerretDB: %w", err)
	}
	go func() { _ = f.Run(ctx) }()
	u, err := url.Parse(f.MongoDBURI())
	if err != nil {
		return "", fmt.Errorf("read the address of FerretDB: %w", err)
	}
	return u.Host, nil
}
