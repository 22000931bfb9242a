package ferret_test

import (
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/event"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/adapters/mongo"
	"visesbot/adapters/mongo/ferret"
	"visesbot/adapters/storetest"
	"visesbot/bot"
)

// site is a new database: on FerretDB behind a gate, or on a real server.
type site struct {
	uri, name string
	gate      *ferret.Gate // nil on a real server
	monitor   *event.CommandMonitor
}

func newSite(t testing.TB) *site {
	t.Helper()
	uri := os.Getenv("MONGODB_URI")
	if uri == "" {
		return local(t)
	}
	return prepared(t, &site{uri: uri})
}

// local is a site on FerretDB, whatever there is.
func local(t testing.TB) *site {
	t.Helper()
	s := new(site)
	s.serve(t)
	return prepared(t, s)
}

// prepared names the database of a site, and drops it in the end.
func prepared(t testing.TB, s *site) *site {
	s.name = "visesbot-test-" + strings.ToLower(rand.Text()[:10])
	t.Cleanup(func() { s.database(t, func(d *driver.Database) error { return d.Drop(context.Background()) }) })
	return s
}

// serve starts FerretDB with a gate in front of it.
func (s *site) serve(t testing.TB) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	host, err := ferret.Serve(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if s.gate, err = ferret.NewGate(ctx, host); err != nil {
		t.Fatal(err)
	}
	s.uri = s.gate.URI()
}

// database looks at the documents without the store.
func (s *site) database(t testing.TB, do func(*driver.Database) error) {
	t.Helper()
	if s.gate != nil {
		s.gate.Limit(-1)
	}
	client, err := driver.Connect(options.Client().ApplyURI(s.uri))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Disconnect(context.Background()) }()
	if err := do(client.Database(s.name)); err != nil {
		t.Error(err)
	}
}

func (s *site) open(t testing.TB) *mongo.Store {
	t.Helper()
	if s.gate != nil {
		s.gate.Limit(-1)
	}
	store, err := mongo.Open(t.Context(), s.uri, mongo.Options{Database: s.name, Timeout: time.Minute, Monitor: s.monitor})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// Open is for the suite.
func (s *site) Open(t testing.TB) bot.Store { return s.open(t) }

// gated is a site that can stop between two commands. FerretDB behind a gate is
// slow.
type gated struct{ *site }

// Slow asks the suite for smaller numbers.
func (gated) Slow() {}

// OpenCrashing opens a store that stops after k commands.
func (s gated) OpenCrashing(t testing.TB, k int) bot.Store {
	store := s.open(t)
	s.gate.Limit(k)
	return store
}

// Crashed tells whether it stopped.
func (s gated) Crashed() (bool, int) { return s.gate.Refused() }

func fresh(t testing.TB) storetest.Site {
	s := newSite(t)
	if s.gate == nil {
		return s
	}
	return gated{s}
}

func TestStore(t *testing.T) { storetest.Run(t, fresh) }
