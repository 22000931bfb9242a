package ferret_test

import (
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
)

// TestTornDossier takes a dossier's head back behind its documents, as a copy of a
// database does that is not of one moment: it is told, and mended.
func TestTornDossier(t *testing.T) {
	s := newSite(t)
	l := &talk{t: t, store: s.open(t)}
	defer l.store.Close()
	for _, id := range []string{"u1", "u2"} {
		l.enqueue("test:a", id)
		c := l.claim()
		l.commit(c, l.answer(l.view(c, "d1"), c, "P0-01", id))
		l.commit(l.claim(), bot.Outcome{}) // the message
	}
	flaws := func(repair bool) (all []bot.Flaw) {
		l.ok(l.store.Check(t.Context(), repair, func(f bot.Flaw) { all = append(all, f) }))
		return all
	}
	if found := flaws(false); len(found) > 0 {
		t.Fatalf("a sound store has %v", found)
	}
	s.database(t, func(d *driver.Database) error {
		_, err := d.Collection("dossiers").UpdateOne(t.Context(), bson.D{{Key: "_id", Value: "d1/Head"}}, bson.D{{Key: "$set", Value: bson.D{
			{Key: "version", Value: 1}, {Key: "head.version", Value: 1}, {Key: "head.records", Value: 1},
		}}})
		return err
	})
	l.enqueue("test:a", "u3")
	c := l.claim()
	_, err := l.store.Dossier(t.Context(), c, "d1")
	l.is(err, bot.ErrDamaged)
	if found := flaws(false); len(found) != 1 || !found[0].Mending || found[0].Mended {
		t.Fatalf("found %v", found)
	}
	if found := flaws(true); len(found) != 1 || !found[0].Mended {
		t.Fatalf("mended %v", found)
	}
	v := l.view(c, "d1")
	if a, _ := v.Answer("P0-01"); a.Value.Text != "u2" || v.Head().Version != 2 || v.Head().Records != 2 {
		t.Errorf("answer %q at version %d of %d records", a.Value.Text, v.Head().Version, v.Head().Records)
	}
	l.commit(c, l.answer(v, c, "P0-01", "u3"))
}
