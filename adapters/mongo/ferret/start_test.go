package ferret_test

import (
	"context"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/adapters/mongo"
)

// refused wants the store not to open, and says why in these words.
func (s *site) refused(t *testing.T, words string) {
	t.Helper()
	store, err := mongo.Open(t.Context(), s.uri, mongo.Options{Database: s.name})
	if err == nil {
		_ = store.Close()
		t.Fatal("it opened")
	}
	if !strings.Contains(err.Error(), words) {
		t.Errorf("%v: does not say %q", err, words)
	}
}

func TestDatabaseOfANewerProgram(t *testing.T) {
	s := newSite(t)
	s.database(t, func(d *driver.Database) error {
		_, err := d.Collection("about").InsertOne(context.Background(), bson.D{{Key: "_id", Value: "layout"}, {Key: "version", Value: 99}})
		return err
	})
	s.refused(t, "use the newer program")
}

func TestIndexOfOtherKeys(t *testing.T) {
	s := newSite(t)
	s.database(t, func(d *driver.Database) error {
		_, err := d.Collection("conversations").Indexes().CreateOne(context.Background(), driver.IndexModel{
			Keys: bson.D{{Key: "session", Value: 1}}, Options: options.Index().SetName("due_lease"),
		})
		return err
	})
	s.refused(t, "drop it")
}

func TestOpenTwice(t *testing.T) {
	s := newSite(t)
	for range 2 {
		if err := s.open(t).Close(); err != nil {
			t.Error(err)
		}
	}
}
