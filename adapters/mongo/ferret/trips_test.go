package ferret_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
	"visesbot/flows"
)

// The indexes there are: what a condition names first must be one of these.
func indexed() []string { return []string{"_id", "due", "dead"} }

// TestTurnTakesFourCommands plays a turn on a dossier with 600 answers.
func TestTurnTakesFourCommands(t *testing.T) {
	s, r := newSite(t), new(recorder)
	s.monitor = r.monitor()
	store := s.open(t)
	defer store.Close()
	l := &talk{t: t, store: store}
	s.grow(l, 600)
	l.enqueue("test:a", "u1")
	r.take()

	c := l.claim()
	v := l.view(c, "d1")
	if n := len(v.Answers()); n != 600 {
		t.Fatalf("the dossier has %d answers", n)
	}
	l.commit(c, l.answer(v, c, "P1-17@st2", "yes"))

	turn := r.take()
	var names []string
	for _, cmd := range turn {
		names = append(names, name(cmd))
	}
	want := []string{"findAndModify conversations", "find dossiers", "update dossiers", "update conversations"}
	if !slices.Equal(names, want) {
		t.Errorf("a turn takes %d commands: %v", len(names), names)
	}
	checkIndexed(t, turn)
	if s.gate == nil {
		s.database(t, func(d *driver.Database) error { return explain(t, d, turn) })
	}
}

// TestEverythingElseIsIndexed looks at what goes on beside turns.
func TestEverythingElseIsIndexed(t *testing.T) {
	s, r := newSite(t), new(recorder)
	s.monitor = r.monitor()
	store := s.open(t)
	defer store.Close()
	l := &talk{t: t, store: store}
	r.take()
	l.enqueue("test:a", "u1")
	if n := len(r.take()); n != 2 {
		t.Errorf("to enqueue takes %d commands", n)
	}
	l.enqueue("test:a", "u1")
	if n := len(r.take()); n != 1 {
		t.Errorf("to enqueue again takes %d commands", n)
	}
	l.ok(store.PutInvite(t.Context(), "code", flows.Invite{Dossier: "d1"}))
	_, err := store.Invite(t.Context(), "code")
	l.ok(err)
	_, _, err = store.NextDue(t.Context())
	l.ok(err)
	l.view(l.claim(), "d1").Deliveries()
	_, err = store.Claim(t.Context(), noon(), time.Minute)
	l.is(err, bot.ErrIdle)
	checkIndexed(t, r.take())
}

func checkIndexed(t *testing.T, commands []bson.Raw) {
	t.Helper()
	if len(commands) == 0 {
		t.Error("no commands")
	}
	for _, cmd := range commands {
		conditions := filters(cmd)
		if len(conditions) == 0 {
			t.Errorf("%s has no condition", name(cmd))
		}
		for _, f := range conditions {
			if first := f.Index(0).Key(); !slices.Contains(indexed(), first) {
				t.Errorf("%s looks by %s, which is no index", name(cmd), first)
			}
		}
	}
}

// explain asks a real server how it would carry out the commands.
func explain(t *testing.T, d *driver.Database, commands []bson.Raw) error {
	for _, cmd := range commands {
		var plan bson.M
		if err := d.RunCommand(t.Context(), bson.D{{Key: "explain", Value: plain(cmd)}, {Key: "verbosity", Value: "queryPlanner"}}).Decode(&plan); err != nil {
			return fmt.Errorf("explain %s: %w", name(cmd), err)
		}
		for _, stage := range stages(plan["queryPlanner"]) {
			if stage == "COLLSCAN" {
				t.Errorf("%s reads the whole collection", name(cmd))
			}
		}
	}
	return nil
}

// plain is a command without what the driver adds, and with one statement, as
// a server wants it to be explained.
func plain(cmd bson.Raw) bson.D {
	var d bson.D
	elements, _ := cmd.Elements()
	for _, e := range elements {
		if slices.Contains([]string{"lsid", "txnNumber", "$db", "$clusterTime", "writeConcern", "maxTimeMS", "$readPreference"}, e.Key()) {
			continue
		}
		if e.Key() == "updates" {
			first := e.Value().Array().Index(0)
			d = append(d, bson.E{Key: "updates", Value: bson.A{first}})
			continue
		}
		d = append(d, bson.E{Key: e.Key(), Value: e.Value()})
	}
	return d
}

// stages are all the stages of a plan.
func stages(plan any) []string {
	var all []string
	switch p := plan.(type) {
	case bson.D:
		for _, e := range p {
			if s, ok := e.Value.(string); ok && e.Key == "stage" {
				all = append(all, s)
			}
			all = append(all, stages(e.Value)...)
		}
	case bson.A:
		for _, v := range p {
			all = append(all, stages(v)...)
		}
	}
	return all
}

// grow makes a dossier with n answers: one by the store, the others after its
// likeness.
func (s *site) grow(l *talk, n int) {
	l.t.Helper()
	l.enqueue("test:grow", "grow")
	c := l.claim()
	l.commit(c, l.answer(l.view(c, "d1"), c, "P0-01", "x"))
	s.database(l.t, func(d *driver.Database) error {
		var like bson.M
		err := d.Collection("dossiers").FindOne(l.t.Context(), bson.D{{Key: "_id", Value: "d1/answer/P0-01"}}).Decode(&like)
		if err != nil {
			return err
		}
		var all []bson.M
		for i := 1; i < n; i++ {
			a := maps.Clone(like)
			a["place"] = fmt.Sprintf("P1-16@st%d/ch%d", i/20, i%20)
			a["_id"] = "d1/answer/" + a["place"].(string)
			all = append(all, a)
		}
		_, err = d.Collection("dossiers").InsertMany(l.t.Context(), all)
		return err
	})
}
