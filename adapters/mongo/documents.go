package mongo

import (
	"errors"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
)

var errHeadless = errors.New("mongodb: changes must name their dossier, and its head must be of version 1 or later")

// versionField holds the version of the dossier that a document was written
// at. Answers have a "version" of their own, that of the question.
const versionField = "dossierVersion"

// stored is a document of a dossier as it stands in the store.
type stored[T any] struct {
	ID      string `bson:"_id,omitempty"`
	Version int64  `bson:"dossierVersion"`
	Body    T      `bson:",inline"`
}

func dossierVersion(raw bson.Raw) int64 {
	v, _ := raw.Lookup(versionField).AsInt64OK()
	return v
}

// document is one document of a dossier, ready to be written.
type document struct {
	id   string
	raw  bson.Raw
	once bool // it never changes
}

// model writes the document where an older version of it stands, or none. Its
// upsert fails on the _id where a newer one stands.
func (d document) model(version int64) driver.WriteModel {
	if d.once {
		return driver.NewUpdateOneModel().SetUpsert(true).
			SetFilter(byID(d.id)).
			SetUpdate(bson.D{{Key: "$setOnInsert", Value: d.raw}})
	}
	return driver.NewReplaceOneModel().SetUpsert(true).
		SetFilter(bson.D{
			{Key: "_id", Value: d.id},
			{Key: versionField, Value: bson.D{{Key: "$lt", Value: version}}},
		}).
		SetReplacement(d.raw)
}

// writer collects documents; of one named twice the last counts.
type writer struct {
	store   *Store
	version int64
	at      map[string]int
	docs    []document
	err     error
}

func write[T any](w *writer, id string, body T) {
	raw, err := w.store.encode(stored[T]{id, w.version, body})
	w.add(document{id: id, raw: raw}, err)
}

// writeOnce collects a document that is never replaced.
func writeOnce[T any](w *writer, id string, body T) {
	raw, err := w.store.encode(stored[T]{"", w.version, body})
	w.add(document{id: id, raw: raw, once: true}, err)
}

func (w *writer) add(d document, err error) {
	if err != nil {
		w.err = err
		return
	}
	if i, twice := w.at[d.id]; twice {
		w.docs[i] = d
		return
	}
	w.at[d.id] = len(w.docs)
	w.docs = append(w.docs, d)
}

// documents are all documents that the changes of an outcome make.
func (s *Store) documents(o bot.Outcome) ([]document, error) {
	d, c := o.Dossier, o.Changes
	if d == "" || c.Head.Version < 1 {
		return nil, errHeadless
	}
	w := &writer{store: s, version: c.Head.Version, at: map[string]int{}}
	for _, a := range c.Answers {
		write(w, below(d)+answerName(a.Place), a)
	}
	for _, l := range c.Lists {
		write(w, below(d)+listName(l.Key()), l)
	}
	for _, i := range c.Items {
		write(w, below(d)+itemName(i.Path), i)
	}
	for _, r := range c.Records {
		writeOnce(w, recordID(d, r.Seq), r)
	}
	for _, p := range c.Snapshots {
		writeOnce(w, snapshots(d)+p.ID, p)
	}
	return w.docs, w.err
}
