package bot_test

import (
	"context"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
)

// ear is an office that remembers what it hears.
type ear map[string][]string

func (ear) Heeds(a bot.Address, _ flows.Session, _ flows.Event) bool {
	return a == bot.Address(flows.PushBox("p7"))
}

func (ear) Admit(context.Context, flows.Session, flows.Event) (*flows.Card, error) { return nil, nil }

func (e ear) Serve(_ context.Context, _ bot.Claim, ev flows.Event) (bot.Served, error) {
	e[ev.Note.From] = append(e[ev.Note.From], ev.Note.Kind+" "+ev.Note.Fields["cause"])
	return bot.Served{}, nil
}

// What shows a push tells the mailbox of that push, once, whether the platform
// took it; a message that shows none tells nobody.
func TestPushArrives(t *testing.T) {
	ear := ear{}
	w := newWorld(t, func(o *bot.Options) { o.Office = ear })
	w.channel.shut = map[bot.Address]bot.Cause{"test:gone": bot.Blocked}
	for _, who := range []bot.Address{"test:noor", "test:gone"} {
		w.store.arrive(who, bot.Job{ID: "m1", Kind: bot.JobSend, Due: w.clock.Now(), Message: &bot.Message{Card: "c1", Push: "p7", Lines: []flows.Line{{Text: "a module"}}}})
		w.store.arrive(who, bot.Job{ID: "m2", Kind: bot.JobSend, Due: w.clock.Now(), Message: &bot.Message{Card: "c2", Lines: []flows.Line{{Text: "more"}}}})
	}
	w.drain()
	if got := ear["test:noor"]; len(got) != 1 || got[0] != flows.NotePushDelivered+" " {
		t.Errorf("of who got it, the office hears %q", got)
	}
	if got := ear["test:gone"]; len(got) != 1 || got[0] != flows.NotePushMissed+" "+flows.CauseBlocked {
		t.Errorf("of who did not get it, the office hears %q", got)
	}
}

// A push that is put out together with something else is the same as one that
// is posted.
func TestPushPosted(t *testing.T) {
	w := newWorld(t)
	p := bot.Push{ID: "p1", Note: flows.Note{Kind: "hint", Text: "all"}, To: []bot.Address{"test:a", "test:b", "other:c"}, At: w.clock.Now()}
	posted, err := p.Posted()
	if err != nil || len(posted) != 2 || posted[0].To != "push:p1-other" || len(posted[1].Job.Push.To) != 2 {
		t.Fatalf("posted are %+v, %v", posted, err)
	}
	if err := p.Post(context.Background(), w.store); err != nil {
		t.Fatal(err)
	}
	if n := len(w.store.box("push:p1-test").jobs); n != 1 {
		t.Errorf("%d jobs are in the mailbox", n)
	}
	p.ID = "a.b"
	if _, err := p.Posted(); err == nil {
		t.Error("a push is called a.b")
	}
}
