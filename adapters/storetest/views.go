package storetest

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func viewCases() []check {
	return []check{
		{"a view is of one version", viewOneVersion},
		{"a view sees a dossier appear", viewAppears},
		{"a conversation is read without a claim", readUnclaimed},
	}
}

// changes moves a dossier on from another conversation while a view is open.
func (l *lab) changes(version int64, text string) {
	l.Helper()
	l.enqueue("test:other", update(text))
	c := answered("d1", version, "Q1", text)
	two := c.Answers[0]
	two.Place = "Q2"
	c.Answers = append(c.Answers, two)
	l.do(text, bot.Outcome{Dossier: "d1", Changes: c})
}

func viewOneVersion(t *testing.T, site Site) {
	l := newLab(t, site)
	l.changes(1, "old")
	l.enqueue("test:a", update("u1"))
	c := l.take("u1")
	v := l.view(c, "d1")
	if v.Head().Version != 1 {
		t.Fatalf("version %d", v.Head().Version)
	}
	one, _ := v.Answer("Q1")
	l.changes(2, "new")
	two, _ := v.Answer("Q2")
	l.consistent(v, one.Value.Text, two.Value.Text)
	v = l.view(c, "d1")
	v.Head()
	l.changes(3, "newer")
	all := v.Answers()
	if len(all) != 2 || all[0].Value.Text != "new" || all[1].Value.Text != "new" {
		l.changedErr(v)
	}
	l.refuse(c, bot.Outcome{Dossier: "d1", Changes: answered("d1", 2, "Q1", "mine")}, bot.ErrChanged)
}

// consistent wants two readings of one view to be of one version, or an error.
func (l *lab) consistent(v bot.View, one, two string) {
	l.Helper()
	if one != two {
		l.changedErr(v)
	}
}

func (l *lab) changedErr(v bot.View) {
	l.Helper()
	if !errors.Is(v.Err(), bot.ErrChanged) {
		l.Errorf("a view of two versions has error %v, want ErrChanged", v.Err())
	}
}

func viewAppears(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	c := l.take("u1")
	v := l.view(c, "d1")
	if v.Head().Version != 0 {
		t.Fatalf("version %d", v.Head().Version)
	}
	l.changes(1, "new")
	if _, ok := v.Answer(form.Place("Q1")); ok {
		l.changedErr(v)
	}
}

// readUnclaimed reads a conversation and its dossier while somebody else has
// them, and takes nothing away from whoever has.
func readUnclaimed(t *testing.T, site Site) {
	l := newLab(t, site)
	read := func(want flows.Session) {
		t.Helper()
		got, err := l.store.Session(l.ctx(), "test:a")
		l.ok(err, "read a session")
		if want.Address = "test:a"; !reflect.DeepEqual(got, want) {
			t.Errorf("it reads %+v, want %+v", got, want)
		}
	}
	read(flows.Session{})
	l.enqueue("test:a", update("u1"), update("u2"))
	read(flows.Session{})
	s := flows.Session{
		Address: "test:a", Dossier: "d1", Person: "p1", Lang: "nl", Zone: "Europe/Lisbon", Mode: flows.Home,
		Drafts: []flows.Draft{{Place: "Q1", Text: "iets", At: noon()}}, Remind: noon().Add(time.Hour),
	}
	l.do("u1", bot.Outcome{Session: &s, Dossier: "d1", Changes: answered("d1", 1, "Q1", "mine")})
	read(s)
	c := l.take("u2")
	read(s)
	v := l.view(bot.Claim{}, "d1")
	if a, ok := v.Answer("Q1"); !ok || a.Value.Text != "mine" || v.Replay() != nil || v.Err() != nil {
		t.Errorf("the dossier says %+v, replay %v, error %v", a, v.Replay(), v.Err())
	}
	s.Mode = flows.Paused
	l.commit(c, bot.Outcome{Session: &s})
	read(s)
	l.reopen()
	read(s)
}
