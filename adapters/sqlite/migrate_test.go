package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// What stands in a file of any earlier version is all there once it is opened,
// and the dossier and the mailbox go on.
func TestOldFilesAreBroughtAlong(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "old.db")
	want := oldFile(t, path)
	s := open0(t, path)
	defer s.Close()

	v, err := s.Dossier(ctx, bot.Claim{}, "d1")
	if err != nil {
		t.Fatal(err)
	}
	got := form.Changes{Head: new(form.Head), Answers: v.Answers()}
	*got.Head = v.Head()
	l, _ := v.List("stakeholder")
	i, _ := v.Item("st1")
	if n := len(v.Deliveries()); l == nil || i == nil || n != 1 {
		t.Fatalf("list %v, item %v, %d deliveries (%v)", l, i, n, v.Err())
	}
	v.Close()
	got.Lists, got.Items = []form.List{*l}, []form.Item{*i}
	got.Records, _ = s.Records(ctx, "d1")
	got.Snapshots, _ = s.Snapshots(ctx, "d1")
	if !reflect.DeepEqual(got, want) {
		t.Errorf("there is\n%+v, want\n%+v", got, want)
	}

	jobs, err := s.Jobs(ctx, "old:1")
	if err != nil || len(jobs) != 2 || jobs[0].ID != "u1" || jobs[1].ID != "t-remind" {
		t.Errorf("jobs %+v (%v), want u1, t-remind", jobs, err)
	}
	c, err := s.Claim(ctx, start(), time.Minute)
	if err != nil || c.Job.ID != "u1" {
		t.Fatalf("claimed %+v (%v), want u1", c.Job, err)
	}
	next := form.Changes{Head: &form.Head{Dossier: "d1", Version: 3}}
	if err := s.Commit(ctx, c, bot.Outcome{Dossier: "d1", Changes: next}); err != nil {
		t.Error(err)
	}
}

// oldFile makes a file of version 2 with a conversation and a dossier.
func oldFile(t *testing.T, path string) form.Changes {
	t.Helper()
	at := start()
	d := form.Changes{
		Head:    &form.Head{Dossier: "d1", Version: 2, Records: 12},
		Answers: []form.Answer{{Place: "P0-01"}, {Place: "P0-02"}},
		Lists:   []form.List{{Collection: "stakeholder", Made: 1}},
		Items:   []form.Item{{Path: "st1", Collection: "stakeholder", Label: "neighbours", At: at}},
		Records: []form.Record{
			{Seq: 1, Kind: "block delivered", At: at, Delivery: &form.Delivery{Block: "M1-01"}},
			{Seq: 2, Kind: "answered", At: at},
			{Seq: 11, Kind: "answered", At: at},
		},
		Snapshots: []form.Snapshot{{ID: "mandate-1", At: at}},
	}
	c, err := dial(path, "rwc", "journal_mode(wal)")
	if err == nil {
		err = c.script(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = 2;", application) + first + second)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	fill := func(sql string, doc any, args ...any) {
		raw, err := encode(doc)
		if err == nil {
			_, err = c.exec(sql, append(args, raw)...)
		}
		if err != nil {
			t.Fatal(sql, err)
		}
	}
	fill("INSERT INTO dossiers (id, version, doc) VALUES ('d1', 2, ?)", d.Head)
	for i := range d.Answers {
		fill("INSERT INTO answers (dossier, place, doc) VALUES ('d1', ?, ?)", &d.Answers[i], string(d.Answers[i].Place))
	}
	fill("INSERT INTO lists (dossier, key, doc) VALUES ('d1', 'stakeholder', ?)", &d.Lists[0])
	fill("INSERT INTO items (dossier, path, doc) VALUES ('d1', 'st1', ?)", &d.Items[0])
	for i := range d.Records {
		fill("INSERT INTO records (dossier, seq, kind, doc) VALUES ('d1', ?, ?, ?)", &d.Records[i], d.Records[i].Seq, d.Records[i].Kind)
	}
	fill("INSERT INTO snapshots (dossier, id, doc) VALUES ('d1', 'mandate-1', ?)", &d.Snapshots[0])
	if err := c.script("INSERT INTO conversations (id, address) VALUES (1, 'old:1')"); err != nil {
		t.Fatal(err)
	}
	for i, j := range []bot.Job{{ID: "u1", Kind: bot.JobUpdate, Due: at}, {ID: "t-remind", Kind: bot.JobTimer, Due: at.Add(time.Hour)}} {
		e, _ := newEntry(j)
		if err := e.insert(c, addJob, 1, int64(i)+1); err != nil {
			t.Fatal(err)
		}
	}
	return d
}
