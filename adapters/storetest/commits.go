package storetest

import (
	"fmt"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

func commitCases() []check {
	return []check{
		{"a commit is whole", commitWhole},
		{"two conversations on one dossier", commitChanged},
		{"a dossier begins once", commitBegins},
		{"what an outcome leaves out stays", commitLeaves},
		{"only the newest receipts stay", receiptsTrimmed},
		{"receipts of lasting cards stay known", receiptsLasting},
		{"jobs for other mailboxes come once", elsewhereOnce},
		{"jobs for other mailboxes wake them", elsewhereWakes},
	}
}

func commitWhole(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	l.commit(l.claim(), everything("d1", 1, "x"))
	l.reopen()
	l.only("x")
}

func commitChanged(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	l.enqueue("test:b", update("u1"))
	one, two := l.claim(), l.claim()
	if one.Address == "test:a" {
		one, two = two, one
	}
	l.commit(one, bot.Outcome{Dossier: "d1", Changes: answered("d1", 1, "Q1", "one")})
	l.refuse(two, everything("d1", 1, "two"), bot.ErrChanged)
	same(t, ids(l.jobs("test:z")), []string(nil))
	same(t, ids(l.jobs("test:a")), []string{"u1"})
	if r := l.records("d1"); len(r) != 1 {
		t.Fatalf("%d records, want 1", len(r))
	}
	l.refuse(two, everything("d1", 3, "two"), bot.ErrChanged)
	// The lease is kept: nobody else gets the job, and stepping again works.
	l.idle()
	l.commit(two, bot.Outcome{Dossier: "d1", Changes: answered("d1", 2, "Q1", "two")})
	c := l.peek("test:a")
	if c.Session.Person != "" || len(c.Receipts) > 0 || len(l.jobs("test:a")) > 0 {
		t.Errorf("of the refused commits stayed: %+v, %v, %v", c.Session, c.Receipts, l.jobs("test:a"))
	}
	v := l.view(c, "d1")
	if a, _ := v.Answer("Q1"); a.Value.Text != "two" || v.Head().Version != 2 || len(l.records("d1")) != 2 {
		t.Fatalf("answer %q at version %d", a.Value.Text, v.Head().Version)
	}
}

func commitBegins(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	c := l.claim()
	v := l.view(c, "d1")
	if h := v.Head(); h.Version != 0 || h.Dossier != "" || v.Err() != nil || v.Replay() != nil {
		t.Fatalf("a dossier that does not exist has head %+v, error %v", h, v.Err())
	}
	l.refuse(c, everything("d1", 2, "x"), bot.ErrChanged)
	l.commit(c, everything("d1", 1, "x"))
	l.only("x")
}

func commitLeaves(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	if c := l.take("u1"); c.Session.Address != "" || len(c.Receipts) != 0 {
		t.Fatalf("a new conversation has session %+v, receipts %v", c.Session, c.Receipts)
	} else {
		l.commit(c, everything("d1", 1, "x"))
	}
	l.enqueue("test:a", bot.Job{ID: "u2", Kind: bot.JobNote, Due: noon().Add(-time.Hour)})
	l.do("u2", bot.Outcome{Dossier: "d1", Changes: answered("d1", 2, "Q2", "y"), Receipts: map[string]bot.Receipt{"c-y": "r"}})
	c := l.peek("test:a")
	if c.Session.Person != "x" || c.Receipts["c-x"] != "r" || c.Receipts["c-y"] != "r" {
		t.Errorf("session %+v, receipts %v", c.Session, c.Receipts)
	}
	if a, _ := l.view(c, "d1").Answer("Q1"); a.Value.Text != "x" {
		t.Errorf("answer %+v", a)
	}
	l.enqueue("test:a", bot.Job{ID: "u3", Kind: bot.JobNote, Due: noon().Add(-time.Hour)})
	l.do("u3", bot.Outcome{Session: &flows.Session{Address: "test:a"}})
	if c := l.peek2("test:a"); c.Session.Person != "" {
		t.Errorf("the session was not replaced: %+v", c.Session)
	}
}

// peek2 peeks a second time.
func (l *lab) peek2(a bot.Address) bot.Claim {
	l.Helper()
	l.enqueue(a, bot.Job{ID: "probe-2", Kind: bot.JobNote, Due: noon().Add(-24 * time.Hour)})
	c := l.take("probe-2")
	l.commit(c, bot.Outcome{})
	return c
}

func receiptsTrimmed(t *testing.T, site Site) {
	l := newLab(t, site)
	for i := range 60 {
		id := fmt.Sprintf("u%d", i)
		l.enqueue("test:a", update(id))
		l.do(id, bot.Outcome{Receipts: map[string]bot.Receipt{
			fmt.Sprintf("c%d", i): bot.Receipt(fmt.Sprintf("r%d", i)), "c0": bot.Receipt(id),
		}})
	}
	got := l.peek("test:a").Receipts
	want := map[string]bot.Receipt{"c0": "u59"}
	for i := 11; i < 60; i++ {
		want[fmt.Sprintf("c%d", i)] = bot.Receipt(fmt.Sprintf("r%d", i))
	}
	same(t, got, want)
}

// receiptsLasting shows a card with a name of its own, and then a hundred more:
// it stays known both ways, also under the receipt that it had before.
func receiptsLasting(t *testing.T, site Site) {
	l := newLab(t, site)
	show := func(i int, all map[string]bot.Receipt) {
		id := fmt.Sprintf("u%d", i)
		l.enqueue("test:a", update(id))
		l.do(id, bot.Outcome{Receipts: all})
	}
	show(0, map[string]bot.Receipt{"call-1": "r-old"})
	show(1, map[string]bot.Receipt{"call-1": "r-new", "call-2": "r-two"})
	for i := range 100 {
		show(i+2, map[string]bot.Receipt{fmt.Sprintf("c%d", i): bot.Receipt(fmt.Sprintf("r%d", i))})
	}
	l.reopen()
	if c := l.peek("test:a"); len(c.Receipts) != 50 {
		t.Errorf("a claim has %d receipts", len(c.Receipts))
	}
	for card, want := range map[string]bot.Receipt{"call-1": "r-new", "call-2": "r-two", "c99": "r99", "c3": "", "call-3": ""} {
		if r, err := l.store.Receipt(t.Context(), "test:a", card); err != nil || r != want {
			t.Errorf("%s was shown as %q (%v), want %q", card, r, err, want)
		}
	}
	for r, want := range map[bot.Receipt]string{"r-old": "call-1", "r-new": "call-1", "r-two": "call-2", "r99": "c99", "r3": "", "r": ""} {
		if card, err := l.store.Card(t.Context(), "test:a", r); err != nil || card != want {
			t.Errorf("%s shows %q (%v), want %q", r, card, err, want)
		}
	}
	if r, err := l.store.Receipt(t.Context(), "test:b", "call-1"); err != nil || r != "" {
		t.Errorf("another conversation was shown %q (%v)", r, err)
	}
}

// post is an outcome that posts a note to another mailbox.
func post(to bot.Address, id string) bot.Outcome {
	return bot.Outcome{Elsewhere: []bot.Posted{{To: to, Job: bot.Job{
		ID: id, Kind: bot.JobNote, Due: noon(), Event: &flows.Event{Kind: flows.Told, At: noon(), Text: id},
	}}}}
}

func elsewhereOnce(t *testing.T, site Site) {
	l := newLab(t, site)
	for _, u := range []string{"u1", "u2"} {
		before := update(u) // due before the note: of a tie nothing is promised
		before.Due = noon().Add(-time.Second)
		l.enqueue("test:a", before)
		l.do(u, post("test:b", "n1"))
	}
	l.reopen()
	same(t, ids(l.jobs("test:b")), []string{"n1"})
	if c := l.take("n1"); c.Address != "test:b" || c.Job.Event.Text != "n1" {
		t.Fatalf("claimed %+v", c)
	} else {
		l.commit(c, bot.Outcome{})
	}
	l.enqueue("test:a", update("u3"))
	l.do("u3", post("test:b", "n1"))
	l.idle()
	l.enqueue("test:b", update("n1"))
	l.idle()
}

func elsewhereWakes(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:b", timer("t1", noon().Add(time.Hour)))
	l.enqueue("test:a", update("u1"))
	l.do("u1", post("test:b", "n1"))
	l.next(noon())
	l.do("n1", post("test:a", "n2"))
	l.do("n2", bot.Outcome{})
	l.next(noon().Add(time.Hour))
}
