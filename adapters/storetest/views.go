package storetest

import (
	"errors"
	"testing"

	"visesbot/bot"
	"visesbot/flows/form"
)

func viewCases() []check {
	return []check{
		{"a view is of one version", viewOneVersion},
		{"a view sees a dossier appear", viewAppears},
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
