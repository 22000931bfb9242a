package ferret_test

import (
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/flows"
	"visesbot/flows/form"
)

// TestDocumentsCanBeRead looks at the database as a person with mongosh would.
func TestDocumentsCanBeRead(t *testing.T) {
	s := newSite(t)
	store := s.open(t)
	defer store.Close()
	l := &talk{t: t, store: store}
	l.enqueue("test:a", "u1")
	l.enqueue("test:a", "u2")
	c := l.claim()
	l.commit(c, l.answer(l.view(c, "d1"), c, "P1-16@st2/ch7", "yes"))
	l.claim()
	l.ok(store.PutInvite(t.Context(), "code", flows.Invite{Dossier: "d1", Enterprise: form.Enterprise{Name: "Voorbeeld"}}))
	l.ok(store.PutFile(t.Context(), form.File{ID: "f1", Name: "a.pdf"}, strings.NewReader("evidence")))
	s.database(t, func(d *driver.Database) error {
		for _, want := range []struct {
			collection, id, path string
			is                   bson.Type
		}{
			{"conversations", "test:a", "session.mode", bson.TypeString},
			{"conversations", "test:a", "session.remind", bson.TypeDateTime},
			{"conversations", "test:a", "jobs.u2.event.at", bson.TypeDateTime},
			{"conversations", "test:a", "jobs.s-yes.message.card", bson.TypeString},
			{"conversations", "test:a", "due", bson.TypeDateTime},
			{"conversations", "test:a", "lease.until", bson.TypeDateTime},
			{"conversations", "test:a", "receipts.c1", bson.TypeString},
			{"conversations", "test:a", "seen", bson.TypeArray},
			{"dossiers", "d1/Head", "head.records", bson.TypeInt64},
			{"dossiers", "d1/Head", "pending.test:a.outcome.session", bson.TypeEmbeddedDocument},
			{"dossiers", "d1/answer/P1-16@st2/ch7", "value.number", bson.TypeDouble},
			{"dossiers", "d1/answer/P1-16@st2/ch7", "value.date", bson.TypeDateTime},
			{"dossiers", "d1/item/st1", "label", bson.TypeString},
			{"dossiers", "d1/list/stakeholder", "made", bson.TypeInt32},
			{"dossiers", "d1~record/000000000001", "answer.value.text", bson.TypeString},
			{"invites", "code", "enterprise.name", bson.TypeString},
			{"files", "f1", "name", bson.TypeString},
			{"about", "layout", "version", bson.TypeInt32},
		} {
			raw, err := d.Collection(want.collection).FindOne(t.Context(), bson.D{{Key: "_id", Value: want.id}}).Raw()
			if err != nil {
				t.Errorf("%s %s: %v", want.collection, want.id, err)
				continue
			}
			if got := raw.Lookup(strings.Split(want.path, ".")...).Type; got != want.is {
				t.Errorf("%s of %s %s is a %s, want %s", want.path, want.collection, want.id, got, want.is)
			}
		}
		return noBlobs(t, d, "conversations", "dossiers", "invites", "files", "about", "evidence.files")
	})
}

// noBlobs wants everything in these collections to be readable.
func noBlobs(t *testing.T, d *driver.Database, collections ...string) error {
	for _, name := range collections {
		cur, err := d.Collection(name).Find(t.Context(), bson.D{})
		if err != nil {
			return err
		}
		var raws []bson.Raw
		if err := cur.All(t.Context(), &raws); err != nil {
			return err
		}
		if len(raws) == 0 {
			t.Errorf("%s is empty", name)
		}
		for _, raw := range raws {
			if text := raw.String(); strings.Contains(text, "$binary") {
				t.Errorf("a blob in %s: %s", name, text)
			}
		}
	}
	return nil
}
