package adaptertest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/bot"
)

func inwardChecks() []check {
	return []check{
		{"what is said arrives", nil, saidArrives},
		{"order is kept in each conversation", nil, orderIsKept},
		{"acknowledged only when stored", needs("Repeater"), acknowledgedWhenStored},
		{"not lost by a stop", needs("Repeater"), notLostByStop},
		{"nothing stored comes again after a start", needs("Repeater"), notAgainAfterStart},
		{"duplicates have the same id", needs("Repeater"), duplicatesAreKnown},
		{"one conversation holds back no other", needs("Repeater", "Company"), noneHeldBack},
		{"a press arrives", nil, pressArrives},
		{"a press is answered", needs("Spinner"), pressIsAnswered},
		{"a double tap counts once", needs("Tapper"), doubleTapCountsOnce},
		{"an invitation arrives", needs("Starter"), invitationArrives},
		{"odd updates do no harm", needs("Odd"), oddDoNoHarm},
		{"what is forged is turned away", needs("Forger"), forgedTurnedAway},
		{"own messages are not heard", nil, ownNotHeard},
	}
}

func saidArrives(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	for i, text := range []string{"bonjour", "één & <b>twee</b>", "👩‍🌾 שלום", strings.Repeat("lang ", 600) + "einde"} {
		p.Say(text)
		u := l.got(p, i+1)[i]
		switch {
		case u.Text != text:
			t.Errorf("%q arrived as %q", text, u.Text)
		case u.ID == "" || u.Address.Channel() != l.channel.Name() || u.Address.Valid() != nil:
			t.Errorf("update %q of %q", u.ID, u.Address)
		case u.Start || u.Press != "" || len(u.Files) > 0:
			t.Errorf("a text arrived as %+v", u)
		}
	}
	if all := l.inbox.of(p.Address()); len(unique(all)) != len(all) {
		t.Error("two updates have one id")
	}
}

func orderIsKept(t testing.TB, l *lab) {
	l.inbox.wait = func(_ context.Context, u bot.Update) { time.Sleep(time.Duration(len(u.ID)%3) * time.Millisecond) }
	l.open()
	const n = 20
	var want []string
	for i := range n {
		want = append(want, fmt.Sprint("m", i))
		for k := range 3 {
			if p := l.site.Person(k); p != nil {
				p.Say(fmt.Sprint("m", i))
			}
		}
	}
	for k := range 3 {
		if p := l.site.Person(k); p != nil {
			if got := texts(l.got(p, n)); got != strings.Join(want, " ") {
				t.Errorf("person %d: %s", k, got)
			}
		}
	}
}

func acknowledgedWhenStored(t testing.TB, l *lab) {
	tries := 0
	l.inbox.fail = func(u bot.Update) error {
		if tries++; tries <= 4 && u.Text != "a" {
			return errors.New("the disk is full")
		}
		return nil
	}
	l.open()
	p := l.site.Person(0)
	for _, text := range []string{"a", "b", "c"} {
		p.Say(text)
	}
	if got := texts(unique(l.got(p, 3))); got != "a b c" {
		t.Errorf("stored: %s", got)
	}
	for _, u := range l.inbox.offered(p.Address()) {
		for _, kept := range l.inbox.of(p.Address()) {
			if u.Text == kept.Text && u.ID != kept.ID {
				t.Errorf("%q came as %s and as %s", u.Text, u.ID, kept.ID)
			}
		}
	}
}

// notLostByStop ends the channel while an update is being stored.
func notLostByStop(t testing.TB, l *lab) {
	begun := make(chan struct{})
	once := sync.OnceFunc(func() { close(begun) })
	l.inbox.wait = func(ctx context.Context, _ bot.Update) { once(); <-ctx.Done() }
	l.open()
	p := l.site.Person(0)
	p.Say("hold this")
	<-begun
	l.stop()
	if n := len(l.inbox.of(p.Address())); n != 0 {
		t.Fatalf("%d stored", n)
	}
	l.inbox.set(func(b *inbox) { b.wait = nil })
	l.open()
	u := l.got(p, 1)[0]
	if first := l.inbox.offered(p.Address())[0]; u.Text != "hold this" || u.ID != first.ID {
		t.Errorf("came again as %q, id %s and not %s", u.Text, u.ID, first.ID)
	}
}

func notAgainAfterStart(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	p.Say("one")
	l.got(p, 1)
	l.stop()
	l.open()
	p.Say("two")
	l.got(p, 2)
	time.Sleep(quiet)
	if got := texts(l.inbox.of(p.Address())); got != "one two" {
		t.Errorf("stored: %s", got)
	}
}

func duplicatesAreKnown(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	p.Say("one")
	p.Say("two")
	l.got(p, 2)
	time.Sleep(quiet) // acknowledged by now
	l.site.(Repeater).Again()
	p.Say("three")
	l.eventually("the last one arrives", func() bool { return strings.HasSuffix(texts(unique(l.inbox.of(p.Address()))), "three") })
	if got := texts(unique(l.inbox.of(p.Address()))); got != "one two three" {
		t.Errorf("after duplicates: %s", got)
	}
}

func noneHeldBack(t testing.TB, l *lab) {
	a, b := l.site.Person(0), l.site.Person(1)
	l.inbox.fail = func(u bot.Update) error {
		if u.Address == a.Address() {
			return errors.New("this conversation cannot be written")
		}
		return nil
	}
	l.open()
	a.Say("one")
	b.Say("two")
	a.Say("three")
	b.Say("four")
	if got := texts(unique(l.got(b, 2))); got != "two four" {
		t.Errorf("the other one: %s", got)
	}
	l.inbox.set(func(b *inbox) { b.fail = nil })
	l.eventually("the first one after all", func() bool { return texts(unique(l.inbox.of(a.Address()))) == "one three" })
	if got := texts(unique(l.inbox.of(b.Address()))); got != "two four" {
		t.Errorf("the other one: %s", got)
	}
}

func pressArrives(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	l.send(p, ask("Zullen we?", choice("Ja", "q~P0-01~yes"), choice("Nee", "q~P0-01~no")))
	if err := p.Press("Nee"); err != nil {
		t.Fatal(err)
	}
	if u := l.got(p, 1)[0]; u.Press != "q~P0-01~no" || u.Text != "" || u.Start {
		t.Errorf("the press arrived as %+v", u)
	}
}

func pressIsAnswered(t testing.TB, l *lab) {
	spinner := l.site.(Spinner)
	l.open()
	p := l.site.Person(0)
	l.send(p, ask("Zullen we?", choice("Ja", "y"), choice("Nee", "n")))
	l.inbox.set(func(b *inbox) { b.fail = func(bot.Update) error { return errors.New("the disk is full") } })
	if err := p.Press("Ja"); err != nil {
		t.Fatal(err)
	}
	l.eventually("the button stops, whether or not the press is stored", func() bool {
		return len(l.inbox.offered(p.Address())) > 0 && spinner.Spinning() == 0
	})
	l.inbox.set(func(b *inbox) { b.fail = nil })
	l.got(p, 1)
}

func doubleTapCountsOnce(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	l.send(p, ask("Zullen we?", choice("Ja", "y"), choice("Nee", "n")))
	for range 2 {
		if err := p.Press("Ja"); err != nil {
			t.Fatal(err)
		}
	}
	p.Say("verder")
	l.eventually("all arrives", func() bool { return strings.HasSuffix(texts(l.inbox.of(p.Address())), "verder") })
	if got := texts(unique(l.inbox.of(p.Address()))); got != "y verder" {
		t.Errorf("after a double tap: %s", got)
	}
}

func invitationArrives(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	p.(Starter).Start("atelier-9_Z")
	if u := l.got(p, 1)[0]; !u.Start || u.Code != "atelier-9_Z" {
		t.Errorf("the invitation arrived as %+v", u)
	}
}

func oddDoNoHarm(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	n := 0
	for name, happen := range l.site.(Odd).Oddities() {
		happen()
		p.Say("after " + name)
		n++
		if got := l.got(p, n); len(got) != n || got[n-1].Text != "after "+name {
			t.Fatalf("after %s: %s", name, texts(got))
		}
	}
}

func ownNotHeard(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	l.send(p, say("ik ben het"))
	p.Say("en ik")
	l.got(p, 1)
	time.Sleep(quiet)
	l.inbox.mu.Lock()
	defer l.inbox.mu.Unlock()
	if len(l.inbox.all) != 1 {
		t.Errorf("heard: %s", texts(l.inbox.all))
	}
}

func forgedTurnedAway(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	p.Say("echt") // the door is open
	l.got(p, 1)
	for name, knock := range l.site.(Forger).Forgeries(p) {
		if !knock() {
			t.Errorf("%s: it was let in", name)
		}
	}
	time.Sleep(quiet)
	if got := texts(l.inbox.offered(p.Address())); got != "echt" {
		t.Errorf("what came in: %s", got)
	}
}
