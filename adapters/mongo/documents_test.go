package mongo

import (
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
	"visesbot/flows/form"
)

// changes at a version, with an answer twice: the last counts.
func changes(version int64) bot.Outcome {
	return bot.Outcome{Dossier: "acme", Changes: form.Changes{
		Head:      &form.Head{Version: version},
		Answers:   []form.Answer{{Place: "P0-01", Reason: "first"}, {Place: "P0-01", Reason: "last"}},
		Records:   []form.Record{{Seq: 7}},
		Snapshots: []form.Snapshot{{ID: "mandate-1"}},
	}}
}

// A writer that stalled in the middle of its command must not undo what was
// written since.
func TestOlderNeverReplacesNewer(t *testing.T) {
	docs, err := (&Store{codec: codec{newRegistry()}}).documents(changes(5))
	if err != nil || len(docs) != 3 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if got := docs[0].raw.Lookup("reason").StringValue(); got != "last" {
		t.Errorf("of an answer changed twice the %s is kept", got)
	}
	answer := docs[0].model(5).(*driver.ReplaceOneModel)
	if f := answer.Filter.(bson.D); f[0].Value != "acme/answer/P0-01" || f[1].Key != versionField || f[1].Value.(bson.D)[0] != (bson.E{Key: "$lt", Value: int64(5)}) {
		t.Errorf("an answer replaces %v", f)
	}
	for _, d := range docs[1:] {
		m := d.model(5).(*driver.UpdateOneModel)
		if u := m.Update.(bson.D); len(u) != 1 || u[0].Key != "$setOnInsert" {
			t.Errorf("%s is changed by %v", d.id, u)
		}
	}
}

func TestChangesWithoutADossier(t *testing.T) {
	for _, o := range []bot.Outcome{{Changes: form.Changes{Head: &form.Head{Version: 1}}}, changes(0)} {
		if _, err := (&Store{codec: codec{newRegistry()}}).documents(o); err == nil {
			t.Errorf("%+v was taken", o.Changes.Head)
		}
	}
}
