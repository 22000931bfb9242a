package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func documentCases() []check {
	return []check{
		{"every field comes back", everyField},
		{"sparse documents come back", sparse},
		{"documents are replaced", replaced},
		{"long and odd text is kept", longText},
		{"a time in another zone is the same instant", zones},
		{"dossiers are apart", apart},
		{"deliveries in order", deliveries},
	}
}

// whole is a change in which every field of every document is set. All
// documents are at places and paths of form p0, p1, ...
func whole(dossier string, version int64) form.Changes {
	var c form.Changes
	fill(&c, int(version))
	c.Head.Dossier, c.Head.Version, c.Head.Records = dossier, version, 2*version
	for i := range 2 {
		c.Answers[i].Place = form.At("P1-16", form.Path(fmt.Sprintf("st%d/ch%d", version, i)))
		c.Lists[i].Collection, c.Lists[i].Parent = "change", form.Path(fmt.Sprintf("st%d", i))
		c.Items[i].Path = form.Path(fmt.Sprintf("st%d/ch%d", version, i))
		c.Records[i].Seq = 2*(version-1) + int64(i) + 1
		c.Snapshots[i].ID = fmt.Sprintf("diagnosis-%d", 2*version+int64(i))
	}
	return c
}

func everyField(t *testing.T, site Site) {
	l := newLab(t, site)
	var session flows.Session
	fill(&session, 5)
	session.Expects = flows.Expects{Kind: flows.ExpectRename, Arg: session.Expects.Arg} // one string is stored, of a kind that there is
	want := whole("d1", 1)
	l.enqueue("test:a", update("u1"))
	l.do("u1", bot.Outcome{Session: &session, Dossier: "d1", Changes: want})
	l.reopen()
	c := l.peek("test:a")
	same(t, c.Session, session)
	l.compare(l.view(c, "d1"), "d1", want)
}

// compare wants a dossier to hold exactly these documents.
func (l *lab) compare(v bot.View, dossier string, want form.Changes) {
	l.Helper()
	same(l, v.Head(), *want.Head)
	for _, a := range want.Answers {
		got, ok := v.Answer(a.Place)
		same(l, *got, a)
		same(l, ok, true)
	}
	for _, x := range want.Lists {
		got, _ := v.List(x.Key())
		same(l, *got, x)
	}
	for _, x := range want.Items {
		got, _ := v.Item(x.Path)
		same(l, *got, x)
	}
	same(l, byPlace(v.Answers()), byPlace(want.Answers))
	l.ok(v.Err(), "view")
	same(l, l.records(dossier), want.Records)
	snaps, err := l.store.Snapshots(l.ctx(), dossier)
	l.ok(err, "snapshots")
	same(l, snaps, want.Snapshots)
}

func byPlace(a []form.Answer) []form.Answer {
	a = slices.Clone(a)
	slices.SortFunc(a, func(x, y form.Answer) int { return cmp.Compare(x.Place, y.Place) })
	return a
}

func sparse(t *testing.T, site Site) {
	l := newLab(t, site)
	zero := 0.0
	want := form.Changes{
		Head:      &form.Head{Dossier: "d1", Version: 1},
		Answers:   []form.Answer{{Place: "Q1", At: noon(), Value: form.Value{Number: &zero}}, {Place: "Q2", At: noon()}},
		Lists:     []form.List{{Collection: "stakeholder"}},
		Items:     []form.Item{{Path: "st1", At: noon()}},
		Records:   []form.Record{{Seq: 1, At: noon()}},
		Snapshots: []form.Snapshot{{ID: "x-1", At: noon()}},
	}
	l.enqueue("test:a", bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: noon()})
	c := l.take("u1")
	same(t, c.Job, bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: noon(), Seq: c.Job.Seq})
	l.commit(c, bot.Outcome{Session: &flows.Session{Address: "test:a"}, Dossier: "d1", Changes: want})
	l.reopen()
	c = l.peek("test:a")
	same(t, c.Session, flows.Session{Address: "test:a"})
	v := l.view(c, "d1")
	l.compare(v, "d1", want)
	_, a := v.Answer("Q3")
	_, b := v.List("change@st1")
	_, d := v.Item("st2")
	if a || b || d || v.Err() != nil {
		t.Errorf("found what does not exist: %v %v %v %v", a, b, d, v.Err())
	}
}

func replaced(t *testing.T, site Site) {
	l := newLab(t, site)
	for n := range int64(3) {
		id := fmt.Sprintf("u%d", n)
		l.enqueue("test:a", update(id))
		c := answered("d1", n+1, "Q1", id)
		c.Lists = []form.List{{Collection: "stakeholder", Made: int(n)}}
		c.Items = []form.Item{{Path: "st1", Label: id, At: noon()}}
		l.do(id, bot.Outcome{Dossier: "d1", Changes: c})
	}
	v := l.view(l.peek("test:a"), "d1")
	a, _ := v.Answer("Q1")
	list, _ := v.List("stakeholder")
	item, _ := v.Item("st1")
	if a.Value.Text != "u2" || a.Revision != 3 || list.Made != 2 || item.Label != "u2" || len(v.Answers()) != 1 {
		t.Errorf("kept %+v, %+v, %+v", a, list, item)
	}
	var texts []string
	for _, r := range l.records("d1") {
		texts = append(texts, r.Answer.Value.Text)
	}
	same(t, texts, []string{"u0", "u1", "u2"})
}

func longText(t *testing.T, site Site) {
	l := newLab(t, site)
	texts := append(odd(), strings.Repeat("é👩🏽‍🌾 ", 100<<10/20))
	var jobs []bot.Job
	for i, text := range texts {
		j := update(fmt.Sprintf("u%d", i))
		j.Event.Text = text
		jobs = append(jobs, j)
	}
	l.enqueue("test:a", jobs...)
	for i, text := range texts {
		c := l.claim()
		same(t, c.Job.Event.Text, text)
		l.commit(c, bot.Outcome{Dossier: "d1", Changes: answered("d1", int64(i+1), "Q1", text)})
		a, _ := l.view(c, "d1").Answer("Q1")
		same(t, a.Value.Text, text)
	}
}

func zones(t *testing.T, site Site) {
	l := newLab(t, site)
	at := noon().Add(123456789).In(time.FixedZone("", 3600))
	l.enqueue("test:a", bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: noon(), Event: &flows.Event{At: at}})
	got := l.take("u1").Job.Event.At.Truncate(time.Millisecond)
	if !got.Equal(at.Truncate(time.Millisecond)) {
		t.Errorf("%v came back as %v", at, got)
	}
}

func apart(t *testing.T, site Site) {
	l := newLab(t, site)
	for i, d := range []string{"d1", "d10", "D1"} {
		id := fmt.Sprintf("u%d", i)
		l.enqueue("test:a", update(id))
		l.do(id, bot.Outcome{Dossier: d, Changes: answered(d, 1, "Q1", d)})
	}
	c := l.peek("test:a")
	for _, d := range []string{"d1", "d10", "D1"} {
		v := l.view(c, d)
		all := v.Answers()
		if len(all) != 1 || all[0].Value.Text != d || v.Head().Dossier != d || len(l.records(d)) != 1 {
			t.Errorf("dossier %s holds %+v", d, all)
		}
	}
}

func deliveries(t *testing.T, site Site) {
	l := newLab(t, site)
	c := answered("d1", 1, "Q1", "x")
	var want []form.Delivery
	for i := range int64(12) {
		d := form.Delivery{Person: "p1", Module: "M1", Block: fmt.Sprintf("b%d", i)}
		want = append(want, d)
		c.Records = append(c.Records, form.Record{Seq: i + 2, Kind: form.RecordDelivery, At: noon(), Delivery: &d})
	}
	l.enqueue("test:a", update("u1"))
	l.do("u1", bot.Outcome{Dossier: "d1", Changes: c})
	v := l.view(l.peek("test:a"), "d1")
	same(t, v.Deliveries(), want)
	l.ok(v.Err(), "view")
}
